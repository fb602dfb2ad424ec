"""The module that knows a type of question: its name is the type's."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any, Protocol, cast

from generator.spec.questions import Question
from generator.spec.questions.cloze import Blank


class TypeModule(Protocol):
    """What every module of a type has; each function takes the type's own class."""

    def view(self, question: Question | Blank, language: str) -> dict[str, Any]:
        """What the type's template needs besides what every question has."""

    def key(self, question: Question | Blank, language: str) -> dict[str, Any]:
        """The part of the answer key that depends on the type."""

    def content(self, question: Question | Blank, language: str) -> object:
        """What makes the question this question, besides its type and its ask."""


@cache
def _load(name: str) -> TypeModule:
    return cast(TypeModule, import_module(f"generator.pages.questions.{name}"))


def module_of(question: Question | Blank) -> TypeModule:
    """The module of the type of a question, or of a blank in a text."""
    return _load(question.type)


def words_of(question: Question) -> tuple[str, ...]:
    """The words that only this type says in the browser; ``WORDS`` in its module, if it has any."""
    return getattr(module_of(question), "WORDS", ())
