"""A choice on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from generator.pages.questions.author_text import prose_inline, prose_or_none
from generator.pages.questions.fingerprint import name_texts
from generator.spec.questions.choice import Choice
from generator.spec.questions.cloze import ChoiceBlank
from generator.spec.text import pick

# Said in the browser.
WORDS = ("picked", "missed")

_NUMBER = re.compile(r"[\W_]*+\d[\d.,/ ]*+\W*+\w{0,12}+\W*+")


class OptionView(NamedTuple):
    """An option of a choice; a tuple, because a template unpacks one faster than it asks for attributes."""

    name: str
    text: Markup
    correct: bool
    because: Markup | None


def option_names(question: Choice | ChoiceBlank, language: str) -> tuple[str, ...]:
    """What the browser calls the options, whatever their order."""
    return name_texts([pick(option.text, language)[0] for option in question.choices])


def view(question: Choice, language: str) -> dict[str, Any]:
    """The options with their reasons, and whether they may change places."""
    names = option_names(question, language)
    options = [
        OptionView(
            name,
            prose_inline(option.text, language),
            option.correct is True,
            prose_or_none(option.because, language),
        )
        for name, option in zip(names, question.choices, strict=True)
    ]
    return {"options": options, "multiple": question.multiple, "shuffle": is_shuffled(question, language)}


def is_shuffled(question: Choice, language: str) -> bool:
    """Whether the options may stand in any order: not if they are numbers, which people look up in a row."""
    return question.shuffle and not _are_numbers([pick(each.text, language)[0] for each in question.choices])


def _are_numbers(texts: Sequence[str]) -> bool:
    """Whether every option is a number, perhaps with a unit: ``16``, ``$-1$``, ``784개``, ``42 biases``."""
    return all(_NUMBER.fullmatch(text.strip()) for text in texts)


def key(question: Choice | ChoiceBlank, language: str) -> dict[str, Any]:
    """Which options are right."""
    names = option_names(question, language)
    correct = [name for name, option in zip(names, question.choices, strict=True) if option.correct]
    return {"multiple": question.multiple, "correct": correct}


def content(question: Choice | ChoiceBlank, language: str) -> object:
    """The options in any order, and whether several may be picked."""
    options = sorted([pick(option.text, language)[0], option.correct] for option in question.choices)
    return [question.multiple, options]
