"""A formula, typed as plain text or LaTeX."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationInfo

from generator.spec.places import Data
from generator.spec.questions.question import QuestionBase
from generator.spec.questions.rejected import SHAPE, Rejected
from generator.spec.text import Expected, Texts, default_language


def _in_every_language(value: Data, info: ValidationInfo) -> Data:
    """A formula reads the same everywhere, although ``max`` or ``sin`` looks like a word."""
    languages = (info.context or {}).get("languages") or (default_language(info),)
    return dict.fromkeys(languages, value) if isinstance(value, str | list) else value


Formulas = Annotated[Texts, BeforeValidator(_in_every_language)]


class RejectedFormula(Rejected):
    """Formulas that are wrong in the same way."""

    answers: Formulas = Field(description="The wrong formulas, without $ signs")


RejectFormula = Annotated[RejectedFormula, Expected("a rejected formula and its fields", "wrong-type", SHAPE)]


class FormulaQuestion(QuestionBase):
    """A formula, typed as plain text or LaTeX."""

    type: Literal["formula"]
    accept: Formulas = Field(description="The formula, and other forms of it that are right, without $ signs")
    reject: Annotated[tuple[RejectFormula, ...], Field(max_length=50, strict=False)] = Field(
        (), description="Wrong formulas with feedback of their own"
    )
