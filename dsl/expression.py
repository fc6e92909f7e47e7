"""The typed tree: what the checker makes and both compilers read.

A tree is evaluated against **variables**. `here` is the row that bare names belong to; `record` the record that the
expression belongs to (the checker writes `here` where both are the same); `old` the record before the change; `me`
the acting user; `q1`, `q2` … rows of quantifiers; `$name` the locals of a rule (`for each`, `create … as`, `occurrence`).
In Python a row is a mapping from field name to value; keys with a dot stand for what belongs to a field or clock:
`status.phase`, `status.since`, `sla.NAME.ATTR`. A reference in a row is a row mapping (or None), a many a sequence of rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dsl.diagnostics import Span
from dsl.types import Type


@dataclass(frozen=True, slots=True)
class Node:
    """A typed node. `nullable` is false only where the value can never be empty."""

    type: Type
    span: Span
    nullable: bool


@dataclass(frozen=True, slots=True)
class Const(Node):
    """A literal; `value` as `dsl.types` says (None for `empty`)."""

    value: Any


@dataclass(frozen=True, slots=True)
class Var(Node):
    """A variable: a row, or a local value of a rule."""

    name: str


@dataclass(frozen=True, slots=True)
class Get(Node):
    """The field `name` of the row `of`, whose entity type is `entity`. Empty where the row is.

    `name` may be dotted: `status.phase`, `status.since`, `sla.resolution.due`, `checklist.open`. With a `Many` or `ListOf`
    type it is the whole list (for `in`, `is empty`, set comparison).
    """

    of: Node
    entity: str
    name: str


@dataclass(frozen=True, slots=True)
class Attr(Node):
    """A part of a value: `amount` or `currency` of money."""

    of: Node
    name: str


@dataclass(frozen=True, slots=True)
class Listing(Node):
    """`[a, b]`: expressions of one type."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Unary(Node):
    """`not`, `neg`, `is set`, `is empty`."""

    op: str
    arg: Node


@dataclass(frozen=True, slots=True)
class Binary(Node):
    """`and or = != < <= > >= in not in contains starts with + - * / %`; operands already coerced to what the operator takes."""

    op: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Coerce(Node):
    """A widening that the checker made explicit: integer to decimal, decimal to a larger scale, date to its local midnight."""

    arg: Node


@dataclass(frozen=True, slots=True)
class If(Node):
    """`if(condition, a, b)`, both branches of one type."""

    condition: Node
    then: Node
    other: Node


@dataclass(frozen=True, slots=True)
class Call(Node):
    """A function of `dsl.functions`, by its row's name."""

    function: str
    args: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One hop of a path: `kind` is `ref` or `many`; from one entity type to another."""

    kind: str
    entity: str
    name: str
    to: str


@dataclass(frozen=True, slots=True)
class Source:
    """The rows a quantifier runs over: `start` is a row and `steps` lead from it; without `start` all rows of `entity`.

    References before the first many stand in `start`, so `steps` begins with a `many` where there is a `start`; later hops may be
    of either kind (`tickets.site.assets`), and rows whose reference is empty drop out. The last hop may be a `ref` (watchers -> user).
    """

    start: Node | None
    steps: tuple[Step, ...]
    entity: str


@dataclass(frozen=True, slots=True)
class Over(Node):
    """A quantifier: `count sum any all min max avg first last` over `source`, each row bound to `var`.

    `list` is the list of all values in order: what a many that stands for values (`tags`) becomes outside `in` and `is empty`.

    `where` filters; `value` is what is summed, tested or returned (None: the row itself; for `any`/`all` without a path
    the test stands in `value` and `where` is None). `by` orders `first` and `last` (None: by creation).
    """

    kind: str
    source: Source
    var: str
    where: Node | None
    value: Node | None
    by: Node | None


@dataclass(frozen=True, slots=True)
class Read:
    """A field that an expression reads: `steps` lead from the variable `root` to the row that owns `field`.

    The links themselves are reads too. `root` is `here`, `record`, `old`, `me`, a `$local` or `*ENTITY` for all rows of it.
    """

    root: str
    steps: tuple[Step, ...]
    entity: str
    field: str


@dataclass(frozen=True, slots=True)
class Expression:
    """A checked expression. Compile it once and keep the result. `uses_now`: its value depends on the present time.

    `functions` names the functions it calls, so that the engine knows of the calendar and the journal.
    """

    source: str
    tree: Node
    reads: frozenset[Read]
    has_sql: bool
    uses_now: bool
    variables: frozenset[str]
    functions: frozenset[str] = frozenset()

    @property
    def type(self) -> Type:
        """The type of its value."""
        return self.tree.type
