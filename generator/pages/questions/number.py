"""A number on the page."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import Any

from generator.pages.questions.rejected import rejected_key, rejected_views
from generator.pages.ui_text import ui_text
from generator.spec.questions.number import DigitsTolerance, NumberAnswer
from generator.spec.text import pick

# From this power of ten on, a number that is not written out digit by digit is shown with one.
POWERS_FROM = 15
# Whole numbers below this are exact in a float, here and in the browser.
EXACT_BELOW = 2**53
SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def view(question: NumberAnswer, language: str) -> dict[str, Any]:
    """The answer as it is shown, its unit and its tolerance in words."""
    unit, written = pick(question.unit, language) if question.unit else ("", language)
    return {
        "answer": shown_answer(question),
        "unit": unit,
        # Korean counters and signs such as % stand close to their number.
        "space": " " if re.match(r"[A-Za-z]", unit) else "",
        "unit_language": None if written == language else written,
        "within": _within(question, language),
        "rejected": rejected_views(question.reject, language),
        "negative": number_text(question.answer).lstrip().startswith("-"),
    }


def key(question: NumberAnswer, language: str) -> dict[str, Any]:
    """The number with all its digits, how far off is right, and its unit in every language."""
    found: dict[str, Any] = {"accept": [number_text(question.answer)]}
    if question.tolerance != 0:
        found["tolerance"] = _tolerance(question)
    if question.unit:
        found["units"] = sorted(set(question.unit.values()))
    return {**found, **rejected_key(question.reject, language)}


def content(question: NumberAnswer, language: str) -> object:
    """The answer, how far off is right, and the unit."""
    unit = pick(question.unit, language)[0] if question.unit else ""
    return [number_text(question.answer), _tolerance(question), unit]


def _tolerance(question: NumberAnswer) -> object:
    tolerance = question.tolerance
    return tolerance.model_dump() if isinstance(tolerance, DigitsTolerance) else tolerance


def number_text(answer: float | str) -> str:
    """A number with all its digits, as the grader reads it: 13002.0 → ``13002``."""
    whole = isinstance(answer, float) and answer.is_integer() and abs(answer) < EXACT_BELOW
    return str(int(answer) if whole else answer)


def shown_answer(question: NumberAnswer) -> str:
    """The answer as a reader expects it: no more digits than the question asks for."""
    answer = question.answer
    if isinstance(answer, str):
        return answer
    return write_number(answer, _digits_asked(question.tolerance, answer))


def write_number(value: float, digits: int) -> str:
    """13002 → ``13,002``; -0.5 → ``−0.5``; 1e-9 → ``1×10⁻⁹``. An ``int`` keeps all its digits."""
    if isinstance(value, int):
        text = f"{value:,}"
    elif abs(value) >= 10**POWERS_FROM:
        text = f"{value:.{digits}g}"
    else:
        text = f"{value:,.{max(digits, _magnitude(value) + 1)}g}"
    text, _, power = text.partition("e")
    if power:
        text += f"×10{str(int(power)).translate(SUPERSCRIPTS)}"
    return text.replace("-", "\u2212", 1)


def _magnitude(value: float) -> int:
    """The power of ten of the first digit: 2 for 784, 0 for 0."""
    return math.floor(math.log10(abs(value))) if value else 0


def _written_digits(value: float) -> int:
    """How many significant digits a number has as it is written."""
    return len(Decimal(repr(value)).normalize().as_tuple().digits)


def _digits_asked(tolerance: float | str | DigitsTolerance, value: float) -> int:
    """Significant digits worth showing: those that the tolerance asks for, of those that there are."""
    if isinstance(tolerance, DigitsTolerance):
        return tolerance.digits
    size = float(tolerance.rstrip("%")) / 100 * abs(value) if isinstance(tolerance, str) else tolerance
    written = _written_digits(value)
    return written if size == 0 else min(written, max(1, _magnitude(value) - _magnitude(size) + 1))


def _within(question: NumberAnswer, language: str) -> str:
    """The tolerance in plain words; nothing where the answer must be exact."""
    tolerance = question.tolerance
    if isinstance(tolerance, DigitsTolerance):
        return ui_text("quiz_within_digits", language).format(digits=tolerance.digits)
    if re.fullmatch(r"0*(\.0*)?%?", str(tolerance)):
        return ""
    amount = tolerance if isinstance(tolerance, str) else write_number(tolerance, _written_digits(tolerance))
    return ui_text("quiz_within", language).format(amount=f"±{amount}")
