"""Sitemaps: which pages there are, and where each is in other languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urljoin
from xml.sax.saxutils import escape, quoteattr


def render_sitemap(
    site_url: str | None, pages: Iterable[str], alternates: Mapping[str, Mapping[str, str]]
) -> str:
    """XML after sitemaps.org, with alternates as search engines read them.

    ``pages`` are URLs below ``site_url``; ``alternates`` maps such a URL to language → URL. A sitemap must
    name whole addresses, so without ``site_url`` it lists nothing.
    """
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
    )
    for page in pages if site_url else ():
        lines.append(f"<url><loc>{escape(absolute_url(site_url, page))}</loc>")
        for language, url in alternates.get(page, {}).items():
            address = quoteattr(absolute_url(site_url, url))
            lines.append(f'<xhtml:link rel="alternate" hreflang="{language}" href={address}/>')
        lines.append("</url>")
    return "\n".join([*lines, "</urlset>", ""])


def absolute_url(site_url: str | None, url: str) -> str:
    """A URL below the site's root → a whole address; as it is where the site's address is not known."""
    return urljoin(f"{site_url.rstrip('/')}/", url) if site_url else url
