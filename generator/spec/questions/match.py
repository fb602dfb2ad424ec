"""Pairs to be found."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.spec.questions.question import QuestionBase
from generator.spec.text import Model, Text


class Pair(Model):
    """Two texts that belong together."""

    noun: ClassVar[str] = "pair"

    left: Text = Field(description="What learners look for a partner for, in Markdown")
    right: Text = Field(description="Its partner, in Markdown; several pairs may have the same")
    because: Text | None = Field(None, description="Why the two belong together, in Markdown")


class Extra(Model):
    """A text on the right that belongs to nothing on the left."""

    noun: ClassVar[str] = "extra"

    right: Text = Field(description="Markdown")
    because: Text | None = Field(None, description="Why it belongs to nothing on the left, in Markdown")


class Match(QuestionBase):
    """Find what belongs together."""

    type: Literal["match"]
    pairs: Annotated[tuple[Pair, ...], Field(min_length=2, max_length=12, strict=False)] = Field(
        description="What belongs together; learners see the right sides in another order"
    )
    extra: Annotated[tuple[Extra, ...], Field(max_length=8, strict=False)] = Field(
        (), description="More texts on the right, which belong to nothing"
    )
