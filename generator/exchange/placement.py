"""Which section a question and a cue belong to."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from generator.exchange.notes import NoteQuestion, NoteSection, SpokenCue

ANSWER_COUNTS = 2
NEEDED_SHARE = 0.12
NEEDED_LEAD = 1.2


def section_at(seconds: int, sections: Sequence[NoteSection]) -> int:
    """The index of the section at a moment: the last that has begun; before the first, the first."""
    begun = [
        index
        for index, section in enumerate(sections)
        if section.start is not None and section.start <= seconds
    ]
    return begun[-1] if begun else 0


def place_cues(cues: Sequence[SpokenCue], sections: Sequence[NoteSection]) -> list[list[SpokenCue]]:
    """The cues of each section. They and the sections are in time order."""
    placed: list[list[SpokenCue]] = [[] for _ in sections]
    for cue in cues:
        placed[section_at(cue.start or 0, sections)].append(cue)
    return placed


def place_questions(questions: Sequence[NoteQuestion], sections: Sequence[NoteSection]) -> list[int | None]:
    """The index of the section that each question is about; None if no section is clearly the one.

    A question with a time of its own belongs where that time is. Otherwise the section is chosen whose words
    the question and, above all, its answer share. Pairs of letters are compared because Korean endings change
    (목표는, 목표가); a pair counts the less the more sections and questions have it: "what is" counts little.
    """
    told = [_letter_pairs(f"{section.title} {section.text}") for section in sections]
    asked = [
        (_letter_pairs(question.ask), _letter_pairs(" ".join(question.answers))) for question in questions
    ]
    texts = [*told, *(ask | answer for ask, answer in asked)]
    spread = Counter(pair for text in texts for pair in text)
    weights = {pair: math.log(1 + len(texts) / count) - math.log(2) for pair, count in spread.items()}

    def weigh(ask: set[str], answer: set[str]) -> float:
        return sum(weights[pair] for pair in ask) + ANSWER_COUNTS * sum(weights[pair] for pair in answer)

    placed: list[int | None] = []
    for question, (ask, answer) in zip(questions, asked, strict=True):
        scores = [weigh(ask & section, answer & section) for section in told]
        clear = _clear_winner(scores, NEEDED_SHARE * weigh(ask, answer))
        placed.append(clear if question.start is None else section_at(question.start, sections))
    return placed


def _clear_winner(scores: Sequence[float], needed: float) -> int | None:
    ranked = sorted(range(len(scores)), key=lambda index: -scores[index])
    best, second = scores[ranked[0]], scores[ranked[1]] if len(ranked) > 1 else 0.0
    return ranked[0] if best > 0 and best >= needed and best >= NEEDED_LEAD * second else None


def _letter_pairs(text: str) -> set[str]:
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())
    return {word[at : at + 2] for word in words for at in range(len(word) - 1)}
