"""A choice: correct options, duplicates, reasons."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Diagnostic
from generator.spec.draft import Draft
from generator.spec.places import Loc
from generator.spec.questions.choice import Choice


def check(draft: Draft, loc: Loc, question: Choice) -> Iterator[Diagnostic]:
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
        yield draft.at_value(
            (*choices, correct[1], "correct"),
            "several-correct-options",
            message,
            "write 'multiple: true' in the question, or leave one correct",
        )
    yield from check_duplicates(draft, choices, question)
    for index, option in enumerate(question.choices):
        if correct and not option.correct and option.because is None:
            yield draft.at_value(
                (*choices, index),
                "missing-because",
                "this wrong option does not say why it is wrong",
                "add 'because: …'",
                "warning",
            )


def check_duplicates(draft: Draft, choices: Loc, question: Choice) -> Iterator[Diagnostic]:
    """No two options read the same; ``choices`` is their place."""
    first: dict[tuple[str, str], int] = {}
    reported: set[int] = set()
    for index, option in enumerate(question.choices):
        for language, text in option.text.items():
            key = (language, " ".join(text.split()).casefold())
            if key in first and index not in reported:
                reported.add(index)
                message = f"options {first[key] + 1} and {index + 1} read the same in {language}"
                yield draft.at_value((*choices, index, "text"), "duplicate-option", message)
            first.setdefault(key, index)
