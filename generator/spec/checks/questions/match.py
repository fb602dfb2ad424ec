"""Pairs: there is something to choose, and what belongs to nothing says why."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Diagnostic
from generator.spec.checks.questions.alternatives import Alternative
from generator.spec.draft import Draft
from generator.spec.places import Loc
from generator.spec.questions.match import Match


def check(draft: Draft, loc: Loc, question: Match) -> Iterator[Diagnostic]:
    """At least two different texts on the right, and a reason for each extra one."""
    if not question.extra and len(_partners(question)) < 2:
        yield draft.source.at_key(
            (*loc, "pairs"),
            "nothing-to-choose",
            "all pairs have the same right side",
            "add something that belongs to nothing, under 'extra'",
        )
    for index, extra in enumerate(question.extra):
        if extra.because is None:
            yield draft.at_value(
                (*loc, "extra", index),
                "missing-because",
                "this extra does not say why it belongs to nothing",
                "add 'because: …'",
                "warning",
            )


def alternatives(question: Match) -> Iterator[list[Alternative]]:
    """What is on the left; and what is on the right, where pairs may share a text."""
    yield [
        Alternative(("pairs", at, "left"), "left side", at + 1, pair.left)
        for at, pair in enumerate(question.pairs)
    ]
    extras = [
        Alternative(("extra", at, "right"), "extra", at + 1, extra.right)
        for at, extra in enumerate(question.extra)
    ]
    yield [*_partners(question), *extras]


def _partners(question: Match) -> list[Alternative]:
    """The right sides, each text once."""
    texts = [dict(pair.right) for pair in question.pairs]
    return [
        Alternative(("pairs", at, "right"), "right side", at + 1, pair.right)
        for at, pair in enumerate(question.pairs)
        if texts.index(dict(pair.right)) == at
    ]
