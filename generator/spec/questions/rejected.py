"""Wrong answers that an author expects, each with its own feedback."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from generator.spec.places import Data
from generator.spec.text import Expected, Model, Text, Texts


class Rejected(Model):
    """Answers that are wrong in the same way."""

    noun: ClassVar[str] = "rejected answer"

    answers: Texts = Field(description="The wrong answers, in plain text as learners type them")
    because: Text | None = Field(None, description="What learners are told who give one, in Markdown")


def _as_typed(value: Data) -> Data:
    """A number as somebody would type it, so that it needs no quotes."""
    if isinstance(value, list):
        return [_as_typed(item) for item in value]
    if isinstance(value, dict):
        return {language: _as_typed(item) for language, item in value.items()}
    return str(value) if type(value) in (int, float) else value


SHAPE = "write {answers: …, because: …}"
Reject = Annotated[Rejected, Expected("a rejected answer and its fields", "wrong-type", SHAPE)]


class RejectedNumber(Model):
    """Numbers that are wrong in the same way."""

    noun: ClassVar[str] = "rejected number"

    answers: Annotated[Texts, BeforeValidator(_as_typed)] = Field(
        description='The wrong numbers; an expression is written in quotes: "{{ … }}"'
    )
    because: Text | None = Field(None, description="What learners are told who give one, in Markdown")


RejectNumber = Annotated[RejectedNumber, Expected("a rejected number and its fields", "wrong-type", SHAPE)]
