"""A lesson as loaded → the lesson with every expression computed, and every variant of its questions."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from types import MappingProxyType

from generator.spec.calculation_error import CalculationError
from generator.spec.draws import count_combinations, draw_variants
from generator.spec.expressions import TextProblem, located
from generator.spec.lesson import Lesson
from generator.spec.lesson_expressions import KEYS, LEFT_OUT, PARAMETERS, compute_text, in_variant
from generator.spec.places import Loc
from generator.spec.questions import QuestionBase
from generator.spec.text import Model
from generator.spec.vary import Draw
from generator.spec.vocabulary import World

MAX_COMPUTED = 200
"""How many draws are computed to find variants that differ."""
MAX_COUNTED = 2000
"""How many expressions a check, which is to be quick, computes to count a question's variants."""


@dataclass(frozen=True)
class Computed:
    """A lesson without expressions, and where it still has some because of what is wrong with them."""

    lesson: Lesson
    problems: tuple[tuple[Loc, TextProblem], ...]


def compute_lesson(lesson: Lesson, world: World) -> Computed:
    """Compute every expression. Parts without expressions are not copied."""
    computation = _Computation(world)
    computed = computation.model((), lesson)
    assert isinstance(computed, Lesson)
    return Computed(computed, tuple(computation.problems))


def count_variants(question: QuestionBase, world: World, enough: int) -> int | None:
    """How many variants of a question differ, as far as ``enough``; None if only the build can tell."""
    question = question.model_copy(update={"variants": enough})
    draws = min(MAX_COMPUTED, MAX_COUNTED // max(1, repr(question).count("{{")))
    if draws < min(MAX_COMPUTED, count_combinations(question)):
        return None
    computation = _Computation(world)
    try:
        variants = computation.variants((), question)
    except CalculationError:
        return None
    unknown = any("{{" in repr(variant) for variant, _ in variants)
    return None if computation.problems or unknown else len(variants)


@dataclass
class _Computation:
    """One walk over a lesson, or over a variant of a question; ``problems`` fills up on the way."""

    world: World
    problems: list[tuple[Loc, TextProblem]] = field(default_factory=list)

    def model(self, loc: Loc, model: Model) -> Model:
        if isinstance(model, QuestionBase) and model.vary:
            return self.varied(loc, model)
        return self.plain(loc, model)

    def plain(self, loc: Loc, model: Model) -> Model:
        """A copy with every expression computed, in the world of this walk."""
        changed: dict[str, object] = {}
        for name, value in model.__dict__.items():
            if name in LEFT_OUT or not value or (isinstance(value, str) and name not in KEYS):
                continue
            new = self.value((*loc, name), value, name)
            if new is not value:
                changed[name] = new
        return model.model_copy(update=changed) if changed else model

    def value(self, loc: Loc, value: object, name: str) -> object:
        """The same for one value of the field ``name``, or for a part of it."""
        if isinstance(value, Model):
            return self.model(loc, value)
        if isinstance(value, tuple):
            items = tuple(self.value((*loc, place), item, name) for place, item in enumerate(value))
            return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
        if isinstance(value, MappingProxyType) or (isinstance(value, dict) and name == PARAMETERS):
            entries = {key: self.value((*loc, key), item, name) for key, item in value.items()}
            is_new = any(entries[key] is not value[key] for key in entries)
            return type(value)(entries) if is_new else value
        if isinstance(value, str) and ("{{" in value or name in KEYS):
            computed, problems = compute_text(name, value, self.world)
            self.problems += [(loc, problem) for problem in problems]
            return computed
        return value

    def varied(self, loc: Loc, question: QuestionBase) -> QuestionBase:
        """The first variant, with the others: as many different ones as the question asks for."""
        try:
            variants = self.variants(loc, question)
        except CalculationError as error:
            self.problems.append(((*loc, "where"), located(error)))
            return question
        if not variants:
            if not self.problems:
                self.problems.append(((*loc, "where"), NO_VARIANT))
            return question
        first, *others = (variant.with_values(draw) for variant, draw in variants)
        return first.with_others(tuple(others))

    def variants(self, loc: Loc, question: QuestionBase) -> list[tuple[QuestionBase, Draw]]:
        """Each variant with its values, up to the first in which something is wrong."""
        variants: list[tuple[QuestionBase, Draw]] = []
        for drawn in islice(draw_variants(question, question.id, self.world), MAX_COMPUTED):
            walk = _Computation(drawn.world)
            variant = walk.plain(loc, question)
            assert isinstance(variant, QuestionBase)
            if walk.problems:
                self.problems += [(at, in_variant(problem, drawn)) for at, problem in walk.problems]
                break
            if all(variant != other for other, _ in variants):
                variants.append((variant, drawn.draw))
            if len(variants) == question.variants:
                break
        return variants


NO_VARIANT = TextProblem(
    0, 1, "no-variant", "no values of 'vary' meet this condition", "loosen it, or give more values"
)
