"""A question → what the browser needs to grade it, and the fingerprints a learner's progress hangs on.

A new question type registers one function with ``question_key`` and one with ``_content``.
"""

from __future__ import annotations

import hashlib
import json
from functools import singledispatch
from typing import Any

from generator.spec.questions import Choice, DigitsTolerance, NumberQuestion, Question, TextQuestion
from generator.spec.text import pick

FINGERPRINT_DIGITS = 10
OPTION_DIGITS = 6
# Whole numbers below this are exact in a float, here and in the browser.
EXACT_BELOW = 2**53

write_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Data as JSON on one line, without spaces."""


def _digest(content: object, digits: int) -> str:
    return hashlib.sha256(write_json(content).encode()).hexdigest()[:digits]


def option_fingerprints(question: Choice, language: str) -> tuple[str, ...]:
    """A name for every option that outlives a change of order: it depends on the option's own text alone.

    Two options with the same text are told apart by a number.
    """
    names = [_digest(pick(option.text, language)[0], OPTION_DIGITS) for option in question.choices]
    earlier = [names[:place].count(name) for place, name in enumerate(names)]
    return tuple(f"{name}-{same}" if same else name for name, same in zip(names, earlier, strict=True))


def fingerprint(question: Question, language: str) -> str:
    """Changes when the question becomes another one in this language: type, ask, options or key.

    Explanations, reasons and the order of options may be edited without reopening what learners answered.
    """
    return _digest(
        [question.type, pick(question.ask, language)[0], _content(question, language)], FINGERPRINT_DIGITS
    )


def answer_key(question: Question, language: str) -> dict[str, Any]:
    """What ``grade(question, response)`` in assets/js/grade.mjs takes as its first argument."""
    return {"type": question.type, "lang": language, **question_key(question, language)}


@singledispatch
def question_key(question: object, language: str) -> dict[str, Any]:
    """The part of the answer key that depends on the type of question."""
    raise TypeError(f"no answer key for {type(question).__name__}")


@question_key.register
def _(question: Choice, language: str) -> dict[str, Any]:
    names = option_fingerprints(question, language)
    correct = [name for name, option in zip(names, question.choices, strict=True) if option.correct]
    return {"multiple": question.multiple, "correct": correct}


@question_key.register
def _(question: TextQuestion, language: str) -> dict[str, Any]:
    return {"accept": list(accepted(question, language))}


@question_key.register
def _(question: NumberQuestion, language: str) -> dict[str, Any]:
    key: dict[str, Any] = {"accept": [number_text(question.answer)]}
    if question.tolerance != 0:
        key["tolerance"] = _tolerance(question)
    if question.unit:
        key["units"] = sorted(set(question.unit.values()))
    return key


@singledispatch
def _content(question: object, language: str) -> object:
    """What makes the question this question, besides its type and its ask."""
    raise TypeError(f"no fingerprint for {type(question).__name__}")


@_content.register
def _(question: Choice, language: str) -> object:
    options = sorted([pick(option.text, language)[0], option.correct] for option in question.choices)
    return [question.multiple, options]


@_content.register
def _(question: TextQuestion, language: str) -> object:
    return sorted(accepted(question, language))


@_content.register
def _(question: NumberQuestion, language: str) -> object:
    unit = pick(question.unit, language)[0] if question.unit else ""
    return [number_text(question.answer), _tolerance(question), unit]


def _tolerance(question: NumberQuestion) -> object:
    tolerance = question.tolerance
    return tolerance.model_dump() if isinstance(tolerance, DigitsTolerance) else tolerance


def accepted(question: TextQuestion, language: str) -> tuple[str, ...]:
    """The accepted spellings in ``language``, else in the first language that has some."""
    return question.accept.get(language) or next(iter(question.accept.values()))


def number_text(answer: float | str) -> str:
    """A number with all its digits, as the grader reads it: 13002.0 → ``13002``."""
    whole = isinstance(answer, float) and answer.is_integer() and abs(answer) < EXACT_BELOW
    return str(int(answer) if whole else answer)
