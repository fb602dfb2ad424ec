"""Lines ``[[id]]``: each puts one figure or question of its own section there, once; and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.errors import Diagnostic
from generator.spec.checks.texts import PLAIN_FIELDS
from generator.spec.draft import Draft
from generator.spec.explain import shorten
from generator.spec.markup import Mark, find_placements, find_placements_in_lines
from generator.spec.near_names import suggest
from generator.spec.places import Loc, Problem

OTHER_PROSE = frozenset(("summary", "goals", "recap", "sources", "questions", "caption"))
"""Fields with Markdown, or with fields of Markdown, in which nothing can be placed."""


def check_placements(draft: Draft) -> Iterator[Diagnostic]:
    """Check every language of every section's text by itself, then whatever else is Markdown."""
    owners: dict[str, Loc] = {}
    for loc, noun, name in draft.ids:
        if noun != "section" and loc[-1] != "figure":  # a question's own figure stays with it
            owners.setdefault(name, loc[:2] if loc[0] == "sections" else ())
    sections = draft.data.get("sections")
    for index in range(len(sections) if isinstance(sections, list) else 0):
        for loc, text in draft.source.texts_at(("sections", index, "text")):
            yield from _check_text(draft, loc, text, owners)
    for loc, text in draft.source.texts:
        if "[[" in text and not OTHER_PROSE.isdisjoint(loc) and PLAIN_FIELDS.isdisjoint(loc):
            yield from _check_other(draft, loc, text)


def _check_text(draft: Draft, loc: Loc, text: str, owners: Mapping[str, Any]) -> Iterator[Diagnostic]:
    section = loc[:2]
    here = [name for name, owner in owners.items() if owner == section]
    seen: set[str] = set()
    for mark in find_placements(text):
        name = mark.value
        begin, length = _extent(text, mark)
        if name in seen:
            problem = Problem(
                "repeated-reference", f"[[{name}]] stands twice in this text", hint="delete one of them"
            )
        elif name in here:
            seen.add(name)
            continue
        elif name in owners:
            problem = Problem(
                "unknown-reference",
                f"'{name}' does not belong to this section",
                hint="move it here, or its [[…]] to its own section",
            )
        else:
            message = f"[[{shorten(name)}]] names no figure or question of this section"
            problem = Problem("unknown-reference", message, hint=suggest(name, here))
        yield draft.source.at_text(loc, begin, length, problem)
    for mark in find_placements_in_lines(text) if "[[" in text else ():
        if mark.value in here:
            message = f"[[{mark.value}]] places nothing inside a line: readers see the brackets"
            hint = "give it a line of its own"
            told = Problem("unknown-reference", message, hint=hint, severity="warning")
            yield draft.source.at_text(loc, mark.start, mark.end - mark.start, told)


def _check_other(draft: Draft, loc: Loc, text: str) -> Iterator[Diagnostic]:
    """A page would show these brackets as they are."""
    for mark in find_placements(text):
        message = f"[[{shorten(mark.value)}]] places nothing here: only the text of a section can hold it"
        hint = r"move it to the section's 'text', or write \[[ for brackets that are meant as text"
        yield draft.source.at_text(
            loc, *_extent(text, mark), Problem("unknown-reference", message, hint=hint)
        )


def _extent(text: str, mark: Mark) -> tuple[int, int]:
    """Where the brackets of a placement begin, and their length."""
    begin = text.index("[[", mark.start)
    return begin, len(text[begin : mark.end].rstrip())
