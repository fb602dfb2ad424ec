"""What every question has, whatever its type. Grades nothing."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from generator.spec.figures import Figure
from generator.spec.text import Slug, Text, Time
from generator.spec.vary import Varied

Points = Annotated[float, Field(gt=0, le=1000, allow_inf_nan=False)]


class QuestionBase(Varied):
    """What every question has."""

    noun: ClassVar[str] = "question"

    id: Slug = Field("", description="Unique in the lesson and stable: a learner's progress hangs on it")
    ask: Text = Field(description="The question, in Markdown; images, tables and code may follow")
    figure: Figure | None = Field(None, description="A picture of the question's own, below what is asked")
    hints: Annotated[tuple[Text, ...], Field(max_length=10, strict=False)] = Field(
        (), description="Markdown, one text a hint; learners reveal them one by one"
    )
    explain: Text | None = Field(None, description="Markdown shown after an answer")
    start: Time | None = Field(
        None, description="The moment of the lesson's video to watch again after a wrong answer"
    )
    points: Points = Field(1, description="What the question counts in the score")

    def picture(self) -> Figure | None:
        """A figure that the question makes of its own fields, under the question's id."""
        return None
