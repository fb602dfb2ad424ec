"""Texts: none is empty, their maths can be drawn, and double quotes have not eaten its backslashes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Diagnostic
from generator.spec.checks.questions import written_texts
from generator.spec.draft import Draft
from generator.spec.markup import find_segments
from generator.spec.places import Loc, Problem

PLAIN_FIELDS = frozenset(("title", "accept", "transcript", "unit", "id", "video"))
"""Fields that hold no Markdown."""

_ESCAPED_WHITE = re.compile(r"\\[tnr][A-Za-z]")


def check_texts(draft: Draft) -> Iterator[Diagnostic]:
    """Look at every string in the file, in whatever field it stands."""
    for loc, text in written_texts(draft, ()):
        if loc in draft.source.parsed.refused:
            continue
        if not text.strip():
            yield draft.at_value(loc, "empty-text", "this text is empty", "write it, or leave the field out")
        elif "$" in text and not PLAIN_FIELDS & set(loc):
            yield from _check_eaten_backslash(draft, loc, text) or _check_maths(draft, loc, text)


def _check_eaten_backslash(draft: Draft, loc: Loc, text: str) -> list[Diagnostic]:
    """``"$\\theta$"`` between double quotes is a tab and ``heta``."""
    span = draft.source.span(loc)
    eaten = _ESCAPED_WHITE.search(draft.source.text, span.start, span.end) if span.style == '"' else None
    if not eaten or not any(re.search(r"[\t\n\r]", segment.inner) for segment in find_segments(text)):
        return []
    sign = eaten[0][:2]
    name = {"\\t": "a tab", "\\n": "a new line", "\\r": "a return"}[sign]
    message = f"'{sign}' between double quotes is {name}, not the beginning of a maths command"
    return [draft.at_value(loc, "bad-escape", message, "use single quotes, or write '\\\\'")]


def _check_maths(draft: Draft, loc: Loc, text: str) -> Iterator[Diagnostic]:
    # Reading LaTeX takes tables of commands that a lesson without formulas need not wait for.
    from generator.spec.maths import check_maths

    for found in check_maths(text):
        problem = Problem("bad-maths", found.message, hint=found.hint)
        yield draft.source.at_text(loc, found.offset, found.length, problem)
