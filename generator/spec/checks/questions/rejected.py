"""Expected wrong answers: none of them is a right one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Diagnostic
from generator.spec.draft import Draft
from generator.spec.places import Loc


def check_rejected(draft: Draft, loc: Loc, accepted: Loc) -> Iterator[Diagnostic]:
    """``loc`` is the question's place, ``accepted`` that of its right answers."""
    right = {_plain(text) for _, text in draft.source.texts_at(accepted)}
    entries = draft.source.value_at((*loc, "reject"))
    for index in range(len(entries) if isinstance(entries, list) else 0):
        for where, text in draft.source.texts_at((*loc, "reject", index, "answers")):
            if _plain(text) in right:
                yield draft.at_value(
                    where,
                    "accepted-and-rejected",
                    f"'{text}' is both a right and a wrong answer of this question",
                    "delete it in one of the two places",
                )


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()
