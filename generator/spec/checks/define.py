"""Definitions: names that can be used, expressions that can be computed, and no name without a use."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Diagnostic
from generator.spec.draft import Draft
from generator.spec.expression_places import find_names, find_names_of
from generator.spec.lesson_expressions import KINDS, LEFT_OUT, field_of
from generator.spec.names import check_name
from generator.spec.places import Problem


def check_define(draft: Draft) -> Iterator[Diagnostic]:
    """The names of a lesson's ``define`` and what they stand for."""
    source = draft.source
    for name, problem in draft.defined.problems:
        told = Problem(problem.code, problem.message, hint=problem.hint)
        yield source.at_text(("define", name), problem.offset, problem.length, told)
    if not draft.lesson:
        return
    used = _used_names(draft)
    for name in draft.lesson.define:
        if complaint := check_name(name):
            yield source.at_key(("define", name), "bad-name", complaint, "take another name")
        elif name not in used:
            message = f"'{name}' is used nowhere"
            yield source.at_key(("define", name), "unused-name", message, "", "warning")


def _used_names(draft: Draft) -> set[str]:
    """The names in the lesson's expressions, in its conditions and in definitions."""
    used: set[str] = set()
    for loc, text in draft.source.texts:
        if loc[0] == "define" or loc[-1] == "where":
            used |= find_names_of(text)
        elif "{{" in text and LEFT_OUT.isdisjoint(loc):
            used |= find_names(text, KINDS.get(field_of(loc), "markdown"))
    return used
