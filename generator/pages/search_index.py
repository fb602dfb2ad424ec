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

# What stands between words, as a JavaScript expression: brackets and quotes too, so that 시그모이드(sigmoid)
# is found by either word. A point or comma before a digit is part of a number.
SEPARATOR = (
    r"&(?:amp|lt|gt|quot|#\d+);"
    r"|[\s\u200b\-‐–—()\[\]{}<>\"'`“”‘’«»「」『』〈〉《》:;!?·…/|=]+"
    r"|[.,](?!\d)"
)

# How Material indexes. The trimmer deletes every Hangul word, and the stemmer breaks the search for the
# beginning of a word.
SEARCH: dict[str, Any] = {"lang": ["en"], "separator": SEPARATOR, "pipeline": ["stopWordFilter"]}

ATTRIBUTES = r"""(?:"[^"]*"|'[^']*'|[^"'>])*"""
TAG = re.compile(rf"</?([a-zA-Z][a-zA-Z0-9-]*){ATTRIBUTES}>")
HEADING = re.compile(rf"<h[12]({ATTRIBUTES})>(.*?)</h[12]>", re.DOTALL)
EXCLUDED = re.compile(
    rf"<(p|math|figure|table|details)\s{ATTRIBUTES}data-search-exclude{ATTRIBUTES}>.*?</\1>", re.DOTALL
)
PERMALINK = re.compile(rf'<a class="headerlink"{ATTRIBUTES}>.*?</a>', re.DOTALL)
ALTTEXT = re.compile(r'<math [^>]*?alttext="([^"]*)"')
# What the list of results shows; every other tag goes.
SHOWN = frozenset("p code pre li ol ul sub sup".split())
INLINE = frozenset("a abbr b bdi cite del em i ins kbd mark q s small span strong time u var wbr".split())


def index_page(location: str, content: str) -> list[dict[str, str]]:
    """A page as entries, one for what follows each ``<h1>`` and ``<h2>``; ``location`` is its URL."""
    before, *parts = HEADING.split(PERMALINK.sub("", EXCLUDED.sub(_leave_out, content)))
    entries = []
    for attributes, title, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        anchor = re.search(r'\sid="([^"]*)"', attributes)
        place = f"{location}#{anchor[1]}" if anchor else location
        shown = " ".join(TAG.sub(_reduce, before + text).split())
        entries.append({"location": place, "title": TAG.sub("", title).strip(), "text": shown})
        before = ""
    return entries


def _leave_out(element: re.Match[str]) -> str:
    """What stands in the place of an excluded element; a formula is a word of its sentence."""
    if element[1] != "math":
        return " "
    written = ALTTEXT.match(element[0])
    words = re.sub(r"[{}_]", "", written[1]) if written else ""
    # A longer formula's LaTeX is no word that a reader would know.
    return words if words and "\\" not in words else "…"


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
