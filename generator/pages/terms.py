"""Mentions of the glossary's words in finished HTML: the first of each becomes a link.

One regular expression a language finds them all, and with them what is passed over: tags, and the elements in
which nothing is linked. Before and after a word stands no letter, digit or hyphen; in Korean particles may
follow (가중치를), and the link ends before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, MutableMapping
from html import escape
from itertools import groupby

from generator.pages.describe import describe
from generator.spec.glossary import GlossaryFile, Term

# Headings, links, code and formulas, with all that is in them; then any other tag by itself. In what the
# sanitiser wrote, a quotation mark inside an attribute is an entity.
_ATTRIBUTES = r'(?:"[^"]*"|[^">])*'
_PASSED_OVER = rf"<(a|code|pre|kbd|math|h\d|th)\b{_ATTRIBUTES}>.*?</\1>|<{_ATTRIBUTES}>"

_PARTICLES = """
가 같이 과 까지 께서 나 는 대로 도 들 라고 라는 라도 라면 란 랑 로 로서
로써 를 마다 마저 만 만큼 며 밖에 보다 부터 뿐 서 에 에게 에서 였습니다
예요 와 요 으로 으로서 으로써 은 을 의 이 이고 이나 이다 이든 이라고 이라는
이라도 이라면 이란 이며 이면 이므로 이야 이었습니다 이에요 이지만 인 인데 인지
일 입니까 입니다 조차 죠 지만 처럼 커녕 하고 한테
""".split()
# Longer ones first, and up to three in a row: 층에서만은.
_KOREAN_END = rf"(?=(?:{'|'.join(sorted(_PARTICLES, key=len, reverse=True))}){{0,3}}(?![\w-]))"
_END = r"(?![\w-])"


class TermFinder:
    """Finds the words of a glossary in one language."""

    def __init__(self, glossary: GlossaryFile, language: str) -> None:
        self._language = language
        self._terms: dict[str, Term] = {}
        for term in glossary.shown(language):
            for spelling in term.spellings(language):
                self._terms.setdefault(escape(" ".join(spelling.split()), quote=False), term)
        end = _KOREAN_END if language.split("-")[0] == "ko" else _END
        words = _any_of(self._terms)
        self._pattern = re.compile(rf"{_PASSED_OVER}|(?<![\w&-])({words}){end}", re.DOTALL) if words else None
        self._described: dict[str, str] = {}

    def link(self, html: str, place: str, way: str, mentions: MutableMapping[str, str]) -> str:
        """``html`` with a link on the first mention of every term that is not in ``mentions``.

        ``mentions`` (term id → the place of its first mention) is added to; ``way`` leads from the page to
        the glossary.
        """
        if self._pattern is None:
            return html
        parts, done = [], 0
        for match in self._pattern.finditer(html):
            term = self._term(match[2]) if match[2] else None
            if term is None or term.id in mentions:
                continue
            mentions[term.id] = place
            parts += [html[done : match.start()], self._render(term, match[2], way)]
            done = match.end()
        return "".join([*parts, html[done:]]) if parts else html

    def _term(self, found: str) -> Term:
        spelling = " ".join(found.split())
        return self._terms.get(spelling) or self._terms[spelling[0].lower() + spelling[1:]]

    def _render(self, term: Term, found: str, way: str) -> str:
        if term.id not in self._described:
            self._described[term.id] = escape(describe(term.text, self._language))
        return f'<a class="nn-term" href="{way}#{term.id}" title="{self._described[term.id]}">{found}</a>'


def _any_of(spellings: Iterable[str]) -> str:
    """A pattern for any spelling, longest first; grouped by the first letter, which may be a capital."""
    groups = []
    for first, listed in groupby(sorted(spellings), key=lambda spelling: spelling[0]):
        capital = first.upper()
        head = f"[{first}{capital}]" if len(capital) == 1 and capital != first else re.escape(first)
        rests = sorted((spelling[1:] for spelling in listed), key=lambda rest: (-len(rest), rest))
        groups.append(f"{head}(?:{'|'.join(map(_loosely, rests))})")
    return "|".join(groups)


def _loosely(text: str) -> str:
    """The text as a pattern in which a space may be the end of a line."""
    return r"\s+".join(map(re.escape, text.split(" ")))
