"""How much pages weigh on their way to a phone: their HTML, compressed as servers do."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.spec import load_course
from tests.browser.conftest import COURSE, ROOT, build_site

KILOBYTE = 1024
# Ten questions of four options with a reason each, and everything around them.
LIMITS = {"en": 12 * KILOBYTE, "ko": 14 * KILOBYTE}

PAGE_LIMITS = {
    ("neural-network", "en"): 72,
    ("neural-network", "ko"): 78,
    ("how-it-learns", "en"): 81,
    ("how-it-learns", "ko"): 87,
    ("backpropagation", "en"): 56,
    ("backpropagation", "ko"): 61,
    ("what-it-learnt", "en"): 77,
    ("what-it-learnt", "ko"): 83,
}
"""Kilobytes of whole pages: eleven to seventeen figures, up to two of them live, and all questions."""

FIGURES_LIMIT = 35 * KILOBYTE
"""Twelve figures of the first lesson, two of them live, with captions and tables."""

TWELVE_FIGURES_LIMIT = 60 * KILOBYTE
"""The page of a lesson with twelve figures and the texts around them, without questions and their words."""


def ten_questions() -> list[dict[str, Any]]:
    """Words that people wrote: the options, reasons and questions of the repository's own lessons."""
    lessons = [loaded.lesson for loaded in load_course(ROOT / "lessons").lessons]
    choices = [each for lesson in lessons for each in lesson.all_questions() if each.type == "choice"]
    options = [option for each in choices for option in each.choices if option.because][:40]
    assert (len(options), len(choices) >= 10) == (40, True)
    return [
        {
            "id": f"question-{place}",
            "type": "choice",
            "ask": dict(choices[place].ask),
            "explain": dict(choices[place].explain or choices[place].ask),
            "choices": [as_written(option, number) for number, option in enumerate(options[place::10])],
        }
        for place in range(10)
    ]


def as_written(option: Any, number: int) -> Mapping[str, Any]:
    return {"text": dict(option.text), "because": dict(option.because), "correct": number == 0}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course whose one lesson asks ten questions."""
    folder = tmp_path_factory.mktemp("sizes")
    for name in ("lessons", "docs"):
        (folder / name).mkdir()
    (folder / "mkdocs.yml").write_bytes((COURSE / "mkdocs.yml").read_bytes())
    (folder / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
    titles = {"en": "Ten questions", "ko": "열 문제"}
    section = {"id": "ten", "title": titles, "questions": ten_questions()}
    lesson = {"title": titles, "sections": [section]}
    (folder / "lessons" / "ten.yaml").write_text(json.dumps(lesson), encoding="utf-8")
    (folder / "lessons" / "course.yaml").write_text(
        "title: {en: Sizes, ko: 크기}\nlanguages: [en, ko]\n", encoding="utf-8"
    )
    build_site(folder / "mkdocs.yml", folder / "site")
    return folder / "site"


@pytest.mark.parametrize("language", LIMITS)
def test_a_page_of_ten_questions_is_light(site: Path, language: str) -> None:
    page = (site / language / "ten" / "index.html").read_bytes()
    assert page.count(b'class="quiz-option"') == 40
    assert page.count(b'class="quiz-because"') == 40
    assert len(gzip.compress(page, 9)) <= LIMITS[language]


@pytest.fixture(scope="module")
def own_course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own course."""
    folder = tmp_path_factory.mktemp("own")
    build_site(ROOT / "mkdocs.yml", folder)
    return folder


@pytest.mark.parametrize("language", LIMITS)
def test_twelve_figures_with_captions_and_tables_are_light(own_course: Path, language: str) -> None:
    page = (own_course / language / "neural-network" / "index.html").read_bytes()
    figures = re.findall(rb'<figure class="nnf".*?</figure>', page, re.DOTALL)
    assert len(figures) >= 12
    assert len(gzip.compress(b"".join(figures[:12]), 9)) <= FIGURES_LIMIT


QUESTION = re.compile(rb"<(quiz-[a-z-]+)\b.*?</\1>", re.DOTALL)


@pytest.mark.parametrize("language", LIMITS)
def test_a_lesson_with_twelve_figures_is_light(own_course: Path, language: str) -> None:
    page = (own_course / language / "neural-network" / "index.html").read_bytes()
    figures = re.findall(rb'<figure class="nnf".*?</figure>', page, re.DOTALL)
    for figure in figures[12:]:
        page = page.replace(figure, b"")
    lesson, questions = QUESTION.subn(b"", page)
    assert questions >= 40 and lesson.count(b'<figure class="nnf"') == 12
    assert len(gzip.compress(lesson, 9)) <= TWELVE_FIGURES_LIMIT


@pytest.mark.parametrize(("lesson", "language"), PAGE_LIMITS)
def test_no_lesson_is_heavier_than_it_was(own_course: Path, lesson: str, language: str) -> None:
    page = (own_course / language / lesson / "index.html").read_bytes()
    assert len(gzip.compress(page, 9)) <= PAGE_LIMITS[lesson, language] * KILOBYTE
