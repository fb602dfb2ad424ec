"""Pages with one question of several parts and nothing else, whose answers look like names of reasons."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import COURSE, Site, build_site
from tests.browser.learner import press, wait_for_quiz

Open = Callable[..., Page]
LESSON = (
    "language: en\ntitle: {kind}\nsections:\n- id: s\n  title: S\n  questions:\n  - id: q\n    type: {kind}\n"
)
QUESTIONS = {
    "cloze": """
    ask: Fill in.
    text: "A hit counts as [?one]; [?two] is a miss."
    blanks:
      one:
        type: number
        answer: 1
        reject: [{answers: 7, because: Not seven.}, {answers: 8, because: Not eight.}]
      two: {type: text, accept: [zero, nil], reject: [{answers: one, because: That is a hit.}]}
""",
    "match": """
    ask: What comes next?
    pairs:
    - {left: input, right: hidden, because: Pixels go in.}
    - {left: hidden, right: output, because: The last step.}
    extra:
    - {right: input, because: Nothing leads back.}
""",
    "order": """
    ask: Put in order.
    items: [first, second]
""",
}


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path, str], Site]) -> str:
    """The address of the lessons, each named like its type."""
    folder = tmp_path_factory.mktemp("alone")
    (folder / "docs").mkdir()
    (folder / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
    (folder / "lessons").mkdir()
    (folder / "lessons" / "course.yaml").write_text("title: C\nlanguages: [en]\n", encoding="utf-8")
    for kind, text in QUESTIONS.items():
        lesson = LESSON.format(kind=kind) + text.lstrip("\n")
        (folder / "lessons" / f"{kind}.yaml").write_text(lesson, encoding="utf-8")
    shutil.copy(COURSE / "mkdocs.yml", folder)
    build_site(folder / "mkdocs.yml", folder / "site")
    return f"{serve(folder / 'site', '').url}en/"


def open_alone(alone: str, open_page: Open, kind: str) -> Page:
    page = open_page(f"{alone}{kind}/")
    wait_for_quiz(page)
    return page


def test_what_is_typed_is_no_name_of_a_reason(alone: str, open_page: Open) -> None:
    page = open_alone(alone, open_page, "cloze")
    page.get_by_label("Blank 1 of 2").fill("1")
    page.get_by_label("Blank 2 of 2").fill("2")
    press(page, "q", "Check")
    expect(page.locator("#q")).to_have_attribute("data-verdict", "partial")
    read = "parts => parts.map(part => part.dataset.right)"
    assert page.locator("#q .quiz-blank").evaluate_all(read) == ["true", "false"]
    assert page.locator("#q .quiz-because").count() == 0
    page.get_by_label("Blank 2 of 2").fill("one")
    press(page, "q", "Check")
    expect(page.locator("#q .quiz-because")).to_have_text("That is a hit.")


def test_a_text_on_both_sides_keeps_its_two_reasons_apart(alone: str, open_page: Open) -> None:
    page = open_alone(alone, open_page, "match")
    for left, right in (("input", "input"), ("hidden", "hidden")):
        page.get_by_role("radiogroup", name=left).get_by_role("radio", name=right).check()
    press(page, "q", "Check")
    expect(page.locator("#q")).to_have_attribute("data-state", "wrong")
    assert page.locator("#q .quiz-because").all_inner_texts() == ["Nothing leads back."]
    press(page, "q", "Show answer")
    assert page.locator("#q .quiz-pair .quiz-because").all_inner_texts() == [
        "Pixels go in.",
        "The last step.",
    ]
    assert page.locator("#q .quiz-pair .quiz-partner > span").all_inner_texts() == ["hidden", "output"]


def test_an_order_alone_has_its_words(alone: str, open_page: Open) -> None:
    page = open_alone(alone, open_page, "order")
    page.locator("#q .quiz-move-down").first.click()
    press(page, "q", "Check")
    expect(page.locator("#q")).to_have_attribute("data-state", "right")
