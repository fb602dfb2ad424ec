"""The texts of course.yaml: all that holds for a lesson's, and that nothing is computed or placed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Diagnostic
from generator.spec.checks.links import check_links
from generator.spec.checks.texts import check_texts
from generator.spec.draft import Draft, Setting
from generator.spec.markup import find_placements
from generator.spec.places import Problem
from generator.spec.prune import Pruned
from generator.spec.source import Source

_EXPRESSION = re.compile(r"(?<!\\)\{\{")


def check_course_texts(source: Source, setting: Setting) -> Iterator[Diagnostic]:
    """Title, summary and goals of the course."""
    if isinstance(source.data, dict):
        draft = Draft(source, setting, source.data, None, Pruned())
        yield from check_links(draft)
        yield from check_texts(draft)
    for field in ("title", "summary", "goals"):
        for loc, text in source.texts_at((field,)):
            for problem in find_foreign(text, "course.yaml"):
                yield source.at_text(loc, problem.start, problem.end - problem.start, problem)


def find_foreign(text: str, name: str) -> Iterator[Problem]:
    """What means something in a lesson only; ``name`` is that of the file."""
    for match in _EXPRESSION.finditer(text):
        message = f"expressions are computed in lessons only, not in {name}"
        yield Problem("bad-expression", message, *match.span(), "write the value itself")
    for mark in find_placements(text):
        message = f"[[{mark.value}]] places nothing: {name} has no figures or questions"
        hint = r"delete it, or write \[[ for brackets that are meant as text"
        begin = text.index("[[", mark.start)
        end = mark.start + len(text[mark.start : mark.end].rstrip())
        yield Problem("unknown-reference", message, begin, end, hint)
