"""Variants: names and values that can be used, a condition that leaves some, and no name without a use."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from generator.errors import Diagnostic
from generator.spec.calculation_error import CalculationError
from generator.spec.computation import count_variants
from generator.spec.draft import Draft
from generator.spec.draws import MAX_LESSON_TRIES, MAX_TRIES, count_combinations, count_tries, draw_variants
from generator.spec.expression_places import find_names, find_names_of
from generator.spec.expressions import located
from generator.spec.lesson_expressions import KINDS, LEFT_OUT, field_of
from generator.spec.names import check_name
from generator.spec.places import Loc, Problem
from generator.spec.questions import QuestionBase
from generator.spec.vary import MAX_VALUES, Range

HIDDEN = frozenset(("answer", "correct", "accept", "reject", "tolerance", "explain", "because", "hints"))
"""What learners do not see before they answer."""


def check_variants(draft: Draft) -> Iterator[Diagnostic]:
    """Questions with ``vary``; and others that say something about variants."""
    tries = 0
    for loc, question in draft.questions():
        tries += count_tries(question)
        if tries > MAX_LESSON_TRIES:
            message = f"up to here the lesson's conditions have more than {MAX_LESSON_TRIES:,} combinations"
            hint = f"of each the first {MAX_TRIES:,} count: divide the lesson, or give fewer values"
            yield draft.at_value((*loc, "where"), "too-many", message, hint)
            return
        if not question.vary:
            yield from _check_without(draft, loc)
            continue
        found = [*_check_names(draft, loc, question), *_check_values(draft, loc, question)]
        yield from found
        if not found:
            yield from _check_drawing(draft, loc, question)
            yield from _check_use(draft, loc, question)


def _check_without(draft: Draft, loc: Loc) -> Iterator[Diagnostic]:
    for name in ("where", "variants"):
        if (*loc, name) in draft.source.parsed.keys:
            message = f"'{name}' says something about variants, but this question has no 'vary'"
            yield draft.source.at_key((*loc, name), "needs-vary", message)


def _check_names(draft: Draft, loc: Loc, question: QuestionBase) -> Iterator[Diagnostic]:
    for name in question.vary:
        defined = f"'{name}' is defined for the whole lesson" if name in draft.world.defined else ""
        if complaint := check_name(name) or defined:
            yield draft.source.at_key((*loc, "vary", name), "bad-name", complaint, "take another name")


def _check_values(draft: Draft, loc: Loc, question: QuestionBase) -> Iterator[Diagnostic]:
    for name, values in question.vary.items():
        place = (*loc, "vary", name)
        if isinstance(values, Range):
            yield from _check_range(draft, place, values)
            continue
        for index, value in enumerate(values):
            if isinstance(value, str) and "{{" in value:
                message = "the values of 'vary' are written out, not computed"
                hint = "compute with their names where they are used"
                yield draft.at_value((*place, index), "bad-expression", message, hint)


def _check_range(draft: Draft, loc: Loc, values: Range) -> Iterator[Diagnostic]:
    if values.stop < values.start:
        message = f"the range runs backwards: start {values.start:g} is above stop {values.stop:g}"
        yield draft.at_value((*loc, "stop"), "reversed-range", message)
    elif values.step <= 0:
        message = f"'step' must be greater than 0, found {values.step:g}"
        yield draft.at_value((*loc, "step"), "out-of-range", message)
    elif values.count > MAX_VALUES:
        message = f"a range has at most {MAX_VALUES} numbers, this one has {values.count}"
        yield draft.at_value(loc, "too-many", message, "take longer steps, or a shorter range")


def _check_drawing(draft: Draft, loc: Loc, question: QuestionBase) -> Iterator[Diagnostic]:
    """The condition can be read, and leaves as many combinations as are asked for."""
    where = (*loc, "where")
    if question.where and "{{" in question.where:
        yield draft.at_value(
            where, "bad-expression", "'where' is a condition", "write it without '{{' and '}}'"
        )
        return
    try:
        drawn = list(islice(draw_variants(question, question.id, draft.world), question.variants))
    except CalculationError as error:
        problem = located(error)
        told = Problem(problem.code, problem.message, hint=problem.hint)
        yield draft.source.at_text(where, problem.offset, problem.length, told)
        return
    asked = draft.source.value_at((*loc, "variants"))
    total = count_combinations(question)
    if not drawn:
        tried = f"none of {total}" if total <= MAX_TRIES else f"none of the first {MAX_TRIES} of {total}"
        message = f"no variant: {tried} combinations of values meet this condition"
        yield draft.at_value(where, "no-variant", message, "loosen it, or give more values")
    elif len(drawn) < (asked or 2):
        message = f"{asked or 'several'} variants are asked for, but there {_count(len(drawn))}"
        place = (*loc, "variants") if asked else (*loc, "vary")
        yield draft.source.at_key(place, "few-variants", message, "give more values", "warning")
    elif all(each.is_certain for each in drawn):
        yield from _check_differing(draft, loc, question, asked)


def _check_differing(draft: Draft, loc: Loc, question: QuestionBase, asked: object) -> Iterator[Diagnostic]:
    """Combinations that read the same are one variant; of what hangs on the networks nothing is said."""
    enough = question.variants if asked else 2
    differing = count_variants(question, draft.world, enough)
    if differing is None or differing >= enough:
        return
    verb = "is" if differing == 1 else "are"
    message = f"{asked or 'several'} variants are asked for, but only {differing} {verb} different"
    place = (*loc, "variants") if asked else (*loc, "vary")
    hint = "show the values that vary, or give more of them"
    yield draft.source.at_key(place, "few-variants", message, hint, "warning")


def _count(number: int) -> str:
    return "is 1 combination of values" if number == 1 else f"are {number} combinations of values"


def _check_use(draft: Draft, loc: Loc, question: QuestionBase) -> Iterator[Diagnostic]:
    """Every name is used, and where learners see it before they answer."""
    seen: set[str] = set()
    hidden = set(find_names_of(question.where or ""))
    for at, text in draft.source.texts_at(loc):
        if "{{" in text and LEFT_OUT.isdisjoint(at):
            names = find_names(text, KINDS.get(field_of(at), "markdown"))
            (hidden if HIDDEN & set(at[len(loc) :]) else seen).update(names)
    for name in question.vary:
        if name not in seen:
            message = (
                f"learners never see '{name}', though the answer hangs on it"
                if name in hidden
                else f"'{name}' is used nowhere"
            )
            yield draft.source.at_key((*loc, "vary", name), "unused-name", message, "", "warning")
