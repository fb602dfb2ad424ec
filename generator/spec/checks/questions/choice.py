"""A choice: correct options, duplicates, reasons."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Diagnostic
from generator.spec.checks.questions.alternatives import Alternative
from generator.spec.draft import Draft
from generator.spec.places import Loc
from generator.spec.questions.choice import Choice
from generator.spec.questions.cloze import ChoiceBlank


def check(draft: Draft, loc: Loc, question: Choice | ChoiceBlank) -> Iterator[Diagnostic]:
    """At least one option is correct, only one unless several may be picked; wrong ones say why."""
    correct = [index for index, option in enumerate(question.choices) if option.correct]
    choices = (*loc, "choices")
    if not correct:
        yield draft.source.at_key(
            choices,
            "no-correct-option",
            "no option of this question is correct",
            "write 'correct: true' under the right one",
        )
    elif len(correct) > 1 and not question.multiple:
        message = f"{len(correct)} options are correct, but learners can pick only one"
        several = "write 'multiple: true' in the question, or " if isinstance(question, Choice) else ""
        yield draft.at_value(
            (*choices, correct[1], "correct"),
            "several-correct-options",
            message,
            f"{several}leave one correct",
        )
    for index, option in enumerate(question.choices):
        if correct and not option.correct and option.because is None:
            yield draft.at_value(
                (*choices, index),
                "missing-because",
                "this wrong option does not say why it is wrong",
                "add 'because: …'",
                "warning",
            )


def alternatives(question: Choice | ChoiceBlank) -> Iterator[list[Alternative]]:
    """The options."""
    yield [
        Alternative(("choices", at, "text"), "option", at + 1, option.text)
        for at, option in enumerate(question.choices)
    ]
