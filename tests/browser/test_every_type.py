"""The lesson behind the gallery, answered in a browser: every type of question, in every way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import GALLERY, Site, build_gallery
from tests.browser.gallery import QUESTIONS, answer
from tests.browser.learner import press, start_over, state, tab_to, wait_for_quiz
from tests.browser.test_pages import assert_accessible

Open = Callable[..., Page]
Serve = Callable[[Path, str], Site]
FIELD = ".quiz-fields :is(input, select, button)"


def start(page: Page) -> None:
    page.reload()
    wait_for_quiz(page)


def test_wrong_then_reload_then_right(gallery: str, open_page: Open) -> None:
    page = open_page(gallery)
    wait_for_quiz(page)
    for name, ways in QUESTIONS.items():
        answer(page, name, ways.wrong)
        expect(page.locator(".quiz-hidden[role=status]")).to_contain_text("That is not right.")
    for _ in range(2):
        for name, ways in QUESTIONS.items():
            assert_wrong(page, name, ways.feedback)
        start(page)
    for name, ways in QUESTIONS.items():
        press(page, name, "Try again")
        answer(page, name, ways.right)
        expect(page.locator(f"#{name} .quiz-feedback"), "what there is to read").to_be_focused()
    for _ in range(2):
        for name in QUESTIONS:
            assert_right(page, name)
        start(page)


def assert_wrong(page: Page, name: str, feedback: str) -> None:
    question = page.locator(f"#{name}")
    expect(question).to_have_attribute("data-state", "wrong")
    expect(question.locator(".quiz-verdict")).to_have_text("That is not right.")
    expect(question).to_contain_text(feedback)
    expect(question.get_by_role("link", name="Play the video from")).to_be_visible()


def assert_right(page: Page, name: str) -> None:
    question = page.locator(f"#{name}")
    expect(question).to_have_attribute("data-state", "right")
    expect(question.locator(".quiz-explain")).to_be_visible()
    expect(question.locator(".quiz-again")).to_have_count(0)


def test_hints_one_by_one(gallery: str, open_page: Open) -> None:
    page = open_page(gallery)
    wait_for_quiz(page)
    totals = {name: take_every_hint(page, name) for name in QUESTIONS}
    start(page)
    for name in QUESTIONS:
        assert hints_and_state(page, name) == (totals[name], "open"), "a hint is no answer, and is remembered"
        answer(page, name, QUESTIONS[name].right)
    start(page)
    for name in QUESTIONS:
        assert hints_and_state(page, name) == (totals[name], "right")
    start_over(page)
    for name in QUESTIONS:
        assert hints_and_state(page, name) == (0, "open")
    filled = (
        "fields => fields.filter((field) => field.type === 'text' && field.value || field.checked).length"
    )
    assert page.locator(".quiz :is(input:not(.nn-live input), select)").evaluate_all(filled) == 0


def hints_and_state(page: Page, name: str) -> tuple[int, str | None]:
    return page.locator(f"#{name} .quiz-hint").count(), state(page, name)


def take_every_hint(page: Page, name: str) -> int:
    """Take the hints of a question one by one; how many there are."""
    hints, button = page.locator(f"#{name} .quiz-hint"), page.locator(f"#{name} .quiz-actions button").nth(2)
    total = int((button.text_content() or "").split()[-1])
    for number in range(1, total + 1):
        expect(hints).to_have_count(number - 1)
        expect(button).to_have_text(f"Hint {number} of {total}")
        button.click()
        expect(page.locator(".quiz-hidden[role=status]")).to_contain_text(f"Hint {number} of {total}")
    expect(button).to_be_hidden()
    expect(page.locator(f"#{name} {FIELD}").first, "a button that is gone keeps no focus").to_be_focused()
    return total


def test_shown_answers_stay_and_can_be_tried_again(gallery: str, open_page: Open) -> None:
    page = open_page(gallery)
    wait_for_quiz(page)
    mendable = {name: ways for name, ways in QUESTIONS.items() if not isinstance(ways.wrong, frozenset)}
    for name, ways in mendable.items():
        answer(page, name, ways.wrong)
        press(page, name, "Show answer")
        expect(page.locator(f"#{name} .quiz-feedback")).to_be_focused()
    for _ in range(2):
        for name in mendable:
            expect(page.locator(f"#{name}")).to_have_attribute("data-state", "shown")
            expect(page.locator(f"#{name} .quiz-solution")).to_be_visible()
        start(page)
    for name, ways in mendable.items():
        press(page, name, "Try again")
        assert page.locator(f"#{name} .quiz-solution, #{name} .quiz-mark").count() == 0
        answer(page, name, ways.right)
        expect(page.locator(f"#{name}")).to_have_attribute("data-state", "right")


def test_part_of_an_answer_earns_part_of_the_points(gallery: str, open_page: Open) -> None:
    page = open_page(gallery)
    wait_for_quiz(page)
    partly = {name: ways for name, ways in QUESTIONS.items() if ways.partial}
    for name, ways in partly.items():
        answer(page, name, ways.partial)
    for _ in range(2):
        for name, ways in partly.items():
            expect(page.locator(f"#{name}")).to_have_attribute("data-verdict", "partial")
            expect(page.locator(f"#{name} .quiz-verdict")).to_contain_text(ways.earned)
        start(page)


def use_the_focused_control(page: Page) -> None:
    """What a learner without a mouse does with a field, an option or the button that moves an item."""
    kind = page.evaluate("document.activeElement.type")
    if kind == "text":
        page.keyboard.insert_text("16")
    else:
        page.keyboard.press("ArrowDown" if kind == "button" else "Space")


def test_every_question_by_keyboard(gallery: str, open_page: Open) -> None:
    page = open_page(gallery)
    wait_for_quiz(page)
    for name in QUESTIONS:
        tab_to(page, f"#{name} {FIELD}")
        use_the_focused_control(page)
        tab_to(page, f"#{name} .quiz-actions button:nth-child(3)")
        page.keyboard.press("Enter")
        expect(page.locator(f"#{name} .quiz-hint")).to_have_count(1)
        page.locator(f"#{name} button[type=submit]").focus()
        page.keyboard.press("Enter")
        expect(page.locator(f"#{name}")).not_to_have_attribute("data-state", "open")
        retry = page.locator(f"#{name}").get_by_role("button", name="Try again")
        # The first option is somebody's right one: options stand in an order of the learner's own.
        if state(page, name) == "right":
            expect(page.locator(f"#{name} .quiz-feedback")).to_be_focused()
            retry.focus()
        expect(retry).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator(f"#{name}")).to_have_attribute("data-state", "open")
        expect(page.locator(f"#{name} .quiz-fields :focus")).to_have_count(1)


@pytest.mark.parametrize("first", [0, 1])
def test_edited_questions_open_again_and_only_they(
    tmp_path: Path, serve: Serve, open_page: Open, first: int
) -> None:
    text = GALLERY.read_text(encoding="utf-8")
    page = open_page(f"{serve(build_gallery(tmp_path, text), '').url}en/gallery/")
    wait_for_quiz(page)
    for name, ways in QUESTIONS.items():
        answer(page, name, ways.right)
    edited = [*QUESTIONS][first::2]
    for name in edited:
        head, tail = text.split(f"- id: {name}\n")
        text = f"{head}- id: {name}\n{tail.replace('ask: ', 'ask: Now, ', 1)}"
    build_gallery(tmp_path, text)
    start(page)
    expected = {name: "open" if name in edited else "right" for name in QUESTIONS}
    assert {name: state(page, name) for name in QUESTIONS} == expected
    for name in edited:
        expect(page.locator(f"#{name} .quiz-verdict")).to_contain_text("has changed")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_gallery(own_site: Site, open_page: Open, scheme: str) -> None:
    page = open_page(f"{own_site.url}authoring/gallery/", color_scheme=scheme)
    wait_for_quiz(page)
    assert_accessible(page)
    for name, ways in QUESTIONS.items():
        page.locator(f"#{name} .quiz-actions button").nth(2).click()
        answer(page, name, ways.wrong)
    assert_accessible(page)
    show = page.get_by_role("button", name="Show answer")
    while show.count():
        show.first.click()
    assert_accessible(page)
    for name, ways in QUESTIONS.items():
        press(page, name, "Try again")
        answer(page, name, ways.partial or ways.right)
    assert_accessible(page)


def test_options_have_an_order_of_the_learners_own(gallery: str, open_page: Open) -> None:
    page, orders = open_page(gallery), set()
    options = page.locator("#activation-functions .quiz-option")
    for _ in range(8):
        wait_for_quiz(page)
        first = options.all_inner_texts()
        start(page)
        assert options.all_inner_texts() == first
        assert page.locator("#weights-are-typed-in .quiz-option").all_inner_texts() == ["True", "False"]
        orders.add(tuple(first))
        page.evaluate("localStorage.clear()")
        page.reload()
    assert len(orders) > 1


def test_without_javascript_hints_and_mistakes_unfold(gallery: str, open_page: Open) -> None:
    page = open_page(gallery, java_script_enabled=False)
    for number, hint in enumerate(page.locator("#what-is-added details.quiz-hint").all(), 1):
        hint.locator("summary").click()
        expect(hint.locator("summary")).to_have_text(f"Hint {number} of 2", use_inner_text=True)
    expect(page.locator("#what-is-added")).to_contain_text("Each neuron has exactly one of them.")
    page.locator("#what-is-added .quiz-answer summary").click()
    expect(page.locator("#what-is-added .quiz-rejected")).to_contain_text(
        "The weights are in the sum already."
    )
