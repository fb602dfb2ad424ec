"""Everything that can go wrong, as data; one function turns it into words.

    LessonloomError
     ├── SpecError      a lesson or course file is wrong (carries every Diagnostic)
     ├── WeightsError   a weight file cannot be used
     ├── DataError      a data set cannot be read
     ├── FigureError    a figure cannot be drawn
     └── ExchangeError  a foreign file cannot be read as a lesson

Inner floors raise, return or yield; they never print.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


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


class LessonloomError(Exception):
    """Root of every error that a user can cause."""


class SpecError(LessonloomError):
    """Lessons or the course file are wrong; ``diagnostics`` says what and where."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__(f"{len(diagnostics)} problems")
        self.diagnostics = tuple(diagnostics)


class WeightsError(LessonloomError):
    """A weight file is missing, damaged or does not fit its header."""


class DataError(LessonloomError):
    """A data set is missing, damaged or not what it says it is."""


class FigureError(LessonloomError):
    """A figure cannot be drawn from what it was given."""


class ExchangeError(LessonloomError):
    """A foreign file cannot be read as a lesson."""
