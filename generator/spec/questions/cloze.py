"""A text with blanks."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field

from generator.spec.questions.choice import FIELDS, Option
from generator.spec.questions.number import NumberAnswer
from generator.spec.questions.question import QuestionBase
from generator.spec.questions.text import TextAnswer
from generator.spec.text import Expected, Model, Slug, Text


class TextBlank(TextAnswer):
    """A word or a short phrase to be filled in."""

    noun: ClassVar[str] = "blank"

    type: Literal["text"]


class NumberBlank(NumberAnswer):
    """A number to be filled in."""

    noun: ClassVar[str] = "blank"

    type: Literal["number"]


class BlankOption(Option):
    """One of the words to pick for a blank: plain text, since a list in a sentence can show nothing else."""

    text: Text = Field(description="Plain text")


class ChoiceBlank(Model):
    """One of several words to be picked."""

    noun: ClassVar[str] = "blank"
    multiple: ClassVar[bool] = False

    type: Literal["choice"]
    choices: Annotated[
        tuple[Annotated[BlankOption, FIELDS], ...], Field(min_length=2, max_length=20, strict=False)
    ] = Field(
        description="The options, of which one is correct; learners see them in another order"
    )


Blank = Annotated[TextBlank | NumberBlank | ChoiceBlank, Field(discriminator="type")]


class Cloze(QuestionBase):
    """Fill in what is missing in a text."""

    type: Literal["cloze"]
    text: Text = Field(description="Markdown with a [?name] for every blank, each of them once")
    blanks: Annotated[
        Mapping[Slug, Blank],
        Field(min_length=1, max_length=20),
        AfterValidator(MappingProxyType),
        Expected("blanks by their names", "wrong-type", "write {one: {type: …, …}} for [?one]"),
    ] = Field(description="Name → what is to be filled in there")
