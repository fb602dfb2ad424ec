"""A number: an answer in text must be an expression."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Diagnostic
from generator.spec.checks.questions.rejected import check_rejected
from generator.spec.draft import Draft
from generator.spec.expression_places import asks_truth
from generator.spec.places import Loc
from generator.spec.questions.number import NumberAnswer


def check(draft: Draft, loc: Loc, question: NumberAnswer) -> Iterator[Diagnostic]:
    """An answer in text must be an expression; what is in it is checked with all the others."""
    if isinstance(question.answer, str) and "{{" not in question.answer:
        plain = question.answer.replace(",", "").strip()
        hint = (
            f"write {plain}"
            if re.fullmatch(r"[-+]?\d+(\.\d+)?", plain)
            else 'an expression is written "{{ … }}"'
        )
        yield draft.at_value(
            (*loc, "answer"),
            "bad-answer",
            f"expected a number or an expression, found '{question.answer[:40]}'",
            hint,
        )
    elif isinstance(question.answer, str) and asks_truth(question.answer):
        message = "an answer is a number; this is true or false"
        yield draft.at_value((*loc, "answer"), "bad-answer", message)
    yield from check_rejected(draft, loc, (*loc, "answer"))
