"""What the build hands to the host: finished files, and where to put finished HTML into them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class SiteFile:
    """One page or asset of the site.

    ``uri`` is the path below the docs root (``ko/neural-network.md``, ``assets/lessonloom/quiz.css``).
    ``content`` is Markdown for pages, bytes for assets. ``fragments`` maps a token that stands in the content to
    the finished HTML that replaces it after Markdown has run. ``language`` is None for pages outside the
    language trees; ``alternates`` maps a language to the uri of the same page in it. ``modules`` and ``styles``
    name the files below ``generator/assets`` that this page needs (``js/define.mjs``): a page without a quiz names
    none, and so loads none.
    """

    uri: str
    content: str | bytes
    title: str = ""
    language: str | None = None
    fragments: Mapping[str, str] = field(default_factory=dict)
    alternates: Mapping[str, str] = field(default_factory=dict)
    modules: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
