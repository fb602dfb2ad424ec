"""Questions: each can be answered, and each wrong answer learns why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Diagnostic
from generator.spec.draft import Draft
from generator.spec.places import Loc
from generator.spec.questions import Choice, NumberQuestion, TextQuestion

_LISTED = re.compile(r"(?<=[^\W\d_])(?:,[ \n]+|;[ \n]*)(?=[^\W\d_])")


def check_questions(draft: Draft) -> Iterator[Diagnostic]:
    """Correct options, duplicates, reasons; answers that somebody could type."""
    for loc, question in draft.questions():
        if isinstance(question, Choice):
            yield from _check_choice(draft, loc, question)
        elif isinstance(question, TextQuestion):
            yield from _check_accept(draft, (*loc, "accept"), question)
        elif isinstance(question, NumberQuestion):
            yield from _check_answer(draft, (*loc, "answer"), question)


def _check_choice(draft: Draft, loc: Loc, question: Choice) -> Iterator[Diagnostic]:
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


def _check_accept(draft: Draft, loc: Loc, question: TextQuestion) -> Iterator[Diagnostic]:
    """What a learner types is compared by its letters and digits, so an answer needs some."""
    for where, text in draft.source.texts_at(loc):
        if text.strip() and not any(character.isalnum() for character in text):
            yield draft.at_value(
                where,
                "empty-answer",
                f"'{text}' has no letter or digit that could be compared",
                "an accepted answer is words or numbers",
            )
        elif not isinstance(where[-1], int) and _LISTED.search(text):
            answers = ", ".join(part.strip() for part in _LISTED.split(text))
            yield draft.at_value(
                where,
                "joined-answers",
                "this is one answer, and learners have to type all of it",
                f"write [{answers}] for several; if it is one, write it in quotes inside [ ]",
                "warning",
            )


def _check_answer(draft: Draft, loc: Loc, question: NumberQuestion) -> Iterator[Diagnostic]:
    """An answer in text must be an expression; what is in it is checked with all the others."""
    if isinstance(question.answer, str) and "{{" not in question.answer:
        plain = question.answer.replace(",", "").strip()
        hint = (
            f"write {plain}"
            if re.fullmatch(r"[-+]?\d+(\.\d+)?", plain)
            else 'an expression is written "{{ … }}"'
        )
        yield draft.at_value(
            loc, "bad-answer", f"expected a number or an expression, found '{question.answer[:40]}'", hint
        )
