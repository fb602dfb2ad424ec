"""Search indexes and sitemaps: one for each language, and one for all other pages."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from tests.site.worlds import Project

SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def index(project: Project, folder: str) -> dict:
    path = project.site / folder / "search" / "search_index.json"
    return json.loads(path.read_text(encoding="utf-8"))


def words(project: Project, folder: str) -> str:
    return " ".join(entry["title"] + " " + entry["text"] for entry in index(project, folder)["docs"])


def test_each_language_finds_its_own_pages_only(built: Project):
    assert "가중치와 편향을 배웁니다" in words(built, "ko")
    assert "zebrafish" in words(built, "en")
    assert "zebrafish" not in words(built, "ko") + words(built, "")
    assert "quokka" in words(built, "")
    assert "quokka" not in words(built, "ko") + words(built, "en")


def test_results_lead_to_pages_and_sections_below_the_language(built: Project):
    places = {entry["location"] for entry in index(built, "ko")["docs"]}
    assert {"network/", "network/#weights", "network/#bias", "slope/#slope"} <= places
    for place in places:
        assert (built.site / "ko" / place.partition("#")[0] / "index.html").is_file()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_index_is_made_so_that_hangul_and_beginnings_of_words_are_found(built: Project, language: str):
    config = index(built, language)["config"]
    assert (config["lang"], config["pipeline"]) == ([language], ["stopWordFilter"])


def test_questions_figures_and_answers_are_not_searched(built: Project):
    everything = words(built, "ko") + words(built, "en")
    assert "Two and two" not in everything
    assert "둘 더하기" not in everything
    assert ".48" not in everything


@pytest.mark.parametrize(("url", "base"), [("ko/network", ".."), ("en", "."), ("authoring", "..")])
def test_a_page_looks_for_the_index_of_its_language(built: Project, url: str, base: str):
    config = built.page(url).split('<script id="__config" type="application/json">')[1].split("</script>")[0]
    assert json.loads(config)["base"].rstrip("/") == base


def locations(project: Project, folder: str) -> dict[str, dict[str, str]]:
    root = ElementTree.parse(project.site / folder / "sitemap.xml").getroot()
    return {
        url.findtext("s:loc", "", SPACE): {
            link.attrib["hreflang"]: link.attrib["href"] for link in url.findall("x:link", SPACE)
        }
        for url in root.findall("s:url", SPACE)
    }


def test_the_root_sitemap_names_every_page_and_its_translations(built: Project):
    home = "https://example.org/course/"
    found = locations(built, "")
    pages = ["", "ko/", "en/", "ko/network/", "en/network/", "ko/slope/", "en/only/", "authoring/"]
    assert set(found) == {home + page for page in pages}
    assert found[f"{home}ko/network/"] == {"ko": f"{home}ko/network/", "en": f"{home}en/network/"}


def test_a_languages_sitemap_names_its_pages(built: Project):
    home = "https://example.org/course/ko/"
    assert set(locations(built, "ko")) == {home, f"{home}network/", f"{home}slope/"}
