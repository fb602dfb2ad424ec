"""Results as a file: saved on one device, loaded on another; nothing in a file is trusted."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from generator.cli import main
from tests.browser.conftest import COURSE, Site
from tests.browser.learner import answer_some, press, states, type_answer, wait_for_quiz

Open = Callable[..., Page]
HOSTILE = '<img src=x onerror="window.ran=1">\'"🙂 שלום \u202e=1+1'
KEPT = """() => Object.fromEntries(
  Object.entries(localStorage).filter(([key]) => key.startsWith("lessonloom:")))"""


def download(page: Page, folder: Path) -> dict[str, Any]:
    """Press the button; the file's content."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download my results").click()
    assert waiting.value.suggested_filename.startswith("results-en-20")
    waiting.value.save_as(folder / "results.json")
    results: dict[str, Any] = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    return results


def load(page: Page, content: str) -> None:
    page.locator("quiz-results").wait_for()  # hidden until somebody listens to it
    file = {"name": "r.json", "mimeType": "application/json", "buffer": content.encode()}
    page.locator("quiz-results input").set_input_files(file)


def said(page: Page, text: str) -> None:
    expect(page.locator(".quiz-results-said")).to_have_text(text)
    expect(page.locator("[role=status]")).to_have_text(text)


def answered(site: Site, open_page: Open, folder: Path) -> dict[str, Any]:
    """The file of a learner who has answered some, and typed something hostile."""
    page = open_page(f"{site.url}en/types/")
    answer_some(page)
    type_answer(page, "words", HOSTILE)
    page.goto(f"{site.url}en/")
    return download(page, folder)


def test_a_file_carries_every_answer_to_another_device(site: Site, open_page: Open, tmp_path: Path) -> None:
    results = answered(site, open_page, tmp_path)
    about = [results[name] for name in ("format", "version", "course", "site", "language")]
    assert about == ["lessonloom-results", 1, "Quiz fixture", "/project/", "en"]
    by_key = {answer["key"]: answer for answer in results["answers"]}
    words = by_key["en/types/words"]
    assert (words["text"], words["tries"], words["first"]["text"]) == (HOSTILE, 2, "neither & nor")
    assert by_key["en/types/one"]["text"] == ["A connection"]
    page = open_page(f"{site.url}en/")
    load(page, json.dumps(results))
    said(page, "Answers loaded: 4.")
    expect(page.locator("quiz-course .quiz-score-text")).to_contain_text("1.5 of ")
    load(page, json.dumps(results))
    said(page, "Answers loaded: 0. Already as good here: 4.")
    page.goto(f"{site.url}en/types/")
    assert list(states(page).values()) == ["right", "wrong", "wrong", "open", "shown"]
    assert page.locator("#words input").input_value() == HOSTILE
    assert page.evaluate("window.ran") is None


def test_the_teacher_reads_what_was_typed_literally(site: Site, open_page: Open, tmp_path: Path) -> None:
    answered(site, open_page, tmp_path)
    command = [
        "report",
        str(tmp_path / "results.json"),
        "--course",
        str(COURSE / "lessons"),
        "--format",
        "json",
    ]
    outcome = CliRunner().invoke(main, command)
    assert (outcome.exit_code, outcome.stderr) == (0, "")
    questions = {each["question"]: each for each in json.loads(outcome.stdout)["questions"]}
    assert set(questions) == {f"en/types/{name}" for name in ("one", "several", "words", "near")}
    assert all(each["current"] for each in questions.values()), "site and report agree on fingerprints"
    assert questions["en/types/words"]["wrong"] == [{"text": "neither & nor", "count": 1}]
    assert questions["en/types/several"]["first_right"] == 0


