"""What an author changes between two visits: no answer ever stands at another question."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, StorageState

from tests.browser.conftest import COURSE, Site, build_site
from tests.browser.learner import answer_some, state, wait_for_quiz

Open = Callable[..., Page]
Serve = Callable[[Path, str], Site]
Edit = Callable[[str], str]

NEW = "      - {id: new, type: number, ask: {en: Two?, ko: 둘?}, answer: 2}\n"
RELU = "          - {text: {en: ReLU, ko: ReLU}, correct: true}\n"
ANSWERED = {"one", "several", "words", "near"}
ANSWERS = {"one": ["A connection"], "several": ["ReLU"], "words": "neither & nor", "count": "", "near": "9"}


def block(lesson: str, name: str) -> str:
    """The lines of one question of the fixture lesson."""
    start = lesson.index(f"      - id: {name}\n")
    ends = [lesson.find(mark, start) + 1 for mark in ("\n      - id: ", "\n  - id: ")]
    return lesson[start : min([end for end in ends if end > 0], default=len(lesson))]


def swap(old: str, new: str) -> Edit:
    """An edit in one place, which must be there."""

    def edit(lesson: str) -> str:
        assert lesson.count(old) == 1
        return lesson.replace(old, new)

    return edit


def insert_above(lesson: str) -> str:
    return lesson.replace("    questions:\n", f"    questions:\n{NEW}", 1)


def delete(lesson: str) -> str:
    return lesson.replace(block(lesson, "one"), "")


def reorder(lesson: str) -> str:
    words, count, near = (block(lesson, name) for name in ("words", "count", "near"))
    return lesson.replace(words + count + near, f"{near}\n{count}{words}")


def move_to_another_section(lesson: str) -> str:
    one, words = block(lesson, "one"), block(lesson, "words")
    return lesson.replace(one, "").replace(words, one + words)


def reorder_options(lesson: str) -> str:
    option = "          - {text: {en: sigmoid, ko: 시그모이드}, correct: true}\n"
    return swap(RELU + option, option + RELU)(lesson)


def trade_ids(lesson: str) -> str:
    """Worse than any author: each of two questions takes the other's id."""
    for old, new in (("one", "spare"), ("words", "one"), ("spare", "words")):
        lesson = swap(f"- id: {old}\n", f"- id: {new}\n")(lesson)
    return lesson


# The edit; the questions that it opens again and that say so; those that are new or gone.
EDITS = {
    "insert": (insert_above, set(), {"new"}),
    "delete": (delete, set(), {"one"}),
    "reorder": (reorder, set(), set()),
    "move": (move_to_another_section, set(), set()),
    "reorder-options": (reorder_options, set(), set()),
    "reword-reason": (swap("A pixel carries a brightness.", "It carries a brightness."), set(), set()),
    "reword-other-language": (swap("무엇에 딸려", "무엇에 속해"), set(), set()),
    "reword-ask": (swap("What does a weight belong to?", "Where is a weight?"), {"one"}, set()),
    "reword-option": (swap("{en: A pixel, ko", "{en: One pixel, ko"), {"one"}, set()),
    "add-option": (swap(RELU, f"          - {{text: x, because: y}}\n{RELU}"), {"several"}, set()),
    "change-key": (swap("answer: 0.73105857863", "answer: 0.7"), {"near"}, set()),
    "change-answers": (swap("[weights and biases, weight", "[biases and weights, weight"), {"words"}, set()),
    "change-right-option": (
        swap("시그모이드}, correct: true", "시그모이드}, correct: false"),
        {"several"},
        set(),
    ),
    "rename": (swap("- id: words\n", "- id: new\n"), set(), {"new", "words"}),
    "trade-ids": (trade_ids, {"one", "words"}, set()),
}


SHOWN = """() => Object.fromEntries([...document.querySelectorAll(".quiz")].map((quiz) => {
  const typed = quiz.querySelector("input[type=text]");
  const picked = [...quiz.querySelectorAll("label:has(:checked)")].map((label) => label.textContent.trim());
  return [quiz.id, typed ? typed.value : picked];
}))"""


def shown_answers(page: Page) -> dict[str, str | list[str]]:
    """What each question shows as the learner's answer: options in words, or the typed text."""
    shown: dict[str, str | list[str]] = page.evaluate(SHOWN)
    return shown


@dataclass(frozen=True)
class Visited:
    """A site that a learner has been at, and what the learner's browser has kept since."""

    site: Site
    memory: StorageState


@pytest.fixture(scope="module")
def visited(tmp_path_factory: pytest.TempPathFactory, serve: Serve, browser: Browser) -> Visited:
    folder = tmp_path_factory.mktemp("edited")
    build_site(COURSE / "mkdocs.yml", folder / "project")
    site = serve(folder, "project/")
    page = browser.new_page()
    page.goto(f"{site.url}en/types/")
    answer_some(page)
    assert shown_answers(page) == ANSWERS
    memory = page.context.storage_state()
    page.context.close()
    return Visited(site, memory)


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_reopens_only_what_it_changed(
    tmp_path: Path, visited: Visited, open_page: Open, name: str
) -> None:
    edit, reopened, other = EDITS[name]
    shutil.copytree(COURSE, tmp_path / "course")
    lesson = tmp_path / "course" / "lessons" / "01-types.yaml"
    for unchanged in lesson.parent.glob("0[2-9]*.yaml"):
        unchanged.unlink()
    lesson.write_text(edit(lesson.read_text(encoding="utf-8")), encoding="utf-8")
    build_site(tmp_path / "course" / "mkdocs.yml", visited.site.folder)
    page = open_page(f"{visited.site.url}en/types/", storage_state=visited.memory)
    wait_for_quiz(page)
    shown = shown_answers(page)
    assert {name for name in shown if shown[name] not in ("", [])} == ANSWERED - reopened - other
    assert {name: shown[name] for name in ANSWERED - reopened - other} == {
        name: ANSWERS[name] for name in ANSWERED - reopened - other
    }
    verdicts = {quiz: page.locator(f"#{quiz} .quiz-verdict").all_inner_texts() for quiz in shown}
    assert {quiz for quiz, said in verdicts.items() if said and "has changed" in said[0]} == reopened
    assert {quiz for quiz in shown if state(page, quiz) == "open"} == {
        *reopened, *({"new", "count"} & set(shown))
    }  # fmt: skip
