"""The types of the expression language.

Values in Python, everywhere (records, expressions, commands):

text `str` · integer and rating `int` · decimal `decimal.Decimal` · money `dsl.values.Money` · boolean `bool` · date `datetime.date` ·
datetime aware `datetime.datetime` in UTC · duration `datetime.timedelta` · choice and status `str` (the option's name) ·
choices `tuple[str, ...]` in declared order · reference `int` (an id) in record values, a row mapping in expressions ·
location `dsl.values.Location` · empty `None` (`()` for choices and lists).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Type:
    """The parent of every type; instances compare by value."""


@dataclass(frozen=True, slots=True)
class Text(Type):
    """Text: also markdown, e-mail, phone, url, recurrence phrase."""


@dataclass(frozen=True, slots=True)
class Integer(Type):
    """Whole numbers within ±(2^53−1)."""


@dataclass(frozen=True, slots=True)
class Decimal(Type):
    """Exact decimals; the scale is part of the type."""

    scale: int = 2


@dataclass(frozen=True, slots=True)
class Money(Type):
    """An amount in a currency, rounded to the minor unit."""


@dataclass(frozen=True, slots=True)
class Boolean(Type):
    """Yes, no, or (as a value of a field) empty."""


@dataclass(frozen=True, slots=True)
class Date(Type):
    """A calendar date without a zone."""


@dataclass(frozen=True, slots=True)
class DateTime(Type):
    """An instant."""


@dataclass(frozen=True, slots=True)
class Duration(Type):
    """An exact length of time; `d` is 24 hours."""


@dataclass(frozen=True, slots=True)
class BusinessHours(Type):
    """`4bh`: open time of a calendar. Its value is a `timedelta`."""


@dataclass(frozen=True, slots=True)
class BusinessDays(Type):
    """`2bd`: working days of a calendar. Its value is an `int`."""


@dataclass(frozen=True, slots=True)
class Choice(Type):
    """One of ordered options. A status is a Choice whose `phases` run parallel to `options`."""

    options: tuple[str, ...]
    phases: tuple[str, ...] = ()


PHASES = Choice(("open", "waiting", "done"))


@dataclass(frozen=True, slots=True)
class Choices(Type):
    """A set of options."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ref(Type):
    """A reference to one record of an entity type."""

    entity: str


@dataclass(frozen=True, slots=True)
class Many(Type):
    """The records at the other end of an inverse, a `refs` or `lines` field or a part."""

    entity: str


@dataclass(frozen=True, slots=True)
class ListOf(Type):
    """A list of values of one type (`[a, b]`, tags, `split`)."""

    item: Type


@dataclass(frozen=True, slots=True)
class Location(Type):
    """A place: latitude and longitude."""


@dataclass(frozen=True, slots=True)
class File(Type):
    """A stored file."""


@dataclass(frozen=True, slots=True)
class Json(Type):
    """Opaque data."""


@dataclass(frozen=True, slots=True)
class Recurrence(Type):
    """A recurrence phrase."""


@dataclass(frozen=True, slots=True)
class CalendarName(Type):
    """The name of a calendar."""


@dataclass(frozen=True, slots=True)
class Empty(Type):
    """The type of the literal `empty` before its other side gives it one."""
