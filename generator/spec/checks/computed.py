"""What only shows when expressions are computed: texts that become empty, answers that become the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.errors import Diagnostic
from generator.spec.checks.questions import check_alternatives
from generator.spec.checks.questions.choice import check_correct
from generator.spec.checks.questions.number import check_rejected_numbers
from generator.spec.checks.texts import check_empty
from generator.spec.draft import Draft
from generator.spec.draws import spell_draw
from generator.spec.places import Loc
from generator.spec.questions import Question
from generator.spec.questions.choice import Choice
from generator.spec.questions.cloze import ChoiceBlank
from generator.spec.questions.number import NumberAnswer
from generator.spec.text import Model


def check_computed(draft: Draft) -> Iterator[Diagnostic]:
    """Look at what expressions became.

    ``draft`` holds the lesson as computed, and its file as written.
    """
    questions = dict(draft.questions())
    for loc, part in draft.parts:
        if not any(loc[:depth] in questions for depth in range(len(loc) + 1)):
            yield from _check_part(draft, loc, part)
    for loc, question in questions.items():
        yield from _check_question(draft, loc, question)


def _check_question(draft: Draft, loc: Loc, question: Question) -> Iterator[Diagnostic]:
    """The first variant with something wrong is enough."""
    for variant in question.all_variants():
        found = [*check_alternatives(draft, loc, variant)]
        for at, part in draft.below(loc, variant):
            found.extend(_check_part(draft, at, part))
        values = spell_draw({name: options[0] for name, options in variant.values().items()})
        for one in found:
            yield replace(one, message=f"{one.message} (with {values})") if values else one
        if found:
            return


def _check_part(draft: Draft, loc: Loc, part: Model) -> Iterator[Diagnostic]:
    if isinstance(part, Choice | ChoiceBlank):
        yield from check_correct(draft, (*loc, "choices"), part)
    if isinstance(part, NumberAnswer):
        yield from check_rejected_numbers(draft, loc, part)
    for place, texts in draft.texts_of(loc, part):
        for language, text in texts.items():
            if isinstance(text, str):
                yield from check_empty(draft, (*place, language), text)
