"""A statement that is true or false, on the page: a choice of two whose options are the site's own words."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup, escape

from generator.pages.questions.author_text import prose_or_none
from generator.pages.questions.choice import WORDS as WORDS
from generator.pages.questions.choice import OptionView
from generator.pages.ui_text import ui_text
from generator.spec.questions.true_false import TrueFalse


def view(question: TrueFalse, language: str) -> dict[str, Any]:
    """True, then false; the wrong one says why it is wrong."""
    because = prose_or_none(question.because, language)
    options = []
    for name, value in (("true", True), ("false", False)):
        text: Markup = escape(ui_text(f"quiz_{name}", language))
        correct = value == question.answer
        options.append(OptionView(name, text, correct, None if correct else because))
    return {"options": options, "multiple": False, "shuffle": False}


def key(question: TrueFalse, language: str) -> dict[str, Any]:
    """Which of the two is right."""
    return {"answer": question.answer}


def content(question: TrueFalse, language: str) -> object:
    """The answer."""
    return question.answer
