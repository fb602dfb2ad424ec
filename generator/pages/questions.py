"""A question → the HTML that works without JavaScript and that the browser's elements enhance. (First cut.)"""

from __future__ import annotations

from html import escape

from generator.spec.questions import Question
from generator.spec.text import pick


def render_question(question: Question, language: str) -> str:
    return f"<fieldset><legend>{escape(pick(question.ask, language)[0])}</legend></fieldset>"
