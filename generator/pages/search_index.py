"""One search index for each language, so that learners find pages of their own language only.

Written in the format of Material's search worker. Our pages are read here rather than by Material's plugin:
they are finished HTML of a known shape, and reading them takes a tenth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

# Languages that Material's search worker brings word lists for; others are searched with the English ones.
INDEXED = frozenset(
    "ar da de el en es fi fr he hi hu hy it ja kn ko nl no pt ro ru sa sv ta te th tr vi zh".split()
)

# How Material indexes. The trimmer deletes every Hangul word, and the stemmer breaks the search for the
# beginning of a word.
SEARCH: dict[str, Any] = {"lang": ["en"], "separator": r"[\s\u200b\-]+", "pipeline": ["stopWordFilter"]}

ATTRIBUTES = r"""(?:"[^"]*"|'[^']*'|[^"'>])*"""
TAG = re.compile(rf"</?([a-zA-Z][a-zA-Z0-9-]*){ATTRIBUTES}>")
HEADING = re.compile(rf"<h[12]({ATTRIBUTES})>(.*?)</h[12]>", re.DOTALL)
EXCLUDED = re.compile(
    rf"<(p|math|figure|table|details)\s{ATTRIBUTES}data-search-exclude{ATTRIBUTES}>.*?</\1>", re.DOTALL
)
# What the list of results shows; every other tag goes.
SHOWN = frozenset("p code pre li ol ul sub sup".split())
INLINE = frozenset("a abbr b bdi cite del em i ins kbd mark q s small span strong time u var wbr".split())


def index_page(location: str, content: str) -> list[dict[str, str]]:
    """A page as entries, one for what follows each ``<h1>`` and ``<h2>``; ``location`` is its URL."""
    before, *parts = HEADING.split(EXCLUDED.sub(" ", content))
    entries = []
    for attributes, title, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        anchor = re.search(r'\sid="([^"]*)"', attributes)
        place = f"{location}#{anchor[1]}" if anchor else location
        shown = " ".join(TAG.sub(_reduce, before + text).split())
        entries.append({"location": place, "title": TAG.sub("", title).strip(), "text": shown})
        before = ""
    return entries


def _reduce(tag: re.Match[str]) -> str:
    """A shown tag without its attributes; a space for a block, so that its words do not run into the next."""
    name = tag[1].lower()
    if name in SHOWN:
        return f"</{name}>" if tag[0].startswith("</") else f"<{name}>"
    return "" if name in INLINE else " "


def build_search_index(
    entries: Iterable[Mapping[str, str]], language: str, config: Mapping[str, Any]
) -> dict[str, Any]:
    """The index of one language. ``config`` is that of Material's own index."""
    short = language.split("-")[0]
    settings = {**config, **SEARCH, "lang": [short if short in INDEXED else "en"]}
    return {"config": settings, "docs": list(entries)}
