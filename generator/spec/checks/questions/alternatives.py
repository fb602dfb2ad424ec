"""Texts that learners pick among: no two read the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.errors import Diagnostic
from generator.spec.draft import Draft
from generator.spec.places import Loc
from generator.spec.text import Text


class Alternative(NamedTuple):
    """One of the texts. ``loc`` is its place in the question; messages call it ``noun`` ``number``."""

    loc: Loc
    noun: str
    number: int
    text: Text


def check_group(draft: Draft, loc: Loc, group: Iterable[Alternative]) -> Iterator[Diagnostic]:
    """Case and spaces make no difference. ``loc`` is the place of the question."""
    first: dict[tuple[str, str], Alternative] = {}
    reported: set[Loc] = set()
    for alternative in group:
        for language, text in alternative.text.items():
            key = (language, " ".join(text.split()).casefold())
            if key in first and alternative.loc not in reported:
                reported.add(alternative.loc)
                message = f"{_both(first[key], alternative)} read the same in {language}"
                yield draft.at_value((*loc, *alternative.loc), "duplicate-option", message)
            first.setdefault(key, alternative)


def _both(one: Alternative, other: Alternative) -> str:
    if one.noun == other.noun:
        return f"{one.noun}s {one.number} and {other.number}"
    return f"{one.noun} {one.number} and {other.noun} {other.number}"
