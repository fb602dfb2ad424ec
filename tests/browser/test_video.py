"""The video facade in a real browser, with a stand-in for the one address it may ask for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.conftest import Site


@pytest.fixture
def asked() -> list[str]:
    """Every address outside this machine that the page has asked for."""
    return []


@pytest.fixture
def lesson(browser: Browser, own_site: Site, asked: list[str]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="player", content_type="text/html")

    page.route(lambda url: "127.0.0.1" not in url, answer)
    page.goto(f"{own_site.url}en/neural-network/")
    yield page
    context.close()


def test_nothing_is_asked_for_before_the_video_is_pressed(lesson: Page, asked: list[str]) -> None:
    lesson.wait_for_load_state("networkidle")
    assert asked == []
    assert lesson.locator("iframe").count() == 0


def test_pressed_it_plays_in_its_place(lesson: Page, asked: list[str]) -> None:
    lesson.get_by_role("link", name="Play the video Nothing is loaded").press("Enter")
    frame = lesson.locator("nn-video iframe")
    frame.wait_for()
    assert [url.split("?")[0] for url in asked] == ["https://www.youtube-nocookie.com/embed/aircAruvnKk"]
    assert frame.get_attribute("title") == "What is a neural network?"
    assert lesson.locator(".nn-player--floating").count() == 0
    assert not lesson.locator(".nn-poster").is_visible()
    assert frame.evaluate("element => element === document.activeElement")


def test_a_moment_plays_beside_the_text_and_closing_returns_to_it(lesson: Page, asked: list[str]) -> None:
    moment = lesson.get_by_role("link", name="Play the video from 9:08")
    moment.press("Enter")
    player = lesson.locator(".nn-player--floating")
    player.wait_for()
    assert "start=548" in asked[-1]
    box = player.bounding_box()
    assert box and box["y"] + box["height"] <= 800
    lesson.get_by_role("button", name="Close the video").press("Enter")
    assert lesson.locator("iframe").count() == 0
    assert moment.evaluate("element => element === document.activeElement")


def test_the_player_comes_home_when_the_reader_does(lesson: Page) -> None:
    lesson.get_by_role("link", name="Play the video from 9:08").press("Enter")
    lesson.locator(".nn-player--floating").wait_for()
    lesson.evaluate("scrollTo(0, 0)")
    lesson.locator(".nn-player:not(.nn-player--floating) iframe").wait_for()


def test_brackets_grow_with_their_matrix_because_the_font_is_there(lesson: Page) -> None:
    lesson.evaluate("document.fonts.ready.then(() => undefined)")
    assert lesson.evaluate("document.fonts.check('16px \"STIX Two Math\"', '[')")
    matrix = lesson.locator("math mrow:has(> mtable)").first
    bracket = matrix.locator("> mo").first.bounding_box()
    table = matrix.locator("> mtable").bounding_box()
    assert bracket and table and bracket["height"] >= 0.9 * table["height"] > 40
