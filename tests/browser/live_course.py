"""A course with live figures, one of a network that the course brings along, and what learners do there."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
from playwright.sync_api import Locator, Page

from generator.network import Network, random_network
from generator.network.weights import save_weights
from generator.weight_header import WeightHeader
from tests.browser.conftest import COURSE, build_site

SIZES, ACTIVATIONS = (784, 12, 10), ("relu", "sigmoid")
COURSE_YAML = "title: {ko: 놀이, en: Play}\nlanguages: [ko, en]\nmodels: {mine: mine.npz}\n"
LESSON = """\
title: {ko: 신경망, en: A network}
sections:
  - id: play
    title: {ko: 놀기, en: Play}
    figures: [%s]
"""
LESSONS = {
    "01-live": "{id: live, kind: live_network, models: [digits, digits-relu, mine]}",
    "02-own": "{id: own, kind: live_network, model: mine, digit: 7-1}",
    "03-still": "{id: still, kind: activation_flow, digit: 3-1}",
}


def own_network() -> Network:
    """A network as a teacher may bring it, with one hidden layer of twelve."""
    network = random_network(SIZES, ACTIVATIONS, np.random.default_rng(3), np.float64)
    biases = tuple(np.linspace(-0.5, 0.5, b.size) for b in network.biases)
    return Network(network.weights, biases, ACTIVATIONS)


def build_live_course(folder: Path) -> Path:
    """Build it; returns the folder of its site."""
    (folder / "lessons").mkdir()
    (folder / "docs").mkdir()
    (folder / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
    shutil.copy(COURSE / "mkdocs.yml", folder)
    (folder / "lessons" / "course.yaml").write_text(COURSE_YAML, encoding="utf-8")
    for name, figure in LESSONS.items():
        (folder / "lessons" / f"{name}.yaml").write_text(LESSON % figure, encoding="utf-8")
    save_weights(folder / "lessons" / "mine.npz", own_network(), WeightHeader(SIZES, ACTIVATIONS))
    build_site(folder / "mkdocs.yml", folder / "site" / "project")
    return folder / "site"


def wake(page: Page) -> Locator:
    """The live figure of a page, once it is alive."""
    figure = page.locator("nn-live")
    figure.scroll_into_view_if_needed()
    page.locator("nn-live[data-state=alive]").wait_for()
    rest(page)
    return figure


def rest(page: Page) -> None:
    """Until the figure has drawn what was asked for, and what waits until the hand rests."""
    page.wait_for_timeout(50)
    page.wait_for_function(
        "() => { const { live } = document.querySelector('nn-live'); return !live.frame; }"
    )
    page.wait_for_function("() => !document.querySelector('.nn-flow--moving')")


def strokes_on(page: Page, points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Places on the drawing area, given as shares of its width and height, in pixels of the window."""
    page.locator(".nn-pad").scroll_into_view_if_needed()
    box = page.locator(".nn-pad").bounding_box()
    assert box
    return [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in points]


def draw_with_mouse(page: Page, points: list[tuple[float, float]]) -> None:
    """One stroke through all points."""
    first, *others = strokes_on(page, points)
    page.mouse.move(*first)
    page.mouse.down()
    for point in others:
        page.mouse.move(*point, steps=8)
    page.mouse.up()
    rest(page)


def draw_with_finger(page: Page, points: list[tuple[float, float]]) -> None:
    """One stroke through all points, as real touches."""
    session = page.context.new_cdp_session(page)
    for index, (x, y) in enumerate(strokes_on(page, points)):
        kind = "touchMove" if index else "touchStart"
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    rest(page)


def draw_with_pen(page: Page, points: list[tuple[float, float]]) -> None:
    """One stroke through all points, by a stylus."""
    session = page.context.new_cdp_session(page)
    places = strokes_on(page, points)
    kinds = ["mousePressed", *["mouseMoved"] * len(places[1:]), "mouseReleased"]
    for kind, (x, y) in zip(kinds, [*places, places[-1]], strict=True):
        buttons = 0 if kind == "mouseReleased" else 1
        button = {"button": "left", "buttons": buttons, "clickCount": 1, "pointerType": "pen"}
        session.send("Input.dispatchMouseEvent", {"type": kind, "x": x, "y": y, **button})
    rest(page)


def answer(page: Page) -> str:
    """What the figure says that the network reads."""
    return page.locator(".nn-live__answer > span").inner_text()
