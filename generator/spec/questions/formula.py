"""A formula, typed as plain text or LaTeX."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.spec.questions.question import QuestionBase
from generator.spec.questions.rejected import Rejected
from generator.spec.text import Texts


class FormulaQuestion(QuestionBase):
    """A formula, typed as plain text or LaTeX."""

    type: Literal["formula"]
    accept: Texts = Field(description="The formula, and other forms of it that are right, without $ signs")
    reject: Annotated[tuple[Rejected, ...], Field(max_length=50, strict=False)] = Field(
        (), description="Wrong formulas with feedback of their own"
    )
