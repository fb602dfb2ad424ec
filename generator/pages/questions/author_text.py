"""Author's Markdown inside a question, marked with its language where that is not the page's."""

from __future__ import annotations

from markupsafe import Markup

from generator.pages.prose import LESSONS, render_block, render_inline
from generator.spec.text import Text, pick


def prose_inline(text: Text, language: str) -> Markup:
    """Markdown in one line."""
    words, written = pick(text, language)
    return in_language("span", render_inline(words, written, LESSONS), written, language)


def prose_block(text: Text, language: str) -> Markup:
    """Markdown in paragraphs."""
    words, written = pick(text, language)
    return in_language("div", render_block(words, written, LESSONS), written, language)


def prose_or_none(text: Text | None, language: str) -> Markup | None:
    """Markdown in paragraphs, if there is any."""
    return prose_block(text, language) if text else None


def split_ask(ask: Text, language: str) -> tuple[Markup, Markup | None]:
    """The first paragraph, which names the group of controls, and what follows (a table, code, a picture)."""
    text, written = pick(ask, language)
    first, _, rest = text.strip().partition("\n\n")
    legend = prose_inline({written: first}, language)
    return legend, prose_block({written: rest}, language) if rest.strip() else None


def in_language(tag: str, html: str, written: str, page: str) -> Markup:
    """Finished HTML, ``written`` in one language on a page in another or the same."""
    if written == page:
        return Markup(html)
    return Markup('<{0} lang="{1}">{2}</{0}>').format(tag, written, Markup(html))
