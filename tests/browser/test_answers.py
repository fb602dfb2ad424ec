"""Every spelling that the course accepts or rejects, graded by the very grader that learners load."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from generator.network import load_library
from generator.pages.questions.answer_key import answer_key
from generator.spec import load_course, load_lesson
from generator.spec.lesson import Lesson
from generator.values.evaluate import evaluate_lesson
from tests.browser.conftest import ROOT, Site
from tests.browser.test_modules import grade

Open = Callable[..., Page]
GALLERY = ROOT / "docs" / "authoring" / "gallery.yaml"


def computed_lessons() -> Iterator[tuple[Path, Lesson]]:
    """The lessons of the course and of the gallery, their expressions computed."""
    course = load_course(ROOT / "lessons")
    library = load_library({name: course.folder / path for name, path in course.file.models.items()})
    for loaded in (*course.lessons, load_lesson(GALLERY)):
        yield loaded.path, evaluate_lesson(loaded.lesson, library, course.file.model, loaded.path)


def spellings(key: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What an author promises: each accepted spelling is correct, each rejected one incorrect."""
    yield from ((text, "correct") for text in key.get("accept", ()))
    yield from ((text, "incorrect") for entry in key.get("reject", ()) for text in entry["accept"])


def cases() -> list[tuple[str, dict[str, Any]]]:
    """(file, question and language; key, spelling and promise), of every question with spellings."""
    return [
        (f"{path.relative_to(ROOT)}: {question.id} ({language})", {"key": key, "typed": typed, "is": promise})
        for path, lesson in computed_lessons()
        for language in lesson.languages
        for question in lesson.all_questions()
        for key in [answer_key(question, language)]
        for typed, promise in spellings(key)
    ]


def broken_promises(page: Page, site: Site, cases: list[tuple[str, dict[str, Any]]]) -> list[str]:
    """File, question, spelling and verdict wherever the grader says something else."""
    asked = [{"question": case["key"], "response": case["typed"]} for _, case in cases]
    return [
        f"{place}: '{case['typed']}' is {result['verdict']}, not {case['is']}"
        for (place, case), result in zip(cases, grade(page, site, asked), strict=True)
        if result["verdict"] != case["is"]
    ]


def test_the_grader_keeps_what_authors_promise(site: Site, open_page: Open) -> None:
    found = cases()
    assert {case["is"] for _, case in found} == {"correct", "incorrect"}
    assert broken_promises(open_page(f"{site.url}en/no-quiz/"), site, found) == []


def test_a_broken_promise_is_told(site: Site, open_page: Open) -> None:
    key = {"type": "text", "lang": "en", "accept": ["the bias"]}
    case = ("lesson.yaml: added (en)", {"key": key, "typed": "the weight", "is": "correct"})
    told = broken_promises(open_page(f"{site.url}en/no-quiz/"), site, [case])
    assert told == ["lesson.yaml: added (en): 'the weight' is incorrect, not correct"]
