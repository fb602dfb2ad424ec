"""A formula: there is something that could be compared."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Diagnostic
from generator.spec.checks.questions.rejected import check_rejected
from generator.spec.checks.questions.text import check_comparable
from generator.spec.draft import Draft
from generator.spec.places import Loc
from generator.spec.questions.formula import FormulaQuestion


def check(draft: Draft, loc: Loc, question: FormulaQuestion) -> Iterator[Diagnostic]:
    """The accepted formulas."""
    yield from check_comparable(draft, (*loc, "accept"))
    yield from check_rejected(draft, loc, (*loc, "accept"))
