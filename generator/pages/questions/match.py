"""Pairs to be found, on the page."""

from __future__ import annotations

from string import ascii_uppercase
from typing import Any, NamedTuple

from markupsafe import Markup

from generator.pages.questions.author_text import prose_inline, prose_or_none
from generator.pages.questions.fingerprint import name_texts
from generator.spec.questions.match import Match
from generator.spec.text import Text, pick

# Said in the browser.
WORDS = ("right", "wrong", "no_answer", "parts", "empty_match")


class PairView(NamedTuple):
    """A text on the left, and the name of its partner."""

    name: str
    text: Markup
    right: str
    because: Markup | None


class RightView(NamedTuple):
    """A text on the right; ``because`` says why it has no partner."""

    name: str
    letter: str
    text: Markup
    because: Markup | None


def view(question: Match, language: str) -> dict[str, Any]:
    """The pairs, and what is on the right: with letters, in an order that tells nothing."""
    rights = [
        RightView(name, letter, prose_inline(text, language), prose_or_none(because, language))
        for letter, (name, (text, because)) in zip(
            ascii_uppercase, sorted(_rights(question, language).items()), strict=False
        )
    ]
    pairs = [
        PairView(
            left,
            prose_inline(pair.left, language),
            right,
            prose_or_none(pair.because, language),
        )
        for pair, (left, right) in zip(question.pairs, _name_pairs(question, language), strict=True)
    ]
    return {"pairs": pairs, "rights": rights, "partners": {right.name: right for right in rights}}


def _rights(question: Match, language: str) -> dict[str, tuple[Text, Text | None]]:
    """Name → the text, and why it has no partner. Equal texts are one: several may have the same partner."""
    texts: list[tuple[Text, Text | None]] = [(pair.right, None) for pair in question.pairs]
    texts += [(extra.right, extra.because) for extra in question.extra]
    return {_name(text, language): (text, because) for text, because in reversed(texts)}


def _name(text: Text, language: str) -> str:
    return name_texts([pick(text, language)[0]])[0]


def _name_pairs(question: Match, language: str) -> list[tuple[str, str]]:
    lefts = name_texts([pick(pair.left, language)[0] for pair in question.pairs])
    return [(left, _name(pair.right, language)) for left, pair in zip(lefts, question.pairs, strict=True)]


def key(question: Match, language: str) -> dict[str, Any]:
    """The names of what belongs together."""
    return {"pairs": [list(names) for names in _name_pairs(question, language)]}


def content(question: Match, language: str) -> object:
    """The pairs and what belongs to nothing, each in any order."""
    pairs = sorted([pick(pair.left, language)[0], pick(pair.right, language)[0]] for pair in question.pairs)
    return [pairs, sorted(pick(extra.right, language)[0] for extra in question.extra)]
