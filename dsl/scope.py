"""What an expression may name: the entity types, and the variables of the place where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import Literal, Protocol

from dsl.types import Type


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """A field as the language sees it. `volatile`: its value depends on the present time. `has_sql`: it is stored, or its compute compiles."""

    name: str
    type: Type
    nullable: bool = True
    volatile: bool = False
    has_sql: bool = True


@dataclass(frozen=True, slots=True)
class ManyInfo:
    """The many side `name` of an entity type: rows of `entity`.

    `back` is the reference field of those rows that points here (inverses, parts, lines); None for `refs`, which go through a
    link table. `value` names the field that stands for the row where the many is a list of values (`tags` -> `name`,
    `watchers` -> `user`), else None.
    """

    name: str
    entity: str
    kind: Literal["inverse", "refs", "lines", "part"]
    back: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class EntityInfo:
    """An entity type as the language sees it; dotted field names (`status.phase`, `sla.resolution.due`, `checklist.open`) included."""

    name: str
    fields: Mapping[str, FieldInfo]
    manys: Mapping[str, ManyInfo] = field(default_factory=dict)


class Schema(Protocol):
    """The entity types that expressions may range over."""

    def entity(self, name: str) -> EntityInfo | None:
        """Return the entity type, or None."""

    def names(self) -> Set[str]:
        """Return the names of all entity types."""

    def roles(self) -> Set[str]:
        """Return the names of all roles."""

    def calendars(self) -> Set[str]:
        """Return the names of all calendars."""

    @property
    def currency(self) -> str:
        """The workspace's currency."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The names in reach of one expression.

    `here`: entity type of the row that bare names belong to (None: no row, only variables). `record`: entity type of the
    record the expression belongs to when that is another row (a reference's filter, a panel); None when it is `here`.
    `locals`: values that a rule bound. `me`, `old`, `journal`: whether these are in scope. `expects`: the type the value must
    have (bare options then resolve); None for any.
    """

    schema: Schema
    here: str | None
    record: str | None = None
    me: bool = True
    old: bool = False
    journal: bool = False
    locals: Mapping[str, Type] = field(default_factory=dict)
    expects: Type | None = None
    condition: bool = False


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """What the rules of one entity type may name.

    `settable`: fields that `set` and `create` may write (`sla.NAME.due` too where a person may override it). `required`: fields that
    `create` has to give (required, without a default). `parts`: `comments attachments checklist tags watchers links` in use.
    `children`: child entity types that a macro's `ask` may name.
    """

    statuses: tuple[str, ...] = ()
    transitions: Set[str] = frozenset()
    macros: Set[str] = frozenset()
    slas: Set[str] = frozenset()
    parts: Set[str] = frozenset()
    children: Set[str] = frozenset()
    settable: Set[str] = frozenset()
    required: Set[str] = frozenset()


class RuleSchema(Schema, Protocol):
    """What rules may name besides the entity types. The macros of all blocks are collected before any block is checked."""

    def rule_info(self, entity: str) -> RuleInfo | None:
        """Return what rules of an entity type may name, or None where there is no such type."""

    def messages(self) -> Mapping[str, str | None]:
        """Return message name -> its entity type (None: fits any)."""

    def channels(self) -> Set[str]:
        """Return the names that `via` may use: `inbox email push …`."""

    def inbound_channels(self) -> Set[str]:
        """Return the names of declared channels that `received` may use."""

    def webhooks(self) -> Set[str]:
        """Return the names of webhooks that `call` may use."""

    def plugin_actions(self) -> Set[str]:
        """Return the names of actions that `run` may use."""

    @property
    def supported_triggers(self) -> Set[str]:
        """Kinds of triggers (see `dsl.rules.Trigger`) that the engine runs; any other is reported as not built yet."""

    @property
    def supported_actions(self) -> Set[str]:
        """First words of actions (`set`, `notify`, …; `add` for checklists, `for` for loops) that the engine runs."""
