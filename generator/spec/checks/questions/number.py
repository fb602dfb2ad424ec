"""A number: an answer in text must be an expression."""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Iterator

from generator.errors import Diagnostic
from generator.spec.draft import Draft
from generator.spec.explain import shorten
from generator.spec.expression_places import asks_truth
from generator.spec.places import Loc
from generator.spec.questions.number import DigitsTolerance, NumberAnswer, Tolerance

# What an author may write as a wrong number: -0.5, 13,002, 1e-3, 5/6, each with a unit behind it.
_NUMBER = re.compile(
    r"([-+]?(?:\d{1,3}(?:,\d{3})+|\d+|(?=\.\d))(?:\.\d+)?(?:[eE][-+]?\d{1,4})?)"
    r"(?: ?/ ?(\d{1,15}))?\s?([^\d\s]\D{0,30})?"
)


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
    yield from check_rejected_numbers(draft, loc, question)


def check_rejected_numbers(draft: Draft, loc: Loc, question: NumberAnswer) -> Iterator[Diagnostic]:
    """Each expected wrong answer is a number, and none is right; asked once more of what is computed."""
    told: set[Loc] = set()
    for index, entry in enumerate(question.reject):
        answers = (*loc, "reject", index, "answers")
        for language, texts in entry.answers.items():
            for number, text in enumerate(texts):
                where = _written(draft, answers, language, number)
                if where not in told and (problem := _judge(text, question)):
                    told.add(where)
                    yield draft.at_value(where, *problem)


def _judge(text: str, question: NumberAnswer) -> tuple[str, str, str] | None:
    """(code, message, hint) of what is wrong with an answer that is to be rejected."""
    read = _NUMBER.fullmatch(text.replace("\u2212", "-").strip())
    below = int(read[2] or 1) if read else 0
    value = float(read[1].replace(",", "")) / below if read and below else math.inf
    if "{{" in text:
        return None
    if not read or not math.isfinite(value):
        return (
            "bad-answer",
            f"expected a number, found '{shorten(text)}'",
            "write it like 13,002 or 1e-3",
        )
    answer, units = question.answer, question.unit.values() if question.unit else ()
    if isinstance(answer, str) or (read[3] and read[3] not in units):
        return None
    code, shown = "accepted-and-rejected", f"'{shorten(text)}'"
    if value == answer:
        message = f"{shown} is both a right and a wrong answer of this question"
        return code, message, "delete it in one of the two places"
    if is_within(answer, value, question.tolerance):
        message = f"{shown} is right: it is within the tolerance of the answer, {answer:g}"
        return code, message, "reject what is further off, or make 'tolerance' smaller"
    return None


def is_within(answer: float, value: float, tolerance: Tolerance) -> bool:
    """Whether a number is as near to the answer as the grader asks for (isWithin in grade-number.mjs)."""
    noise = 4 * sys.float_info.epsilon * max(abs(answer), abs(value))
    if isinstance(tolerance, DigitsTolerance):
        digits = tolerance.digits
        step = 10.0 ** (math.floor(math.log10(abs(answer))) - digits + 1) if answer else 0.0
        same = f"{answer:.{digits - 1}e}" == f"{value:.{digits - 1}e}"
        return same or abs(answer - value) <= step / 2 + noise
    share = abs(answer) / 100 if isinstance(tolerance, str) else 1
    limit = float(str(tolerance).removesuffix("%")) * share
    if limit:
        return abs(answer - value) <= limit + noise
    return value == answer if float(answer).is_integer() else abs(answer - value) <= 1e-9 * abs(answer)


def _written(draft: Draft, answers: Loc, language: str, number: int) -> Loc:
    """Where an answer stands, which may be written once for all languages, and alone or in a list."""
    places = ((*answers, language, number), (*answers, number), (*answers, language))
    return next((place for place in places if place in draft.source.parsed.values), answers)
