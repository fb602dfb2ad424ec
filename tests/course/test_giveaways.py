"""No question gives its answer away: the right option is not the one that is clearly longest."""

from __future__ import annotations

import re

import pytest

from generator.spec.questions.choice import Choice
from tests.course.conftest import LOADED

MATHS = re.compile(r"\$[^$]*\$")
MUCH = 1.15
SHARE_BY_CHANCE = 1 / 3
CHOICES = {
    each.lesson.id: [
        question
        for question in each.lesson.all_questions()
        if isinstance(question, Choice) and sum(option.correct is True for option in question.choices) == 1
    ]
    for each in LOADED.lessons
    if each.lesson.id not in LOADED.file.pages
}
BOTH = pytest.mark.parametrize("language", LOADED.file.languages)


def excess(question: Choice, language: str) -> float:
    """The length of the right option in lengths of the longest wrong one; a formula counts as a letter."""
    lengths = {True: 0, False: 0}
    for option in question.choices:
        read = len(MATHS.sub("x", option.text[language]))
        lengths[option.correct is True] = max(read, lengths[option.correct is True])
    return lengths[True] / lengths[False]


@BOTH
@pytest.mark.parametrize("name", CHOICES)
def test_the_right_option_is_not_told_by_its_length(name: str, language: str):
    assert CHOICES[name]
    assert [question.id for question in CHOICES[name] if excess(question, language) > MUCH] == []


@BOTH
def test_no_more_right_options_are_the_longest_than_chance_would_have(language: str):
    questions = [question for each in CHOICES.values() for question in each]
    longest = sum(excess(question, language) > 1 for question in questions)
    assert longest / len(questions) <= SHARE_BY_CHANCE


def test_a_right_option_with_all_the_words_is_found():
    options = [{"text": "Large"}, {"text": "$a^2 + b^2$, and nothing else", "correct": True}]
    data = {"id": "q", "type": "choice", "ask": "?", "choices": options}
    assert excess(Choice.model_validate(data), "en") > MUCH
