"""mkdocs.yml names the functions that may draw; it is read, and nothing in it is run."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.utils.yaml import yaml_load

from generator.errors import format_diagnostic
from generator.spec.site_file import PlotSource, find_site_file, load_site_file

LIST = """\
site_url: !ENV [SITE_URL, ""]
plugins:
  - search
  - lessonloom: {figures: FIGURES}
markdown_extensions:
  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji }
"""
MAPPING = "plugins: {search: {}, lessonloom: {lessons: lessons, figures: FIGURES}}\n"


def write(folder: Path, text: str) -> Path:
    (folder / "lessons").mkdir(exist_ok=True)
    (folder / "lessons" / "plots.py").write_text("raise SystemExit('this must not run')\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return folder / "mkdocs.yml"


@pytest.mark.parametrize("layout", [LIST, MAPPING])
def test_functions_are_found_by_their_names(tmp_path, layout):
    path = write(tmp_path, layout.replace("FIGURES", "{descent: lessons.plots:draw_descent}"))
    site = load_site_file(path)
    assert site.plots == {"descent": PlotSource(tmp_path / "lessons" / "plots.py", "draw_descent")}
    assert site.diagnostics == ()


OWN, BASE = "{own: lessons.plots:draw, both: lessons.plots:own}", "{base: plots:draw, both: plots:base}"


def inherit(folder: Path, layout: str, figures: str | None) -> dict[str, str]:
    """Name → function, where mkdocs.yml inherits from base/base.yml."""
    (folder / "base").mkdir()
    (folder / "base" / "base.yml").write_text(MAPPING.replace("FIGURES", BASE), encoding="utf-8")
    (folder / "plots.py").write_text("", encoding="utf-8")
    path = write(folder, f"INHERIT: base/base.yml\n{layout.replace('FIGURES', figures or '')}")
    site = load_site_file(path)
    assert site.diagnostics == ()
    return {name: source.function for name, source in site.plots.items()}


@pytest.mark.parametrize(
    ("layout", "figures", "expected"),
    [
        (MAPPING, OWN, {"own": "draw", "both": "own", "base": "draw"}),
        (LIST, OWN, {"own": "draw", "both": "own"}),
        ("site_name: x\n", None, {"base": "draw", "both": "base"}),
        ("plugins: {search: {}}\n", None, {"base": "draw", "both": "base"}),
        ("plugins: [search]\n", None, {}),
        (MAPPING, "plots:draw", {"draw": "draw"}),
    ],
    ids=[
        "both",
        "a list replaces",
        "nothing of its own",
        "another plugin",
        "list without it",
        "one function",
    ],
)
def test_functions_are_inherited_as_mkdocs_merges(tmp_path, layout, figures, expected):
    assert inherit(tmp_path, layout, figures) == expected
    with (tmp_path / "mkdocs.yml").open("rb") as stream:
        plugins = yaml_load(stream).get("plugins")
    options = (
        plugins
        if isinstance(plugins, dict)
        else {k: v for each in plugins if isinstance(each, dict) for k, v in each.items()}
    )
    merged = options.get("lessonloom", {}).get("figures", {})
    named = merged if isinstance(merged, dict) else {"draw": merged}
    assert {name: written.rpartition(":")[2] for name, written in named.items()} == expected


def test_what_is_wrong_is_told_where_it_stands_in_the_inherited_file(tmp_path):
    (tmp_path / "base.yml").write_text(MAPPING.replace("FIGURES", "{x: nowhere}"), encoding="utf-8")
    (problem,) = load_site_file(write(tmp_path, "INHERIT: base.yml\n")).diagnostics
    assert (problem.path, problem.code) == (str(tmp_path / "base.yml"), "bad-plot")


@pytest.mark.parametrize("above", ["mkdocs.yml", "missing.yml", "[a]"])
def test_a_file_that_inherits_from_itself_or_from_nothing_is_read_once(tmp_path, above):
    text = f"INHERIT: {above}\n{MAPPING.replace('FIGURES', 'lessons.plots:draw')}"
    assert list(load_site_file(write(tmp_path, text)).plots) == ["draw"]


def test_one_function_may_be_named_alone(tmp_path):
    site = load_site_file(write(tmp_path, LIST.replace("FIGURES", "lessons.plots:draw")))
    assert site.plots == {"draw": PlotSource(tmp_path / "lessons" / "plots.py", "draw")}


@pytest.mark.parametrize(
    "text",
    ["", "plugins: [search, lessonloom]\n", "plugins: ~\n", "plugins: [lessonloom: ~]\n", "[", "- 1\n"],
)
def test_a_site_without_functions_has_none(tmp_path, text):
    assert load_site_file(write(tmp_path, text)).plots == {}


def test_without_a_mkdocs_yml_there_are_none():
    assert load_site_file(None).plots == {}


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("{descent: lessons.plots}", "expected a function, found 'lessons.plots'"),
        ("{descent: ../plots:draw}", "expected a function, found '../plots:draw'"),
        ("{descent: 3}", "expected a function, found the number 3"),
        ("{Descent: lessons.plots:draw}", "'Descent' cannot be the name of a plot"),
        ("{descent: lessons.nowhere:draw}", "there is no file lessons/nowhere.py for 'lessons.nowhere:draw'"),
        ("{descent: [a, b]}", "expected a function, found a list"),
    ],
)
def test_a_wrong_entry_is_told_with_its_place(tmp_path, monkeypatch, written, told):
    write(tmp_path, LIST.replace("FIGURES", written))
    monkeypatch.chdir(tmp_path)
    (problem,) = load_site_file(Path("mkdocs.yml")).diagnostics
    assert problem.message == told and format_diagnostic(problem).startswith("mkdocs.yml:4:")
    assert problem.code == "bad-plot" and problem.hint


def test_the_nearest_one_above_is_a_lessons_own(tmp_path, monkeypatch):
    path = write(tmp_path, MAPPING)
    assert find_site_file(tmp_path / "lessons") == path
    monkeypatch.chdir(tmp_path)
    assert find_site_file(Path("lessons")) == Path("mkdocs.yml")
    monkeypatch.chdir(tmp_path / "lessons")
    assert find_site_file(Path()) == path


def test_check_names_the_functions_and_runs_nothing(tmp_path, check):
    write(tmp_path, MAPPING.replace("FIGURES", "{descent: lessons.plots:draw, other: nowhere:draw}"))
    (tmp_path / "lessons" / "course.yaml").write_text("title: T\n", encoding="utf-8")
    lesson = "title: T\nsections: [{id: s, title: S, figures: [{id: f, kind: plot, draw: NAME, alt: A}]}]\n"
    path = tmp_path / "lessons" / "one.yaml"
    path.write_text(lesson.replace("NAME", "descend"), encoding="utf-8")
    output, code = check(tmp_path)
    assert (
        "mkdocs.yml names no plot 'descend' [unknown-plot]" in output and "did you mean 'descent'?" in output
    )
    assert "mkdocs.yml:1:" in output and "no file nowhere.py for 'nowhere:draw' [bad-plot]" in output and code
    path.write_text(lesson.replace("NAME", "descent"), encoding="utf-8")
    assert "1 error in 1 file; 1 lesson checked." in check(tmp_path)[0]
