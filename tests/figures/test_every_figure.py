"""What holds for every figure of every kind, whatever it shows."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace

import pytest

from generator.errors import FigureError
from generator.figures.theme import COLOURS
from tests.figures.drawing import (
    FIGURES,
    LANGUAGES,
    OTHER_NETWORKS,
    draw,
    draw_anew,
    parse,
    rename,
    sheets,
    texts,
)

MAX_BYTES = 60_000
EVERY = pytest.mark.parametrize("fields", FIGURES.values(), ids=FIGURES)
IN_BOTH = pytest.mark.parametrize("language", LANGUAGES)


@EVERY
@IN_BOTH
def test_a_screen_reader_gets_label_and_description_but_no_drawing(fields, language):
    for svg in sheets(draw(fields, language)):
        assert (svg.get("role"), svg.get("lang")) == ("img", language)
        description, drawing = svg
        assert svg.get("aria-label") and svg.get("aria-describedby") == description.get("id")
        assert description.tag == "desc" and len(description.text) > 20
        assert (drawing.tag, drawing.get("aria-hidden")) == ("g", "true")


@EVERY
def test_label_caption_and_reading_exist_in_both_languages_and_differ(fields):
    english, korean = draw(fields, "en"), draw(fields, "ko")
    for picture, hangul in ((english, False), (korean, True)):
        said = (picture.alt, picture.caption, picture.reading)
        assert all(bool(re.search("[가-힣]", words)) == hangul for words in said)
        first = sheets(picture)[0]
        assert first.get("aria-label") in picture.alt


@EVERY
@IN_BOTH
def test_ids_start_with_the_figures_own_and_are_there_once(fields, language):
    svg = draw(fields, language).svg
    ids = [node.get("id") for node in parse(svg).iter() if node.get("id")]
    assert all(identity.startswith("fig_") for identity in ids) and len(ids) == len(set(ids))
    used = re.findall(r"url\(#([^)]+)\)", svg) + re.findall(r'(?:href="#|by=")([^"]+)"', svg)
    assert set(used) <= set(ids)


@EVERY
@IN_BOTH
def test_a_figure_is_the_same_twice_but_for_its_ids_and_small(fields, language):
    first, second = draw(fields, language), draw_anew(fields, language, name="a-w")
    assert replace(first, svg=rename(first.svg, "a-w")) == second
    assert len(first.svg.encode()) <= MAX_BYTES


@EVERY
def test_colours_are_roles_of_the_theme(fields):
    svg = draw(fields).svg
    used = set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg))
    known = {f"var(--nn-{role})" for role in COLOURS}
    assert {paint for paint in used if paint != "none" and not paint.startswith("url(#")} <= known
    assert not re.search(r"#[0-9a-f]{3,8}\b", re.sub(r"url\(#[^)]+\)", "", svg))


@EVERY
def test_nothing_inside_can_run_or_restyle_the_page(fields):
    svg = draw(fields).svg
    assert not re.search(
        r"<(style|script|foreignObject|metadata|animate)|\son\w+=|https?://(?!www\.w3\.org)", svg
    )


@EVERY
@IN_BOTH
def test_type_is_at_least_12_pixels(fields, language):
    sizes = re.findall(r'<(?:text|g)[^>]* font-size="([\d.]+)"', draw(fields, language).svg)
    assert sizes and min(map(float, sizes)) >= 12


@EVERY
def test_a_table_has_cells_for_every_column(fields):
    table = draw(fields).table
    assert table is None or {len(row) for row in table} == {len(table[0])}
    assert (table is None) == (fields.get("inset") is False or fields["kind"] == "live_network")


def test_of_twins_the_tall_one_stays_hidden_without_our_style_sheet():
    wide, tall = sheets(draw(FIGURES["flow"]))
    assert (wide.get("display"), tall.get("display")) == (None, "none")
    assert [svg.get("class") for svg in (wide, tall)] == ["nn nn-wide", "nn nn-tall"]


def test_an_unknown_network_is_refused():
    with pytest.raises(FigureError, match=r"^there is no network 'digit'$"):
        draw(FIGURES["neuron"], model="digit")


def test_an_unknown_language_gets_english():
    assert draw(FIGURES["diagram"], "fi") == draw(FIGURES["diagram"], "en")


@pytest.mark.parametrize("model", OTHER_NETWORKS)
@pytest.mark.parametrize("name", ["layer", "diagram", "flow", "neuron"])
def test_a_network_of_any_size_can_be_drawn(model, name):
    if model == "tiny" and name == "flow":
        return  # 2 inputs cannot take a digit: tests of the flow say what happens
    fields = {**FIGURES[name], **({"neuron": 1} if name == "neuron" else {})}
    picture = draw(fields, model=model)
    assert len(picture.svg.encode()) <= MAX_BYTES and all(texts(svg) for svg in sheets(picture))


SCRIPT = """
import hashlib, sys
from tests.figures.drawing import FIGURES, draw
for name in sys.argv[1:]:
    print(name, hashlib.sha256(draw(FIGURES[name], "ko").svg.encode()).hexdigest())
print("matplotlib" in sys.modules)
"""


def run(names: list[str], seed: str) -> list[str]:
    command = [sys.executable, "-c", SCRIPT, *names]
    environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(path for path in sys.path if path)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )


def test_hash_seeds_do_not_change_a_byte_and_only_charts_load_matplotlib():
    charts = {"activation_curves", "training_curves", "histogram", "depth_comparison", "plot"}
    direct = [name for name, fields in FIGURES.items() if fields["kind"] not in charts]
    first, second = run(direct, "1"), run(direct, "2")
    assert first == second
    assert first[-2] == "False"
    assert run(["curves"], "1") == run(["curves"], "2")
