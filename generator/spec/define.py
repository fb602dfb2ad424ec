"""``define``: names for what a lesson computes once and uses in many places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from pydantic import Field

from generator.spec.calculation_error import CalculationError
from generator.spec.expressions import TextProblem, evaluate_expression, located
from generator.spec.text import Expected
from generator.spec.vary import Finite, Name
from generator.spec.vocabulary import UNKNOWN, Value, World

MAX_DEFINITIONS = 100

Definition = Annotated[int | Finite | str, Expected("a number or an expression")]
Definitions = Annotated[Mapping[Name, Definition], Field(max_length=MAX_DEFINITIONS)]


@dataclass(frozen=True)
class Defined:
    """The world with the lesson's own names in it, and what is wrong with the definition of which name."""

    world: World
    problems: tuple[tuple[str, TextProblem], ...] = ()


def define_names(definitions: Mapping[str, object], world: World) -> Defined:
    """Compute the definitions in order: each sees those above it.

    One that is wrong has an unknown value, so that what uses it is not called wrong as well.
    """
    names: dict[str, Value] = {}
    problems: list[tuple[str, TextProblem]] = []
    for name, definition in definitions.items():
        try:
            names[name] = _value(definition, replace(world, defined=dict(names)))
        except CalculationError as error:
            problems.append((name, located(error)))
            names[name] = UNKNOWN
    return Defined(replace(world, defined=names), tuple(problems))


def _value(definition: object, world: World) -> Value:
    if isinstance(definition, int | float):
        return evaluate_expression(repr(definition), world)
    if not isinstance(definition, str):
        return UNKNOWN
    if "{{" in definition:
        message, hint = "a definition is an expression", "write it without '{{' and '}}'"
        raise CalculationError("bad-expression", message, hint).at(definition.find("{{"), 2)
    return evaluate_expression(definition, world)
