"""What the reader's system and the theme's keyboard may and may not do inside a quiz."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Site
from tests.browser.learner import answer_some, press, wait_for_quiz
from tests.browser.parts import answer_partly

Open = Callable[..., Page]
# Search: f, s, /. Next page: n, full stop. Previous page: p, comma.
SHORTCUTS = ("n", "s", "f", "p", ",", ".", "/")


def where(page: Page) -> tuple[str, bool]:
    """The page, and whether its search is open."""
    return page.url, page.evaluate("document.querySelector('#__search')?.checked === true")


CONTROLS = {
    "types": ("#one input", "#several button", "#words input", "#count button", "quiz-score button"),
    "parts": (
        "#steps .quiz-move",
        "#parts input",
        "#blanks input",
        "#blanks select",
    ),
}


@pytest.mark.parametrize("lesson", CONTROLS)
def test_single_keys_are_the_learners_inside_a_question(site: Site, open_page: Open, lesson: str) -> None:
    page = open_page(f"{site.url}en/{lesson}/")
    wait_for_quiz(page)
    if lesson == "types":
        answer_some(page)
        page.get_by_role("button", name="Try again").first.click()
    for control in CONTROLS[lesson]:
        target = page.locator(control).locator("visible=true").first
        target.evaluate("element => element.focus()")
        before = where(page)
        for key in SHORTCUTS:
            page.keyboard.press(key)
            assert where(page) == before, f"{key} in {control}"
        assert target.evaluate("element => element === document.activeElement"), control
        if control in ("#words input", "#blanks input"):
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
    page.goto(f"{site.url}en/parts/")
    wait_for_quiz(page)
    page.locator("#steps .quiz-move-down").first.click()
    assert page.evaluate(MOVING) == []
    assert page.evaluate("document.getAnimations().length") == 0, "an item is at its new place at once"


COLOURS = """([selector, property]) => [...document.querySelectorAll(selector)].map(
  (element) => getComputedStyle(element)[property])"""


def assert_borders(page: Page, canvas: str, *selectors: str) -> None:
    for selector in selectors:
        borders = page.evaluate(COLOURS, [selector, "borderTopColor"])
        assert borders, selector
        assert canvas not in borders, f"{selector}: a border in the colour of the page"


def test_forced_colours_keep_bars_and_options_in_sight(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/types/", forced_colors="active", color_scheme="dark")
    answer_some(page)
    press(page, "near", "Try again")
    canvas = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert_borders(page, canvas, ".quiz-option", ".quiz-bar", ".quiz-field input", ".quiz-actions button")
    styles = page.evaluate(COLOURS, ["#several .quiz-option", "borderTopStyle"])
    assert styles == ["solid", "dashed", "solid"], "what was overlooked looks different"
    marks = page.locator("#one .quiz-mark:visible").all_inner_texts()
    assert {"Right", "Wrong"} >= {mark.strip() for mark in marks} != set(), "words say it, too"
    page.goto(f"{site.url}en/parts/")
    wait_for_quiz(page)
    answer_partly(page)
    rows = (".quiz-order > li", ".quiz-pair", ".quiz-letters span", ".quiz-blank :is(input, select)")
    assert_borders(page, canvas, *rows)
