"""The expressions of a whole lesson: checked in its file as written, computed in the lesson as loaded.

Every text in languages may hold expressions, in whatever model it stands, and so may a number question's
``answer``. Transcripts are left out: what somebody said is not ours to compute.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from generator.errors import Diagnostic
from generator.spec.expressions import TextKind, TextProblem, compute_answer, fill_text
from generator.spec.places import Loc, Problem
from generator.spec.source import Source
from generator.spec.text import Model
from generator.spec.vocabulary import World

M = TypeVar("M", bound=Model)
Compute: TypeAlias = Callable[[str, str], str | float]

KINDS: Mapping[str, TextKind] = {"title": "plain", "unit": "plain", "accept": "typed", "answers": "typed"}
"""Fields that are not Markdown."""
LEFT_OUT = frozenset(("transcript",))
STEADY_DIGITS = 12
"""Significant digits of a computed key: those on which all machines agree."""


def compute_text(field: str, text: str, world: World) -> tuple[str | float, tuple[TextProblem, ...]]:
    """What a field's text becomes, and what is wrong in it; a wrong text stays as it is."""
    if field == "answer":
        answer = compute_answer(text, world)
        problems = (answer.problem,) if answer.problem else ()
        return (_steady(answer.value) if isinstance(answer.value, float) else text), problems
    filled = fill_text(text, world, KINDS.get(field, "markdown"))
    return filled.text, filled.problems


def _steady(value: float) -> float:
    return value if value.is_integer() else float(f"{value:.{STEADY_DIGITS}g}")


def check_expressions(source: Source, world: World) -> Iterator[Diagnostic]:
    """Every wrong expression of a lesson's file, also where the lesson is wrong in other ways."""
    for loc, text in source.texts:
        if "{{" in text and LEFT_OUT.isdisjoint(loc):
            for problem in compute_text(_field(loc), text, world)[1]:
                told = Problem(problem.code, problem.message, 0, 0, problem.hint)
                yield source.at_text(loc, problem.offset, problem.length, told)


def _field(loc: Loc) -> str:
    """The field at a place, if it has rules of its own: below it stand only a language and a number."""
    keys = [part for part in loc if isinstance(part, str)][-2:]
    return next((key for key in reversed(keys) if key in KINDS or key == "answer"), "")


def has_expressions(source: Source) -> bool:
    """Whether anything in a lesson's file may have to be computed."""
    return any("{{" in text for _, text in source.texts)


def compute_expressions(model: M, world: World) -> tuple[M, bool]:
    """A copy of a lesson with every expression computed, and whether all of them could be.

    Parts without expressions are not copied.
    """
    wrong: list[TextProblem] = []

    def compute(field: str, text: str) -> str | float:
        value, problems = compute_text(field, text, world)
        wrong.extend(problems)
        return value

    return _changed_model(model, compute), not wrong


def _changed_model(model: M, compute: Compute) -> M:
    changed: dict[str, object] = {}
    for field, value in model.__dict__.items():
        if field in LEFT_OUT or not value or (isinstance(value, str) and field != "answer"):
            continue
        new = _changed(value, field, compute)
        if new is not value:
            changed[field] = new
    return model.model_copy(update=changed) if changed else model


def _changed(value: object, field: str, compute: Compute) -> object:
    """The same for one value: a model, a list, or what a text has in its languages."""
    if isinstance(value, Model):
        return _changed_model(value, compute)
    if isinstance(value, tuple):
        items = tuple(_changed(item, field, compute) for item in value)
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    if isinstance(value, MappingProxyType):
        entries = {key: _changed(item, field, compute) for key, item in value.items()}
        return MappingProxyType(entries) if any(entries[key] is not value[key] for key in entries) else value
    if isinstance(value, str) and ("{{" in value or field == "answer"):
        return compute(field, value)
    return value
