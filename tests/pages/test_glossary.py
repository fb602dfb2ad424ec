"""The glossary's page, and what the lessons have of it."""

from __future__ import annotations

import re

from generator.build import build_site
from generator.pages.site_file import SiteFile, fill_slots
from generator.spec import load_course

COURSE = "title: {en: Course, ko: 강좌}\nlanguages: [en, ko]\n"
GLOSSARY = """\
terms:
  - id: weight
    term: {en: weight, ko: 가중치}
    also: {en: [weights]}
    text: {en: "A number of a *connection*, not a neuron's.", ko: 연결에 딸린 수.}
  - {id: bias, term: {en: bias, ko: 편향}, text: {en: "Added to $w$ & weight.", ko: 더하는 수.}}
  - {id: relu, term: ReLU, text: {en: A function., ko: 함수.}}
  - {id: neuron, term: {en: neuron, ko: 뉴런}, text: {en: Holds a number., ko: 수를 담는다.}}
"""
LESSON = """\
title: {en: First, ko: 처음}
summary: {en: On weights., ko: 가중치를 배웁니다.}
sections:
  - id: one
    title: {en: On weights, ko: 가중치}
    text: {en: "A neuron & its weights.", ko: "뉴런과 가중치는"}
  - {id: two, title: {en: Two, ko: 둘}, text: {en: "Weights. [Bias](glossary:bias)!", ko: 가중치.}}
recap: {en: ReLU it is., ko: ReLU입니다.}
questions: [{id: q, type: number, ask: {en: How many bias values?, ko: 편향은 몇 개?}, answer: 1}]
"""


def pages(folder, **files: str) -> dict[str, SiteFile]:
    texts = {"course": COURSE, "glossary": GLOSSARY, "01-first": LESSON, **files}
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    course = load_course(folder)
    assert course.warnings == ()
    return {file.uri: file for file in build_site(course) if isinstance(file.content, str)}


def test_each_language_sorts_by_its_alphabet_and_names_the_other(tmp_path):
    built = pages(tmp_path)
    english, korean = built["en/glossary.md"], built["ko/glossary.md"]
    assert [each.title for each in english.headings] == ["bias", "neuron", "ReLU", "weight"]
    assert [each.title for each in korean.headings] == ["가중치", "뉴런", "편향", "ReLU"]
    assert re.findall(r'aria-hidden="true" data-search-exclude>(.)<', korean.content) == [
        "ㄱ",
        "ㄴ",
        "ㅍ",
        "R",
    ]
    assert '<h2 id="weight">가중치 <span class="nn-entry__other" lang="en">weight</span>' in korean.content
    assert '<h2 id="relu">ReLU<a class="headerlink"' in korean.content
    assert english.alternates == {"en": "en/glossary.md", "ko": "ko/glossary.md"}
    assert "css/maths.css" in english.styles and "css/maths.css" not in korean.styles


def test_a_lesson_links_first_mentions_and_the_glossary_leads_back(tmp_path):
    built = pages(tmp_path)
    lesson, glossary = built["en/first.md"], built["en/glossary.md"].content
    assert lesson.mentions == {"neuron": "one", "weight": "one", "relu": "in_short"}
    assert re.findall(r'nn-term" href="([^"]+)"', fill_slots(lesson.content, lesson.fragments)) == [
        f"../glossary/#{name}" for name in ("neuron", "weight", "relu")
    ]
    assert '<a href="../glossary/#bias"' in lesson.content
    assert '<a href="../first/#one">First · On weights</a>' in glossary
    assert '<a href="../first/#in_short">First · In short</a>' in glossary


def test_words_explain_each_other_but_not_themselves(tmp_path):
    content = pages(tmp_path)["en/glossary.md"].content
    assert re.findall(r'nn-term" href="([^"]+)"', content) == ["#weight", "#neuron"]


def test_without_a_glossary_nothing_is_linked(tmp_path):
    for name, text in {"course": COURSE, "01-first": LESSON.replace("[Bias](glossary:bias)", "")}.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    files = build_site(load_course(tmp_path))
    pages_of_it = [file for file in files if isinstance(file.content, str)]
    assert [file.uri for file in pages_of_it if "glossary" in file.uri or "nn-term" in file.content] == []
