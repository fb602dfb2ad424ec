"""A statement that is true or false: the wrong answer says why it is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Diagnostic
from generator.spec.checks.truth import check_truth
from generator.spec.draft import Draft
from generator.spec.places import Loc
from generator.spec.questions.true_false import TrueFalse


def check(draft: Draft, loc: Loc, question: TrueFalse) -> Iterator[Diagnostic]:
    """A reason for whoever is wrong."""
    yield from check_truth(draft, (*loc, "answer"), question.answer)
    if question.because is None:
        is_computed = isinstance(question.answer, str)
        wrong = "other answer" if is_computed else f"answer '{str(not question.answer).lower()}'"
        yield draft.at_value(
            loc,
            "missing-because",
            f"nothing says why the {wrong} is wrong",
            "add 'because: …'",
            "warning",
        )
