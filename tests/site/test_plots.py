"""Plots in a site: an edit of the function shows, what goes wrong stands at the figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import Workshop, build_site
from generator.errors import SpecError, format_diagnostic
from generator.preview import Preview
from generator.spec import load_course
from tests.site.worlds import Project

LESSON = """\
language: en
title: Own
sections:
  - id: s
    title: S
    figures:
      - {id: first, kind: digit, digit: 3-1}
      - {id: own, kind: plot, draw: line, alt: A line., parameters: {title: PARAMETER}}
"""
FUNCTION = """\
def draw(network, canvas, title):
    figure, axes = canvas.axes()
    axes.set_title("EDITED " + title)
    return figure
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A course whose mkdocs.yml names one function, in the working directory."""
    monkeypatch.chdir(tmp_path)
    config = "plugins: [{lessonloom: {figures: {line: lessons.own:draw}}}]\n"
    lessons = {"own": LESSON.replace("PARAMETER", "words")}
    project = Project(tmp_path, lessons, "title: C\n", config).write()
    return edit(project, "first")


def edit(project: Project, word: str) -> Project:
    path = project.folder / "lessons" / "own.py"
    path.write_text(FUNCTION.replace("EDITED", word), encoding="utf-8")
    return project


def drawn(workshop: Workshop) -> str:
    files = build_site(load_course(Path("lessons")), workshop)
    return next(file.fragments["own"] for file in files if file.uri == "en/own.md")


def test_a_parameter_may_be_computed(project):
    path = project.folder / "lessons" / "own.yaml"
    text = path.read_text(encoding="utf-8").replace("title: words", 'title: "{{ 784 * 16 }}"')
    path.write_text(text, encoding="utf-8")
    function = project.folder / "lessons" / "own.py"
    function.write_text(
        function.read_text(encoding="utf-8").replace("+ title", "+ repr(title)"), encoding="utf-8"
    )
    assert ">first 12544.0<" in drawn(Workshop())


def test_an_edit_of_the_function_shows_in_the_same_process_and_in_the_next(project):
    workshop = Workshop()
    workshop.keep_pictures(project.folder / "cache")
    assert ">first words<" in drawn(workshop)
    edit(project, "second")
    assert ">second words<" in drawn(workshop)
    for word in ("first", "second"):
        edit(project, word)
        after = Workshop()
        after.keep_pictures(project.folder / "cache")
        assert f">{word} words<" in drawn(after)
    assert len(list((project.folder / "cache").glob("*.json"))) == 3  # the digit, and two lines


def test_other_parameters_are_another_picture(project):
    workshop = Workshop()
    assert ">first words<" in drawn(workshop)
    text = LESSON.replace("PARAMETER", "others")
    (project.folder / "lessons" / "own.yaml").write_text(text, encoding="utf-8")
    assert ">first others<" in drawn(workshop)


def test_a_failing_function_is_told_at_the_figure_with_the_line_of_its_file(project):
    path = project.folder / "lessons" / "own.py"
    path.write_text(FUNCTION.replace("EDITED", '" + 3 + "'), encoding="utf-8")
    with pytest.raises(SpecError) as caught:
        drawn(Workshop())
    (problem,) = caught.value.diagnostics
    assert format_diagnostic(problem) == (
        "lessons/own.yaml:8:37: the function draw failed: TypeError: can only concatenate str (not "
        '"int") to str [plot-failed]\n'
        "    8 |       - {id: own, kind: plot, draw: line, alt: A line., parameters: {title: words}}\n"
        "      |                                     ^^^^ "
        'lessons/own.py:3: axes.set_title("" + 3 + " " + title)'
    )


def test_a_preview_keeps_the_good_page_until_the_function_is_mended(project):
    preview = Preview(Path("lessons"), Workshop())
    assert preview.files()[1] == []
    (project.folder / "lessons" / "own.py").write_text("def draw(:", encoding="utf-8")
    files, problems = preview.files()
    (page,) = (file for file in files if file.uri == "en/own.md")
    assert "SyntaxError" in problems[0] and "plot-failed" in str(page.content)
    edit(project, "mended")
    files, problems = preview.files()
    (page,) = (file for file in files if file.uri == "en/own.md")
    assert problems == [] and ">mended words<" in page.fragments["own"]
