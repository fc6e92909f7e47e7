"""The two faces of a list's filter: conditions chosen in a form, and the expression they amount to.

In an address a condition is `c.FIELD=VALUE` (an option, `yes`/`no`, the id of a record, words of a text, or `empty`), or
`c.FIELD.from=DATE` and `c.FIELD.to=DATE`. All are joined by `and`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from engine.model.definitions import EntityType, Field, label_text
from engine.web.words import text

_SEARCHED = frozenset({"text", "markdown", "email", "phone", "url"})
_OPTIONS = frozenset({"choice", "choices", "boolean"})
_SHOWN_FIRST = 12


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition: the field, the parameter names it came from, its expression, and what a chip says.

    `target` and `target_id` are set where the chip shows another record's title."""

    field: Field
    params: tuple[str, ...]
    expression: str
    shown: str
    target: str | None = None
    target_id: int | None = None


def offered(entity: EntityType, hidden: frozenset[str]) -> list[Field]:
    """Return the fields a person can filter by in the form, the declared ones first."""
    fields = [field for field in entity.fields.values() if field.name not in hidden and _kind(field) and not field.volatile]
    declared = [field for field in fields if not field.system or field.name == "status"]
    return (sorted(declared, key=lambda field: field.name != "status") + [f for f in fields if f.name == "created_at"])[:_SHOWN_FIRST]


def conditions(entity: EntityType, args: Mapping[str, str], language: str) -> list[Condition]:
    """Return the conditions of an address. What makes no sense there is left out: an old bookmark must not break a list."""
    found = []
    for field in entity.fields.values():
        value = args.get(f"c.{field.name}", "").strip()
        made = _one(field, value, language) if value else _range(field, args, language)
        if made:
            found.append(made)
    return found


def joined(parts: Iterable[str]) -> str:
    """Return conditions joined by `and`, each in brackets where there are several."""
    texts = [part for part in parts if part]
    return texts[0] if len(texts) == 1 else " and ".join(f"({part})" for part in texts)


def kind(field: Field) -> str:
    """Return which control filters by this field: `options ref range text`, or nothing."""
    return _kind(field)


def _kind(field: Field) -> str:
    if field.type_name in _OPTIONS or field.name == "status":
        return "options"
    if field.type_name == "ref":
        return "ref"
    if field.type_name in ("date", "datetime"):
        return "range"
    return "text" if field.type_name in _SEARCHED else ""


def _one(field: Field, value: str, language: str) -> Condition | None:
    param = (f"c.{field.name}",)
    if value == "empty":
        return Condition(field, param, f"{field.name} is empty", text("is_empty", language))
    if field.type_name == "boolean" and value in ("yes", "no"):
        expression = field.name if value == "yes" else f"not {field.name}"
        return Condition(field, param, expression, text(value, language))
    option = field.option(value)
    if option:
        expression = f'"{value}" in {field.name}' if field.type_name == "choices" else f'{field.name} = "{value}"'
        return Condition(field, param, expression, label_text(option.label, language))
    if field.type_name == "ref" and value.isdecimal() and field.to:
        return Condition(field, param, f"{field.name}.id = {int(value)}", value, field.to, int(value))
    if field.type_name in _SEARCHED:
        return Condition(field, param, f"{field.name} contains {_quoted(value)}", f"…{value}…")
    return None


def _range(field: Field, args: Mapping[str, str], language: str) -> Condition | None:
    if _kind(field) != "range":
        return None
    subject = field.name if field.type_name == "date" else f"date({field.name})"
    bounds = [(word, sign, _date(args.get(f"c.{field.name}.{word}", ""))) for word, sign in (("from", ">="), ("to", "<="))]
    given = [(word, sign, day) for word, sign, day in bounds if day]
    if not given:
        return None
    expression = " and ".join(f"{subject} {sign} {day.isoformat()}" for _, sign, day in given)
    shown = " ".join(f"{text(word, language)} {day:%d.%m.%Y}" for word, _, day in given)
    return Condition(field, tuple(f"c.{field.name}.{word}" for word, _, _ in given), expression, shown)


def _date(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _quoted(value: str) -> str:
    clean = "".join(char for char in value if char >= " ")
    return '"' + clean.replace("\\", "\\\\").replace('"', '\\"') + '"'
