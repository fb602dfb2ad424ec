"""Texts: none is empty, their maths can be drawn, and double quotes have not eaten its backslashes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Diagnostic
from generator.spec.draft import Draft
from generator.spec.expression_places import mask_expressions
from generator.spec.places import Loc, Problem

PLAIN_FIELDS = frozenset(
    ("alt", "title", "accept", "answers", "parameters", "transcript", "unit", "id", "video", "url", "models")
)
"""Fields that hold no Markdown."""

_EATEN = re.compile(r"\$[^$\n]*?(?<!\\)(\\[tnr])[A-Za-z][^$\n]*\$")


def check_texts(draft: Draft) -> Iterator[Diagnostic]:
    """Look at every string in the file, in whatever field it stands."""
    for loc, text in draft.source.texts:
        if loc in draft.source.parsed.refused:
            continue
        yield from check_empty(draft, loc, text)
        if "$" in text and PLAIN_FIELDS.isdisjoint(loc):
            yield from _check_eaten_backslash(draft, loc) or _check_maths(draft, loc, text)


def check_empty(draft: Draft, loc: Loc, text: str) -> Iterator[Diagnostic]:
    """A text has more than white space."""
    if not text.strip():
        yield draft.at_value(loc, "empty-text", "this text is empty", "write it, or leave the field out")


def _check_eaten_backslash(draft: Draft, loc: Loc) -> list[Diagnostic]:
    """``"$\\theta$"`` between double quotes is a tab and ``heta``."""
    span = draft.source.span(loc)
    eaten = _EATEN.search(draft.source.text, span.start, span.end) if span.style == '"' else None
    if not eaten:
        return []
    sign = eaten[1]
    name = {"\\t": "a tab", "\\n": "a new line", "\\r": "a return"}[sign]
    message = f"'{sign}' between double quotes is {name}, not the beginning of a maths command"
    hint = r"use single quotes, or write '\\' for a backslash"
    return [draft.source.diagnose_problem(Problem("bad-escape", message, eaten.start(1), eaten.end(1), hint))]


def _check_maths(draft: Draft, loc: Loc, text: str) -> Iterator[Diagnostic]:
    # Reading LaTeX takes tables of commands that a lesson without formulas need not wait for.
    from generator.spec.maths import check_maths

    for found in check_maths(mask_expressions(text)):
        problem = Problem("bad-maths", found.message, hint=found.hint)
        yield draft.source.at_text(loc, found.offset, found.length, problem)
