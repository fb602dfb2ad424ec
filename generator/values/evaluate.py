"""Lesson + Library → the same Lesson with every ``{{ expression }}`` computed.

A question's key, its options and the text around it are computed by the same functions from the same arrays,
so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.errors import Diagnostic, SpecError
from generator.network import Library
from generator.spec import Lesson
from generator.spec.checks.computed import check_computed
from generator.spec.computation import compute_lesson
from generator.spec.define import define_names
from generator.spec.draft import Draft, Setting
from generator.spec.expressions import TextProblem
from generator.spec.places import Loc, Problem
from generator.spec.prune import Pruned
from generator.spec.source import Source, read_source
from generator.spec.vocabulary import World
from generator.values.library_numbers import LibraryNumbers


def evaluate_lesson(lesson: Lesson, library: Library, model: str, path: Path | None = None) -> Lesson:
    """Replace every expression by its value; ``model`` is the network of lessons that name none.

    Raises SpecError with every expression that has no value, or with every text that must not have the value
    it has. ``path`` is the lesson's file: it is read again only then, to point at the place.
    """
    world = World(library.headers, tuple(library.digits), lesson.network(model), LibraryNumbers(library))
    defined = define_names(lesson.define, world)
    computed = compute_lesson(lesson, defined.world)
    undefined = [(("define", name), problem) for name, problem in defined.problems]
    if problems := [*undefined, *computed.problems]:
        message = "an expression of this lesson has no value"
        unplaced = Diagnostic(str(path or lesson.id), 1, 1, "no-value", message)
        raise SpecError([*_placed(problems, read_source(path))] if path else [unplaced])
    if computed.lesson is not lesson and (judged := _judge(computed.lesson, path)):
        raise SpecError(judged)
    return computed.lesson


def _placed(problems: Sequence[tuple[Loc, TextProblem]], source: Source) -> set[Diagnostic]:
    """Each problem in the file; a text for two languages that was written once is wrong once."""
    return {
        source.at_text(
            source.written(loc), each.offset, each.length, Problem(each.code, each.message, hint=each.hint)
        )
        for loc, each in problems
    }


def _judge(lesson: Lesson, path: Path | None) -> list[Diagnostic]:
    """What is wrong with a computed lesson."""
    draft = Draft(Source(str(path or lesson.id)), Setting(Path()), {}, lesson, Pruned())
    problems = list(check_computed(draft))
    if problems and path:
        problems = list(check_computed(replace(draft, source=read_source(path))))
    return problems
