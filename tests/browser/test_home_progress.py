"""The home page as a learner comes back to it."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.learner import answer_some, press, start_over, type_answer, wait_for_quiz

Open = Callable[..., Page]


def leads_to(page: Page, place: str) -> None:
    link = page.locator("quiz-continue a")
    expect(link).to_have_text("Continue")
    expect(page.locator("quiz-continue [data-place]")).to_have_text(place)
    link.click()


def test_continue_leads_to_the_first_section_with_something_left(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/")
    expect(page.locator("quiz-continue a")).to_have_text("To the first lesson")
    expect(page.locator("quiz-continue [data-place]")).to_be_hidden()
    page.goto(f"{site.url}en/types/")
    answer_some(page)
    page.goto(f"{site.url}en/")
    leads_to(page, "Every type · Typing")
    page.wait_for_url(f"{site.url}en/types/#type")
    wait_for_quiz(page)
    type_answer(page, "count", "13002")
    page.goto(f"{site.url}en/")
    expect(page.locator("quiz-continue [data-place]")).not_to_contain_text("Every type")
    start_over(page, "everything")
    expect(page.locator("quiz-continue a")).to_have_text("To the first lesson")


def test_a_lesson_that_is_all_right_says_so(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/only-choice/")
    wait_for_quiz(page)
    page.get_by_role("radio", name="four").check()
    press(page, "one", "Check")
    page.goto(f"{site.url}en/")
    card = page.locator(".home-card", has_text="Only choice")
    expect(card.locator(".quiz-score-text")).to_have_text("All 1 right. Well done!")
    mark = "element => getComputedStyle(element, '::after').content"
    assert card.locator(".home-card__number").evaluate(mark).startswith('"✓"')


def test_points_are_counted_where_there_are_some(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/only-choice/")
    wait_for_quiz(page)
    page.locator("#one").evaluate("element => { element.dataset.points = '2.5' }")
    page.get_by_role("radio", name="five").check()
    press(page, "one", "Check")
    expect(page.locator("quiz-score .quiz-score-text")).to_have_text("0 of 2.5 points")
