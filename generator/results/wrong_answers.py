"""Which answers were given how often, in words that a teacher reads."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.results.asked import AskedQuestion
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
    return _count_options(asked, tries) if asked.options else _count_texts(tries)


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
