"""Checked rules, checks and macros: what `dsl.rule_checker` makes of a `*.rules` block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dsl.diagnostics import Span
from dsl.expression import Expression

Label = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Template:
    """Text with `{expr}` places: literal pieces and expressions in order."""

    parts: tuple[str | Expression, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Trigger:
    """One `on` line.

    kind: `created deleted changed entered left transition commented macro sla_at sla_met sla_breached after before recurs every received`.
    fields, from_option, to_option: `changed`; name: status, transition, macro, SLA, field or channel; by: `staff|client|None`;
    percent: `sla_at` (0.75 is 75 %). `after`/`before`: `delay` (a Duration, BusinessHours or BusinessDays constant) and either
    `event` (another trigger) or `name`, a date or datetime field. `every`: `schedule` as a phrase in normal form (`15m`,
    `day at 03:00`, `monday at 09:00`, `month on 1 at 09:00`).
    """

    kind: str
    span: Span
    fields: tuple[str, ...] = ()
    from_option: str | None = None
    to_option: str | None = None
    name: str | None = None
    by: Literal["staff", "client"] | None = None
    percent: Expression | None = None
    delay: Expression | None = None
    event: Trigger | None = None
    schedule: str | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """The parent of every action."""

    span: Span


@dataclass(frozen=True, slots=True)
class SetField(Action):
    """`set path.field = value`; `row` is the record that owns `field` (None: the rule's own)."""

    row: Expression | None
    entity: str
    field: str
    value: Expression


@dataclass(frozen=True, slots=True)
class Transit(Action):
    """`transition NAME [on EXPR]`."""

    name: str
    row: Expression | None


@dataclass(frozen=True, slots=True)
class Assign(Action):
    """`assign EXPR`, `assign round_robin|least_loaded of EXPR`: sets `assignee` (`how` is `value round_robin least_loaded`)."""

    how: str
    value: Expression


@dataclass(frozen=True, slots=True)
class Comment(Action):
    """`comment [internal] TEXT`."""

    internal: bool
    text: Template


@dataclass(frozen=True, slots=True)
class Create(Action):
    """`create ENTITY {…} [as NAME]`."""

    entity: str
    values: Mapping[str, Expression]
    name: str | None


@dataclass(frozen=True, slots=True)
class Delete(Action):
    """`delete`: the rule's own record."""


@dataclass(frozen=True, slots=True)
class Tag(Action):
    """`tag TEXT`, `untag TEXT`."""

    remove: bool
    text: Template


@dataclass(frozen=True, slots=True)
class AddChecklist(Action):
    """`add checklist [TEXT, …]`."""

    items: tuple[Template, ...]


@dataclass(frozen=True, slots=True)
class Notify(Action):
    """`notify EXPR, … [via CHANNEL, …] with MESSAGE`. A recipient given as a role's name is in `roles`."""

    recipients: tuple[Expression, ...]
    roles: tuple[str, ...]
    channels: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True)
class CallWebhook(Action):
    """`call WEBHOOK [{…}]`."""

    webhook: str
    values: Mapping[str, Expression]


@dataclass(frozen=True, slots=True)
class RunPlugin(Action):
    """`run PLUGIN_ACTION {…}`."""

    plugin_action: str
    values: Mapping[str, Expression]


@dataclass(frozen=True, slots=True)
class Wait(Action):
    """`wait DURATION` or `wait until EXPR` (exactly one is set)."""

    duration: Expression | None
    until: Expression | None


@dataclass(frozen=True, slots=True)
class IfAction(Action):
    """`if EXPR … else … end`."""

    condition: Expression
    then: tuple[Action, ...]
    other: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class ForEach(Action):
    """`for each NAME in EXPR [where …] … end`: `rows` yields a Many or a list of references.

    `where` is evaluated with `here` = the row, `record` = the rule's own record, and the row also as local NAME; the body with `here` =
    the rule's own record.
    """

    name: str
    rows: Expression
    where: Expression | None
    body: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Stop(Action):
    """`stop`: ends the rule."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A checked `rule` block of entity type `entity`."""

    name: str
    label: Label
    entity: str
    triggers: tuple[Trigger, ...]
    when: Expression | None
    actions: tuple[Action, ...]
    span: Span
    source: str
    module: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A checked `check` block."""

    name: str
    label: Label
    entity: str
    triggers: tuple[Trigger, ...]
    when: Expression | None
    require: Expression
    message: Label
    span: Span
    source: str
    module: str = ""


@dataclass(frozen=True, slots=True)
class Macro:
    """A checked `macro` block; `ask` names fields, `comment` or child entity types."""

    name: str
    label: Label
    entity: str
    when: Expression | None
    ask: tuple[str, ...]
    actions: tuple[Action, ...]
    span: Span
    source: str
    module: str = ""
