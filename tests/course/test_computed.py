"""Whatever a lesson computes stands in its page, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest

from generator.pages.prose import LESSONS, render_block
from generator.pages.site_file import SiteFile, fill_slots
from generator.spec import Lesson
from tests.course.conftest import LOADED
from tests.course.test_languages import texts_of

WRITTEN = {each.lesson.id: each.lesson for each in LOADED.lessons}
SCRIPT = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)


def plain(html: str) -> str:
    """What a reader sees, without white space, which tags may or may not bring."""
    return "".join(unescape(re.sub(r"<[^>]*>", "", SCRIPT.sub("", html))).split())


def is_computed(text: str) -> bool:
    """Whether an expression stands in it; in code it would not be computed."""
    return "{{" in re.sub("`[^`]*`", "", text)


def statements(written: Lesson, computed: Lesson, language: str) -> Iterator[tuple[str, str]]:
    """Each line with an expression: as it is written, and as it is computed."""
    values = {loc: text for loc, text in texts_of(computed)}
    for loc, text in texts_of(written):
        if "{{" in text[language]:
            lines = zip(text[language].split("\n"), values[loc][language].split("\n"), strict=True)
            yield from ((line, value) for line, value in lines if is_computed(line))


def missing(page: SiteFile, said: Iterator[tuple[str, str]], language: str) -> list[str]:
    shown = plain(fill_slots(str(page.content), page.fragments))
    cells = ((line, cell) for line, value in said for cell in value.strip().strip("|").split("|"))
    return [line for line, cell in cells if plain(render_block(cell.strip(), language, LESSONS)) not in shown]


@pytest.mark.parametrize("language", LOADED.file.languages)
@pytest.mark.parametrize("name", WRITTEN)
def test_every_computed_statement_stands_in_the_page(name: str, language: str, computed, page_of):
    said = list(statements(WRITTEN[name], computed[name], language))
    assert said and not any(is_computed(value) for _, value in said)
    assert missing(page_of(name, language), iter(said), language) == []


def test_a_statement_that_is_not_shown_is_missed(computed, page_of):
    page = page_of("neural-network", "en")
    assert missing(page, iter([("{{ a }}", "exactly 13,003 numbers")]), "en") == ["{{ a }}"]
