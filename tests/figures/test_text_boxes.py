"""Every piece of text of every figure, measured in Chromium: nothing overlaps, nothing leaves the picture."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from matplotlib import get_data_path
from playwright.sync_api import Browser, Page

import generator
from tests.figures.drawing import ALSO, FIGURES, LANGUAGES, draw, library, rename

pytestmark = pytest.mark.browser

CSS = (Path(generator.__file__).parent / "assets" / "css" / "figures.css").read_text(encoding="utf-8")
# Screen → width of a text column on it.
COLUMNS = {1280: 688, 390: 358}
# "Wide" is a font as wide as readers are likely to have (DejaVu Sans; Verdana is like it). It comes with
# matplotlib, so that what fits does not depend on the fonts of the machine that tests.
FONTS = ("sans-serif", "NanumGothic, sans-serif", "serif", "Wide")
WIDE_FONT = "".join(
    f'@font-face {{ font-family: "Wide"; font-weight: {weight}; src: url(data:font/ttf;base64,{font}) }}'
    for weight, name in (("normal", "DejaVuSans.ttf"), ("bold", "DejaVuSans-Bold.ttf"))
    for font in [base64.b64encode(Path(get_data_path(), "fonts", "ttf", name).read_bytes()).decode()]
)
CASES = {**{name: ("digits", fields) for name, fields in FIGURES.items()}, **ALSO}

# Tight boxes: a line of text is higher than its letters, and neighbours may share that air.
MEASURE = """
() => [...document.querySelectorAll("figure")].flatMap((figure) => {
  const found = [];
  for (const svg of figure.querySelectorAll("svg")) {
    const frame = svg.getBoundingClientRect();
    if (!frame.width) continue;
    const scale = frame.width / svg.viewBox.baseVal.width;
    const boxes = [...svg.querySelectorAll("text")].map((text) => {
      const box = text.getBoundingClientRect();
      const air = box.height * 0.18;
      const size = parseFloat(getComputedStyle(text).fontSize) * scale;
      return {words: text.textContent, left: box.left, right: box.right, top: box.top + air,
              bottom: box.bottom - air, size};
    });
    for (const [i, a] of boxes.entries()) {
      const beside = Math.max(frame.left - a.left, a.right - frame.right);
      const out = Math.max(beside, frame.top - a.top, a.bottom - frame.bottom);
      if (out > 0.5) found.push(`${figure.id}: “${a.words}” leaves the picture by ${out.toFixed(1)}`);
      if (a.size < 11) found.push(`${figure.id}: “${a.words}” is ${a.size.toFixed(1)} pixels high`);
      for (const b of boxes.slice(i + 1)) {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 0.5 && down > 0.5) found.push(`${figure.id}: “${a.words}” overlaps “${b.words}”`);
      }
    }
  }
  return found;
})
"""


@cache
def page_of_figures(language: str) -> str:
    """All figures below each other, as on a lesson's page."""
    figures = (
        f'<figure id="{name}">{rename(draw(fields, language, model).svg, f"f{number}")}</figure>'
        for number, (name, (model, fields)) in enumerate(CASES.items())
    )
    style = "body { margin: 0 } figure { margin: 0; width: var(--column) }"
    head = f'<html lang="{language}"><meta charset="utf-8"><style>{WIDE_FONT}{CSS}{style}</style>'
    return f'{head}<body data-md-color-scheme="default">{"".join(figures)}'


def show(browser: Browser, screen: int, content: str) -> Page:
    page = browser.new_page(viewport={"width": screen, "height": 900})
    page.set_content(content)
    look(page, screen)
    return page


def look(page: Page, screen: int, font: str = "sans-serif", scheme: str = "default") -> None:
    """Another screen, font and colours for a page that is there already: loading one takes far longer."""
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": screen, "height": 900})
    page.evaluate(LOOK, [f"{COLUMNS[screen]}px", font, scheme])


LOOK = """
async ([column, font, scheme]) => {
  document.body.style.cssText = `--column: ${column}; font-family: ${font}`;
  document.body.dataset.mdColorScheme = scheme;
  document.body.getBoundingClientRect();
  await document.fonts.ready;
}
"""


