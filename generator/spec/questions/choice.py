"""A choice: pick one option, or several."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.spec.questions.question import QuestionBase
from generator.spec.text import Expected, Model, Text
from generator.spec.vary import Truth


class Option(Model):
    """One option of a choice question."""

    noun: ClassVar[str] = "option"

    text: Text = Field(description="Markdown")
    correct: Truth = Field(
        False,
        description='Whether it is right to pick this option; in a question with variants "{{ w > 0 }}"',
    )
    because: Text | None = Field(None, description="Why this option is wrong (or right), in Markdown")


FIELDS = Expected("the fields of an option", "wrong-type", "write {text: …}")


class Choice(QuestionBase):
    """Pick one option, or several."""

    type: Literal["choice"]
    choices: Annotated[
        tuple[Annotated[Option, FIELDS], ...], Field(min_length=2, max_length=20, strict=False)
    ] = Field(description="The options; each learner sees them in an order of their own")
    multiple: bool = Field(False, description="Several options may be correct; learners tick boxes")
    shuffle: bool = Field(
        True, description="false: the options stay in their order, as numbers do in any case"
    )
