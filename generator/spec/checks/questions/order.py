"""Items to be put in order: they can be told apart."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Diagnostic
from generator.spec.checks.questions.alternatives import Alternative
from generator.spec.draft import Draft
from generator.spec.places import Loc
from generator.spec.questions.order import Order


def check(_draft: Draft, _loc: Loc, _question: Order) -> Iterator[Diagnostic]:
    """Nothing but that the items differ: any of them can stand anywhere."""
    yield from ()


def alternatives(question: Order) -> Iterator[list[Alternative]]:
    """The items."""
    yield [Alternative(("items", at), "item", at + 1, text) for at, text in enumerate(question.items)]
