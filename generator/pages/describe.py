"""Markdown as one line of plain text, for search engines, previews and tooltips."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from generator.pages.prose import render_block
from generator.pages.search_index import INLINE, TAG
from generator.spec.text import pick

DESCRIPTION_LENGTH = 160

_INSIDE_WORDS = INLINE | {"code", "sub", "sup"}
_FORMULA = re.compile(r'<math [^>]*?alttext="([^"]*)".*?</math>', re.DOTALL)


def describe(summary: Mapping[str, str] | None, language: str) -> str:
    """A summary in ``language``, cut at a word where it is long."""
    if not summary:
        return ""
    html = _FORMULA.sub(r"\1", render_block(*pick(summary, language), ""))
    text = " ".join(unescape(TAG.sub(_space, html)).split())
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[:DESCRIPTION_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def _space(tag: re.Match[str]) -> str:
    return "" if tag[1] in _INSIDE_WORDS else " "
