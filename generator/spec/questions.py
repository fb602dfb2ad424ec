"""What an author may ask: one class per question type. Grades nothing."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints, ValidatorFunctionWrapHandler, WrapValidator

from generator.spec.text import Expected, Model, Slug, Text, Texts


class QuestionBase(Model):
    """What every question has."""

    noun: ClassVar[str] = "question"

    id: Slug = Field("", description="Unique in the lesson and stable: a learner's progress hangs on it")
    ask: Text = Field(description="The question, in Markdown")
    explain: Text | None = Field(None, description="Markdown shown after an answer")


class Option(Model):
    """One option of a choice question."""

    noun: ClassVar[str] = "option"

    text: Text = Field(description="Markdown")
    correct: bool = Field(False, description="Whether it is right to pick this option")
    because: Text | None = Field(None, description="Why this option is wrong (or right), in Markdown")


class Choice(QuestionBase):
    """Pick one option, or several."""

    type: Literal["choice"]
    choices: Annotated[tuple[Option, ...], Field(min_length=2, max_length=20, strict=False)] = Field(
        description="The options, in the order learners see them"
    )
    multiple: bool = Field(False, description="Several options may be correct; learners tick boxes")


class TextQuestion(QuestionBase):
    """A short answer in words."""

    type: Literal["text"]
    accept: Texts = Field(description="Every spelling that is right, in plain text")


class DigitsTolerance(Model):
    """Right to this many significant digits."""

    noun: ClassVar[str] = "tolerance"

    digits: Annotated[int, Field(ge=1, le=15)] = Field(description="How many significant digits must agree")


def _with_all_digits(value: object, validate: ValidatorFunctionWrapHandler) -> float:
    """A whole number stays an ``int``: as a float it would be rounded above 2**53."""
    number: float = validate(value)
    return value if type(value) is int else number


NonNegative = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Percent = Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)?%$")]
Tolerance = Annotated[
    NonNegative | Percent | DigitsTolerance,
    Expected('a number such as 0.01, "1%" or {digits: 3}', "bad-tolerance"),
]
Answer = Annotated[
    Annotated[float, Field(allow_inf_nan=False), WrapValidator(_with_all_digits)] | str,
    Expected('a number, or an expression in quotes: "{{ … }}"'),
]


class NumberQuestion(QuestionBase):
    """A number, written out or computed."""

    type: Literal["number"]
    answer: Answer = Field(description='A number, or an expression such as "{{ model.parameter_count }}"')
    tolerance: Tolerance = Field(
        0, description='Absolute (0.01), relative ("1%") or {digits: 3} significant digits'
    )
    unit: Text | None = Field(None, description="Shown after the field; learners may type it, too")


Question = Annotated[Choice | TextQuestion | NumberQuestion, Field(discriminator="type")]
