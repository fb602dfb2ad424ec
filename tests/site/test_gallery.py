"""The gallery in the documentation: every type of question, live, beside its own YAML."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from generator.errors import SpecError
from generator.gallery import is_gallery, render_gallery
from generator.pages import fill_slots
from tests.test_completeness import KINDS, TYPES

AUTHORING = Path(__file__).parents[2] / "docs" / "authoring"
PAGE = (AUTHORING / "gallery.md").read_text(encoding="utf-8")
LESSON = yaml.safe_load((AUTHORING / "gallery.yaml").read_text(encoding="utf-8"))
QUESTIONS = [question for section in LESSON["sections"] for question in section["questions"]]


def test_the_gallery_shows_every_question_of_its_lesson_and_every_type():
    assert re.findall(r"gallery\.yaml#([a-z0-9-]+) -->", PAGE) == [question["id"] for question in QUESTIONS]
    assert {question["type"] for question in QUESTIONS} == TYPES


def test_what_stands_beside_a_question_is_what_it_was_written_as(tmp_path):
    gallery = render_gallery(PAGE, AUTHORING, tmp_path)
    written = re.findall(r"<code>(.*?)</code></pre>", gallery.html, re.DOTALL)
    unescaped = [text.replace("&#34;", '"').replace("&#39;", "'") for text in written]
    assert [yaml.safe_load(text) for text in unescaped] == QUESTIONS
    html = fill_slots(gallery.html, gallery.fragments)
    assert [f'id="{question["id"]}"' in html for question in QUESTIONS] == [True] * len(QUESTIONS)
    assert "<form" in html and "<form" not in gallery.html
    assert "js/define.mjs" in gallery.modules
    assert {"css/quiz.css", "css/gallery.css"} <= set(gallery.styles)


def test_the_gallery_of_figures_shows_every_kind(tmp_path):
    page = (AUTHORING / "figure-gallery.md").read_text(encoding="utf-8")
    lesson = yaml.safe_load((AUTHORING / "figure-gallery.yaml").read_text(encoding="utf-8"))
    figures = [figure for section in lesson["sections"] for figure in section["figures"]]
    named = re.findall(r"figure-gallery\.yaml#([a-z0-9-]+) -->", page)
    assert named == [figure["id"] for figure in figures]
    assert {figure["kind"] for figure in figures} == KINDS
    gallery = render_gallery(page, AUTHORING, tmp_path)
    html = fill_slots(gallery.html, gallery.fragments)
    assert [f'id="{name}"' in html for name in named] == [True] * len(named)
    assert (
        html.count("<svg") > len(named) and "<svg" not in gallery.html and "js/palette.mjs" in gallery.modules
    )
    assert {"css/captions.css", "css/figures.css"} <= set(gallery.styles)


def test_a_page_without_questions_is_left_alone():
    assert not is_gallery("<p>Words <!-- and a comment --></p>")


OWN_FIGURE = """\
title: T
sections:
- id: s
  title: S
  questions:
  - {id: how-many, type: number, ask: How many?, answer: 3, figure: {id: three, kind: digit, digit: "3-1"}}
"""


def test_a_question_brings_its_own_figure(tmp_path):
    (tmp_path / "own.yaml").write_text(OWN_FIGURE, encoding="utf-8")
    gallery = render_gallery("<!-- own.yaml#how-many -->", tmp_path, tmp_path)
    assert 'id="three"' in fill_slots(gallery.html, gallery.fragments)
    with pytest.raises(SpecError, match="names 'three', which stands in its question: name that"):
        render_gallery("<!-- own.yaml#three -->", tmp_path, tmp_path)


def test_a_question_that_is_not_there_is_told(tmp_path):
    with pytest.raises(SpecError, match="names 'gone', which is not in this file"):
        render_gallery("<!-- gallery.yaml#gone -->", AUTHORING, tmp_path)
