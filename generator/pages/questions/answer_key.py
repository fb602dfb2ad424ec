"""A question → what the browser needs to grade it."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from generator.pages.questions.of_type import module_of
from generator.spec.questions import Question

write_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Data as JSON on one line, without spaces."""


def answer_key(question: Question, language: str) -> dict[str, Any]:
    """What ``grade(question, response)`` in assets/js/grade.mjs takes as its first argument."""
    return {"type": question.type, "lang": language, **module_of(question).key(question, language)}


def script_json(data: object) -> Markup:
    """JSON that may stand in a ``<script>``: nothing in it can end the element or open a comment."""
    text = write_json(data)
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))
