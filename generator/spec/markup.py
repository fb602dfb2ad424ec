"""What stands where in an author's Markdown: code, maths, placements and links, each with its offset.

Whoever looks for one of them (expressions, placements, links, prices) must not find it inside code or maths,
so all ask here. The Markdown itself is understood in ``pages.prose``; nothing here needs it.

When is ``$`` maths? The opening sign touches what follows and does not follow a Latin letter or digit
(``US$``), the closing sign touches what precedes and is not followed by a digit; ``$5 and $10``, ``$5-$10``
and ``$5는`` are prices. ``\\$`` is always a dollar sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

SegmentKind = Literal["code", "maths", "display"]

_SEGMENT = re.compile(
    r"""
    \\[!-/:-@\[-`{-~]                                    # an escaped sign starts nothing
    | ^(?P<fence>`{3,}|~{3,})[^\n`]*\n                   # fenced code, from the first column
      (?P<block>(?:.*\n)*?)(?P=fence)[ ]*$
    | (?<!`)(?P<ticks>`+)(?!`)(?P<code>(?:(?!\n[ \t]*\n)[\s\S])+?)(?<!`)(?P=ticks)(?!`)
    | \$\$(?P<display>(?:\\[\s\S]|[^\\$])+?)\$\$
    | (?<![A-Za-z0-9$])\$(?![\s$])(?!\d[\d.,]*(?:\s+[A-Za-z]{2}|\s*[가-힣]))
      (?P<maths>(?:\\.|[^\\$\n]|\n(?![ \t]*\n))+?)(?<!\s)\$(?![0-9$])
    """,
    re.VERBOSE | re.MULTILINE,
)
_BEGINS_SEGMENT = re.compile("[`~$]")
_PLACEMENT = re.compile(r"^[ \t]*\[\[([^\[\]\n]*)\]\][ \t]*$", re.MULTILINE)
_LINK = re.compile(
    r"""
    (?<!\\)\]\([ \t]*<?(?P<inline>[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)
    | ^[ ]{0,3}\[[^\]\n]+\]:[ \t]*<?(?P<reference>[^\s<>]+)
    """,
    re.VERBOSE | re.MULTILINE,
)


IMAGE_SUFFIXES = frozenset((".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"))
"""What a lesson may show of its own. An SVG file is not among them: opened by itself, it can run a script."""


@dataclass(frozen=True)
class Segment:
    """Code or maths: ``text[start:end]`` with its delimiters, ``inner`` without, from ``inner_start`` on."""

    kind: SegmentKind
    start: int
    end: int
    inner: str
    inner_start: int


@dataclass(frozen=True)
class Mark:
    """A name or an address in the text, and where it stands: ``text[start:end]`` is the whole of it."""

    value: str
    start: int
    end: int


@lru_cache(maxsize=512)
def find_segments(text: str) -> tuple[Segment, ...]:
    """Code and maths in reading order. Offsets count characters from 0.

    Kept, because everybody who looks for something in a text asks first where code and maths stand.
    """
    if not _BEGINS_SEGMENT.search(text):
        return ()
    return tuple(
        Segment(kind, match.start(), match.end(), match[group], match.start(group))
        for match in _SEGMENT.finditer(text)
        for group, kind in _KINDS.items()
        if match[group] is not None
    )


_KINDS: dict[str, SegmentKind] = {"block": "code", "code": "code", "display": "display", "maths": "maths"}


def _outside(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    spans = [(segment.start, segment.end) for segment in find_segments(text)]
    for match in pattern.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in spans):
            yield match


def find_placements(text: str) -> Iterator[Mark]:
    """Every line that is nothing but ``[[id]]``; ``start`` to ``end`` is the line without its newline."""
    for match in _outside(_PLACEMENT, text):
        yield Mark(match[1].strip(), match.start(), match.end())


def find_links(text: str) -> Iterator[Mark]:
    """Every address that a Markdown link or image leads to; ``start`` to ``end`` is the address itself."""
    for match in _outside(_LINK, text):
        group = "inline" if match["inline"] is not None else "reference"
        yield Mark(match[group], match.start(group), match.end(group))
