"""Instants and lengths of time as a person reads them on a page: near ones by name, far ones by date."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date

from engine.web.words import text

_MINUS = "−"


def day_name(day: date, today: date, language: str) -> str:
    """Return `today`, `вчера`, `вт, 1 дек.` or, in another year, the date with its year."""
    near = {0: "today", -1: "yesterday", 1: "tomorrow"}.get((day - today).days)
    if near:
        return text(near, language)
    if day.year != today.year:
        return format_date(day, "d MMM y", locale=language).replace(" г.", "")
    if abs((day - today).days) < 7:
        return format_date(day, "EEE, d MMM" if language == "ru" else "EEE, MMM d", locale=language)
    return format_date(day, "d MMM" if language == "ru" else "MMM d", locale=language)


def moment(instant: datetime, now: datetime, zone: ZoneInfo, language: str) -> str:
    """Return `today, 11:04`, or for another day its name and the time."""
    local, here = instant.astimezone(zone), now.astimezone(zone)
    return f"{day_name(local.date(), here.date(), language)}, {local:%H:%M}"


def stamp(instant: datetime, now: datetime, zone: ZoneInfo, language: str) -> str:
    """Return the shortest stamp for a timeline: the time today, the day and time else."""
    local, here = instant.astimezone(zone), now.astimezone(zone)
    if local.date() == here.date():
        return f"{local:%H:%M}"
    return f"{day_name(local.date(), here.date(), language)} {local:%H:%M}"


def full(instant: datetime, zone: ZoneInfo, language: str) -> str:
    """Return the whole instant with seconds and the zone's name, for a `title`."""
    local = instant.astimezone(zone)
    return f"{format_date(local.date(), 'long', locale=language)} {local:%H:%M:%S %Z}"


def long_moment(instant: datetime, zone: ZoneInfo, language: str) -> str:
    """Return `вт, 1 декабря, 11:42`: a deadline written out."""
    local = instant.astimezone(zone)
    pattern = "EEE, d MMMM" if language == "ru" else "EEE, MMMM d"
    return f"{format_date(local.date(), pattern, locale=language)}, {local:%H:%M}"


def length(duration: timedelta, language: str) -> str:
    """Return `2 ч 05 мин`, `3 д 4 ч` or `12 мин`; a negative one with a true minus sign. Seconds are cut off."""
    day, hour, minute = ("д", "ч", "мин") if language == "ru" else ("d", "h", "min")
    sign = _MINUS if duration < timedelta(0) else ""
    minutes = int(abs(duration).total_seconds()) // 60
    days, rest = divmod(minutes, 1440)
    hours, minutes = divmod(rest, 60)
    if days:
        return f"{sign}{days} {day}" + (f" {hours} {hour}" if hours else "")
    if hours:
        return f"{sign}{hours} {hour} {minutes:02d} {minute}"
    return f"{sign}{minutes} {minute}"
