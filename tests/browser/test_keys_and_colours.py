"""What the reader's system and the theme's keyboard may and may not do inside a quiz."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Site
from tests.browser.learner import answer_some, press, wait_for_quiz

Open = Callable[..., Page]
# Search: f, s, /. Next page: n, full stop. Previous page: p, comma.
SHORTCUTS = ("n", "s", "f", "p", ",", ".", "/")


def where(page: Page) -> tuple[str, bool]:
    """The page, and whether its search is open."""
    return page.url, page.evaluate("document.querySelector('#__search')?.checked === true")


@pytest.mark.parametrize(
    "control", ["#one input", "#several button", "#words input", "#count button", "quiz-score button"]
)
def test_single_keys_are_the_learners_inside_a_question(site: Site, open_page: Open, control: str) -> None:
    page = open_page(f"{site.url}en/types/")
    answer_some(page)
    page.get_by_role("button", name="Try again").first.click()
    target = page.locator(f"{control}:visible").first
    target.focus()
    before = where(page)
    for key in SHORTCUTS:
        page.keyboard.press(key)
        assert where(page) == before, key
    assert target.evaluate("element => element === document.activeElement")
    if control == "#words input":
        assert target.input_value().endswith("".join(SHORTCUTS))


def test_outside_a_question_the_theme_has_its_keys(site: Site, open_page: Open) -> None:
    """What the test above must be able to see."""
    page = open_page(f"{site.url}en/types/")
    wait_for_quiz(page)
    page.locator("body").press("s")
    page.wait_for_function("document.querySelector('#__search').checked")


MOVING = """() => [...document.querySelectorAll(".quiz *, .quiz-score, .quiz-score *")].filter((element) => {
  const { transitionDuration: times, animationName } = getComputedStyle(element);
  return animationName !== "none" || times.split(",").some((time) => parseFloat(time) > 0.01);
}).map((element) => element.className)"""


def test_reduced_motion_moves_nothing(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/types/", reduced_motion="reduce")
    answer_some(page)
    assert page.evaluate(MOVING) == []


COLOURS = """([selector, property]) => [...document.querySelectorAll(selector)].map(
  (element) => getComputedStyle(element)[property])"""


def test_forced_colours_keep_bars_and_options_in_sight(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/types/", forced_colors="active", color_scheme="dark")
    answer_some(page)
    press(page, "near", "Try again")
    canvas = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    for selector in (".quiz-option", ".quiz-bar", ".quiz-field input", ".quiz-actions button"):
        borders = page.evaluate(COLOURS, [f"{selector}", "borderTopColor"])
        assert borders, selector
        assert canvas not in borders, f"{selector}: a border in the colour of the page"
    marks = page.locator("#one .quiz-mark:visible").all_inner_texts()
    assert {"Right", "Wrong"} >= {mark.strip() for mark in marks} != set(), "words say it, too"
