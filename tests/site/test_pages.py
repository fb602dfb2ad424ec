"""What a reader finds in each language tree."""

from __future__ import annotations

import pytest

from tests.site.worlds import Elements, Project, hrefs


@pytest.mark.parametrize(
    ("url", "language", "title"),
    [
        ("ko", "ko", "만져 보는 신경망"),
        ("en", "en", "Networks & hands"),
        ("ko/network", "ko", "신경망이란 – 만져 보는 신경망"),
        ("en/network", "en", "What is a network? – Networks & hands"),
        ("authoring", "en", "Guide – Docs of the course"),
    ],
)
def test_a_page_is_in_its_language_from_the_first_tag_on(built: Project, url: str, language: str, title: str):
    page = Elements(built.page(url))
    assert page.of("html")[0].attributes["lang"] == language
    assert page.of("title")[0].text == title


def test_the_theme_speaks_the_language_of_the_page(built: Project):
    search = {
        url: Elements(built.page(url)).of("input", name="query")[0] for url in ("ko/network", "en/network")
    }
    assert [each.attributes["placeholder"] for each in search.values()] == ["검색", "Search"]
    colours = Elements(built.page("ko/network")).of("input", name="__palette")
    assert [each.attributes["aria-label"].split(".")[0] for each in colours] == [
        "화면 색: 시스템 설정",
        "화면 색: 밝게",
        "화면 색: 어둡게",
    ]


def test_a_summary_becomes_the_description_as_plain_text(built: Project):
    described = {
        url: Elements(built.page(url)).of("meta", name="description") for url in ("en/network", "en")
    }
    assert [each[0].attributes["content"] for each in described.values()] == [
        "The first lesson, before another.",
        "One small network: begin, a < b.",
    ]


def test_the_switch_stays_on_the_page_and_goes_home_where_there_is_no_such_page(built: Project):
    assert hrefs(built.page("ko/network"), "loom-switch") == ["../../en/network/"]
    assert hrefs(built.page("en/network"), "loom-switch") == ["../../ko/network/"]
    assert hrefs(built.page("ko/slope"), "loom-switch") == ["../../en/"]
    assert hrefs(built.page("ko"), "loom-switch") == ["../en/"]


def test_alternates_name_whole_addresses_and_only_pages_that_exist(built: Project):
    def alternates(url: str) -> dict[str, str]:
        links = (link.attributes for link in Elements(built.page(url)).of("link"))
        return {each["hreflang"]: each["href"] for each in links if each["rel"].split() == ["alternate"]}

    home = "https://example.org/course/"
    assert alternates("ko/network") == {"ko": f"{home}ko/network/", "en": f"{home}en/network/"}
    assert alternates("ko/slope") == {"ko": f"{home}ko/slope/"}
    assert alternates("en") == {"ko": f"{home}ko/", "en": f"{home}en/"}


def test_a_lesson_in_one_language_stands_in_the_other_list_with_a_badge(built: Project):
    for url, slope in (("en/network", "../../ko/slope/"), ("en", "../ko/slope/")):
        page = built.page(url)
        badges = [badge.text for badge in Elements(page).of("span", class_="loom-badge")]
        assert slope in hrefs(page)
        assert set(badges) == {"한국어"}
    assert {badge.text for badge in Elements(built.page("ko")).of("span", class_="loom-badge")} == {"English"}


def test_neighbours_are_of_the_same_language(built: Project):
    assert hrefs(built.page("ko/network"), "loom-around__link") == ["../", "../slope/"]
    assert hrefs(built.page("ko/slope"), "loom-around__link") == ["../network/"]
    assert hrefs(built.page("en/network"), "loom-around__link") == ["../", "../only/"]


def test_the_contents_of_a_page_lead_to_its_sections(built: Project):
    page = Elements(built.page("en/network"))
    sections = {heading.attributes["id"] for heading in page.of("h2")}
    links = hrefs(built.page("en/network"), "md-nav__link")
    assert {"#weights", "#bias"} <= set(links)
    assert {"weights", "bias"} <= sections


def test_the_home_page_says_what_each_lesson_holds(built: Project):
    page = built.page("en")
    facts = [
        each.text
        for each in Elements(page).of("span")
        if each.text.endswith(("sections", "question", "video"))
    ]
    assert facts[-3:] == ["2 sections", "1 question", "video"]
    assert "<strong>first</strong> lesson, before" in page


@pytest.mark.parametrize(
    ("language", "facts"),
    [("en", ["2 lessons", "1 question", "+1 in 한국어"]), ("ko", ["수업 2개", "문제 1개", "+English 1개"])],
)
def test_the_home_page_counts_lessons_of_other_languages_apart(
    built: Project, language: str, facts: list[str]
):
    hero = built.page(language).split("</header>")[-2]
    assert [each.text for each in Elements(hero.split('class="home-facts"')[1]).of("span")][:3] == facts


def test_links_and_pictures_in_summaries_lead_from_the_home_page(built: Project):
    page = built.page("en")
    assert [each for each in hrefs(page) if each.endswith("#weights")] == ["network/#weights"]
    assert "only/" in hrefs(page)
    pictures = [each.attributes["src"] for each in Elements(page).of("img") if each.attributes.get("loading")]
    assert pictures == [*["../assets/course/images/dot.png"] * 2, "../ko/../assets/course/images/dot.png"]


def test_the_root_offers_each_language_without_javascript(built: Project):
    page = (built.site / "index.html").read_text(encoding="utf-8")
    assert hrefs(page) == ["ko/", "en/"]
    assert "http-equiv" not in page


def test_a_course_in_one_language_sends_everyone_there(tmp_path):
    project = Project(
        tmp_path, {"01-only": "title: Only\nsections: [{id: a, title: A, text: B}]\n"}, "title: One\n"
    )
    run = project.write().build()
    assert run.returncode == 0, run.stderr
    page = (project.site / "index.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="refresh" content="0; url=en/">' in page
    assert hrefs(project.page("en/only"), "loom-switch") == []


def test_the_404_page_speaks_every_language_and_leads_home_from_anywhere(built: Project):
    page = (built.site / "404.html").read_text(encoding="utf-8")
    assert hrefs(page, "loom-button") == ["/course/ko/", "/course/en/"]
    assert [part.attributes["lang"] for part in Elements(page).of("section", class_="loom-missing")] == [
        "ko",
        "en",
    ]


def test_documents_lead_back_to_the_lessons_and_lessons_to_the_documents(built: Project):
    assert "../../authoring/" in hrefs(built.page("ko/network"))
    assert "../" in hrefs(built.page("authoring"))
    assert not any("network" in href for href in hrefs(built.page("authoring")))


def test_a_page_loads_only_what_it_needs(built: Project):
    quiz, plain = (Elements(built.page(url)) for url in ("ko/network", "ko/slope"))
    modules = {element.attributes["src"].rsplit("/", 1)[-1] for element in plain.of("script", type="module")}
    assert modules == {"language-switch.mjs"}
    assert len(quiz.of("script", type="module")) > 1
