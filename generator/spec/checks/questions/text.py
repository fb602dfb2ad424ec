"""A short answer in words: there is something that could be compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.errors import Diagnostic
from generator.spec.checks.questions.rejected import check_rejected
from generator.spec.draft import Draft
from generator.spec.places import Loc
from generator.spec.questions.text import TextAnswer

_LISTED = re.compile(r"(?<=[^\W\d_])(?:,[ \n]+|;[ \n]*)(?=[^\W\d_])")


def check(draft: Draft, loc: Loc, question: TextAnswer) -> Iterator[Diagnostic]:
    """The accepted answers: each can be compared, and none is several."""
    if not question.literal:
        yield from check_comparable(draft, (*loc, "accept"))
    yield from check_rejected(draft, loc, (*loc, "accept"))
    for where, text in draft.source.texts_at((*loc, "accept")):
        if not isinstance(where[-1], int) and _LISTED.search(text):
            answers = ", ".join(part.strip() for part in _LISTED.split(text))
            yield draft.at_value(
                where,
                "joined-answers",
                "this is one answer, and learners have to type all of it",
                f"write [{answers}] for several; if it is one, write it in quotes inside [ ]",
                "warning",
            )


def check_comparable(draft: Draft, loc: Loc) -> Iterator[Diagnostic]:
    """What learners type is compared by letters, digits and signs of mathematics; an answer has one."""
    for where, text in draft.source.texts_at(loc):
        if text.strip() and not any(each.isalnum() or unicodedata.category(each) == "Sm" for each in text):
            yield draft.at_value(
                where,
                "empty-answer",
                f"'{text}' has no letter, digit or sign of mathematics that could be compared",
                "write 'literal: true' in the question if learners have to type exactly this",
            )
