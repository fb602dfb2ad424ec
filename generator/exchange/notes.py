"""What an importer understood: plain data between a foreign file and a lesson. All text is plain text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Remark:
    """Something odd in the source and what was done about it; ``line`` counts from 1, 0 is the whole file."""

    line: int
    message: str


@dataclass(frozen=True)
class SpokenCue:
    """One line that is spoken, from ``start`` on (seconds); None if the source does not say when."""

    start: int | None
    text: str
    line: int


@dataclass(frozen=True)
class NoteSection:
    """One moment of the notes."""

    title: str
    start: int | None
    text: str
    line: int


@dataclass(frozen=True)
class NoteQuestion:
    """A question and every answer that the notes give to it."""

    ask: str
    answers: tuple[str, ...]
    line: int
    start: int | None = None


@dataclass(frozen=True)
class Notes:
    """A lecture: what it is called, its sections, questions and transcript in the source's order."""

    title: str = ""
    description: str = ""
    video: str = ""
    sections: tuple[NoteSection, ...] = ()
    questions: tuple[NoteQuestion, ...] = ()
    cues: tuple[SpokenCue, ...] = ()
    remarks: tuple[Remark, ...] = field(default=())

    def remarking(self, remarks: Iterable[Remark]) -> Notes:
        """The same notes with more remarks, in the order of the source's lines."""
        return replace(self, remarks=tuple(sorted((*self.remarks, *remarks), key=lambda remark: remark.line)))
