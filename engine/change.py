"""What passes between deciding and storing: commands, records, events, effects, changes; and the protocols that deciding reads through."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol

from dsl.diagnostics import words
from dsl.expression import Expression

Key = tuple[str, int]
"""(entity type, record id): ids are unique over the whole workspace."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. `user` is the id of a `user` record; None for the system, a clock, an import.

    `system` actors are not asked for rights. `roles` are those of the person (or the narrower ones of a token).
    """

    user: int | None
    roles: frozenset[str] = frozenset()
    system: bool = False
    language: str = "en"

    @property
    def is_client(self) -> bool:
        """Whether this is a person whose only role is `client`."""
        return self.roles == {"client"}


SYSTEM = Actor(user=None, system=True)


@dataclass(frozen=True, slots=True)
class Cause:
    """Why something happened: `kind` is `person system timer rule transition sla import macro`; `name` of the rule, timer …;
    `event` the journal id of the event that triggered it; `root` the id of the chain's first command, `depth` its length."""

    kind: str
    name: str = ""
    actor: int | None = None
    parent: Cause | None = None
    root: int | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Command:
    """One wish.

    verb: `create update delete archive restore transition macro comment attach tick override release timer record_state`.
    `name`: of the transition, macro, SLA or timer. `input`: values by field name as they came - text of a form, JSON of the API or typed
    values; `decide.input` makes them typed and names each one that is not understood. Besides fields it may hold what a
    transition asks for: `comment` ({body, internal} or text), `files` (list of stored file ids), a child entity type (`work_log`: {…} or a list).
    `expected_version`: the version the person saw; with `seen` (the values shown to them) a stale edit can name the differing fields.
    `at` only for history imports; everyone else gets the desk's clock.
    """

    verb: str
    entity_type: str
    record_id: int | None = None
    name: str | None = None
    input: Mapping[str, Any] = field(default_factory=dict)
    actor: Actor = SYSTEM
    expected_version: int | None = None
    seen: Mapping[str, Any] | None = None
    request_id: str = ""
    silent: bool = False
    at: datetime | None = None
    cause: Cause | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A stored record. `values`: every stored field as `dsl.types` says (references as ids), `refs` and `choices` as tuples,
    and `sla.NAME` -> `engine.clocks.ClockState`. `refs` are present only where they were asked for."""

    entity_type: str
    id: int
    version: int
    values: Mapping[str, Any]

    @property
    def key(self) -> Key:
        """(entity type, id)."""
        return (self.entity_type, self.id)


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What becomes of one record. `version` is the one read (0 for a new one); the store refuses to write over another.

    `values` of a create: all; of an update: only what changed (a `refs` field: the whole new tuple); of a delete: nothing.
    `number`: whether the gap-free number is to be taken at commit; `late` then lists the fields computed from it.
    `blind`: a system touch of a hot row (e.g. `last_seen`) that never conflicts.
    """

    kind: Literal["create", "update", "delete"]
    entity_type: str
    id: int
    version: int
    values: Mapping[str, Any] = field(default_factory=dict)
    number: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the journal.

    kind: `created changed deleted transition commented attached ticked clock fired failed skipped notified called armed …`.
    `field`, `old`, `new`: for `changed`; `data`: plain JSON for the rest (clock inputs, a rule's values read, what was done, reasons).
    """

    at: datetime
    entity_type: str
    record_id: int
    kind: str
    cause: Cause
    field: str | None = None
    old: Any = None
    new: Any = None
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TimerChange:
    """Arm (due set) or disarm (due None) the timer `name` of a record; one row per (record, name, anchor): arming again moves it.

    kind: `rule` (a time trigger of rule `name`), `sla` (next moment of SLA `name`), `every` (a schedule), `wait`.
    `data`: plain JSON that the firing command gets back.
    """

    kind: str
    name: str
    entity_type: str
    record_id: int | None
    due: datetime | None
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Effect:
    """Something toward the world, written to the outbox: `kind` `notify call run continue reclock`, ordered per (record, destination).

    `key` is unique for ever: the same effect planned twice is one row. `payload` is plain JSON.
    """

    kind: str
    destination: str
    entity_type: str
    record_id: int
    payload: Mapping[str, Any]
    key: str
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """The decided outcome of a command: everything that one transaction writes. `record_id` is the record the command was about."""

    command: Command
    at: datetime
    record_id: int
    records: tuple[RecordChange, ...] = ()
    events: tuple[Event, ...] = ()
    timers: tuple[TimerChange, ...] = ()
    effects: tuple[Effect, ...] = ()
    locks: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason for a refusal, with its words in a catalogue (`dsl.diagnostics.register`); or `text`, already words by language.

    `field`: the field it stands at; `name`: of the check, transition or SLA that refused.
    """

    code: str
    field: str | None = None
    name: str | None = None
    params: Mapping[str, str] = field(default_factory=dict)
    text: Mapping[str, str] | None = None

    def words(self, language: str) -> str:
        """Return the sentence in a language."""
        if self.text is not None:
            return self.text.get(language) or next(iter(self.text.values()), "")
        return words(self.code, self.params, language)


class Refused(Exception):
    """A command that cannot be carried out. `status` as HTTP has it: 403 404 409 422."""

    def __init__(self, problems: Sequence[Problem], status: int = 422, differing: Mapping[str, tuple[Any, Any]] | None = None) -> None:
        super().__init__("; ".join(problem.words("en") for problem in problems))
        self.problems = tuple(problems)
        self.status = status
        self.differing = differing or {}
        # for a stale edit: field -> (value now, who changed it)


@dataclass(frozen=True, slots=True)
class Draft:
    """A form as it stands, worked out by the same code that will decide it.

    values: typed values with defaults and computes filled in; choices: reference field -> how many records fit its filter;
    shown, required, readonly: field names; hints: (level, text by language); problems so far; clocks: SLA -> `clocks.ClockState`
    with the target chosen; reasons: SLA -> why there is no deadline.
    """

    values: Mapping[str, Any]
    shown: frozenset[str]
    required: frozenset[str]
    readonly: frozenset[str]
    hints: tuple[tuple[str, Mapping[str, str]], ...]
    problems: tuple[Problem, ...]
    clocks: Mapping[str, Any]
    reasons: Mapping[str, str] = field(default_factory=dict)


class Clock(Protocol):
    """The time."""

    def now(self) -> datetime:
        """Return the instant, aware, UTC."""


class Reader(Protocol):
    """What deciding may ask of the database, inside the command's transaction. Nothing here writes but `lock`."""

    def get(self, entity_type: str, record_id: int) -> Record | None:
        """Return a record with its `refs`, or None."""

    def load(self, keys: Collection[Key]) -> Mapping[Key, Record]:
        """Return those records that exist: one statement per entity type."""

    def prefetch(self, roots: Mapping[Key, Collection[tuple[str, ...]]]) -> Mapping[Key, Record]:
        """Return the roots and every record that their paths of reference names lead to, in one statement."""

    def children(self, entity_type: str, back: str, owners: Collection[int]) -> Sequence[Record]:
        """Return the records whose reference `back` is one of `owners`, by creation."""

    def linked(self, entity_type: str, many: str, targets: Collection[int]) -> Sequence[int]:
        """Return the ids of records whose `refs` field `many` holds one of `targets`."""

    def select(self, entity_type: str, condition: Expression | None, context: Any, limit: int | None = None) -> Sequence[Record]:
        """Return the records for which the condition is true, by id. `context` is a `dsl.runtime.Context`."""

    def visible(self, actor: Actor, me: Mapping[str, Any] | None, keys: Collection[Key]) -> frozenset[Key]:
        """Return those of the keys that the actor's roles let them read."""

    def taken(self, entity_type: str, field: str, value: Any, but: int | None) -> bool:
        """Return whether another record holds this value of a unique field."""

    def lock(self, keys: Collection[Key]) -> None:
        """Lock these records until the end of the transaction, in one order for everybody (a no-op on SQLite)."""

    def new_id(self) -> int:
        """Return an id that no record has or will have."""

    def last_event_at(self, entity_type: str, record_id: int) -> datetime | None:
        """Return the instant of the record's newest event."""

    def timers(self, entity_type: str, record_id: int) -> Sequence[TimerChange]:
        """Return the record's armed timers."""

    def least_loaded(self, entity_type: str, users: Sequence[int]) -> Sequence[tuple[int, int, datetime | None]]:
        """Return (user, open records assigned, last assigned at) for each of the users."""

    def events(self, entity_type: str, record_id: int, kinds: Collection[str]) -> Sequence[Event]:
        """Return the record's journal of these kinds, oldest first."""
