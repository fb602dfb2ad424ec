"""Expected wrong answers: what the browser compares, and what it then says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from generator.pages.questions.author_text import prose_block
from generator.spec.questions.rejected import Rejected, RejectedNumber
from generator.spec.text import pick_all


class RejectedView(NamedTuple):
    """``answers`` are wrong because of ``because``, which the key calls by ``place``."""

    place: int
    answers: tuple[str, ...]
    because: Markup


def rejected_key(reject: Sequence[Rejected | RejectedNumber], language: str) -> dict[str, Any]:
    """``reject`` of an answer key; ``because`` is the place of the feedback in the page, if there is any."""
    entries = [
        {"accept": list(pick_all(entry.answers, language)), **({"because": place} if entry.because else {})}
        for place, entry in enumerate(reject)
    ]
    return {"reject": entries} if entries else {}


def rejected_views(reject: Sequence[Rejected | RejectedNumber], language: str) -> list[RejectedView]:
    """Those that say why."""
    return [
        RejectedView(place, pick_all(entry.answers, language), prose_block(entry.because, language))
        for place, entry in enumerate(reject)
        if entry.because
    ]
