"""Sections: none is empty, and times run forwards."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.errors import Diagnostic
from generator.spec.draft import Draft
from generator.spec.lesson import Section, Transcript
from generator.spec.places import Loc
from generator.spec.text import format_time


def check_sections(draft: Draft) -> Iterator[Diagnostic]:
    """Empty sections are errors; times out of order are warnings, because a video may be cut that way."""
    starts: list[tuple[Loc, int]] = []
    for loc, part in draft.parts:
        if isinstance(part, Section):
            if part.start is not None:
                starts.append(((*loc, "start"), part.start))
            if _is_empty(draft, loc):
                yield draft.at_value(
                    loc, "empty-section", "this section is empty", "give it a text, a figure or a question"
                )
            elif _asks_nothing(draft, loc):
                yield draft.at_value(
                    loc,
                    "section-without-question",
                    "this section asks nothing, so nobody finds out whether it was understood",
                    "add a short question under 'questions:'",
                    "warning",
                )
        elif isinstance(part, Transcript):
            cues = [((*loc, "cues", index, "at"), cue.at) for index, cue in enumerate(part.cues)]
            yield from _check_order(draft, cues, "cue")
    yield from _check_order(draft, starts, "section")


def _is_empty(draft: Draft, loc: Loc) -> bool:
    """Asked of what the author wrote: wrong figures and questions are not nothing."""
    written = draft.source.value_at(loc)
    fields = ("text", "figures", "questions", "transcript", "<<")
    return isinstance(written, dict) and not any(written.get(field) for field in fields)


def _asks_nothing(draft: Draft, loc: Loc) -> bool:
    """Only beside sections that ask: a lesson may ask at its end, or be for reading, or being begun."""
    section = draft.source.value_at(loc)
    lesson = draft.lesson
    asks = lesson and not lesson.questions and any(each.questions for each in lesson.sections)
    return bool(asks) and isinstance(section, dict) and not section.get("questions") and "<<" not in section


def _check_order(draft: Draft, times: list[tuple[Loc, int]], noun: str) -> Iterator[Diagnostic]:
    for (_, before), (loc, time) in pairwise(times):
        if time < before:
            message = (
                f"this {noun} begins at {format_time(time)}, before the one above it ({format_time(before)})"
            )
            yield draft.at_value(loc, "times-out-of-order", message, "", "warning")
