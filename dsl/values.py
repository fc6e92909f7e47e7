"""Values that Python has no type for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """An amount rounded to the currency's minor unit, and the ISO 4217 code."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Location:
    """Degrees, WGS 84, stored to seven places."""

    lat: Decimal
    lon: Decimal
