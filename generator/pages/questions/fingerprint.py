"""The names that a learner's progress hangs on: of a question, and of what can be picked in it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from generator.pages.questions.answer_key import write_json
from generator.pages.questions.of_type import module_of
from generator.spec.questions import Question
from generator.spec.text import pick

FINGERPRINT_DIGITS = 10
OPTION_DIGITS = 6


def fingerprint(question: Question, language: str) -> str:
    """Changes when the question becomes another one in this language: type, ask, options or key.

    Explanations, hints, reasons, points, expected wrong answers and the order of options may be edited
    without reopening what learners answered. Of a question with variants all of them count.
    """
    contents = [_content(variant, language) for variant in question.all_variants()]
    return _digest(contents if question.vary else contents[0], FINGERPRINT_DIGITS)


def name_variant(variant: Question, language: str) -> str:
    """What the browser calls a variant of a question, whichever number it has."""
    return _digest(_content(variant, language), FINGERPRINT_DIGITS)


def _content(question: Question, language: str) -> list[object]:
    content = module_of(question).content(question, language)
    return [question.type, pick(question.ask, language)[0], content]


def name_texts(texts: Sequence[str]) -> tuple[str, ...]:
    """A name for each text that outlives a change of order: it depends on the text alone.

    Equal texts are told apart by a number.
    """
    names = [_digest(text, OPTION_DIGITS) for text in texts]
    earlier = [names[:place].count(name) for place, name in enumerate(names)]
    return tuple(f"{name}-{same}" if same else name for name, same in zip(names, earlier, strict=True))


def _digest(content: object, digits: int) -> str:
    return hashlib.sha256(write_json(content).encode()).hexdigest()[:digits]
