"""A number, written out or computed."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints, ValidatorFunctionWrapHandler, WrapValidator

from generator.spec.questions.question import QuestionBase
from generator.spec.questions.rejected import RejectNumber
from generator.spec.text import Expected, Model, Text


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


class NumberAnswer(Model):
    """What is right, and which wrong answers are expected; of a question or of a blank in a text."""

    answer: Answer = Field(description='A number, or an expression such as "{{ model.parameter_count }}"')
    tolerance: Tolerance = Field(
        0, description='Absolute (0.01), relative ("1%") or {digits: 3} significant digits'
    )
    unit: Text | None = Field(None, description="Shown after the field; learners may type it, too")
    reject: Annotated[tuple[RejectNumber, ...], Field(max_length=50, strict=False)] = Field(
        (), description="Wrong numbers with feedback of their own"
    )


class NumberQuestion(QuestionBase, NumberAnswer):
    """A number, written out or computed."""

    type: Literal["number"]