def test_loading_never_loses_an_answer(site: Site, open_page: Open, tmp_path: Path) -> None:
    results = answered(site, open_page, tmp_path)
    by_key = {answer["key"]: answer for answer in results["answers"]}
    page = open_page(f"{site.url}en/types/")
    wait_for_quiz(page)
    type_answer(page, "words", "weights and biases")
    page.get_by_role("radio", name="A pixel").check()
    press(page, "one", "Check")
    type_answer(page, "near", "8")
    page.goto(f"{site.url}en/")
    by_key["en/types/near"] |= {"at": 32_503_680_000_000, "response": "7", "verdict": "incorrect"}
    by_key["en/types/several"]["fingerprint"] = "earlier"
    load(page, json.dumps(results))
    said(
        page,
        "Answers loaded: 2. Already as good here: 1."
        " Left out, because the question has changed since or is gone: 1.",
    )
    page.goto(f"{site.url}en/types/")
    assert list(states(page).values()) == ["right", "open", "right", "open", "wrong"]
    assert page.locator("#words input").input_value() == "weights and biases", "the better one stays"
    assert page.locator("#near input").input_value() == "7", "of equally good ones the newer"


REFUSED = {
    "This is not a file of results.": [
        *("", "{", "null", "[]", '"lessonloom-results"', "7", "[" * 100_000, "x" * 4_000_001),
        *(
            '{"format": "other", "version": 1, "answers": []}',
            '{"format": "lessonloom-results", "version": 1}',
        ),
        '{"format": "lessonloom-results", "version": "1", "answers": []}',
    ],
    "This file comes from a newer version of the site. Reload the page and retry.": [
        '{"format": "lessonloom-results", "version": 2, "answers": [{}], "language": "en"}'
    ],
    "There are no answers in this file.": ['{"format": "lessonloom-results", "version": 1, "answers": []}'],
    "These answers are to the lessons in Korean. Load them on that home page.": [
        '{"format": "lessonloom-results", "version": 1, "answers": [{}], "language": "ko"}'
    ],
    "This file belongs to another course: <b>Other</b>": [
        json.dumps(
            {
                **{"format": "lessonloom-results", "version": 1, "language": "en", "course": "<b>Other</b>"},
                "answers": [None, 7, {"key": "__proto__"}, {"key": "en/other/one", "fingerprint": "x"}],
            }
        )
    ],
}


def test_what_is_no_file_of_this_course_is_refused(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/")
    for message, contents in REFUSED.items():
        for content in contents:
            load(page, content)
            said(page, message)
    assert page.evaluate(KEPT) == {}


def test_only_answers_to_this_pages_questions_are_written(
    site: Site, open_page: Open, tmp_path: Path
) -> None:
    results = answered(site, open_page, tmp_path)
    right = results["answers"][0]
    extra = {"__proto__": {"polluted": 1}, "evil": HOSTILE, "score": 99, "tries": -1}
    keys = ["ko/types/one", "../../other", "toString", "en/types/one/", 7, None]
    results["answers"] = [{**right, **extra}, *({**right, "key": key} for key in keys)]
    page = open_page(f"{site.url}en/")
    load(page, json.dumps(results))
    said(
        page, f"Answers loaded: 1. Left out, because the question has changed since or is gone: {len(keys)}."
    )
    kept = page.evaluate(KEPT)
    assert list(kept) == ["lessonloom:/project/en/types/one"]
    record = json.loads(next(iter(kept.values())))
    names = {"v", "fingerprint", "response", "text", "verdict", "score", "tries", "hints", "first", "at"}
    assert (set(record), record["score"], record["tries"]) == (names, 1, 0)
    assert page.evaluate("({}).polluted ?? window.ran") is None


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_code_for_files_is_loaded_when_it_is_asked_for(
    site: Site, open_page: Open, language: str
) -> None:
    page = open_page(f"{site.url}{language}/")
    names = (
        "() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('results')).length"
    )
    page.locator("quiz-results:visible").wait_for()
    assert page.evaluate(names) == 0
    page.locator("[data-act=download]").click()
    nothing = {"en": "There are no answers to save yet.", "ko": "아직 저장할 답이 없습니다."}
    said(page, nothing[language])
    assert page.evaluate(names) > 0
