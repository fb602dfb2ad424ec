"""``plot``: the owner's function draws; whatever it does wrong is said in one line with its place."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import matplotlib
import pytest

from generator.errors import FigureError
from generator.figures import illustrate
from generator.spec.site_file import PlotSource
from tests.figures.drawing import FIGURE, FIGURES, draw, library, parse, plain, sheets, texts

SOURCE = Path(__file__).with_name("plots.py")
EVERYTHING = FIGURES["plotted"]


def draw_by(function: str, path: Path = SOURCE, language: str = "en", **fields: object):
    figure = FIGURE.validate_python(
        {"id": "fig", "kind": "plot", "draw": "it", "alt": {"en": "A plot"}, **fields}
    )
    plots = {"it": PlotSource(path, function)}
    return illustrate(figure, library(), model="digits", language=language, plots=plots)


def refusal(function: str, **fields: object) -> FigureError:
    with pytest.raises(FigureError) as caught:
        draw_by(function, **fields)
    assert caught.value.code == "plot-failed"
    return caught.value


def test_a_function_of_a_network_that_returns_a_figure_is_enough():
    picture = draw_by("draw_plain")
    wide, tall = sheets(picture)
    assert (wide.get("viewBox"), tall.get("viewBox")) == ("0 0 680 216", "0 0 330 216")
    assert {"neuron", "편향 <b>"} <= set(texts(wide)) & set(texts(tall))
    assert (picture.alt, picture.caption, picture.reading, picture.table) == ("A plot", "", "", None)


def test_bars_lines_and_text_are_in_the_colours_of_the_theme():
    svg = draw_by("draw_plain").svg
    assert "var(--nn-series-1)" in svg and "var(--nn-ink)" in svg
    assert "DejaVu" not in svg and "<style" not in svg and "matplotlib" not in svg.lower()


def test_all_of_matplotlib_that_follows_the_page_can_be_used():
    (wide, _), picture = sheets(draw(EVERYTHING)), draw(EVERYTHING)
    assert {"use", "clipPath", "path", "text"} <= {node.tag for node in wide.iter()}
    assert {"10¹", "10²", "here", "turned"} <= set(texts(wide))
    turned = next(node for node in wide.iter("text") if node.text == "turned")
    assert re.fullmatch(r"rotate\(-90 [\d.]+ [\d.]+\)", turned.get("transform"))
    assert re.search(r'fill="var\(--nn-negative\)" fill-opacity="\.?\d+"', picture.svg)
    assert picture.table == (("a", "b"), ("1", "0.5000"), ("x", "2.500"))


def test_words_and_picture_come_from_one_run():
    size = f"{library().models['digits'].biases[0].max():.2f}"
    picture = draw(EVERYTHING)
    assert (picture.alt, picture.caption) == (f"alt {size}", f"The largest bias is {size}.")


def test_the_lessons_own_text_for_screen_readers_wins():
    assert draw_by("draw_everything", alt={"en": "Mine", "ko": "제 것"}, language="ko").alt == "제 것"


def test_parameters_arrive_as_the_plain_values_they_are():
    given = {"rate": 0.5, "steps": 7, "names": ["a", 2, True]}
    assert draw_by("draw_with", alt=None, parameters=given).alt == "0.5 7 ['a', 2, True]"
    assert draw_by("draw_with", alt=None, parameters={"rate": 1}).alt == "1 3 ()"


def test_nothing_that_a_function_sets_stays_set():
    before = dict(matplotlib.rcParams)
    draw_by("draw_with_pyplot")
    assert dict(matplotlib.rcParams) == before
    assert sys.modules["matplotlib.pyplot"].get_fignums() == []


@pytest.mark.parametrize(
    ("function", "message"),
    [
        ("draw_words", r"^the function draw_words returned str, not a matplotlib Figure$"),
        ("draw_image", r"^a chart may not contain <image>, which cannot follow the page's colours$"),
        ("draw_coloured", r"^the colour #ff00ff is none of the theme's; ask the canvas for one$"),
        ("draw_small_type", r"^the text 'tiny' is 6 pixels high; it needs 11 to be read$"),
        ("draw_too_high", r"^the figure is 2880 pixels high; it must be 60 to 900$"),
        ("draw_ragged", r"^the rows of the table have different lengths$"),
        ("draw_much", r"^the picture weighs \d+ KB, and 60 KB is the most$"),
        ("take_nothing", r"^the function take_nothing needs a first parameter, the network$"),
        ("leave", r"^the function leave failed: SystemExit: 2$"),
        ("NOT_A_FUNCTION", r"^there is no function 'NOT_A_FUNCTION' in .*plots\.py$"),
    ],
)
def test_what_a_function_may_not_do_is_said(function, message):
    assert re.search(message, str(refusal(function)))


def test_a_failing_function_is_told_with_its_own_last_line():
    error = refusal("fail")
    line = SOURCE.read_text(encoding="utf-8").splitlines().index("    return a / b") + 1
    assert str(error) == "the function fail failed: ZeroDivisionError: division by zero"
    assert (error.at, error.hint) == (("draw",), f"{SOURCE}:{line}: return a / b")


def test_parameters_that_are_none_of_its_own_are_told_at_their_place():
    error = refusal("draw_with", parameters={"rate": 1, "stebs": 3})
    assert str(error) == "the function draw_with has no parameter 'stebs'"
    assert (error.at, error.hint) == (("parameters", "stebs"), "did you mean 'steps'?")
    assert str(refusal("draw_with")) == "the function draw_with needs the parameter 'rate'"
    assert refusal("draw_with", parameters={"rate": 1, "canvas": 3}).at == ("parameters", "canvas")


def test_without_any_text_for_screen_readers_nothing_is_drawn():
    assert str(refusal("draw_plain", alt=None)).startswith("nothing says what this figure shows")


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("def draw(network:\n", "cannot be run: SyntaxError: '(' was never closed", ":1: def draw(network:"),
        (
            "x = 1\nimport nowhere_at_all\n",
            "cannot be run: ModuleNotFoundError: No module named",
            ":2: import",
        ),
        ("def paint(network): ...\n", "there is no function 'draw' in", ""),
    ],
)
def test_a_file_that_cannot_be_used_is_told(tmp_path, text, message, hint):
    path = tmp_path / "own.py"
    path.write_text(text, encoding="utf-8")
    error = refusal("draw", path=path)
    assert message in str(error) and hint in error.hint


def test_an_edit_of_the_file_shows(tmp_path):
    path = tmp_path / "own.py"
    for title in ("first", "second"):
        path.write_text(
            "from matplotlib.figure import Figure\n"
            f"def draw(network):\n    figure = Figure()\n    figure.suptitle({title!r})\n    return figure\n",
            encoding="utf-8",
        )
        assert texts(parse(draw_by("draw", path).svg)) == [title, title]
    assert not (tmp_path / "__pycache__").exists()


def test_the_courses_own_example_says_what_it_draws():
    picture = draw(FIGURES["plotted-by-the-course"])
    rows = [tuple(float(cell.replace("−", "-")) for cell in row) for row in picture.table[1:]]
    caption = plain(picture.caption)
    now = next(cost for change, cost in rows if change == 0)
    assert f"is {now:.3f} now" in caption
    assert float(re.search(r"lowest, ([\d.]+),", caption)[1]) <= min(cost for _, cost in rows) + 0.0005


def test_the_marks_of_a_line_have_their_style_once():
    (wide, _) = sheets(draw(EVERYTHING))
    marks = [group for group in wide.iter("g") if group.find("use") is not None]
    assert marks and any(len(group.findall("use")) > 1 for group in marks)
    for group in marks:
        assert group.get("fill") or group.get("stroke")
        for use in group.findall("use"):
            assert set(use.attrib) <= {"href", "x", "y"} or "transform" in use.attrib
