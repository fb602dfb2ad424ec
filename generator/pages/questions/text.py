"""A short answer in words, on the page."""

from __future__ import annotations

from typing import Any

from generator.pages.questions.rejected import rejected_key, rejected_views
from generator.spec.questions.formula import FormulaQuestion
from generator.spec.questions.text import TextAnswer
from generator.spec.text import pick_all


def view(question: TextAnswer | FormulaQuestion, language: str) -> dict[str, Any]:
    """The answer, other spellings, and the language they are in if that is not the page's."""
    first, *others = pick_all(question.accept, language)
    return {
        "answer": first,
        "others": others,
        "written": None if language in question.accept else next(iter(question.accept)),
        "rejected": rejected_views(question.reject, language),
    }


def key(question: TextAnswer | FormulaQuestion, language: str) -> dict[str, Any]:
    """What is right, and which wrong answers have feedback of their own."""
    return {
        "accept": list(pick_all(question.accept, language)),
        **_modes(question),
        **rejected_key(question.reject, language),
    }


def content(question: TextAnswer | FormulaQuestion, language: str) -> object:
    """The accepted spellings in any order, and how else they are compared than as words in any order."""
    spellings = sorted(pick_all(question.accept, language))
    modes = _modes(question)
    return [spellings, *modes] if modes else spellings


def _modes(question: TextAnswer | FormulaQuestion) -> dict[str, bool]:
    """What of ``in_order`` and ``literal`` the author asks for."""
    names = ("in_order", "literal") if isinstance(question, TextAnswer) else ()
    return {name: True for name in names if getattr(question, name)}
