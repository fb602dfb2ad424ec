"""Questions: each can be answered, and each wrong answer learns why. One module per type, of its name.

A module has ``check(draft, loc, question)`` and, where learners pick among texts, ``alternatives(question)``:
groups of texts none of which may read like another.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

from generator.errors import Diagnostic
from generator.spec.checks.questions.alternatives import check_group
from generator.spec.draft import Draft
from generator.spec.places import Loc
from generator.spec.questions import Question


def check_questions(draft: Draft) -> Iterator[Diagnostic]:
    """What is wrong with each question by the rules of its type, and with its link to the video."""
    for loc, question in draft.questions():
        if question.start is not None and draft.lesson and not draft.lesson.video:
            message = "the lesson has no video in which this moment could be watched again"
            hint = "add 'video: …' to the lesson, or leave 'start' out"
            yield draft.at_value((*loc, "start"), "question-without-video", message, hint, "warning")
        yield from checks_of(question.type).check(draft, loc, question)
        yield from check_alternatives(draft, loc, question)


def checks_of(question_type: str) -> ModuleType:
    """The module that knows what a question, or a blank in a text, of this type must be like."""
    return import_module(f"{__name__}.{question_type}")


def check_alternatives(draft: Draft, loc: Loc, question: Question) -> Iterator[Diagnostic]:
    """What learners could not tell apart; asked once more when expressions are computed."""
    checks = checks_of(question.type)
    for group in checks.alternatives(question) if hasattr(checks, "alternatives") else ():
        yield from check_group(draft, loc, group)
