"""assets/css/figures.css: what it promises to eyes, computed from its text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import generator
from generator.figures.theme import COLOURS, DARK_COLOURS, VIDEO_COLOURS, VIDEO_DARK_COLOURS, contrast

STYLES = Path(generator.__file__).parent / "assets" / "css"
CSS = (STYLES / "figures.css").read_text(encoding="utf-8")
TEXT = (
    *("ink", "secondary", "positive-text", "negative-text", "activation-text", "bias-text"),
    *("series-1", "series-2", "series-3", "series-4"),
)
SHAPES = ("positive", "negative", "bias", "activation-ring", "secondary")


def block(css: str, selector: str, nth: int = 0) -> dict[str, str]:
    """The custom properties of the nth rule with exactly that selector."""
    bodies = re.findall(rf"(?:^|[}}{{/])\s*{re.escape(selector)} {{([^}}]*)}}", css, re.MULTILINE)
    return dict(re.findall(r"--nn-([\w-]+):\s*([^;]+);", bodies[nth]))


LIGHT = block(CSS, ":root")
DARK = {**LIGHT, **block(CSS, '[data-md-color-scheme="slate"]')}
SCHEMES = {"light": LIGHT, "dark": DARK}
# What pages are painted with: first the light scheme's, then the dark one's.
BACKGROUNDS = re.findall(
    r"--md-default-bg-color: (#\w{6});", (STYLES / "site.css").read_text(encoding="utf-8")
)
PAGE = dict(zip(SCHEMES, BACKGROUNDS, strict=False))
VIDEO = {
    "light": {**LIGHT, **block(CSS, ".nn-palette-video")},
    "dark": {
        **DARK,
        **block(CSS, ".nn-palette-video"),
        **block(CSS, '[data-md-color-scheme="slate"] .nn-palette-video'),
    },
}
CHOSEN_RULE = ':root[data-nn-palette="video"] [data-md-color-scheme%s]'
CHOSEN = {
    "light": {**LIGHT, **block(CSS, CHOSEN_RULE % "")},
    "dark": {**DARK, **block(CSS, CHOSEN_RULE % '="slate"')},
}


def ratio(first: str, second: str) -> float:
    rgb = [tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5)) for colour in (first, second)]
    return contrast(*rgb)


def test_the_contrast_formula_gives_the_known_extremes():
    assert round(ratio("#000000", "#ffffff"), 2) == 21
    assert round(ratio("#777777", "#ffffff"), 2) == 4.48


def test_light_values_are_those_of_figures_that_stand_alone():
    assert {"surface": "#ffffff", **LIGHT} == COLOURS
    assert block(CSS, ".nn-palette-video") == VIDEO_COLOURS


def test_dark_values_are_those_of_figures_that_stand_alone():
    assert {**DARK, "surface": PAGE["dark"]} == DARK_COLOURS
    assert {role: VIDEO["dark"][role] for role in VIDEO_COLOURS} == VIDEO_DARK_COLOURS


def test_what_is_filled_with_the_surface_is_filled_with_the_page():
    assert "--nn-surface: var(--md-default-bg-color, #ffffff);" in CSS
    assert ratio(PAGE["light"], "#ffffff") < 1.1 < 15 < ratio(PAGE["dark"], "#ffffff")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("role", TEXT)
def test_text_is_readable_on_the_page_and_on_panels(scheme, role):
    colours = SCHEMES[scheme]
    assert ratio(colours[role], PAGE[scheme]) >= 4.5
    assert ratio(colours[role], colours["panel"]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("role", ["positive-text", "negative-text"])
def test_the_videos_green_and_red_are_readable_too(scheme, role):
    assert ratio(VIDEO[scheme][role], PAGE[scheme]) >= 4.5
    assert ratio(CHOSEN[scheme][role], PAGE[scheme]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("role", SHAPES)
def test_shapes_stand_out_from_the_page(scheme, role):
    assert ratio(SCHEMES[scheme][role], PAGE[scheme]) >= 3
    assert ratio(CHOSEN[scheme][role], PAGE[scheme]) >= 3


@pytest.mark.parametrize("colours", [*SCHEMES.values(), *VIDEO.values(), *CHOSEN.values()])
def test_the_strongest_weights_stand_out_from_zero(colours):
    for role in ("positive", "negative"):
        assert ratio(colours[role], colours["zero"]) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_numbers_on_the_black_plate_are_readable(scheme):
    assert ratio(SCHEMES[scheme]["plate-muted"], SCHEMES[scheme]["plate"]) >= 4.5


def test_dark_values_are_for_screens_only_and_hatching_for_eyes_without_colour():
    before_dark = CSS[: CSS.index('[data-md-color-scheme="slate"]')]
    assert before_dark.rstrip().endswith("@media screen {")
    for query in ("print", "(prefers-contrast: more)", "(forced-colors: active)"):
        rules = CSS[CSS.index(f"@media {query}") :].split("\n}")[0]
        assert re.search(r"\.nn-hatch \{\s*display: inline", rules)


def test_forced_colours_replace_every_role_but_the_plates_black_and_white():
    forced = CSS[CSS.index("@media (forced-colors: active)") :]
    kept = {"plate", "plate-muted", "lit", "dark-on-lit"}
    assert set(re.findall(r"--nn-([\w-]+):", forced)) == set(COLOURS) - kept
