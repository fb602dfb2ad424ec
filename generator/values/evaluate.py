"""Lesson + Library → the same Lesson with every ``{{ expression }}`` computed.

A question's key, its options and the text around it are computed by the same functions from the same arrays,
so they cannot disagree.
"""

from __future__ import annotations

from pathlib import Path

from generator.errors import Diagnostic, SpecError
from generator.network import Library
from generator.spec import Lesson
from generator.spec.lesson_expressions import check_expressions, compute_expressions
from generator.spec.source import read_source
from generator.spec.vocabulary import World
from generator.values.library_numbers import LibraryNumbers


def evaluate_lesson(lesson: Lesson, library: Library, model: str, path: Path | None = None) -> Lesson:
    """Replace every expression by its value; ``model`` is the network of lessons that name none.

    Raises SpecError with every expression that has no value. ``path`` is the lesson's file: it is read again
    only then, to point at the place.
    """
    world = World(library.headers, tuple(library.digits), lesson.model or model, LibraryNumbers(library))
    evaluated, complete = compute_expressions(lesson, world)
    if complete:
        return evaluated
    diagnostics = list(check_expressions(read_source(path), world)) if path else []
    message = "an expression of this lesson has no value"
    raise SpecError(diagnostics or [Diagnostic(str(path or lesson.id), 1, 1, "no-value", message)])
