"""Everything that can go wrong, as data; ``format_diagnostic`` is the one function that lays it out as text.

    LessonloomError
     ├── SpecError      a lesson or course file is wrong (carries every Diagnostic)
     ├── WeightsError   a weight file cannot be used
     ├── DataError      a data set cannot be read
     ├── FigureError    a figure cannot be drawn
     └── ExchangeError  a foreign file cannot be read as a lesson

Inner floors raise, return or yield; they never print.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning"]
Format = Literal["text", "json", "github"]

EXCERPT_COLUMNS = 100
HINT_COLUMNS = 110
TAB = "    "


@dataclass(frozen=True)
class Diagnostic:
    """One problem with an address.

    ``line`` and ``column`` count from 1, in characters. ``excerpt`` is the source line, ``length`` how many
    characters of it the carets underline, ``hint`` what to do ("did you mean 'answer'?").
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    severity: Severity = "error"
    excerpt: str = ""
    length: int = 1
    hint: str = ""

    @property
    def place(self) -> tuple[str, int, int, str, str]:
        """What diagnostics are sorted by."""
        return (self.path, self.line, self.column, self.code, self.message)


class LessonloomError(Exception):
    """Root of every error that a user can cause."""


class SpecError(LessonloomError):
    """Lessons or the course file are wrong; ``diagnostics`` says what and where, sorted by place."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.place))
        super().__init__("\n".join(f"{d.path}:{d.line}:{d.column}: {d.message}" for d in self.diagnostics))


class WeightsError(LessonloomError):
    """A weight file is missing, damaged or does not fit its header."""


class DataError(LessonloomError):
    """A data set is missing, damaged or not what it says it is."""


class FigureError(LessonloomError):
    """A figure cannot be drawn from what it was given.

    ``at`` names what of the figure is at fault, such as ``("parameters", "rate")``; ``code`` (if it has
    one of its own) and ``hint`` are those of its diagnostic.
    """

    def __init__(self, message: str, code: str = "", at: tuple[str | int, ...] = (), hint: str = "") -> None:
        super().__init__(message)
        self.code, self.at, self.hint = code, at, hint


class ExchangeError(LessonloomError):
    """A foreign file cannot be read as a lesson."""


# ---- Layout ----


def column_width(character: str) -> int:
    """How many terminal columns a character takes: 2 for Hangul and emoji, 0 for combining marks, else 1."""
    # Medial and final jamo (decomposed Hangul, as macOS writes it) join the syllable before them.
    if "\u1160" <= character <= "\u11ff" or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def visible(text: str) -> str:
    """``text`` fit for a terminal: escape codes and direction overrides show as �, tabs as spaces."""
    return "".join(
        TAB
        if character == "\t"
        else "\ufffd"
        if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and character != "\u200d"
        else character
        for character in text
    )


def count_columns(text: str) -> int:
    """How many terminal columns a text takes."""
    return sum(map(column_width, text))


def _window(line: str, start: int, length: int) -> tuple[str, str, str]:
    """Cut ``line`` to what fits around the place: (before, at the place, after), ready to print."""
    # Nothing further away than this can be shown; a line may have a million characters.
    before = visible(line[max(0, start - EXCERPT_COLUMNS) : start])
    place = visible(line[start : start + min(length, EXCERPT_COLUMNS)])
    after = visible(line[start + length : start + length + EXCERPT_COLUMNS])
    if len(line) <= EXCERPT_COLUMNS and count_columns(before + place + after) <= EXCERPT_COLUMNS:
        return before, place, after
    place = cut_to_columns(place, EXCERPT_COLUMNS // 2)
    room = EXCERPT_COLUMNS - count_columns(place)
    after = cut_to_columns(after, max(room // 2, room - count_columns(before)))
    before = cut_to_columns(before[::-1], max(room - count_columns(after), room // 2))[::-1]
    return before, place, after


def cut_to_columns(text: str, columns: int) -> str:
    """The beginning of ``text`` that fits into ``columns``, with … where something was cut."""
    used = 0
    for position, character in enumerate(text):
        used += column_width(character)
        if used > columns:
            return text[: max(position - 1, 0)] + "…"
    return text


def format_excerpt(diagnostic: Diagnostic) -> list[str]:
    """The source line, and under it the carets with the hint."""
    if not diagnostic.excerpt:
        return [f"      = {visible(diagnostic.hint)}"] if diagnostic.hint else []
    number = f"{diagnostic.line:>5}"
    margin = " " * len(number)
    before, place, after = _window(diagnostic.excerpt, diagnostic.column - 1, max(diagnostic.length, 1))
    carets = " " * count_columns(before) + "^" * max(count_columns(place), 1)
    hint = visible(diagnostic.hint)
    lines = [f"{number} | {before}{place}{after}".rstrip(), f"{margin} | {carets}"]
    if hint and count_columns(carets) + count_columns(hint) < HINT_COLUMNS:
        lines[-1] += f" {hint}"
    elif hint:
        lines.append(f"{margin} = {hint}")
    return lines


def format_diagnostic(diagnostic: Diagnostic) -> str:
    """One problem as an author reads it: place, message, code, and the line with carets under the place."""
    kind = "warning: " if diagnostic.severity == "warning" else ""
    place = f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column}"
    head = visible(f"{place}: {kind}{diagnostic.message} [{diagnostic.code}]")
    return "\n".join([head, *format_excerpt(diagnostic)])


def _escape(text: str, characters: str) -> str:
    return "".join(f"%{ord(character):02X}" if character in characters else character for character in text)


def format_github(diagnostic: Diagnostic) -> str:
    """One problem as a GitHub workflow command, which puts it beside the line in a pull request."""
    end = diagnostic.column + max(diagnostic.length, 1) - 1
    properties = {
        "file": diagnostic.path,
        "line": diagnostic.line,
        "col": diagnostic.column,
        "endColumn": end,
        "title": diagnostic.code,
    }
    # https://docs.github.com/actions/reference/workflow-commands: properties escape two characters more.
    listed = ",".join(
        f"{name}={_escape(str(value), '%' + chr(13) + chr(10) + ':,')}" for name, value in properties.items()
    )
    message = diagnostic.message + (f" ({diagnostic.hint})" if diagnostic.hint else "")
    return f"::{diagnostic.severity} {listed}::{_escape(message, '%' + chr(13) + chr(10))}"


def format_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Every problem as one JSON object: ``{"version": 1, "errors": n, "warnings": n, "diagnostics": [...]}``.

    Each diagnostic has the fields of ``Diagnostic``; ``line`` and ``column`` count from 1, in characters.
    """
    listed = [asdict(diagnostic) for diagnostic in diagnostics]
    count = {kind: sum(item["severity"] == kind for item in listed) for kind in ("error", "warning")}
    report = {"version": 1, "errors": count["error"], "warnings": count["warning"], "diagnostics": listed}
    return json.dumps(report, ensure_ascii=False, indent=2)
