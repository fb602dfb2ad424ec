"""Which answers were given how often, in words that a teacher reads."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.results.asked import AskedQuestion, AskedVariant
from generator.results.results_file import Try


@dataclass(frozen=True)
class Given:
    """An answer and how many learners gave it."""

    text: str
    count: int


def count_answers(asked: AskedQuestion, tries: Sequence[Try]) -> tuple[int, tuple[Given, ...]]:
    """How often the right answer was given, and the wrong ones, most frequent first.

    Where options are picked, each counts for itself, and "right" is the right option picked least.
    """
    if asked.variants:
        return _count_in_variants(asked.variants, tries)
    return _count_options(asked, tries) if asked.options else _count_texts(tries)


def _count_in_variants(
    variants: Mapping[str, AskedVariant], tries: Sequence[Try]
) -> tuple[int, tuple[Given, ...]]:
    """The same answer may be right in one variant and wrong in another: each is told with its values."""
    shown: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for each in tries:
        variant = variants.get(each.variant, AskedVariant("", {}))
        for text in _wrong_in(variant, each):
            told = f"{text} (with {variant.values})" if variant.values else text
            counts[shown.setdefault(_folded(told), told)] += 1
    return sum(each.verdict == "correct" for each in tries), _ranked(counts)


def _wrong_in(variant: AskedVariant, given: Try) -> list[str]:
    """What of an answer is wrong: the wrong options that were picked, or all that was typed."""
    if given.verdict in ("correct", "shown"):
        return []
    if not variant.options:
        return [given.text]
    picked = [option for name, option in variant.options.items() if name in given.response]
    return [option.text for option in picked if not option.correct]


def _count_options(asked: AskedQuestion, tries: Sequence[Try]) -> tuple[int, tuple[Given, ...]]:
    picks = Counter(name for each in tries if each.verdict != "shown" for name in set(each.response))
    right = [picks[name] for name, option in asked.options.items() if option.correct]
    wrong = Counter(
        {
            option.text: picks[name]
            for name, option in asked.options.items()
            if picks[name] and not option.correct
        }
    )
    return min(right, default=0), _ranked(wrong)


def _count_texts(tries: Sequence[Try]) -> tuple[int, tuple[Given, ...]]:
    """Answers that differ only in case, spaces or Unicode form are one, shown as it was written first."""
    shown: dict[str, str] = {}
    counts: Counter[str] = Counter()
    right = 0
    for each in tries:
        right += each.verdict == "correct"
        if each.verdict not in ("correct", "shown"):
            counts[shown.setdefault(_folded(each.text), each.text)] += 1
    return right, _ranked(counts)


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _ranked(counts: Counter[str]) -> tuple[Given, ...]:
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return tuple(Given(text, count) for text, count in ranked)
