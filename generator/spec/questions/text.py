"""A short answer in words."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.spec.questions.question import QuestionBase
from generator.spec.questions.rejected import Reject
from generator.spec.text import Model, Texts


class TextAnswer(Model):
    """What is right, and which wrong answers are expected; of a question or of a blank in a text."""

    accept: Texts = Field(description="Every spelling that is right, in plain text")
    in_order: bool = Field(False, description="Whether the order of a list counts")
    literal: bool = Field(False, description="Compare sign by sign, for answers such as : or !=")
    reject: Annotated[tuple[Reject, ...], Field(max_length=50, strict=False)] = Field(
        (), description="Wrong answers with feedback of their own"
    )


class TextQuestion(QuestionBase, TextAnswer):
    """A short answer in words."""

    type: Literal["text"]
