"""Pages beside the lessons: written alike, in no list of lessons, linked from everywhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.build import build_site
from generator.pages.chrome import Site
from generator.spec import load_course

COURSE = "title: {en: Course, ko: 강좌}\nlanguages: [en, ko]\npages: [about]\n"
FILES = {
    "about": "title: {en: About us, ko: 소개}",
    "one": "title: {en: One, ko: 하나}",
    "two": "title: {en: Two, ko: 둘}",
    "glossary": "terms: [{id: text, term: {en: text, ko: 글}, text: {en: Words., ko: 말.}}]",
}
SECTIONS = """
sections:
  - {id: a, title: {en: A, ko: 가}, text: {en: "{{ 6 * 7 }} words of text.", ko: "글 {{ 6 * 7 }}자"}}
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    (tmp_path / "course.yaml").write_text(COURSE, encoding="utf-8")
    for name, text in FILES.items():
        more = "" if name == "glossary" else SECTIONS
        (tmp_path / f"{name}.yaml").write_text(text + more, encoding="utf-8")
    return Site(
        build_site(load_course(tmp_path)), lambda uri: uri.removesuffix("index.md").replace(".md", "/")
    )


def test_a_page_is_made_like_a_lesson_and_is_none(site: Site):
    page = site.files["ko/about.md"]
    assert " 42자</p>" in str(page.content)
    assert "nn-eyebrow" not in str(page.content) and "nn-eyebrow" in str(site.files["ko/one.md"].content)
    assert page.alternates == {"en": "en/about.md", "ko": "ko/about.md"}
    assert [each.title for each in site.lessons["ko"]] == ["하나", "둘"]
    assert "소개" not in str(site.files["ko/index.md"].content)


def test_a_moment_stands_above_a_section_that_is_not_numbered(tmp_path: Path):
    (tmp_path / "course.yaml").write_text(COURSE, encoding="utf-8")
    text = SECTIONS.replace("{id: a,", '{id: a, start: "0:05",')
    (tmp_path / "about.yaml").write_text(FILES["about"] + text, encoding="utf-8")
    files = {file.uri: str(file.content) for file in build_site(load_course(tmp_path))}
    assert re.search(r'class="nn-eyebrow nn-unnumbered".*>0:05<', files["en/about.md"])


def test_every_page_leads_to_it_and_it_stands_in_no_row(site: Site):
    for uri, way in (("en/index.md", ""), ("en/one.md", "../")):
        beside = site.chrome(site.files[uri]).beside
        assert [(link.title, link.href) for link in beside] == [
            ("Glossary", f"{way}glossary/"),
            ("About us", f"{way}about/"),
        ]
    chrome = site.chrome(site.files["en/about.md"])
    assert (chrome.previous, chrome.next) == (None, None)
    assert [link.current for link in chrome.beside] == [False, True]
    last = site.chrome(site.files["en/two.md"])
    assert last.next is None


def test_the_glossary_knows_where_a_page_mentions_a_word(site: Site):
    assert '<a href="../about/#a">About us · A</a>' in str(site.files["en/glossary.md"].content)
