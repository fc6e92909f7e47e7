"""The linked model: what everything below and above the loader reads. After loading, no string still names something unresolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal

from dsl.diagnostics import Span
from dsl.expression import Expression
from dsl.rules import Check, Label, Macro, Rule, Template
from dsl.types import Type
from engine.business_time import CalendarSpec
from engine.clocks import Within


def label_text(label: Label, language: str) -> str:
    """Return a label in a language, else in its first one."""
    return label.get(language) or next(iter(label.values()), "")


@dataclass(frozen=True)
class Option:
    """An option of a choice."""

    name: str
    label: Label
    color: str | None = None


@dataclass(frozen=True)
class Field:
    """A field of an entity type. `type_name` is the word of the YAML (`text`, `ref`, …), `type` what it is to the language.

    `default` is a value as in `dsl.types`, or an Expression. `compute` makes it read-only; `volatile` computes are worked out when read.
    `system` marks the engine's own (`id number created_at created_by updated_at version archived external_id status`).
    """

    name: str
    type_name: str
    type: Type
    label: Label
    span: Span
    help: Label = field(default_factory=dict)
    required: bool = False
    unique: bool = False
    index: bool = False
    history: bool = True
    system: bool = False
    default: Any = None
    compute: Expression | None = None
    volatile: bool = False
    show_if: Expression | None = None
    require_if: Expression | None = None
    readonly_if: Expression | None = None
    min: Any = None
    max: Any = None
    pattern: str | None = None
    options: tuple[Option, ...] = ()
    to: str | None = None
    filter: Expression | None = None
    on_delete: Literal["restrict", "empty", "cascade"] = "restrict"
    was: str | None = None

    def option(self, name: str) -> Option | None:
        """Return the option of that name."""
        return next((option for option in self.options if option.name == name), None)


@dataclass(frozen=True)
class ManySide:
    """The many side `name` of entity type `owner`: rows of `entity`.

    kind `inverse`: the field `back` of `entity` points here. `refs`: a link table. `lines`, `part`: child records with `back` = `parent`.
    `value`: the field of the child that stands for it where the many is a list of values (`tags` -> `name`, `watchers` -> `user`).
    `field`: the `refs` or `lines` Field behind it (for label, filter, help), else None.
    """

    name: str
    owner: str
    entity: str
    kind: Literal["inverse", "refs", "lines", "part"]
    back: str | None
    label: Label
    span: Span
    value: str | None = None
    field: Field | None = None


@dataclass(frozen=True)
class Status:
    """A status of a lifecycle."""

    name: str
    label: Label
    phase: Literal["open", "waiting", "done"]
    final: bool
    color: str | None
    span: Span


@dataclass(frozen=True)
class Transition:
    """A way from some statuses to one. `require` ⊂ `ask`: names of fields, `comment`, `files` or child entity types (`work_log`)."""

    name: str
    label: Label
    sources: tuple[str, ...]
    target: str
    guard: Expression | None
    ask: tuple[str, ...]
    require: tuple[str, ...]
    span: Span


@dataclass(frozen=True)
class Lifecycle:
    """Statuses and transitions."""

    name: str
    initial: str
    statuses: Mapping[str, Status]
    transitions: Mapping[str, Transition]
    span: Span


@dataclass(frozen=True)
class Variant:
    """What differs for one option of the field that `EntityType.variant_by` names. `fields` are stored on the entity type as all others
    are and shown only for this option."""

    option: str
    fields: tuple[str, ...]
    require: tuple[str, ...]
    lifecycle: str | None
    span: Span


@dataclass(frozen=True)
class FormItem:
    """A field of a form."""

    field: str
    show_if: Expression | None
    span: Span


@dataclass(frozen=True)
class Section:
    """A titled group of a form."""

    label: Label
    items: tuple[FormItem, ...]


@dataclass(frozen=True)
class FormHint:
    """A sentence shown beside the form and on the card while `condition` holds. `text` by language."""

    condition: Expression
    level: Literal["info", "warning", "danger"]
    text: Mapping[str, Template]
    span: Span


@dataclass(frozen=True)
class Panel:
    """A related list beside the form and on the card: rows of `entity` for which `filter` holds (`record` is the record shown)."""

    label: Label
    entity: str
    filter: Expression | None
    columns: tuple[str, ...]
    pick: str | None
    span: Span


@dataclass(frozen=True)
class Target:
    """A target of an SLA: the first whose `when` holds is in force."""

    when: Expression | None
    within: Within
    span: Span


@dataclass(frozen=True)
class Sla:
    """A service-level target on an entity type. `starts` None: at creation. `warn` as fractions (Decimal('0.75'))."""

    name: str
    label: Label
    entity: str
    starts: Expression | None
    stops: Expression | None
    pauses: Expression | None
    reopens: Literal["continue", "restart"]
    calendar: Expression | None
    targets: tuple[Target, ...]
    warn: tuple[Decimal, ...]
    override: tuple[str, ...]
    span: Span
    module: str = ""


@dataclass(frozen=True)
class EntityType:
    """An entity type: a real table.

    `kind`: `record` (declared), `part` (comments, attachments, checklist, tags, watchers, links: named `OWNER_PART`, e.g.
    `ticket_comments`) or `line` (only reachable as `lines` of its parent). Parts and lines have the reference field `parent` and `owner` set.
    `fields` holds every stored or computed field, the engine's own first; `manys` every many side.
    """

    name: str
    label: Label
    plural: Label
    span: Span
    kind: Literal["record", "part", "line"] = "record"
    owner: str | None = None
    module: str = ""
    number_prefix: str | None = None
    number_digits: int = 6
    title: Expression | None = None
    search: tuple[str, ...] = ()
    calendar: Expression | None = None
    parts: tuple[str, ...] = ()
    fields: Mapping[str, Field] = field(default_factory=dict)
    manys: Mapping[str, ManySide] = field(default_factory=dict)
    lifecycle: str | None = None
    lifecycles: Mapping[str, Lifecycle] = field(default_factory=dict)
    variant_by: str | None = None
    variants: Mapping[str, Variant] = field(default_factory=dict)
    form: tuple[Section, ...] = ()
    hints: tuple[FormHint, ...] = ()
    panels: tuple[Panel, ...] = ()
    slas: Mapping[str, Sla] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    checks: tuple[Check, ...] = ()
    macros: Mapping[str, Macro] = field(default_factory=dict)

    @cached_property
    def statuses(self) -> Mapping[str, Status]:
        """Every status of every lifecycle, in declared order, the default lifecycle's first."""
        found: dict[str, Status] = {}
        for lifecycle in self.lifecycles.values():
            for name, status in lifecycle.statuses.items():
                found.setdefault(name, status)
        return found

    def lifecycle_of(self, values: Mapping[str, Any]) -> Lifecycle | None:
        """Return the lifecycle of a record with these values: its variant's, else the default one."""
        variant = self.variants.get(values.get(self.variant_by, "") or "") if self.variant_by else None
        name = (variant.lifecycle if variant else None) or self.lifecycle
        return self.lifecycles[name] if name else None


