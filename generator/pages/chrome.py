"""What stands around a lesson or home page: lesson list, neighbours, language switch. Knows no host."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from generator.pages.asset_files import asset_root
from generator.pages.home import count_text
from generator.pages.languages import language_name, short_language_name
from generator.pages.site_file import Heading, SiteFile
from generator.pages.site_map import absolute_url
from generator.pages.ui_text import ui_text

# A longer list shows the lessons around the present one: a course of 1,000 would weigh 150 KB on every page.
LONGEST_LIST = 40
AROUND = 12


@dataclass(frozen=True)
class Link:
    """A way to another page, relative to the page it stands on."""

    href: str
    title: str
    number: int = 0
    language: str = ""
    badge: str = ""
    short: str = ""
    current: bool = False
    broken: bool = False


@dataclass(frozen=True)
class Chrome:
    """Everything the theme's templates show around one page. Texts are plain; the templates escape them."""

    language: str
    site_title: str
    title: str
    description: str
    is_home: bool
    root: str
    home: str
    lessons: tuple[Link, ...]
    all_lessons: str
    beside: tuple[Link, ...]
    previous: Link | None
    next: Link | None
    switch: tuple[Link, ...]
    alternates: tuple[tuple[str, str], ...]
    headings: tuple[Heading, ...]
    styles: tuple[str, ...]
    modules: tuple[str, ...]
    documentation: str

    def text(self, key: str) -> str:
        """A word of the site in the page's language."""
        return ui_text(f"site_{key}", self.language)


