"""What an author may ask: one module per question type, with the class of its name."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.spec.questions.choice import Choice
from generator.spec.questions.cloze import Cloze
from generator.spec.questions.formula import FormulaQuestion
from generator.spec.questions.match import Match
from generator.spec.questions.number import NumberQuestion
from generator.spec.questions.order import Order
from generator.spec.questions.question import QuestionBase
from generator.spec.questions.task import Task
from generator.spec.questions.text import TextQuestion
from generator.spec.questions.true_false import TrueFalse

__all__ = ["Question", "QuestionBase"]

Question = Annotated[
    Choice | TrueFalse | TextQuestion | NumberQuestion | FormulaQuestion | Cloze | Order | Match | Task,
    Field(discriminator="type"),
]
