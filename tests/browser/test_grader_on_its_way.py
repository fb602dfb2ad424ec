"""The grader comes when it is needed: what learners see until then, and if it does not come."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from generator.pages.ui_text import ui_text
from tests.browser.conftest import Site
from tests.browser.learner import press, start_over, state, type_answer, wait_for_quiz

Open = Callable[..., Page]
GRADER = "**/grade.mjs*"


def tries(page: Page, question: str) -> int:
    stored = page.evaluate("key => localStorage.getItem(key)", stored_as(page, question))
    return int(json.loads(stored)["tries"])


def stored_as(page: Page, question: str) -> str:
    (key,) = page.evaluate(
        "end => Object.keys(localStorage).filter((key) => key.endsWith(end))", f"/types/{question}"
    )
    return str(key)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_without_the_grader_the_page_says_so_and_tries_again(
    site: Site, open_page: Open, language: str
) -> None:
    page = open_page(f"{site.url}{language}/types/")
    wait_for_quiz(page)
    page.route(GRADER, lambda route: route.abort())
    type_answer(page, "count", "13002")
    said = ui_text("quiz_no_grader", language)
    expect(page.locator("#count .quiz-verdict")).to_have_text(said)
    expect(page.locator("[role=status]")).to_have_text(said)
    assert (state(page, "count"), page.locator("#count input").input_value()) == ("open", "13002")
    page.unroute(GRADER)
    press(page, "count", ui_text("quiz_check", language))
    expect(page.locator("#count")).to_have_attribute("data-state", "right")
    assert tries(page, "count") == 1


def test_a_second_enter_meanwhile_is_the_same_try(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/types/")
    wait_for_quiz(page)
    waiting: list[Route] = []
    page.route(GRADER, lambda route: waiting.append(route))
    page.locator("#count input").fill("5")
    for _ in range(3):
        page.locator("#count input").press("Enter")
    assert state(page, "count") == "open" and len(waiting) == 1
    waiting[0].continue_()
    expect(page.locator("#count")).to_have_attribute("data-state", "wrong")
    assert tries(page, "count") == 1


def test_an_answer_that_a_reset_takes_back_meanwhile_is_not_asked_for(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/types/")
    wait_for_quiz(page)
    page.get_by_role("radio", name="A connection").check()
    press(page, "one", "Check")
    waiting: list[Route] = []
    page.route(GRADER, lambda route: waiting.append(route))
    page.locator("#count input").fill("5")
    page.locator("#count input").press("Enter")
    start_over(page)
    with page.expect_response(GRADER) as grader:
        waiting[0].continue_()
    page.evaluate("async (url) => { await import(url); await new Promise(setTimeout); }", grader.value.url)
    assert (state(page, "count"), page.locator("#count .quiz-verdict").count()) == ("open", 0)
    expect(page.locator("#count input")).not_to_be_focused()


def test_the_same_answer_again_is_no_other_try(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/types/")
    wait_for_quiz(page)
    type_answer(page, "count", "5")
    page.locator("#count input").press("Enter")
    page.locator("#count input").fill("")
    type_answer(page, "count", "5")
    expect(page.locator("#count")).to_have_attribute("data-state", "wrong")
    assert tries(page, "count") == 1
    type_answer(page, "count", "6")
    expect(page.locator("#count")).to_have_attribute("data-state", "wrong")
    assert tries(page, "count") == 2
