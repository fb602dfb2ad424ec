"""A text with blanks: each has its place in every language, once, and can be filled in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from generator.errors import Diagnostic
from generator.spec.checks.questions import checks_of
from generator.spec.checks.questions.alternatives import Alternative
from generator.spec.draft import Draft
from generator.spec.explain import shorten
from generator.spec.ids import is_id
from generator.spec.markup import Mark, find_blanks, find_link_texts, find_segments
from generator.spec.near_names import suggest
from generator.spec.places import Loc, Problem
from generator.spec.questions.cloze import ChoiceBlank, Cloze

_BLANK = re.compile(r"\[\?([^\[\]\n]*)\]")


def check(draft: Draft, loc: Loc, question: Cloze) -> Iterator[Diagnostic]:
    """The places of the blanks in every language, and each blank by the rules of its type."""
    for where, text in draft.source.texts_at((*loc, "text")):
        for mark, problem in _misplaced(text, question):
            yield draft.source.at_text(where, mark.start, mark.end - mark.start, problem)
        yield from _check_unused(draft, (*loc, "blanks"), question, where, text)
    yield from _check_elsewhere(draft, loc, question)
    for name, blank in question.blanks.items():
        place = (*loc, "blanks", name)
        yield from checks_of(blank.type).check(draft, place, blank)
        if isinstance(blank, ChoiceBlank):
            yield from _check_plain(draft, (*place, "choices"))


def alternatives(question: Cloze) -> Iterator[list[Alternative]]:
    """The options of each blank."""
    for name, blank in question.blanks.items():
        if isinstance(blank, ChoiceBlank):
            for group in checks_of(blank.type).alternatives(blank):
                yield [each._replace(loc=("blanks", name, *each.loc)) for each in group]


def _misplaced(text: str, question: Cloze) -> Iterator[tuple[Mark, Problem]]:
    """What is written like a blank and can be none."""
    links = [*find_link_texts(text)]
    seen: set[str] = set()
    for mark in find_blanks(text):
        if problem := _judge(mark, tuple(question.blanks), seen):
            yield mark, problem
        elif any(start < mark.start < end for start, end in links):
            yield (
                mark,
                Problem("misplaced-blank", "no blank can stand in a link or an image", hint="move it out"),
            )
        seen.add(mark.value)
    for segment in find_segments(text):
        kind = "code" if segment.kind == "code" else "a formula"
        for match in _BLANK.finditer(segment.inner):
            if match[1] in question.blanks:
                start, end = (segment.inner_start + offset for offset in match.span())
                problem = Problem("misplaced-blank", f"no blank can stand in {kind}", hint="move it out")
                yield Mark(match[1], start, end), problem


def _judge(mark: Mark, names: Sequence[str], seen: Collection[str]) -> Problem | None:
    """What is wrong with the name of a blank; ``seen`` are those before it in the same text."""
    name = shorten(mark.value)
    if not is_id(mark.value):
        message = f"'{name}' is no name for a blank: a-z, 0-9 and '-'" if name else "this blank has no name"
        return Problem("bad-blank", message, hint=r"write \[? for a bracket that is meant as text")
    if mark.value not in names:
        return Problem("unknown-blank", f"'blanks' has no '{name}'", hint=suggest(mark.value, names))
    if mark.value in seen:
        hint = "delete one of them, or give the other a name of its own"
        return Problem("repeated-blank", f"[?{name}] stands twice in this text", hint=hint)
    return None


def _check_elsewhere(draft: Draft, loc: Loc, question: Cloze) -> Iterator[Diagnostic]:
    """Nothing can be filled in what is asked."""
    for where, text in draft.source.texts_at((*loc, "ask")):
        for mark in find_blanks(text):
            if mark.value in question.blanks:
                problem = Problem("misplaced-blank", "only 'text' can have blanks", hint="move it there")
                yield draft.source.at_text(where, mark.start, mark.end - mark.start, problem)


def _check_unused(draft: Draft, blanks: Loc, question: Cloze, where: Loc, text: str) -> Iterator[Diagnostic]:
    """A blank that the text has where none can stand has been told about."""
    inside = (match for segment in find_segments(text) for match in _BLANK.finditer(segment.inner))
    written = {mark.value for mark in find_blanks(text)}.union(match[1] for match in inside)
    for name in question.blanks:
        if name not in written:
            language = f" in {where[-1]}" if where[-1] != "text" else ""
            message = f"the text has no place for the blank '{name}'{language}"
            yield draft.source.at_key(
                (*blanks, name), "unused-blank", message, f"write [?{name}] into the text"
            )


def _check_plain(draft: Draft, choices: Loc) -> Iterator[Diagnostic]:
    for where, text in draft.source.texts_at(choices):
        if "because" not in where and any(find_segments(text)):
            message = "a list in a sentence shows formulas and code as they are written"
            yield draft.at_value(where, "formula-in-list", message, "say it in plain text", "warning")
