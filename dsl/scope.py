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