@pytest.fixture(scope="module")
def pages(browser: Browser) -> Iterator[dict[str, Page]]:
    """A page of all figures for each language, loaded once."""
    shown = {language: show(browser, 1280, page_of_figures(language)) for language in LANGUAGES}
    yield shown
    for page in shown.values():
        page.close()


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("screen", COLUMNS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_overlaps_another_or_leaves_its_picture(pages, language, screen, font):
    look(pages[language], screen, font)
    assert pages[language].evaluate(MEASURE) == []


WIDTH_OF_ALL = "texts => texts.reduce((sum, text) => sum + text.getComputedTextLength(), 0)"


def test_fonts_make_a_difference_to_what_is_measured(pages):
    widths = {}
    for font in ("monospace", "Wide"):
        look(pages["en"], 1280, font)
        widths[font] = pages["en"].eval_on_selector_all("#flow svg.nn-wide text", WIDTH_OF_ALL)
    assert abs(widths["Wide"] - widths["monospace"]) > 20


# Words and numbers on one line, closer than a gap that the eye reads as one.
NEIGHBOURS = """
() => [...document.querySelectorAll("figure")].flatMap((figure) => {
  const texts = [...figure.querySelectorAll("text")];
  const boxes = texts.map((text) => [text.textContent, text.getBoundingClientRect()]);
  return boxes.flatMap(([a, left]) => boxes.flatMap(([b, right]) => {
    const isLine = left.width && right.width && Math.abs(left.bottom - right.bottom) < left.height / 2;
    const gap = right.left - left.right;
    const runs = isLine && left.left < right.left && gap < 4;
    return runs ? [`${figure.id}: “${a}” stands ${gap.toFixed(1)} before “${b}”`] : [];
  }));
})
"""


def page_of_flows(language: str) -> str:
    """The flow of every shipped digit."""
    figures = (
        f'<figure id="flow_{name}" style="width: var(--column)">'
        f"{draw({'kind': 'activation_flow', 'digit': name}, language).svg}</figure>"
        for name in library().digits
    )
    head = f'<html lang="{language}"><meta charset="utf-8"><style>{CSS}</style>'
    return f"{head}<body>{''.join(figures)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_texts_of_a_flow_run_together(browser, language):
    page = show(browser, 1280, page_of_flows(language))
    assert page.locator("figure").count() > 30
    for screen in COLUMNS:
        look(page, screen)
        assert page.evaluate(NEIGHBOURS) == page.evaluate(MEASURE) == []
    page.close()


def test_neighbours_that_run_together_are_found(browser):
    words = "".join(f'<text x="{x}" y="20" font-size="12">0.04</text>' for x in (0, 22, 80))
    page = show(browser, 390, f'<figure id="f"><svg viewBox="0 0 200 40" width="200">{words}</svg></figure>')
    (found,) = page.evaluate(NEIGHBOURS)
    assert found.startswith("f: “0.04” stands ")
    page.close()


def test_the_measure_finds_what_is_wrong(browser):
    words = ((0, "Weights"), (30, "and biases"), (180, "outside"))
    drawn = "".join(f'<text x="{x}" y="20" font-size="{20 - x / 20}">{word}</text>' for x, word in words)
    page = show(browser, 390, f'<figure id="f"><svg viewBox="0 0 200 40" width="200">{drawn}</svg></figure>')
    overlap, small = sorted(found.split(" by ")[0] for found in page.evaluate(MEASURE))
    assert overlap == "f: “Weights” overlaps “and biases”" and small == "f: “outside” leaves the picture"
    page.close()


@pytest.mark.parametrize(("screen", "shown"), [(1280, "wide"), (390, "tall")])
def test_one_of_two_twins_is_shown(pages, screen, shown):
    page = pages["en"]
    look(page, screen)
    pairs = page.eval_on_selector_all(
        ".nn-twins",
        "twins => twins.map(t => [...t.children].filter(s => s.clientWidth).map(s => s.classList[1]))",
    )
    assert pairs and all(pair == [f"nn-{shown}"] for pair in pairs)
    assert page.evaluate("document.documentElement.scrollWidth") <= screen


COLOUR_OF = "selector => getComputedStyle(document.querySelector(selector)).fill"


def test_dark_mode_recolours_the_same_drawing_and_paper_is_light(pages):
    page = pages["ko"]
    look(page, 1280, scheme="slate")
    heading = "#neuron svg text"
    assert page.evaluate(COLOUR_OF, heading) == "rgb(230, 235, 241)"
    assert page.eval_on_selector(".nn-hatch", "hatch => getComputedStyle(hatch).display") == "none"
    page.emulate_media(media="print")
    assert page.evaluate(COLOUR_OF, heading) == "rgb(27, 39, 51)"
    assert page.eval_on_selector(".nn-hatch", "hatch => getComputedStyle(hatch).display") == "inline"


def test_a_screen_reader_meets_one_image_with_a_name_per_figure(pages):
    look(pages["en"], 390)
    tree = pages["en"].locator("#flow").aria_snapshot()
    assert tree.count("img") == 1 and "A handwritten 3 on its way" in tree
    assert "hidden 1" not in tree
