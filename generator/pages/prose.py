"""Author's Markdown → safe HTML. (First cut; maths comes next.)"""

from __future__ import annotations

import re
from functools import lru_cache

import markdown
import nh3

_MARKDOWN = markdown.Markdown(extensions=["tables", "fenced_code", "sane_lists"], output_format="html")
_CLEANER = nh3.Cleaner(url_schemes={"http", "https", "mailto"}, link_rel="noopener noreferrer")


@lru_cache(maxsize=4096)
def render_block(text: str, language: str) -> str:
    """Markdown → paragraphs, lists, tables: HTML that can run nothing."""
    return _CLEANER.clean(_MARKDOWN.reset().convert(text)).strip()


@lru_cache(maxsize=4096)
def render_inline(text: str, language: str) -> str:
    """Markdown → HTML without a paragraph around it, for a legend, a label or a caption."""
    html = render_block(text, language)
    match = re.fullmatch(r"<p>(.*)</p>", html, re.DOTALL)
    return match[1] if match and "<p>" not in match[1] else html
