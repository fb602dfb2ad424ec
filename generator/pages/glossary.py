"""The glossary of a language: every word of the course, in the order of its alphabet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from generator.pages.prose import LESSONS, render_block
from generator.pages.site_file import Heading, SiteFile
from generator.pages.templating import render_template
from generator.pages.terms import TermFinder
from generator.pages.ui_text import ui_text
from generator.spec.glossary import GlossaryFile, Term
from generator.spec.text import pick

PLACES = 6
"""In how many lessons a word's first mention is listed."""

HANGUL = range(0xAC00, 0xD7A4)
SYLLABLES = 588
"""How many syllables begin with the same consonant."""
CONSONANTS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
"""The letter that a word is looked up under, for each consonant in Unicode's order: ㄲ stands with ㄱ."""


@dataclass(frozen=True)
class _Place:
    """Where a lesson mentions the word first."""

    href: str
    lesson: str
    section: str


@dataclass(frozen=True)
class _Entry:
    """What the template shows of one word; ``others`` are its names in other languages."""

    id: str
    name: str
    others: tuple[tuple[str, str], ...]
    text: Markup
    places: tuple[_Place, ...]


def render_glossaries(
    glossary: GlossaryFile | None, languages: Iterable[str], pages: Sequence[SiteFile]
) -> list[SiteFile]:
    """The page at /<language>/glossary/ for each of the languages that the glossary explains anything in.

    ``pages`` are those of all lessons, in course order.
    """
    if glossary is None:
        return []
    found = {
        language: _render_glossary(glossary, language, [page for page in pages if page.language == language])
        for language in languages
        if glossary.shown(language)
    }
    alternates = {language: page.uri for language, page in found.items()}
    return [replace(page, alternates=alternates) for page in found.values()]


def _render_glossary(glossary: GlossaryFile, language: str, pages: Sequence[SiteFile]) -> SiteFile:
    finder = TermFinder(glossary, language)
    terms = sorted(glossary.shown(language), key=lambda term: _order(term.term[language]))
    groups = [
        (letter, [_view(term, language, finder, pages) for term in listed])
        for letter, listed in groupby(terms, key=lambda term: _letter(term.term[language]))
    ]
    title = ui_text("page_glossary", language)
    content = render_template(
        "glossary.html.jinja", title=title, groups=groups, say=lambda key: ui_text(key, language)
    )
    return SiteFile(
        f"{language}/glossary.md",
        content,
        title,
        language,
        styles=("css/lesson.css", "css/glossary.css", *(("css/maths.css",) if "<math" in content else ())),
        modules=("js/scroll.mjs",) if "<nn-scroll" in content else (),
        headings=tuple(Heading(term.id, term.term[language]) for term in terms),
        description=ui_text("page_glossary_lead", language),
        is_lesson=False,
    )


def _view(term: Term, language: str, finder: TermFinder, pages: Sequence[SiteFile]) -> _Entry:
    html = finder.link(render_block(*pick(term.text, language), LESSONS), "", "", {term.id: ""})
    name = term.term[language]
    others = tuple((code, other) for code, other in term.term.items() if code != language and other != name)
    return _Entry(term.id, name, others, Markup(html), tuple(_places(term, pages))[:PLACES])


def _places(term: Term, pages: Sequence[SiteFile]) -> Iterator[_Place]:
    for page in pages:
        if term.id in page.mentions:
            anchor = page.mentions[term.id]
            name = page.uri.rpartition("/")[2].removesuffix(".md")
            section = next(heading.title for heading in page.headings if heading.id == anchor)
            yield _Place(f"{LESSONS}{name}/#{anchor}", page.title, section)


def _order(word: str) -> tuple[bool, str]:
    """Hangul, whose signs Unicode has in the order of dictionaries, before Latin letters."""
    return ord(word[0]) not in HANGUL, word.casefold()


def _letter(word: str) -> str:
    code = ord(word[0])
    return CONSONANTS[(code - HANGUL.start) // SYLLABLES] if code in HANGUL else word[0].upper()
