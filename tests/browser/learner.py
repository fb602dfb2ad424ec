"""What a learner does on a page of the fixture course, and sees there."""

from __future__ import annotations

from playwright.sync_api import Page, expect

QUESTIONS = ("one", "several", "words", "count", "near")


def state(page: Page, question: str) -> str | None:
    """open, wrong, right or shown."""
    return page.locator(f"#{question}").get_attribute("data-state")


def wait_for_quiz(page: Page) -> None:
    """Until every question of the page has its behaviour."""
    page.wait_for_function("!document.querySelector('.quiz:not([data-state])')")


def states(page: Page) -> dict[str, str | None]:
    wait_for_quiz(page)
    return {question: state(page, question) for question in QUESTIONS}


def press(page: Page, question: str, button: str) -> None:
    page.locator(f"#{question}").get_by_role("button", name=button, exact=True).click()


def start_over(page: Page, what: str = "this lesson") -> None:
    """Delete the answers, and wait: the dialog tells its answer after it has closed."""
    page.get_by_role("button", name=f"Start {what} over").click()
    page.get_by_role("button", name="Delete").click()
    expect(page.locator("body > [role=status]")).to_have_text("Your answers are deleted.")


def type_answer(page: Page, question: str, answer: str) -> None:
    """Type, press Enter, and wait: the grader comes when it is first needed."""
    page.locator(f"#{question} input").fill(answer)
    page.locator(f"#{question} input").press("Enter")
    page.locator(f"#{question} .quiz-verdict").wait_for()


def answer_some(page: Page) -> dict[str, str]:
    """In English: one right, one partly, one wrong, one given up, one left alone. Returns the states."""
    wait_for_quiz(page)
    page.get_by_role("radio", name="A connection").check()
    press(page, "one", "Check")
    page.get_by_role("checkbox", name="ReLU").check()
    press(page, "several", "Check")
    type_answer(page, "words", "neither & nor")
    type_answer(page, "near", "9")
    press(page, "near", "Show answer")
    return {"one": "right", "several": "wrong", "words": "wrong", "count": "open", "near": "shown"}


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is there, as someone without a mouse does."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"no Tab leads to {selector}")
