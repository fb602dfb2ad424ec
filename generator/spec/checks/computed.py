"""What shows only when expressions are computed: options that came out equal, texts that came out empty."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Diagnostic
from generator.spec.checks.questions import check_alternatives
from generator.spec.checks.texts import check_empty
from generator.spec.draft import Draft


def check_computed(draft: Draft) -> Iterator[Diagnostic]:
    """Some checks again; what a text question accepts has letters or digits whatever is computed.

    ``draft`` holds the lesson as computed, and its file as written.
    """
    for loc, question in draft.questions():
        yield from check_alternatives(draft, loc, question)
    for loc, texts in draft.texts():
        for language, text in texts.items():
            if isinstance(text, str):
                yield from check_empty(draft, (*loc, language), text)
