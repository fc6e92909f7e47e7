"""Places and findings: what is wrong, where, and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file. Lines and columns count from 1, columns and length in code points."""

    file: str
    line: int
    column: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a piece of text stands, so that an offset in it becomes a place in its file.

    `starts` holds (offset in the text, line, column), ascending: one entry for each run of characters that stands
    unbroken in the file (a plain scalar has one, a block scalar one per line).
    """

    file: str
    starts: tuple[tuple[int, int, int], ...] = ((0, 1, 1),)

    def span(self, offset: int, length: int = 1) -> Span:
        """Return the place of `length` characters at `offset`."""
        last = self.starts[0]
        for start in self.starts:
            if start[0] > offset:
                break
            last = start
        return Span(self.file, last[1], last[2] + offset - last[0], max(1, length))


@dataclass(frozen=True, slots=True)
class Hint:
    """What to do next: a catalogue code with its parameters, e.g. `did_you_mean`."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. Its words live in a catalogue by code and language, so that people read their own language."""

    code: str
    span: Span
    params: Mapping[str, str] = field(default_factory=dict)
    hint: Hint | None = None
    severity: Severity = "error"

    def summary(self, language: str = "en") -> str:
        """Return the finding as one plain sentence."""
        return words(self.code, self.params, language)

    def suggestion(self, language: str = "en") -> str:
        """Return what to write instead, or nothing."""
        return words(self.hint.code, self.hint.params, language) if self.hint else ""


_CATALOGUE: dict[str, Mapping[str, str]] = {}


def register(words: Mapping[str, Mapping[str, str]]) -> None:
    """Add sentences: code -> language -> text with `{param}` places. A code registered twice is a mistake of ours."""
    for code, by_language in words.items():
        if _CATALOGUE.get(code, by_language) != by_language:
            raise ValueError(f"diagnostic code {code} is registered twice")
        _CATALOGUE[code] = by_language


def words(code: str, params: Mapping[str, str], language: str) -> str:
    """Return the sentence of a catalogue code in a language (English where that language has none)."""
    by_language = _CATALOGUE[code]
    return by_language.get(language, by_language["en"]).format_map(params)
