"""A neuron to paint: by keyboard, mouse and finger; its words, its focus order, its picture elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from playwright.sync_api import Locator, Page, expect

from generator.figures.numerals import fixed, signed
from generator.network import load_library
from tests.browser.test_keys_and_colours import SHORTCUTS, where
from tests.browser.test_pages import assert_accessible

Open = Callable[..., Page]
LIBRARY = load_library()
FIRST = np.stack([LIBRARY.digits[f"{digit}-1"].pixels.reshape(28, 28) for digit in range(10)]).astype(float)
BRUSH = (slice(6, 9), slice(13, 16))  # what the brush covers before it is moved


@pytest.fixture
def edge(live_gallery: str, open_page: Open) -> Page:
    return wake(open_page(live_gallery))


def wake(page: Page) -> Page:
    page.locator("#edge").scroll_into_view_if_needed()
    page.locator("#edge nn-live[data-state=alive]").wait_for()
    return page


def sums(page: Page) -> list[str]:
    return page.locator("#edge .nn-strip__sum").all_inner_texts()


def expect_sums(page: Page, weights: np.ndarray) -> None:
    expect(page.locator("#edge .nn-strip__sum")).to_have_text([signed(z, 1) for z in sums_of(weights)])


def sums_of(weights: np.ndarray) -> np.ndarray:
    return (FIRST * weights).sum(axis=(1, 2))


def begin_with(page: Page, name: str) -> Locator:
    page.locator("#edge").get_by_label("Begin with").select_option(label=name)
    return page.locator("#edge").get_by_role("application")


def test_by_keyboard_weights_are_painted_and_erased(edge: Page) -> None:
    grid, weights = begin_with(edge, "all 0"), np.zeros((28, 28))
    expect_sums(edge, weights)
    grid.focus()
    edge.keyboard.press("Space")
    weights[BRUSH] = 1
    expect_sums(edge, weights)
    edge.keyboard.press("Shift+ArrowDown")
    weights[6:14, 13:16] = 1
    expect_sums(edge, weights)
    edge.keyboard.press("Space")
    edge.keyboard.press("ArrowDown")
    expect_sums(edge, weights)
    edge.locator("#edge").get_by_role("radio", name="Erase").focus()
    edge.keyboard.press("Space")
    grid.focus()
    edge.keyboard.press("Space")
    weights[12:15, 13:16] = 0
    expect_sums(edge, weights)
    expect(edge.locator("#edge .nn-live__app > [role=status]")).to_contain_text("Active for", timeout=3000)


def test_a_screen_reader_hears_where_the_brush_is(edge: Page) -> None:
    begin_with(edge, "region, negative surround").focus()
    edge.keyboard.press("ArrowLeft")
    told = edge.locator("#edge .nn-live__app > [role=status]")
    expect(told).to_have_text("row 8, column 14, weight +1.00, brush up")
    z = float(sums_of(np.zeros((28, 28)))[0])
    begin_with(edge, "all 0")
    ink = "path => getComputedStyle(path).stroke"
    digit = edge.locator("#edge .nn-strip .nn-plate path[d^=M]").last
    assert digit.evaluate(ink) == "rgb(255, 255, 255)", "a digit is white on black, not a weight"
    said = edge.locator("#edge .nn-strip li").first
    expect(said).to_contain_text(f"0: weighted sum {signed(z, 1)}, activation {fixed(1 / (1 + np.exp(8)))}")


def test_a_mouse_paints_negative_weights_along_its_way(edge: Page) -> None:
    grid = begin_with(edge, "all 0")
    edge.locator("#edge").get_by_role("radio", name="Negative weights").check(force=True)
    edge.locator("#edge").get_by_role("radio", name="1 × 1 pixels").check(force=True)
    box = grid.locator("svg").bounding_box()
    assert box
    cell = box["width"] / 28
    edge.mouse.move(box["x"] + 5.5 * cell, box["y"] + 10.5 * cell)
    edge.mouse.down()
    edge.mouse.move(box["x"] + 20.5 * cell, box["y"] + 10.5 * cell)
    edge.mouse.up()
    edge.mouse.move(box["x"] + 20.5 * cell, box["y"] + 20.5 * cell)
    weights = np.zeros((28, 28))
    weights[10, 5:21] = -1
    expect_sums(edge, weights)


def test_a_finger_paints_and_may_scroll_only_beside_the_grid(live_gallery: str, open_page: Open) -> None:
    page = wake(open_page(live_gallery, viewport={"width": 390, "height": 800}, has_touch=True))
    box = begin_with(page, "all 0").locator("svg").bounding_box()
    assert box
    cell = box["width"] / 28
    page.touchscreen.tap(box["x"] + 14.5 * cell, box["y"] + 7.5 * cell)
    weights = np.zeros((28, 28))
    weights[BRUSH] = 1
    expect_sums(page, weights)
    held = "all => all.filter(e => getComputedStyle(e).touchAction === 'none').map(e => e.className)"
    assert page.locator("#edge .nn-live *").evaluate_all(held) == ["nn-pad nn-pad--weights"]


def test_bias_and_activation_function(edge: Page) -> None:
    weights = np.zeros((28, 28))
    weights[6:9, 8:20] = 1
    begin_with(edge, "a region alone")
    slider = edge.locator("#edge").get_by_label("bias")
    for _ in range(4):
        slider.press("ArrowRight")
    z = sums_of(weights) - 7
    shown = edge.locator("#edge .nn-strip__activation")
    expect(shown).to_have_text([fixed(1 / (1 + np.exp(-value))) for value in z])
    edge.locator("#edge").get_by_role("radio", name="ReLU").check(force=True)
    expect(shown).to_have_text([fixed(max(value, 0)) for value in z])
    active = ", ".join(str(digit) for digit in np.flatnonzero(z > 0))
    expect(edge.locator("#edge .nn-live__found")).to_have_text(f"Active for: {active}")


def test_a_neuron_of_the_network_brings_its_weights_and_bias(edge: Page) -> None:
    network = LIBRARY.models["digits"]
    begin_with(edge, "Neuron 5")
    expect(edge.locator("#edge output")).to_have_text(signed(float(network.biases[0][5])))
    wanted = sums_of(network.weights[0][5].astype(float).reshape(28, 28))
    given = [float(text.replace("−", "-")) for text in sums(edge)]
    assert np.abs(np.array(given) - wanted).max() < 0.1


FOCUSED = "document.activeElement.getAttribute('role') ?? document.activeElement.type"


def test_the_focus_goes_through_it_in_order_and_single_keys_stay_inside(edge: Page) -> None:
    edge.locator("#edge").get_by_role("application").focus()
    order = []
    for _ in range(6):
        order.append(edge.evaluate(FOCUSED))
        before = where(edge)
        for key in SHORTCUTS if order[-1] != "select-one" else ():
            edge.keyboard.press(key)
            assert where(edge) == before, (order[-1], key)
        assert edge.evaluate("document.activeElement.closest('.nn-live label, .nn-pad') !== null")
        edge.keyboard.press("Tab")
    assert order == ["application", "radio", "radio", "select-one", "radio", "range"]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_axe_finds_nothing_and_a_phone_scrolls_only_down(
    live_gallery: str, open_page: Open, width: int, scheme: str
) -> None:
    viewport = {"width": width, "height": 800}
    page = wake(open_page(live_gallery, viewport=viewport, color_scheme=scheme))
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    targets = page.locator("#edge .nn-live :is(label, select, input[type=range])").all()
    assert min(box["height"] for each in targets if (box := each.bounding_box())) >= 40


def test_without_javascript_and_on_paper_it_is_a_picture(live_gallery: str, open_page: Open) -> None:
    page = open_page(live_gallery, java_script_enabled=False)
    expect(page.locator("#edge").get_by_role("img", name="A neuron, its weights")).to_be_visible()
    assert page.locator("#edge .nn-live__app").count() == 0
    page = wake(open_page(live_gallery))
    expect(page.locator("#edge .nn-live__still")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("#edge .nn-live__still")).to_be_visible()
    expect(page.locator("#edge .nn-live__app")).to_be_hidden()
