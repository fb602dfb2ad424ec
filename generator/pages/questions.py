"""A question → the HTML that works without JavaScript and that the browser's elements enhance.

Each type has a template of its name in templates/questions and a function registered with ``_view``.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from functools import lru_cache, singledispatch
from typing import Any, NamedTuple

from markupsafe import Markup

from generator.pages.answer_key import (
    accepted,
    answer_key,
    fingerprint,
    number_text,
    option_fingerprints,
    write_json,
)
from generator.pages.prose import LESSONS, render_block, render_inline
from generator.pages.templating import render_template
from generator.pages.ui_text import ui_text
from generator.spec.questions import Choice, DigitsTolerance, NumberQuestion, Question, TextQuestion
from generator.spec.text import Text, pick

# From this power of ten on, a number that is not written out digit by digit is shown with one.
POWERS_FROM = 15
SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
# What the templates say, in the interface's language.
WORDS = (
    *("how_single", "how_multiple", "how_text", "how_number", "your_answer"),
    *("answer", "answer_is", "also", "right", "wrong"),
)


class _OptionView(NamedTuple):
    """An option of a choice; a tuple, because a template unpacks one faster than it asks for attributes."""

    name: str
    text: Markup
    correct: bool
    because: Markup | None


def render_question(question: Question, language: str, *, lesson_id: str, number: int | None = None) -> str:
    """One question as a form, its answer in ``<details>``, its key as JSON. ``number`` counts from 1."""
    label = ui_text("quiz_question", language)
    ask, more = _split_ask(question.ask, language)
    return render_template(
        f"questions/{question.type}.jinja",
        id=question.id,
        type=question.type,
        progress=progress_key(question, language, lesson_id),
        fingerprint=fingerprint(question, language),
        label=label.format(number="" if number is None else number).strip(),
        ask=ask,
        more=more,
        explain=prose_block(question.explain, language) if question.explain else None,
        key=script_json(answer_key(question, language)),
        words=_words(language),
        **_view(question, language),
    )


@lru_cache(maxsize=16)
def _words(language: str) -> dict[str, str]:
    return {name: ui_text(f"quiz_{name}", language) for name in WORDS}


def progress_key(question: Question, language: str, lesson_id: str) -> str:
    """Where the browser keeps the answer, below the site's own path. Each language is answered for itself."""
    return f"{language}/{lesson_id}/{question.id}"


def script_json(data: object) -> Markup:
    """JSON that may stand in a ``<script>``: nothing in it can end the element or open a comment."""
    text = write_json(data)
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))


def prose_inline(text: Text, language: str) -> Markup:
    """Author's Markdown in one line; marked with its language where that is not the page's."""
    words, written = pick(text, language)
    return _in_language("span", render_inline(words, written, LESSONS), written, language)


def prose_block(text: Text, language: str) -> Markup:
    """Author's Markdown in paragraphs; marked with its language where that is not the page's."""
    words, written = pick(text, language)
    return _in_language("div", render_block(words, written, LESSONS), written, language)


def _in_language(tag: str, html: str, written: str, page: str) -> Markup:
    if written == page:
        return Markup(html)
    return Markup('<{0} lang="{1}">{2}</{0}>').format(tag, written, Markup(html))


def _split_ask(ask: Text, language: str) -> tuple[Markup, Markup | None]:
    """The first paragraph, which names the group of controls, and what follows (a table, code, a picture)."""
    text, written = pick(ask, language)
    first, _, rest = text.strip().partition("\n\n")
    legend = prose_inline({written: first}, language)
    return legend, prose_block({written: rest}, language) if rest.strip() else None


@singledispatch
def _view(question: object, language: str) -> dict[str, Any]:
    """What a type's template needs besides what every question has."""
    raise TypeError(f"no template values for {type(question).__name__}")


@_view.register
def _(question: Choice, language: str) -> dict[str, Any]:
    names = option_fingerprints(question, language)
    options = [
        _OptionView(
            name,
            prose_inline(option.text, language),
            option.correct,
            prose_block(option.because, language) if option.because else None,
        )
        for name, option in zip(names, question.choices, strict=True)
    ]
    return {"options": options, "multiple": question.multiple}


@_view.register
def _(question: TextQuestion, language: str) -> dict[str, Any]:
    first, *others = accepted(question, language)
    written = None if language in question.accept else next(iter(question.accept))
    return {"answer": first, "others": others, "written": written}


@_view.register
def _(question: NumberQuestion, language: str) -> dict[str, Any]:
    unit, written = pick(question.unit, language) if question.unit else ("", language)
    return {
        "answer": shown_answer(question),
        "unit": unit,
        # Korean counters and signs such as % stand close to their number.
        "space": " " if re.match(r"[A-Za-z]", unit) else "",
        "unit_language": None if written == language else written,
        "within": _within(question, language),
        "negative": number_text(question.answer).lstrip().startswith("-"),
    }


def shown_answer(question: NumberQuestion) -> str:
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


def _within(question: NumberQuestion, language: str) -> str:
    """The tolerance in plain words; nothing where the answer must be exact."""
    tolerance = question.tolerance
    if isinstance(tolerance, DigitsTolerance):
        return ui_text("quiz_within_digits", language).format(digits=tolerance.digits)
    if re.fullmatch(r"0*(\.0*)?%?", str(tolerance)):
        return ""
    amount = tolerance if isinstance(tolerance, str) else write_number(tolerance, _written_digits(tolerance))
    return ui_text("quiz_within", language).format(amount=f"±{amount}")
