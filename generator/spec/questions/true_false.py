"""A statement that is true or false."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.spec.questions.question import QuestionBase
from generator.spec.text import Text
from generator.spec.vary import Truth


class TrueFalse(QuestionBase):
    """A statement that is true or false."""

    type: Literal["true_false"]
    answer: Truth = Field(description='Whether the statement is true; with variants "{{ w > 0 }}"')
    because: Text | None = Field(None, description="Why the other answer is wrong, in Markdown")
