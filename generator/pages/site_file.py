"""What the build hands to the host: finished files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

# Parts of a page that are no section of the author's, who cannot give these ids: theirs have no underscore.
END_QUIZ = "end_quiz"
GOALS = "your_goals"
RECAP = "in_short"
READINGS = "further_reading"


@dataclass(frozen=True)
class Heading:
    """One entry of a page's table of contents: where it leads on the page, and its plain-text title."""

    id: str
    title: str


@dataclass(frozen=True)
class SiteFile:
    """One page or asset of the site.

    ``uri`` is the path below the docs root (``ko/neural-network.md``, ``assets/lessonloom/quiz.css``).
    ``content`` of a page is finished, safe HTML: the host runs no Markdown over it, and search indexes it. It
    begins with the ``<h1>``; its ``<h2 id=…>`` are in ``headings``. What search must not read (figures,
    formulas, questions) stands in the content as ``slot(token)`` and in ``fragments`` under that token; it is
    put in after the search index has read the page. ``content`` of an asset is its bytes.

    ``title`` and ``description`` are plain text. ``language`` is None for files outside the language trees;
    ``alternates`` maps a language to the uri of the same page in it. ``modules`` and ``styles`` name the
    files below ``generator/assets`` that this page needs (``js/define.mjs``): a page without a quiz names
    none, and so loads none. ``problems`` is true for a page that says what is wrong with its lesson.
    ``mentions`` maps ids of the glossary to the heading below which the page mentions them first.
    ``is_lesson`` is false for a page beside the course's path, such as the glossary.
    """

    uri: str
    content: str | bytes
    title: str = ""
    language: str | None = None
    fragments: Mapping[str, str] = field(default_factory=dict)
    alternates: Mapping[str, str] = field(default_factory=dict)
    modules: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    headings: tuple[Heading, ...] = ()
    description: str = ""
    problems: bool = False
    mentions: Mapping[str, str] = field(default_factory=dict)
    is_lesson: bool = True


def slot(token: str) -> str:
    """The place of a fragment in a page's content.

    No author can write one: their text reaches pages only through an allow-list without ``data-``.
    """
    return f'<div data-loom="{token}"></div>'


def fill_slots(content: str, fragments: Mapping[str, str]) -> str:
    """Put every fragment into its place. Raises KeyError for a slot without a fragment."""
    return re.sub(r'<div data-loom="([^"]+)"></div>', lambda match: fragments[match[1]], content)