@dataclass(frozen=True)
class Access:
    """What a role may do with one entity type. Conditions are expressions over the row (`here`) and `me`; True and False are constants."""

    entity: str
    read: Expression | bool
    create: Expression | bool
    update: Expression | bool
    delete: Expression | bool
    transitions: frozenset[str] | None
    macros: frozenset[str] | None
    comments: Literal["all", "public", "none"]
    files: Literal["all", "public", "none"]
    hide: frozenset[str]
    readonly: frozenset[str]
    span: Span


@dataclass(frozen=True)
class Role:
    """A role: access by entity type, and what its people `may` do besides. `transitions`/`macros` None above means all."""

    name: str
    label: Label
    can: Mapping[str, Access]
    may: frozenset[str]
    home: str | None
    span: Span


@dataclass(frozen=True)
class View:
    """A list of records (other view types come later). `sort` pairs a path with descending; columns are paths checked as expressions."""

    name: str
    entity: str
    type: str
    label: Label
    columns: tuple[Expression, ...]
    filter: Expression | None
    sort: tuple[tuple[Expression, bool], ...]
    quick: tuple[str, ...]
    span: Span
    module: str = ""


@dataclass(frozen=True)
class Message:
    """What a notification says, by language."""

    name: str
    entity: str
    channels: tuple[str, ...]
    subject: Mapping[str, Template]
    body: Mapping[str, str]
    span: Span
    module: str = ""


@dataclass(frozen=True)
class Scenario:
    """A test of the configuration, as raw checked data with positions; `engine.scenario` runs it."""

    name: str
    module: str
    data: Any
    span: Span


@dataclass(frozen=True)
class ModuleInfo:
    """A module that the workspace uses."""

    name: str
    version: str
    label: Label
    requires: tuple[str, ...]
    folder: str


@dataclass(frozen=True)
class Workspace:
    """The workspace itself."""

    name: str
    label: Label
    languages: tuple[str, ...]
    time_zone: str
    currency: str
    calendar: str | None


@dataclass(frozen=True)
class Model:
    """A whole configuration. `fingerprint` is a hash over every file that says something; `files` are their texts (path in the
    workspace or `module:NAME/…` -> text), kept with the revision for ever."""

    fingerprint: str
    workspace: Workspace
    modules: tuple[ModuleInfo, ...]
    entity_types: Mapping[str, EntityType]
    calendars: Mapping[str, CalendarSpec]
    roles: Mapping[str, Role]
    views: Mapping[str, View]
    messages: Mapping[str, Message]
    scenarios: tuple[Scenario, ...]
    files: Mapping[str, str]

    def entity(self, name: str) -> EntityType:
        """Return an entity type; KeyError where there is none."""
        return self.entity_types[name]
