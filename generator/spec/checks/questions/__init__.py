"""Questions: each can be answered, and each wrong answer learns why. One module per type, of its name."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from generator.errors import Diagnostic
from generator.spec.draft import Draft


def check_questions(draft: Draft) -> Iterator[Diagnostic]:
    """What is wrong with each question by the rules of its type."""
    for loc, question in draft.questions():
        yield from import_module(f"{__name__}.{question.type}").check(draft, loc, question)
