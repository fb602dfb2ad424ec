"""Which section a question and a cue belong to."""

from __future__ import annotations

import math
import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from generator.exchange.notes import NoteQuestion, NoteSection, SpokenCue

ANSWER_COUNTS = 2
NEEDED_SHARE = 0.12
NEEDED_LEAD = 1.2


def section_at(seconds: int, sections: Sequence[NoteSection]) -> int:
    """The index of the section at a moment: the last that has begun; before the first, the first."""
    begun = [index for index, each in enumerate(sections) if each.start is not None and each.start <= seconds]
    return begun[-1] if begun else 0


def place_cues(cues: Sequence[SpokenCue], sections: Sequence[NoteSection]) -> list[list[SpokenCue]]:
    """The cues of each section. They and the sections are in time order."""
    placed: list[list[SpokenCue]] = [[] for _ in sections]
    timed = [(each.start, index) for index, each in enumerate(sections) if each.start is not None]
    for cue in cues:
        begun = bisect_right(timed, (cue.start or 0, len(sections)))
        placed[timed[begun - 1][1] if begun else 0].append(cue)
    return placed


def place_questions(questions: Sequence[NoteQuestion], sections: Sequence[NoteSection]) -> list[int | None]:
    """The index of the section that each question is about; None if no section is clearly the one.

    A question with a time of its own belongs where that time is. Otherwise the section is chosen whose words
    the question and, above all, its answer share. Pairs of letters are compared because Korean endings change
    (목표는, 목표가); a pair counts the less the more sections and questions have it: "what is" counts little.
    """
    told = [_letter_pairs(f"{section.title} {section.text}") for section in sections]
    asked = [_weighted_pairs(question) for question in questions]
    spread = Counter(pair for text in (*told, *asked) for pair in text)
    rarity = {pair: math.log((1 + len(told) + len(asked)) / count) for pair, count in spread.items()}
    tellers: dict[str, list[int]] = {}
    for index, words in enumerate(told):
        for pair in words:
            tellers.setdefault(pair, []).append(index)

    placed: list[int | None] = []
    for question, pairs in zip(questions, asked, strict=True):
        scores = [0.0] * len(sections)
        for pair, weight in pairs.items():
            for index in tellers.get(pair, ()):
                scores[index] += weight * rarity[pair]
        needed = NEEDED_SHARE * sum(weight * rarity[pair] for pair, weight in pairs.items())
        placed.append(
            _clear_winner(scores, needed) if question.start is None else section_at(question.start, sections)
        )
    return placed


def _weighted_pairs(question: NoteQuestion) -> Counter[str]:
    pairs = Counter(_letter_pairs(question.ask))
    for pair in _letter_pairs(" ".join(question.answers)):
        pairs[pair] += ANSWER_COUNTS
    return pairs


def _clear_winner(scores: Sequence[float], needed: float) -> int | None:
    ranked = sorted(range(len(scores)), key=lambda index: -scores[index])
    best, second = scores[ranked[0]], scores[ranked[1]] if len(ranked) > 1 else 0.0
    return ranked[0] if best > 0 and best >= needed and best >= NEEDED_LEAD * second else None


def _letter_pairs(text: str) -> set[str]:
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())
    return {word[at : at + 2] for word in words for at in range(len(word) - 1)}
