"""A short answer in words."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.spec.questions.question import QuestionBase
from generator.spec.questions.rejected import Rejected
from generator.spec.text import Texts


class TextQuestion(QuestionBase):
    """A short answer in words."""

    type: Literal["text"]
    accept: Texts = Field(description="Every spelling that is right, in plain text")
    in_order: bool = Field(False, description="Whether the order of a list counts")
    reject: Annotated[tuple[Rejected, ...], Field(max_length=50, strict=False)] = Field(
        (), description="Wrong answers with feedback of their own"
    )
