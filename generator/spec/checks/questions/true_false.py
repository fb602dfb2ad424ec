"""A statement that is true or false: the wrong answer says why it is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Diagnostic
from generator.spec.draft import Draft
from generator.spec.places import Loc
from generator.spec.questions.true_false import TrueFalse


def check(draft: Draft, loc: Loc, question: TrueFalse) -> Iterator[Diagnostic]:
    """A reason for whoever is wrong."""
    if question.because is None:
        wrong = "false" if question.answer else "true"
        yield draft.at_value(
            loc,
            "missing-because",
            f"nothing says why the answer '{wrong}' is wrong",
            "add 'because: …'",
            "warning",
        )
