"""Combinations of the values that ``vary`` names, in an order that hangs on nothing but the question's id.

However large the product of the values is, it is never listed: the n-th combination is computed when it is
asked for, and only the first MAX_TRIES are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from math import prod
from typing import NamedTuple

from generator.spec.calculate import holds
from generator.spec.number_format import format_number
from generator.spec.vary import Draw, Varied, VaryValue
from generator.spec.vocabulary import World

MAX_TRIES = 2000
MAX_LESSON_TRIES = 50_000
"""How many combinations the conditions of a lesson may have, of each at most MAX_TRIES."""


class Drawn(NamedTuple):
    """One value for each name, what expressions then see, and whether ``where`` is known to be true."""

    draw: Draw
    world: World
    is_certain: bool = True


def draw_variants(question: Varied, seed: str, world: World) -> Iterator[Drawn]:
    """Combinations for which ``where`` is not false: take as many as are needed.

    Raises CalculationError, placed inside ``where``.
    """
    values, names = question.values(), world.names()
    for index in islice(shuffle(count_combinations(question), seed), MAX_TRIES):
        draw = dict(zip(values, _combination(index, [*values.values()]), strict=True))
        truth = question.where is None or holds(question.where, {**names, **draw})
        if truth is not False:
            yield Drawn(draw, replace(world, drawn=draw), truth is True)


def count_combinations(question: Varied) -> int:
    """How many there are, whatever ``where`` says."""
    return prod(len(values) for values in question.values().values())


def count_tries(question: Varied) -> int:
    """For how many combinations ``where`` may have to be computed."""
    return min(MAX_TRIES, count_combinations(question)) if question.where else 0


def spell_draw(draw: Draw) -> str:
    """A variant's values for a message: ``w = −2, name = "3-1"``."""
    return ", ".join(f"{name} = {_spell(value)}" for name, value in draw.items())


def _spell(value: VaryValue) -> str:
    return f'"{value}"' if isinstance(value, str) else format_number(value)


def _combination(index: int, values: Sequence[Sequence[VaryValue]]) -> list[VaryValue]:
    """The ``index``-th element of the product."""
    chosen = []
    for options in values:
        index, place = divmod(index, len(options))
        chosen.append(options[place])
    return chosen


def shuffle(count: int, seed: str) -> Iterator[int]:
    """The numbers below ``count``, each once, in an order that is the same on every machine.

    Fisher and Yates, but only the places that were touched are kept.
    """
    moved: dict[int, int] = {}
    for place in range(count):
        digest = sha256(f"{seed}/{place}".encode()).digest()
        other = place + int.from_bytes(digest, "big") % (count - place)
        yield moved.get(other, other)
        moved[other] = moved.pop(place, place)
