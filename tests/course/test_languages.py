"""The course says the same in each of its languages, and nothing was left untranslated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator.spec.draft import Draft, Setting
from generator.spec.lesson import Lesson, Reading
from generator.spec.markup import find_placements
from generator.spec.places import Loc
from generator.spec.prune import Pruned
from generator.spec.source import Source
from generator.spec.text import is_language_neutral
from tests.course.conftest import LOADED

LESSONS = {each.lesson.id: each.lesson for each in LOADED.lessons}
EACH = pytest.mark.parametrize("name", LESSONS)
HANGUL = re.compile("[가-힣ㄱ-ㅎㅏ-ㅣ]")
LATIN = re.compile("[A-Za-z]")
# Maths, code, expressions and addresses read the same in every language.
NO_WORDS = re.compile(r"\$[^$]*\$|`[^`]*`|\{\{.*?\}\}|\]\([^)]*\)|\[\[.*?\]\]|https?://\S+", re.DOTALL)
GLOSSED = re.compile(r"\([^()]*\)|“[^”]*”")
"""Where a word of the other language may be told."""
MOST_LETTERS = 3


def texts_of(lesson: Lesson) -> Iterator[tuple[Loc, Mapping[str, str]]]:
    """Everything a lesson says per language; not the spellings that it accepts, nor the names of works."""
    draft = Draft(Source(lesson.id), Setting(Path()), {}, lesson, Pruned())
    for place, part in draft.parts:
        for loc, text in draft.texts_of(place, part):
            is_name = isinstance(part, Reading) and loc[-1] == "title"
            if not is_name and all(isinstance(each, str) for each in text.values()):
                yield loc, text


def complaints(text: Mapping[str, str]) -> list[str]:
    """What is untranslated in a text."""
    if set(text) != {"en", "ko"}:
        return [f"only in {' and '.join(text)}"]
    english, korean = (NO_WORDS.sub(" ", text[language]) for language in ("en", "ko"))
    neutral = is_language_neutral(text["en"])
    found = []
    if english == korean and not neutral and len(LATIN.findall(english)) > MOST_LETTERS:
        found.append("the same in both languages")
    if LATIN.search(korean) and not HANGUL.search(korean) and not neutral:
        found.append("no Hangul in ko")
    if HANGUL.search(GLOSSED.sub("", english)):
        found.append("Hangul in en")
    return found


@EACH
def test_nothing_in_a_lesson_is_untranslated(name: str):
    found = [(loc, complaint) for loc, text in texts_of(LESSONS[name]) for complaint in complaints(text)]
    assert found == []


@EACH
def test_each_language_places_the_same_figures_and_questions(name: str):
    sections = [section for section in LESSONS[name].sections if section.text]
    placed = {
        section.id: {
            language: sorted(mark.value for mark in find_placements(text))
            for language, text in (section.text or {}).items()
        }
        for section in sections
    }
    assert [where for where, each in placed.items() if each["en"] != each["ko"]] == []


@EACH
def test_pages_of_both_languages_have_the_same_ids(name: str, page_of):
    # Items to be ordered have ids made of their words, with a '_'.
    ids = {
        language: re.findall(r'\sid="([a-z0-9-]+)"', f"{page.content}{''.join(page.fragments.values())}")
        for language in ("en", "ko")
        for page in [page_of(name, language)]
    }
    assert sorted(ids["en"]) == sorted(ids["ko"])


def test_the_glossary_and_course_yaml_are_translated(course):
    assert [term.id for term in course.glossary.terms if HANGUL.search(term.term["en"])] == []
    texts = [term.text for term in course.glossary.terms]
    texts += [course.file.title, course.file.summary, *course.file.goals]
    assert [(dict(text), complaint) for text in texts for complaint in complaints(text)] == []


@pytest.mark.parametrize(
    ("english", "korean", "complaint"),
    [
        ("The weights", "The weights", "the same in both languages"),
        ("Weights **add** $x$", "Weights 1", "no Hangul in ko"),
        ("A 가중치", "가중치", "Hangul in en"),
        ("MNIST", "MNIST", ""),
        ("The weight (가중치)", "가중치(weight)", ""),
        ("$\\operatorname{softmax}$", "$\\operatorname{softmax}$", ""),
    ],
)
def test_the_checker_finds_what_is_untranslated(english: str, korean: str, complaint: str):
    found = complaints({"en": english, "ko": korean})
    assert found[:1] == ([complaint] if complaint else [])
