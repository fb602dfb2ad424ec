"""A choice: correct options, duplicates, reasons."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Diagnostic
from generator.spec.checks.questions.alternatives import Alternative
from generator.spec.checks.truth import check_truth
from generator.spec.draft import Draft
from generator.spec.places import Loc
from generator.spec.questions.choice import Choice
from generator.spec.questions.cloze import ChoiceBlank


def check(draft: Draft, loc: Loc, question: Choice | ChoiceBlank) -> Iterator[Diagnostic]:
    """At least one option is correct, only one unless several may be picked; wrong ones say why."""
    choices = (*loc, "choices")
    for index, option in enumerate(question.choices):
        yield from check_truth(draft, (*choices, index, "correct"), option.correct)
    if all(isinstance(option.correct, bool) for option in question.choices):
        yield from check_correct(draft, choices, question)
    has_correct = any(option.correct for option in question.choices)
    for index, option in enumerate(question.choices):
        if has_correct and option.correct is False and option.because is None:
            yield draft.at_value(
                (*choices, index),
                "missing-because",
                "this wrong option does not say why it is wrong",
                "add 'because: …'",
                "warning",
            )


def check_correct(draft: Draft, choices: Loc, question: Choice | ChoiceBlank) -> Iterator[Diagnostic]:
    """An option is correct; several only where several may be picked. ``choices`` is their place."""
    correct = [index for index, option in enumerate(question.choices) if option.correct]
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


def alternatives(question: Choice | ChoiceBlank) -> Iterator[list[Alternative]]:
    """The options."""
    yield [
        Alternative(("choices", at, "text"), "option", at + 1, option.text)
        for at, option in enumerate(question.choices)
    ]
