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
