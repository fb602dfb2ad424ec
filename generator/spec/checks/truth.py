"""What is true or false may be computed: then by one condition."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Diagnostic
from generator.spec.draft import Draft
from generator.spec.expression_places import asks_truth
from generator.spec.places import Loc


def check_truth(draft: Draft, loc: Loc, value: bool | str) -> Iterator[Diagnostic]:
    """A text is a condition in braces; what is in it is checked with all the other expressions."""
    if isinstance(value, str) and ("{{" not in value or asks_truth(value) is False):
        message = f"expected true, false or a condition, found '{value[:40]}'"
        hint = 'write true or false without quotes, or a condition "{{ w > 0 }}"'
        yield draft.at_value(loc, "bad-answer", message, hint)
