"""``lessonloom figure``: files that need nothing but a viewer."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.figures.standalone import stand_alone
from generator.figures.theme import COLOURS, DARK_COLOURS, VIDEO_COLOURS, VIDEO_DARK_COLOURS
from tests.figures.drawing import FIGURES, draw, parse, sheets, texts

EVERY = pytest.mark.parametrize("fields", FIGURES.values(), ids=FIGURES)
SCHEMES = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])


def colours_of(root: ElementTree.Element) -> set[str]:
    paints = {node.get(key) for node in root.iter() for key in ("fill", "stroke")}
    return {paint for paint in paints if paint and paint.startswith("#")}


@EVERY
@SCHEMES
def test_every_colour_is_resolved_for_its_ground(fields, dark):
    text = stand_alone(draw(fields), dark)
    known = set((DARK_COLOURS if dark else COLOURS).values())
    if fields.get("palette") == "video":
        known |= set((VIDEO_DARK_COLOURS if dark else VIDEO_COLOURS).values())
    assert "var(" not in text and colours_of(parse(text)) <= known
    ground = next(parse(text).iter("rect"))
    assert (ground.get("fill"), ground.get("width")) == (
        DARK_COLOURS["surface"] if dark else "#ffffff",
        "100%",
    )


@EVERY
def test_the_file_says_what_the_page_says_and_holds_one_variant(fields):
    picture = draw(fields, "ko")
    root = parse(stand_alone(picture))
    shown = [sheet for sheet in sheets(picture) if "display" not in sheet.attrib]
    assert texts(root) == [text for sheet in shown for text in texts(sheet)]
    assert root.find("title").text == picture.alt and "'Malgun Gothic'" in root.get("font-family")
    width, height = map(float, root.get("viewBox").split()[2:])
    for sheet in root.findall("svg"):
        left, top, wide, high = (float(sheet.get(key)) for key in ("x", "y", "width", "height"))
        assert 16 <= left <= left + wide <= width - 16 and 16 <= top <= top + high <= height - 16


@EVERY
def test_references_are_those_that_older_programs_follow(fields):
    text = stand_alone(draw(fields))
    ids = set(re.findall(r' id="([^"]+)"', text))
    assert not re.search(r'[^:]href="', text)
    assert set(re.findall(r'xlink:href="#([^"]+)"', text)) | set(re.findall(r"url\(#([^)]+)\)", text)) <= ids


@pytest.fixture(autouse=True)
def _nowhere_near_a_course(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["figure", *arguments, "-o", str(folder / "out.svg")])
    return result.exit_code, result.output


def test_a_command_writes_the_figure_of_a_lesson(tmp_path):
    arguments = ("weight_grid", "--set", "neuron=3", "--lang", "ko", "--dark", "--model", "digits-relu")
    assert run(tmp_path, *arguments) == (0, "")
    picture = draw(FIGURES["neuron"], "ko", model="digits-relu", name="figure")
    assert (tmp_path / "out.svg").read_text(encoding="utf-8") == stand_alone(picture, dark=True)


def test_lists_are_set_as_in_a_lesson(tmp_path):
    assert run(tmp_path, "activation_curves", "--set", "functions=[tanh, relu]") == (0, "")
    shown = parse((tmp_path / "out.svg").read_text(encoding="utf-8")).findall("svg")
    assert [svg.get("aria-label").split()[2] for svg in shown] == ["tanh", "ReLU"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["weight_gird"], "unknown figure kind 'weight_gird'; did you mean 'weight_grid'?"),
        (["weight_grid", "layr=2"], "unknown field 'layr' in a weight_grid figure; did you mean 'layer'?"),
        (
            ["weight_grid", "layer=2", "neuron=99"],
            "neuron 99 does not exist: layer 2 of network 'digits' has neurons 0 to 15",
        ),
        (["activation_flow", "digit=3-9"], "there is no sample digit '3-9'; did you mean '3-3'?"),
        (["digit"], "a digit figure needs the field 'digit'"),
        (["weight_grid", "neuron={"], "this '{' is never closed; write '}' at its end"),
    ],
)
def test_what_is_wrong_is_said_as_in_a_lesson(tmp_path, arguments, message):
    kind, *settings = arguments
    told = run(tmp_path, kind, *(part for setting in settings for part in ("--set", setting)))
    assert told == (1, f"Error: {message}\n")
    assert not (tmp_path / "out.svg").exists()


def test_what_is_wrong_with_the_course_is_not_kept_back(tmp_path):
    (tmp_path / "lessons").mkdir()
    course = "title: C\nmodels: {mine: gone.npz}\n"
    (tmp_path / "lessons" / "course.yaml").write_text(course, encoding="utf-8")
    code, output = run(tmp_path, "weight_grid", "--set", "neuron=3", "--model", "mine")
    assert code == 1
    assert output.startswith(
        "Error: lessons/course.yaml:2:16: 'gone.npz': there is no such file [bad-weights]\n"
    )


def test_a_setting_without_a_value_is_a_mistake_of_usage(tmp_path):
    code, output = run(tmp_path, "weight_grid", "--set", "layer")
    assert code == 2 and output.endswith("Invalid value for '--set': 'layer' is not of the form key=value\n")


@pytest.mark.browser
@SCHEMES
def test_a_browser_shows_every_kind_as_an_image(browser, tmp_path, dark):
    for name, fields in FIGURES.items():
        (tmp_path / f"{name}.svg").write_text(stand_alone(draw(fields), dark), encoding="utf-8")
    (tmp_path / "page.html").write_text("".join(f'<img src="{name}.svg">' for name in FIGURES))
    page = browser.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    sizes = page.eval_on_selector_all("img", "images => images.map(i => i.complete && i.naturalWidth)")
    expected = [float(parse(stand_alone(draw(fields))).get("width")) for fields in FIGURES.values()]
    assert sizes == pytest.approx(expected, abs=1)
    page.close()
