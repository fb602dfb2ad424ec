"""Items to be put in order."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.spec.questions.question import QuestionBase
from generator.spec.text import Text


class Order(QuestionBase):
    """Put items in order."""

    type: Literal["order"]
    items: Annotated[tuple[Text, ...], Field(min_length=2, max_length=12, strict=False)] = Field(
        description="Markdown, in the right order; learners see them in another one"
    )