class Site:
    """The generated pages and how they hang together.

    ``url_of`` turns a uri into a URL below the site's root; ``site_url`` is the address of that root where it
    is known; ``documentation`` is the URL of the authors' guide, if there is one.
    """

    def __init__(
        self,
        files: Iterable[SiteFile],
        url_of: Callable[[str], str],
        *,
        site_url: str = "",
        documentation: str = "",
    ) -> None:
        self.files = {file.uri: file for file in files}
        self.url_of = cache(url_of)
        self.site_url = site_url
        self.documentation = documentation

    @cached_property
    def homes(self) -> dict[str, SiteFile]:
        """Language → home page, in the course's order."""
        pages = (file for file in self.files.values() if file.language)
        return {str(file.language): file for file in pages if file.uri == f"{file.language}/index.md"}

    @cached_property
    def lessons(self) -> dict[str, tuple[SiteFile, ...]]:
        """Language → one page for each lesson: in that language, else in the one it is written in."""
        return self._listed(are_lessons=True)

    @cached_property
    def beside(self) -> dict[str, tuple[SiteFile, ...]]:
        """Language → the pages that are no lessons, likewise."""
        return self._listed(are_lessons=False)

    def _listed(self, *, are_lessons: bool) -> dict[str, tuple[SiteFile, ...]]:
        by_name: dict[str, dict[str, SiteFile]] = {}
        for file in self.files.values():
            is_home = file.language is not None and file is self.homes.get(file.language)
            if file.language and file.is_lesson is are_lessons and not is_home:
                by_name.setdefault(posixpath.basename(file.uri), {})[file.language] = file
        return {
            language: tuple(pages.get(language) or next(iter(pages.values())) for pages in by_name.values())
            for language in self.homes
        }

    @cached_property
    def _own(self) -> dict[str, tuple[SiteFile, ...]]:
        return {
            language: (self.homes[language], *(page for page in pages if page.language == language))
            for language, pages in self.lessons.items()
        }

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {page.uri: position for pages in self._own.values() for position, page in enumerate(pages)}

    @cached_property
    def _places(self) -> dict[tuple[str, str], int]:
        listed = self.lessons.items()
        return {(language, page.uri): place for language, pages in listed for place, page in enumerate(pages)}

    def neighbours(self, file: SiteFile) -> tuple[SiteFile | None, SiteFile | None]:
        """The pages before and after in the same language; a home page comes before the first lesson, and a
        page that is no lesson stands in no row."""
        if not file.is_lesson:
            return None, None
        pages, position = self._own[str(file.language)], self._positions[file.uri]
        before = pages[position - 1] if position else None
        return before, pages[position + 1] if position + 1 < len(pages) else None

    @cached_property
    def alternates(self) -> dict[str, dict[str, str]]:
        """URL of each page of a language tree → language → URL of the same page in it."""
        pages = (file for file in self.files.values() if file.language)
        return {
            self.url_of(file.uri): {language: self.url_of(uri) for language, uri in file.alternates.items()}
            for file in pages
        }

    def missing(self, root: str) -> list[dict[str, str]]:
        """What the 404 page and its header say in each language. ``root`` leads to the site from anywhere."""
        return [
            {
                "language": language,
                "name": language_name(language),
                "title": home.title,
                "search": ui_text("site_search", language),
                "href": f"{root.rstrip('/')}/{self.url_of(home.uri)}",
                "heading": ui_text("site_not_found", language),
                "text": ui_text("site_not_found_text", language),
                "link": ui_text("site_to_lessons", language),
            }
            for language, home in self.homes.items()
        ]

    def chrome(self, file: SiteFile) -> Chrome:
        """What surrounds a page of a language tree."""
        language, here = str(file.language), self.url_of(file.uri)
        home = self.homes[language]
        lessons, cut = self._lesson_links(file, here)
        before, after = self.neighbours(file)
        return Chrome(
            language=language,
            site_title=home.title,
            title=file.title,
            description=file.description,
            is_home=file is home,
            root=relative_url("", here),
            home=relative_url(self.url_of(home.uri), here),
            lessons=lessons,
            all_lessons=count_text("site_all_lessons", len(self.lessons[language]), language) if cut else "",
            beside=tuple(
                self._link(page, here, current=page is file, tree=language) for page in self.beside[language]
            ),
            previous=self._link(before, here) if before else None,
            next=self._link(after, here) if after else None,
            switch=tuple(self._switch(file, here)),
            alternates=tuple(
                (code, absolute_url(self.site_url, url) if self.site_url else relative_url(url, here))
                for code, url in self.alternates[here].items()
            ),
            headings=file.headings,
            styles=asset_urls(file.styles, here),
            modules=asset_urls(file.modules, here),
            documentation=relative_url(self.documentation, here) if self.documentation else "",
        )

    def _lesson_links(self, file: SiteFile, here: str) -> tuple[tuple[Link, ...], bool]:
        """The lesson list as this page shows it, and whether that is a part of it only."""
        language = str(file.language)
        pages = self.lessons[language]
        first, last = 0, len(pages)
        if last > LONGEST_LIST:
            place = self._places.get((language, file.uri), 0)
            first = max(0, min(place - AROUND, last - 2 * AROUND))
            last = first + 2 * AROUND
        links = []
        for number, page in enumerate(pages[first:last], first + 1):
            links.append(self._link(page, here, number, current=page is file, tree=language))
        return tuple(links), len(links) < len(pages)

    def _link(
        self, page: SiteFile, here: str, number: int = 0, *, current: bool = False, tree: str = ""
    ) -> Link:
        language = str(page.language)
        badge = language_name(language) if tree and language != tree else ""
        href = relative_url(self.url_of(page.uri), here)
        return Link(href, page.title, number, language, badge, current=current, broken=page.problems)

    def _switch(self, file: SiteFile, here: str) -> Iterable[Link]:
        """The other languages: the same page there, else that language's home."""
        for language, home in self.homes.items():
            if language != file.language:
                href = relative_url(self.url_of(file.alternates.get(language, home.uri)), here)
                yield Link(
                    href, language_name(language), language=language, short=short_language_name(language)
                )


def asset_urls(names: Sequence[str], here: str) -> tuple[str, ...]:
    """Files below generator/assets as URLs relative to a page."""
    return tuple(relative_url(f"{asset_root()}/{name}", here) for name in dict.fromkeys(names))


def relative_url(target: str, here: str) -> str:
    """From one URL below the site's root to another; a URL that ends in / is a folder."""
    start, end = here.split("/")[:-1], target.split("/")
    shared = 0
    while shared < min(len(start), len(end) - 1) and start[shared] == end[shared]:
        shared += 1
    return "../" * (len(start) - shared) + "/".join(end[shared:]) or "./"
