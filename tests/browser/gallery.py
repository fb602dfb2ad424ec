"""How each question of the gallery, one or two of every type, can be answered, and somebody who does it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.browser.learner import press

# Text to type; options to tick; what stands first, second, … in an order; what goes with or into each name.
Response = str | frozenset[str] | Sequence[str] | Mapping[str, str]


@dataclass(frozen=True)
class Ways:
    """How a question can be answered; ``feedback`` to the wrong and ``earned`` by the partly right one."""

    right: Response
    wrong: Response
    feedback: str
    partial: Response = ""
    earned: str = ""


STEPS = ("Multiply each activation", "Add up the products", "Add the bias", "Apply")
PIXEL, CONNECTION, NEURON = "A pixel", "A connection", "A neuron"
QUESTIONS = {
    "what-a-weight-belongs-to": Ways(
        frozenset({"A connection"}), frozenset({"A pixel"}), "carries a brightness"
    ),
    "activation-functions": Ways(
        frozenset({"ReLU", "The sigmoid"}),
        frozenset({"MNIST"}),
        "collection of handwritten",
        frozenset({"ReLU"}),
        "1 of 2 points.",
    ),
    "weights-are-typed-in": Ways(frozenset({"False"}), frozenset({"True"}), "Nobody could choose"),
    "what-is-added": Ways("its bias", "the weights", "in the sum already"),
    "pixels": Ways("784", "56 pixels", "How many rows"),
    "relu": Ways("max(0,a)", "max(1, a)", "nothing below 1"),
    "input-layer": Ways(
        {"Blank 1": "784", "Blank 2": "brightness", "Blank 3": "higher"},
        {"Blank 1": "16", "Blank 2": "size", "Blank 3": "lower"},
        "how many the first hidden layer has",
        {"Blank 1": "784", "Blank 2": "brightness", "Blank 3": "lower"},
        "Partly right: 2 of 3. 2 of 3 points.",
    ),
    "activation-steps": Ways(
        STEPS, STEPS[::-1], "Out of place", ("Apply", *STEPS[:3]), "Partly right: 3 of 4."
    ),
    "what-holds-what": Ways(
        {PIXEL: "A brightness", CONNECTION: "A weight", NEURON: "How much"},
        {PIXEL: "The label", CONNECTION: "How much", NEURON: "A brightness"},
        "belongs to the training data",
        {PIXEL: "A brightness", CONNECTION: "The label"},
        "Partly right: 1 of 3.",
    ),
    "lowest-sum": Ways(frozenset({"Neuron 8"}), frozenset({"Neuron 9"}), "lowest sum of weights"),
}


def answer(page: Page, name: str, response: Response) -> Locator:
    """Answer with the mouse or by typing, check, and wait: the grader comes when it is first needed."""
    question = page.locator(f"#{name}")
    if isinstance(response, str):
        question.locator("input").fill(response)
    elif isinstance(response, frozenset):
        for label in response:
            question.get_by_label(label, exact=True).check()
    elif isinstance(response, Mapping):
        for label, part in response.items():
            fill(question, label, part)
    else:
        put_in_order(question, response)
    press(page, name, "Check")
    expect(question).not_to_have_attribute("data-state", "open")
    return question


def fill(question: Locator, label: str, part: str) -> None:
    """A blank, by typing or picking, or a pair."""
    control = question.get_by_label(label)
    match control.evaluate("element => element.localName"):
        case "input":
            control.fill(part)
        case "select":
            control.select_option(label=part)
        case _:
            control.get_by_role("radio", name=part).check()


def put_in_order(question: Locator, wanted: Sequence[str]) -> None:
    """Move each item up by its button until it stands at its place."""
    for place, start in enumerate(wanted):
        items = question.locator(".quiz-order > li")
        while not items.nth(place).inner_text().startswith(start):
            items.filter(has_text=start).locator(".quiz-move-up").click()
