"""Progress: what survives a reload, an edit, a broken storage; and how it is thrown away."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import COURSE, Site, build_site
from tests.browser.learner import (
    QUESTIONS,
    answer_some,
    start_over,
    state,
    states,
    type_answer,
    wait_for_quiz,
)

Open = Callable[..., Page]
# The course has as many questions as other tests ask for.
WHOLE = re.compile(r"^1\.5 of \d+ points$")


def test_reload_keeps_every_answer(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/types/")
    expected = answer_some(page)
    before = page.locator("#words .quiz-verdict").inner_text()
    page.reload()
    assert states(page) == expected
    assert page.get_by_role("radio", name="A connection").is_checked()
    assert page.locator("#words input").input_value() == "neither & nor"
    assert page.locator("#words .quiz-verdict").inner_text() == before
    page.goto(f"{site.url}ko/types/")
    assert set(states(page).values()) == {"open"}, "each language is answered for itself"


NEW = "      - {id: new, type: number, ask: {en: Two?, ko: 둘?}, answer: 2}\n"


def test_an_edit_reopens_only_what_it_changed(
    tmp_path: Path, serve: Callable[[Path, str], Site], open_page: Open
) -> None:
    shutil.copytree(COURSE, tmp_path / "course")
    config, folder = tmp_path / "course" / "mkdocs.yml", tmp_path / "site"
    build_site(config, folder)
    page = open_page(f"{serve(folder, '').url}en/types/")
    expected = answer_some(page)
    lesson = tmp_path / "course" / "lessons" / "01-types.yaml"
    text = lesson.read_text(encoding="utf-8")
    text = text.replace("    questions:\n", f"    questions:\n{NEW}", 1)
    text = text.replace("[weights and biases, weight and bias]", "[biases and weights]")
    text = text.replace("A pixel carries a brightness.", "It carries a brightness.")
    lesson.write_text(text, encoding="utf-8")
    build_site(config, folder)
    page.reload()
    assert states(page) == {**expected, "words": "open"}
    assert "has changed" in page.locator("#words .quiz-verdict").inner_text()
    assert state(page, "new") == "open"
    assert "It carries a brightness." in page.locator("#one").inner_text(), (
        "an edited reason is shown at once"
    )


def test_reset_asks_first(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/types/")
    answer_some(page)
    page.get_by_role("button", name="Start this lesson over").click()
    page.get_by_role("button", name="Keep").click()
    expect(page.locator("#one")).to_have_attribute("data-state", "right")
    start_over(page)
    assert set(states(page).values()) == {"open"}
    assert page.locator("#words input").input_value() == ""
    page.reload()
    assert set(states(page).values()) == {"open"}


def test_home_page_adds_it_up(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/types/")
    answer_some(page)
    page.goto(f"{site.url}en/")
    expect(page.locator("quiz-course .quiz-score-text")).to_have_text(WHOLE)
    expect(page.locator("quiz-progress:visible .quiz-score-text")).to_have_text(["1.5 of 5 points"])
    start_over(page, "everything")
    expect(page.locator("quiz-progress:visible")).to_have_count(0)
    page.goto(f"{site.url}en/types/")
    assert set(states(page).values()) == {"open"}


SCORES = "quiz-course:visible .quiz-score-text, quiz-progress:visible .quiz-score-text"


def test_an_open_home_page_keeps_up(site: Site, open_page: Open) -> None:
    home = open_page(f"{site.url}en/")
    lesson = home.context.new_page()
    lesson.goto(f"{site.url}en/types/")
    answer_some(lesson)
    expect(home.locator(SCORES), "another tab answered").to_have_text([WHOLE, "1.5 of 5 points"])
    # What Back does where the browser has kept the page: storage is another one, and no script runs again.
    home.evaluate(
        "localStorage.clear(); dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
    )
    expect(home.locator(SCORES)).to_have_count(0)


FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
OFF = """
for (const name of ["getItem", "setItem", "removeItem"]) {
  const original = Storage.prototype[name];
  Storage.prototype[name] = function (key, ...rest) {
    if (key.startsWith("lessonloom")) throw new DOMException("no", "SecurityError");
    return original.call(this, key, ...rest);
  };
}
"""
FOREIGN = """
const texts = { one: "{", several: "null", words: "[1]", count: "7", near: '{"verdict": "correct"}' };
for (const [id, text] of Object.entries(texts)) {
  localStorage.setItem(`lessonloom:/project/en/types/${id}`, text);
}
"""


@pytest.mark.parametrize("storage", [FULL, OFF, FOREIGN], ids=["full", "off", "foreign"])
def test_no_storage_breaks_the_page(site: Site, open_page: Open, storage: str) -> None:
    page = open_page(f"{site.url}en/no-quiz/")
    page.add_init_script(storage)
    page.goto(f"{site.url}en/types/")
    assert states(page) == dict.fromkeys(QUESTIONS, "open")
    type_answer(page, "count", "13002")
    expect(page.locator("#count")).to_have_attribute("data-state", "right")
    expect(page.locator("quiz-score .quiz-score-text")).to_have_text("1 of 5 right")
    assert page.locator(".quiz-unsaved").is_visible() == (storage is not FOREIGN)


# The shape of a record, but no response that such a question can have; and keys that are somebody else's.
UNFITTING = """
const kept = { verdict: "incorrect", v: 2 };
const put = (key, record) => localStorage.setItem(key, JSON.stringify({ ...kept, ...record }));
for (const quiz of document.querySelectorAll(".quiz")) {
  const response = quiz.querySelector("input[type=text]") ? [["a"], ["b"]].flat() : "not an option";
  put(`lessonloom:/project/${quiz.dataset.progress}`, { fingerprint: quiz.dataset.fingerprint, response });
  const theirs = { fingerprint: quiz.dataset.fingerprint, response: "theirs" };
  put(`lessonloom:/other/${quiz.dataset.progress}`, theirs);
}
localStorage.setItem("cart", "[1]");
"""


def test_records_that_do_not_fit_break_nothing_and_foreign_ones_stay(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/types/")
    page.evaluate(f"() => {{ {UNFITTING} }}")
    page.reload()
    wait_for_quiz(page)
    assert "theirs" not in page.locator(".quiz").evaluate_all(
        "quizzes => quizzes.map((quiz) => quiz.querySelector('input').value)"
    )
    page.goto(f"{site.url}en/")
    start_over(page, "everything")
    kept = page.evaluate("Object.keys(localStorage).filter((key) => /^lessonloom:|cart/.test(key))")
    assert {key.rpartition("/")[0] for key in kept} == {"", "lessonloom:/other/en/types"}
    page.goto(f"{site.url}en/types/")
    assert set(states(page).values()) == {"open"}
