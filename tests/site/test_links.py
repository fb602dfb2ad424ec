"""Every link of a built site leads somewhere, and nothing is loaded from another machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.site.worlds import Element, Elements, Project

HOST = "https://here.test"
# Attributes that make a browser fetch something by itself.
FETCHED = {
    ("img", "src"), ("script", "src"), ("iframe", "src"), ("source", "src"), ("video", "src"),
    ("audio", "src"), ("embed", "src"), ("object", "data"), ("image", "href"), ("use", "href"),
    ("input", "src"),
}  # fmt: skip
LOADING_RELATIONS = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "preconnect",
    "dns-prefetch",
    "prefetch",
}


def references(element: Element) -> Iterator[tuple[str, bool]]:
    """(URL, whether a browser fetches it by itself) for each reference of an element."""
    for name, value in element.attributes.items():
        if name in ("href", "src", "data", "poster") and element.tag not in ("base",):
            relations = set(element.attributes.get("rel", "").split())
            fetched = (element.tag, name) in FETCHED or name == "poster"
            yield value, fetched or (element.tag == "link" and bool(relations & LOADING_RELATIONS))


def check_site(site: Path, below: str, site_url: str = "") -> tuple[int, list[str]]:
    """(how many references there are, what is wrong). ``below`` is the path the site is published under."""
    pages = {path: Elements(path.read_text(encoding="utf-8")).found for path in sorted(site.rglob("*.html"))}
    anchors = {path: {each.attributes.get("id") for each in found} for path, found in pages.items()}
    wrong, count = [], 0
    for path, found in pages.items():
        here = HOST + below + path.relative_to(site).as_posix().removesuffix("index.html")
        for element in found:
            for url, fetched in references(element):
                count += 1
                if problem := judge(url, fetched, here, (site, below, site_url), anchors):
                    wrong.append(f"{path.relative_to(site)}: <{element.tag}> {url}: {problem}")
    return count, wrong


def links_of(page: Path) -> list[str]:
    elements = Elements(page.read_text(encoding="utf-8"))
    return [each.attributes.get("href", "") for each in elements.of("link", rel="canonical")]


def judge(url: str, fetched: bool, here: str, place: tuple[Path, str, str], anchors: dict) -> str:
    """What is wrong with one reference, or nothing."""
    site, below, site_url = place
    if url.startswith("data:"):
        return ""
    if site_url and url.startswith(site_url):
        url = HOST + below + url.removeprefix(site_url)
    target = urlsplit(urljoin(here, url))
    if f"{target.scheme}://{target.netloc}" != HOST:
        return "fetched from another machine" if fetched else ""
    if not target.path.startswith(below):
        return f"outside {below}"
    path = site / unquote(target.path.removeprefix(below))
    path = path / "index.html" if target.path.endswith("/") else path
    if not path.is_file():
        return "no such file"
    if target.fragment and path.suffix == ".html" and unquote(target.fragment) not in anchors[path]:
        return "no such anchor"
    return ""


def test_every_link_of_a_site_under_a_sub_path(built: Project):
    count, wrong = check_site(built.site, "/course/", "https://example.org/course/")
    assert wrong == []
    assert count > 150


def test_every_link_of_this_repositorys_own_site(own_site: tuple[Path, str]):
    site, address = own_site
    count, wrong = check_site(site, urlsplit(address).path or "/", address)
    assert wrong == []
    assert count > 400
    canonical = [each for each in links_of(site / "en" / "index.html") if each.startswith(address or HOST)]
    assert bool(canonical) == bool(address), "a published page names its own address"


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ('<a href="gone/">', "no such file"),
        ('<a href="#gone">', "no such anchor"),
        ('<a href="/elsewhere/">', "outside /sub/"),
        ('<script src="https://cdn.example/x.js">', "fetched from another machine"),
        ('<link rel="preconnect" href="https://fonts.gstatic.com">', "fetched from another machine"),
    ],
)
def test_the_checker_finds_what_is_wrong(tmp_path, html: str, problem: str):
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    _, wrong = check_site(tmp_path, "/sub/")
    assert [each.rsplit(": ", 1)[1] for each in wrong] == [problem]


def test_style_sheets_name_nothing_of_another_machine(built: Project):
    sheets = list((built.site / "assets" / "lessonloom").rglob("*.css"))
    assert len(sheets) > 3
    assert [sheet.name for sheet in sheets if "http" in sheet.read_text(encoding="utf-8")] == []
