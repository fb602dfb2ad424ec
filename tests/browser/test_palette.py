"""The reader's switch to the lecture's green and red."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import Site

Open = Callable[..., Page]
CHOSEN = "document.documentElement.dataset.nnPalette"
GREEN, BLUE = "rgb(58, 138, 34)", "rgb(11, 99, 197)"
SOLID = "getComputedStyle(document.querySelector('#flow-three .nn-wide g[stroke*=positive]')).stroke"


def test_one_switch_changes_every_figure_and_is_remembered(own_site: Site, open_page: Open) -> None:
    page = open_page(f"{own_site.url}en/neural-network/", color_scheme="light")
    switches = page.get_by_role("button", name="Green and red, as in the video")
    assert switches.count() > 2 and page.evaluate(SOLID) == BLUE
    caption = page.locator("#grid figcaption")
    expect(caption).to_contain_text("Blue pixels push", use_inner_text=True)
    switches.first.focus()
    page.keyboard.press("Space")
    assert page.evaluate(SOLID) == GREEN
    assert {button.get_attribute("aria-pressed") for button in switches.all()} == {"true"}
    expect(caption).to_contain_text("Green pixels push", use_inner_text=True)
    expect(caption).not_to_contain_text("Blue", use_inner_text=True)
    page.emulate_media(media="print")
    assert page.evaluate(SOLID) == BLUE and not switches.first.is_visible()
    page.goto(f"{own_site.url}ko/neural-network/")
    assert page.evaluate(CHOSEN) == "video"
    page.emulate_media(media="screen")
    page.get_by_role("button", name="영상처럼").last.click()
    page.reload()
    assert page.evaluate(CHOSEN) is None and page.evaluate(SOLID) == BLUE


def test_the_choice_is_there_before_any_module_is(own_site: Site, open_page: Open) -> None:
    page = open_page(f"{own_site.url}en/neural-network/")
    page.get_by_role("button", name="Green and red, as in the video").first.click()
    page.goto("about:blank")  # or modules still under way would miss what they import
    page.route("**/*.mjs", lambda route: route.fulfill(body="", content_type="text/javascript"))
    for address in ("en/neural-network/", "en/"):
        page.goto(own_site.url + address)
        assert page.evaluate(CHOSEN) == "video"


def test_a_figure_whose_author_chose_has_no_switch_nor_has_one_without_signs(
    own_site: Site, open_page: Open
) -> None:
    page = open_page(f"{own_site.url}en/neural-network/")
    assert page.locator("#grid nn-palette").count() == 1
    assert page.locator(":is(#grid-video, #a-three, #diagram) nn-palette").count() == 0


def test_on_a_phone_the_switch_and_what_can_be_opened_have_lines_of_their_own(
    own_site: Site, open_page: Open
) -> None:
    page = open_page(own_site.lessons("en")[0], viewport={"width": 390, "height": 844})
    page.locator("nn-palette button").first.wait_for()
    figures = page.locator("figure.nnf").filter(has=page.locator("nn-palette")).all()
    assert len(figures) > 3
    for figure in figures:
        switch, summary = (figure.locator(each).bounding_box() for each in ("nn-palette", "summary"))
        assert switch and summary and summary["height"] < 40
        is_above = switch["y"] + switch["height"] <= summary["y"]
        assert is_above or summary["x"] + summary["width"] <= switch["x"]
