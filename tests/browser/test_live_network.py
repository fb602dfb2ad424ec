"""The network to play with: drawn on by mouse, finger and keyboard, read by eye and by ear."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from generator.network import Network, forward, load_library
from tests.browser.conftest import Site
from tests.browser.live_course import (
    answer,
    build_live_course,
    draw_with_finger,
    draw_with_mouse,
    draw_with_pen,
    own_network,
    rest,
    wake,
)
from tests.browser.test_pages import assert_accessible

Open = Callable[..., Page]
SEVEN = [(0.28, 0.25), (0.72, 0.25), (0.5, 0.55), (0.42, 0.8)]
CORNER = [(0.06, 0.05), (0.2, 0.05), (0.1, 0.22)]
LIBRARY = load_library()
CODE_LIMIT = 12 * 1024


@pytest.fixture(scope="session")
def live_site(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path, str], Site]) -> Site:
    """A course with live figures, under a sub-path as on project Pages."""
    return serve(build_live_course(tmp_path_factory.mktemp("live")), "project/")


def states(network: Network, digit: str) -> list[tuple[np.ndarray, np.ndarray]]:
    x = np.asarray(LIBRARY.digits[digit].pixels, float)[None, :]
    return [(state.z[0], state.a[0]) for state in forward(network, x)]


def test_a_mouse_draws_a_seven_and_the_network_reads_it(live_site: Site, open_page: Open) -> None:
    page = open_page(f"{live_site.url}en/live/")
    wake(page)
    assert answer(page).startswith("The network’s answer: 3, with activation")
    draw_with_mouse(page, SEVEN)
    assert re.match(r"The network’s answer: 7, with activation \d\.\d\d\. Runner-up: \d, with", answer(page))
    expect(page.locator(".nn-node--won")).to_have_attribute("data-neuron", "7")
    page.get_by_role("button", name="Erase").click()
    rest(page)
    assert answer(page).startswith("Nothing is drawn.")
    assert page.evaluate("Math.max(...document.querySelector('nn-live').live.pixels)") == 0


def test_a_finger_draws_and_the_page_scrolls_elsewhere(live_site: Site, open_page: Open) -> None:
    page = open_page(f"{live_site.url}ko/live/", viewport={"width": 360, "height": 780}, has_touch=True)
    wake(page)
    page.locator("[data-layer='1'][data-neuron='3']").tap()
    expect(page.locator(".nn-neuron__title")).to_have_text("은닉층 1 뉴런 3")
    draw_with_finger(page, SEVEN)
    assert answer(page).startswith("신경망의 답: 7, 활성값")
    touch = "elements => elements.map(each => getComputedStyle(each).touchAction)"
    assert page.locator(".nn-pad").evaluate_all(touch) == ["none"]
    assert set(page.locator("nn-live, nn-live *:not(.nn-pad)").evaluate_all(touch)) == {"auto"}


POINTERS = """
document.querySelector('.nn-pad').addEventListener('pointermove', ({ pointerType }) => {
  document.documentElement.dataset.pointer = pointerType;
});
"""


def test_a_pen_draws(live_site: Site, open_page: Open) -> None:
    page = open_page(f"{live_site.url}en/live/")
    wake(page)
    page.evaluate(f"() => {{ {POINTERS} }}")
    draw_with_pen(page, SEVEN)
    expect(page.locator("html")).to_have_attribute("data-pointer", "pen")
    assert answer(page).startswith("The network’s answer: 7, with activation")
    assert page.evaluate("document.querySelector('nn-live').live.pad.pen") is None


def test_the_keyboard_draws_a_one_and_leaves(live_site: Site, open_page: Open) -> None:
    page = open_page(f"{live_site.url}en/live/")
    wake(page)
    pad = page.get_by_role("application", name="Drawing area")
    pad.focus()
    for key in ("ArrowUp", "ArrowUp", "Space", *["Shift+ArrowDown"] * 4, "Space", "Shift+ArrowRight"):
        page.keyboard.press(key)
    rest(page)
    assert answer(page).startswith("The network’s answer: 1, with activation")
    expect(page.get_by_role("status").filter(has_text="brush up")).to_have_text(
        re.compile(r"^row \d+, column \d+")
    )
    for key in ("n", "s", "p", "/"):  # the theme's: next page, search, previous page
        page.keyboard.press(key)
    assert page.url.endswith("/en/live/") and pad.evaluate("pad => pad === document.activeElement")
    page.keyboard.press("Delete")
    rest(page)
    assert answer(page).startswith("Nothing is drawn.")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Erase")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    assert not page.evaluate("document.activeElement.closest('nn-live')")


def test_focus_goes_from_the_drawing_to_the_controls_and_the_neurons(
    live_site: Site, open_page: Open
) -> None:
    page = open_page(f"{live_site.url}en/live/")
    wake(page)
    page.locator(".nn-pad").focus()
    stops = []
    for _ in range(7):
        page.keyboard.press("Tab")
        rest(page)  # what a neuron adds up comes with the next frame
        stops.append(
            page.evaluate(
                "document.activeElement.textContent.trim().split('\\n')[0] || document.activeElement.type"
                " || document.activeElement.dataset.layer"
            )
        )
    assert stops[:2] == ["Erase", "Feed noise"] and stops[3:5] == ["checkbox", "radio"]
    assert page.evaluate("document.querySelector('nn-live').live.chosen") == {"layer": 1, "neuron": 0}
    assert stops[6] == "‹"


def test_arrow_keys_go_from_neuron_to_neuron(live_site: Site, open_page: Open) -> None:
    page = open_page(f"{live_site.url}en/live/")
    wake(page)
    page.get_by_role("gridcell", name="hidden 1, neuron 0, with activation").focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
    expect(page.locator(":focus")).to_have_attribute(
        "aria-label", re.compile("^output, neuron 1, with activation")
    )
    expect(page.get_by_role("gridcell", selected=True)).to_have_count(1)
    page.keyboard.press("ArrowRight")  # there is nothing beyond
    expect(page.locator(".nn-neuron__title")).to_have_text("output, neuron 1")
    page.get_by_role("button", name="Previous neuron").click(click_count=2)
    expect(page.locator(".nn-neuron__title")).to_have_text("output, neuron 9")


@pytest.mark.parametrize(("layer", "neuron"), [(1, 3), (3, 7)])
def test_a_neuron_adds_up_as_numpy_does(live_site: Site, open_page: Open, layer: int, neuron: int) -> None:
    page = open_page(f"{live_site.url}en/live/")
    wake(page)
    page.locator(f"[data-layer='{layer}'][data-neuron='{neuron}']").click()
    rest(page)
    numbers = page.locator(".nn-neuron__sums b").all_text_contents()
    up, down, bias, z, a = (float(text.replace("−", "-")) for text in numbers)
    sums, activations = states(LIBRARY.models["digits"], "3-1")[layer - 1]
    assert (z, a) == pytest.approx((sums[neuron], activations[neuron]), abs=0.011)
    assert bias == pytest.approx(LIBRARY.models["digits"].biases[layer - 1][neuron], abs=0.0051)
    assert up >= 0 >= down and up + down + bias == pytest.approx(z, abs=0.021)
    assert len(page.locator(".nn-neuron__strongest li:visible").all()) == 4


def test_networks_can_be_swapped_and_the_chosen_neuron_stays(live_site: Site, open_page: Open) -> None:
    page = open_page(f"{live_site.url}en/live/")
    wake(page)
    page.locator("[data-layer='1'][data-neuron='3']").click()
    for name, label in (("digits-relu", "digits-relu"), ("digits", "Sigmoid")):
        page.get_by_label(label, exact=True).check()
        rest(page)
        z = states(LIBRARY.models[name], "3-1")[0][0][3]
        shown = page.locator(".nn-neuron__sum b").inner_text().replace("−", "-")
        assert float(shown) == pytest.approx(z, abs=0.011)
    page.get_by_label("mine", exact=True).check()
    rest(page)
    expect(page.get_by_role("row")).to_have_count(2)
    expect(page.locator(".nn-neuron__title")).to_have_text("hidden, neuron 3")


def test_what_is_drawn_is_centred_unless_that_is_switched_off(live_site: Site, open_page: Open) -> None:
    page = open_page(f"{live_site.url}en/live/")
    wake(page)
    draw_with_mouse(page, CORNER)
    lit = "document.querySelector('nn-live').live.pixels.findLastIndex((value) => value > 0.5)"
    assert page.evaluate(lit) > 28 * 20
    page.get_by_label("Centre and scale it, as MNIST did").uncheck()
    rest(page)
    assert page.evaluate(lit) < 28 * 9


def test_samples_and_noise_are_read_as_they_are(live_site: Site, open_page: Open) -> None:
    page = open_page(f"{live_site.url}en/live/")
    wake(page)
    page.get_by_label("Sample digit").select_option("misread-2")
    rest(page)
    pixels = page.evaluate("[...document.querySelector('nn-live').live.pixels]")
    assert pixels == pytest.approx(LIBRARY.digits["misread-2"].pixels.tolist())
    page.get_by_role("button", name="Feed noise").click()
    rest(page)
    assert answer(page).startswith("Random pixels. The network answers all the same. The network’s answer:")


def test_the_answer_is_said_once_the_hand_rests(live_site: Site, open_page: Open) -> None:
    page = open_page(f"{live_site.url}en/live/")
    wake(page)
    status = page.locator(".nn-live__status").first
    page.evaluate(
        "() => { window.said = []; new MutationObserver(() => window.said.push(1)).observe("
        "document.querySelector('.nn-live__status'), { childList: true }); }"
    )
    draw_with_mouse(page, SEVEN)
    expect(status).to_have_text(answer(page))
    assert page.evaluate("window.said.length") == 1


def test_a_network_of_the_course_is_the_one_at_work(live_site: Site, open_page: Open) -> None:
    page = open_page(f"{live_site.url}en/own/")
    wake(page)
    _, activations = states(own_network(), "7-1")[-1]
    values = [float(text) for text in page.locator(".nn-node__value").all_text_contents()]
    assert values == pytest.approx(activations.tolist(), abs=0.011)
    assert page.locator(".nn-flow__size").all_text_contents() == ["784", "12", "10"]


def test_without_javascript_and_on_paper_a_picture_stands_there(live_site: Site, open_page: Open) -> None:
    page = open_page(f"{live_site.url}en/live/", java_script_enabled=False)
    expect(page.locator("nn-live svg.nn-wide")).to_be_visible()
    expect(page.locator(".nn-live__app")).to_be_hidden()
    page = open_page(f"{live_site.url}en/live/")
    wake(page)
    expect(page.locator("svg.nn-wide")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("svg.nn-wide")).to_be_visible()
    expect(page.locator(".nn-live__app")).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1280])
def test_it_fits_and_what_is_pressed_is_large_enough(live_site: Site, open_page: Open, width: int) -> None:
    page = open_page(f"{live_site.url}ko/live/", viewport={"width": width, "height": 800})
    wake(page)
    page.locator("[data-layer='1'][data-neuron='3']").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    pressed = page.locator("nn-live :is(button, select, label):visible")
    expect(pressed).to_have_count(9)  # two of them come with the neuron, in the next frame
    heights = pressed.evaluate_all("all => all.map(each => each.getBoundingClientRect().height)")
    assert min(heights) >= 40
    sizes = "all => all.map(each => each.getBoundingClientRect().height / each.getBBox().height)"
    assert min(page.locator(".nn-flow__size").evaluate_all(sizes)) > 0.93  # text is not shrunk


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_before_and_after_its_use(live_site: Site, open_page: Open, scheme: str) -> None:
    page = open_page(f"{live_site.url}ko/live/", color_scheme=scheme, reduced_motion="reduce")
    wake(page)
    assert_accessible(page)
    draw_with_mouse(page, SEVEN)
    page.locator("[data-layer='1'][data-neuron='3']").click()
    rest(page)
    assert_accessible(page)
    assert page.locator("nn-live").evaluate("live => live.getAnimations({ subtree: true }).length") == 0


FAR = "nn-live { display: block; margin-top: 4000px; }"


def loaded(page: Page) -> list[str]:
    page.wait_for_load_state("networkidle")
    return page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")


def test_it_loads_when_it_is_nearly_in_view_and_weighs_little(live_site: Site, open_page: Open) -> None:
    page = open_page(f"{live_site.url}en/still/")
    assert not [url for url in loaded(page) if re.search("live|networks", url)]
    page.route("**/live.css", lambda route: route.fulfill(body=FAR, content_type="text/css"))
    page.goto(f"{live_site.url}en/live/")
    assert [url.rpartition("/")[2] for url in loaded(page) if re.search(r"live.*mjs|networks", url)] == [
        "live.mjs"
    ]
    wake(page)
    urls = {url for url in loaded(page) if re.search(r"\.mjs$", url)}
    codes = {url.rpartition("/")[2]: page.request.get(url).body() for url in urls}
    sizes = {
        name: len(gzip.compress(code, 9))
        for name, code in codes.items()
        if not re.search("switch|palette", name)
    }
    assert {"pad.mjs", "forward.mjs"} < sizes.keys() and sum(sizes.values()) <= CODE_LIMIT, sizes
