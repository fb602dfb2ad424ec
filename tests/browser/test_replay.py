"""Animated figures: once when seen, again on request, never against the reader's wish."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Site

Open = Callable[..., Page]
MOVING = "figure => figure.querySelector('.nn-animated').getAnimations({ subtree: true }).length"
NAMES = MOVING.replace(
    ".length", ".map((each) => each.animationName).filter((name, i, all) => all.indexOf(name) === i).sort()"
)
FINISH = "figure => figure.getAnimations({ subtree: true }).forEach((each) => each.finish())"
PLAYING = ".nn-animated.is-playing"
HELD = ".nn-animated * { animation-play-state: paused !important }"


def open_flow(open_page: Open, site: Site, **options: object) -> Locator:
    page = open_page(f"{site.url}en/neural-network/", viewport={"width": 1280, "height": 900}, **options)
    if options.get("java_script_enabled", True):
        page.add_style_tag(content=HELD)  # or a slow machine looks when it is over
    figure = page.locator("#flow-three")
    figure.locator(".nnf__picture").scroll_into_view_if_needed()
    return figure


def test_a_flow_plays_once_when_it_is_seen_and_again_on_request(own_site: Site, open_page: Open) -> None:
    figure = open_flow(open_page, own_site)
    playing = figure.locator(PLAYING)
    expect(playing).to_have_count(1)
    assert (
        figure.evaluate(MOVING) == 3 + 16 + 16 + 10 + 1
    )  # sets of lines, neurons, and what is said of outputs
    assert figure.evaluate(NAMES) == ["nn-appear", "nn-fill", "nn-grow-right"]
    figure.evaluate(FINISH)
    expect(playing).to_have_count(0)
    figure.page.mouse.wheel(0, 2000)
    figure.locator(".nnf__picture").scroll_into_view_if_needed()
    assert figure.evaluate(MOVING) == 0
    figure.get_by_role("button", name="Replay").press("Enter")
    expect(playing).to_have_count(1)
    figure.evaluate(FINISH)
    expect(playing).to_have_count(0)


def test_whoever_wants_no_movement_gets_none(own_site: Site, open_page: Open) -> None:
    figure = open_flow(open_page, own_site, reduced_motion="reduce")
    expect(figure.locator("nn-replay button")).to_be_hidden()
    figure.locator(".nn-animated").evaluate("flow => flow.classList.add('is-playing')")
    assert figure.evaluate(MOVING) == 0


def test_without_javascript_a_flow_is_finished(own_site: Site, open_page: Open) -> None:
    figure = open_flow(open_page, own_site, java_script_enabled=False)
    expect(figure.locator(".nn-wide .nn-turn-words")).to_be_visible()
    assert figure.get_by_role("button").count() == 0
