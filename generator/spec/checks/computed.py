"""What shows only when expressions are computed: options that came out equal, texts that came out empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.errors import Diagnostic
from generator.spec.checks.questions.choice import check_duplicates
from generator.spec.checks.texts import check_empty
from generator.spec.draft import Draft
from generator.spec.questions.choice import Choice


def check_computed(draft: Draft) -> Iterator[Diagnostic]:
    """Some checks again; what a text question accepts has letters or digits whatever is computed.

    ``draft`` holds the lesson as computed, and its file as written.
    """
    for loc, part in draft.parts:
        if isinstance(part, Choice):
            yield from check_duplicates(draft, (*loc, "choices"), part)
        for field, value in part.__dict__.items():
            if isinstance(value, Mapping):
                for language, text in value.items():
                    if isinstance(text, str):
                        yield from check_empty(draft, (*loc, field, language), text)
