"""Getting about: the way in, search in both languages, the language switch, the menu on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Site
from tests.browser.learner import wait_for_quiz

Open = Callable[..., Page]


@pytest.mark.parametrize(("locale", "language"), [("en-GB", "en"), ("ko-KR", "ko"), ("fr-FR", "ko")])
def test_the_root_sends_readers_to_their_language(
    site: Site, open_page: Open, locale: str, language: str
) -> None:
    page = open_page(site.url, locale=locale)
    page.wait_for_url(f"{site.url}{language}/")
    assert page.locator("html").get_attribute("lang") == language


def test_a_chosen_language_is_remembered_at_the_root(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}ko/", locale="ko-KR")
    page.locator("header a[hreflang=en]").click()
    page.wait_for_url(f"{site.url}en/")
    page.goto(site.url)
    page.wait_for_url(f"{site.url}en/")


def test_without_javascript_the_root_offers_links(site: Site, open_page: Open) -> None:
    page = open_page(site.url, java_script_enabled=False)
    page.get_by_role("link", name="English").click()
    assert page.url == f"{site.url}en/"


def test_the_switch_keeps_the_section_that_is_being_read(own_site: Site, open_page: Open) -> None:
    page = open_page(f"{own_site.url}ko/neural-network/")
    page.locator("#learning").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('#learning').scrollIntoView()")
    page.locator("header a[hreflang=en]").click()
    page.wait_for_url(f"{own_site.url}en/neural-network/#learning")
    assert page.locator("#learning").evaluate("heading => heading.getBoundingClientRect().top") < 300


@pytest.mark.parametrize(
    ("language", "query"),
    [
        ("ko", "가중치"),
        ("ko", "경사"),
        ("ko", "신경"),
        ("ko", "sigmoid"),
        ("ko", "(sigmoid)"),
        ("ko", "13,002"),
        ("en", "weights"),
        ("en", "neur"),
        ("en", "13,002"),
    ],
)
def test_search_finds_words_and_their_beginnings(
    own_site: Site, open_page: Open, language: str, query: str
) -> None:
    page = open_page(f"{own_site.url}{language}/")
    field = page.locator("input[name=query]")
    field.click()
    field.fill(query)
    field.dispatch_event("keyup")
    page.locator(".md-search-result__link").first.wait_for()
    links = page.locator(".md-search-result__link").evaluate_all("links => links.map(link => link.href)")
    assert {link.removeprefix(own_site.url).split("/")[0] for link in links} == {language}
    page.locator(".md-search-result__link[href*='/neural-network/']").first.click()
    page.wait_for_url(f"{own_site.url}{language}/neural-network/**")


def test_a_page_asks_for_no_sitemap(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}ko/types/")
    page.wait_for_load_state("networkidle")
    names = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert names
    assert [name for name in names if "sitemap" in name] == []


def test_the_menu_of_a_phone_holds_lessons_and_sections(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/types/", viewport={"width": 390, "height": 800}, has_touch=True)
    page.locator("header label[for=__drawer]").click()
    menu = page.get_by_role("navigation", name="Lessons")
    menu.get_by_text("Only choice").wait_for()
    menu.locator("label[for=__toc]").first.click()
    menu.get_by_role("link", name="Typing").click()
    page.wait_for_url(f"{site.url}en/types/#type")


def test_korean_titles_break_between_words(own_site: Site, open_page: Open) -> None:
    page = open_page(f"{own_site.url}ko/", viewport={"width": 390, "height": 800})
    title = page.locator(".home-card h3 a").first
    assert title.evaluate("link => getComputedStyle(link).wordBreak") == "keep-all"


def test_a_missing_page_speaks_the_language_it_was_asked_in(own_site: Site, open_page: Open) -> None:
    page = open_page(f"{own_site.url}ko/")
    html = (own_site.folder / "404.html").read_text(encoding="utf-8")
    page.route("**/gone/", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"{own_site.url}en/gone/")
    assert page.locator("h1:visible").all_inner_texts() == ["There is no such page"]
    assert page.locator("html").get_attribute("lang") == "en"
    title = "Neural networks, hands on"
    assert (page.title(), page.locator(".md-header__title").inner_text().strip()) == (f"404 – {title}", title)
    assert page.locator("input[name=query]").get_attribute("placeholder") == "Search"
    assert page.locator("header a.md-logo").get_attribute("href") == "/en/"
    assert page.locator("main a[hreflang]:visible").all_inner_texts() == ["한국어"]
    page.goto(f"{own_site.url}gone/")
    assert page.locator("h1:visible").count() == 2


def test_a_single_key_does_not_leave_the_page(own_site: Site, open_page: Open) -> None:
    page = open_page(f"{own_site.url}en/neural-network/")
    wait_for_quiz(page)
    page.locator("quiz-choice input").first.focus()
    for key in "nps":
        page.keyboard.press(key)
    assert page.url == f"{own_site.url}en/neural-network/"
    assert not page.locator("#__search").is_checked()
