"""What a learner does on the page of items in order, pairs and blanks."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Site
from tests.browser.learner import press, wait_for_quiz

Open = Callable[..., Page]
RIGHT_ORDER = ["Multiply", "Add the products", "Add the bias", "Apply"]
PARTS = ("steps", "parts", "blanks")


def open_parts(site: Site, open_page: Open, language: str = "en", **options: object) -> Page:
    page = open_page(f"{site.url}{language}/parts/", **options)
    wait_for_quiz(page)
    return page


def items(page: Page) -> list[str]:
    """The first words of the items as they stand."""
    texts = page.locator("#steps .quiz-item").all_inner_texts()
    return [next(start for start in RIGHT_ORDER if text.startswith(start)) for text in texts]


def order_by_keyboard(page: Page, wanted: list[str]) -> None:
    """Tab to an item's buttons and move it up, for one place after the other."""
    for place, start in enumerate(wanted):
        button = page.locator("#steps li").filter(has_text=start).locator(".quiz-move-up")
        button.focus()
        while items(page).index(start) > place:
            page.keyboard.press("ArrowUp")
            expect(button, "the item that moved keeps the focus").to_be_focused()


def pair(page: Page, left: str) -> Locator:
    return page.get_by_role("radiogroup", name=left)


def fill_blanks(page: Page, count: str, word: str, more: str) -> None:
    page.get_by_label("Blank 1 of 3").fill(count)
    page.get_by_label("Blank 2 of 3").fill(word)
    page.get_by_label("Blank 3 of 3").select_option(label=more)


def check_blanks(page: Page) -> None:
    """And wait for the grader, which comes when it is needed."""
    press(page, "blanks", "Check")
    page.locator("#blanks:not([data-state=open])").wait_for()


def answer_partly(page: Page) -> None:
    order_by_keyboard(page, ["Apply", *RIGHT_ORDER[:3]])
    press(page, "steps", "Check")
    pair(page, "A pixel").get_by_role("radio", name="A brightness").check()
    pair(page, "A connection").get_by_role("radio", name="The label").check()
    press(page, "parts", "Check")
    fill_blanks(page, "28", "Weights", "less")
    check_blanks(page)


def answer_right(page: Page) -> None:
    order_by_keyboard(page, RIGHT_ORDER)
    press(page, "steps", "Check")
    for left, right in (("A pixel", "A brightness"), ("A connection", "A weight"), ("A neuron", "How much")):
        pair(page, left).get_by_role("radio", name=right).check()
    press(page, "parts", "Check")
    fill_blanks(page, "784 neurons", "weight", "more")
    check_blanks(page)


def marks(page: Page) -> dict[str, list[str | None]]:
    """What each part is marked as."""
    parts = {"steps": ".quiz-order > li", "parts": ".quiz-pair", "blanks": ".quiz-blank"}
    read = "parts => parts.map(part => part.dataset.right ?? null)"
    return {name: page.locator(f"#{name} {part}").evaluate_all(read) for name, part in parts.items()}
