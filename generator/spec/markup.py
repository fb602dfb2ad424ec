"""What stands where in an author's Markdown: code, maths, placements and links, each with its offset.

Whoever looks for one of them (expressions, placements, links, prices) must not find it inside code or maths,
so all ask here. The Markdown itself is understood in ``pages.prose``; nothing here needs it.

When is ``$`` maths? The opening sign touches what follows and does not follow a Latin letter or digit
(``US$``), the closing sign touches what precedes and is not followed by a digit; ``$5 and $10``, ``$5-$10``
and ``$5는`` are prices. ``\\$`` is always a dollar sign.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from pathlib import PurePosixPath
from posixpath import normpath
from typing import Literal, NamedTuple
from urllib.parse import unquote

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
_PLACEMENT_IN_LINE = re.compile(r"\\.|\[\[[ \t]*([a-z0-9-]+)[ \t]*\]\]", re.DOTALL)
_LINK = re.compile(
    r"""
    (?<!\\)\]\([ \t]*
      (?:<(?P<angled>[^<>\n]*)>|<?(?P<inline>[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*))
    | ^[ ]{0,3}\[(?P<label>[^\[\]\n]+)\]:[ \t]*<?(?P<reference>[^\s<>]+)
    """,
    re.VERBOSE | re.MULTILINE,
)
_BLANK = re.compile(r"\\.|\[\?([^\[\]\n]*)\]", re.DOTALL)
_BRACKET = re.compile(r"\\.|!?\[|\]", re.DOTALL)
_LABEL = re.compile(r"\s?\[([^\[\]]*)\]")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


IMAGE_SUFFIXES = frozenset((".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"))
"""What a lesson may show of its own. An SVG file is not among them: opened by itself, it can run a script."""


class Segment(NamedTuple):
    """Code or maths: ``text[start:end]`` with its delimiters, ``inner`` without, from ``inner_start`` on."""

    kind: SegmentKind
    start: int
    end: int
    inner: str
    inner_start: int


class Mark(NamedTuple):
    """A name or an address in the text, and where it stands: ``text[start:end]`` is the whole of it."""

    value: str
    start: int
    end: int


class Link(NamedTuple):
    """Where a link leads or, if ``image``, what a picture's address is; without escapes and entities."""

    value: str
    start: int
    end: int
    image: bool = False


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


def _outside(pattern: re.Pattern[str], text: str, *, wholly: bool = True) -> Iterator[re.Match[str]]:
    """Matches outside code and maths; unless ``wholly``, those that only begin outside, too."""
    segments = find_segments(text)
    ends = [segment.end for segment in segments]
    for match in pattern.finditer(text):
        at = bisect_right(ends, match.start())
        if at == len(ends) or segments[at].start >= (match.end() if wholly else match.start() + 1):
            yield match


def find_placements(text: str) -> Iterator[Mark]:
    """Every line that is nothing but ``[[id]]``; ``start`` to ``end`` is the line without its newline."""
    for match in _outside(_PLACEMENT, text):
        yield Mark(match[1].strip(), match.start(), match.end())


def find_placements_in_lines(text: str) -> Iterator[Mark]:
    """Every ``[[id]]`` beside which something else stands, so that a page shows it as it is."""
    placed = {text.index("[[", mark.start) for mark in find_placements(text)}
    for match in _outside(_PLACEMENT_IN_LINE, text):
        if match[1] and match.start() not in placed:
            yield Mark(match[1], match.start(), match.end())


def find_blanks(text: str) -> Iterator[Mark]:
    """Every blank ``[?name]`` of a cloze; a backslash before it makes it text."""
    for match in _outside(_BLANK, text):
        if match[1] is not None:
            yield Mark(match[1], match.start(), match.end())


def find_link_texts(text: str) -> Iterator[tuple[int, int]]:
    """From the bracket to the bracket around what a link or an image is called."""
    opened: list[re.Match[str]] = []
    for bracket in _BRACKET.finditer(text):
        if bracket[0] in ("[", "!["):
            opened.append(bracket)
        elif bracket[0] == "]" and opened:
            begin = opened.pop()
            if text.startswith("(", bracket.end()):
                yield begin.start(), bracket.end()


def find_links(text: str) -> Iterator[Link]:
    """Every address that a Markdown link or image leads to; ``start`` to ``end`` is the address itself."""
    if "](" not in text and "]:" not in text:
        return
    images = _find_images(text) if "![" in text else {}
    labels = {_normalise(label) for label in images.values()}
    for match in _outside(_LINK, text, wholly=False):  # an address may hold what reads as a formula
        group = next(name for name in ("angled", "inline", "reference") if match[name] is not None)
        address = unescape(_ESCAPED.sub(r"\1", match[group]))
        label = match["label"]
        is_image = match.start() in images if label is None else _normalise(label.strip()) in labels
        yield Link(address, match.start(group), match.end(group), is_image)


def _find_images(text: str) -> dict[int, str]:
    """Where the words of an image end → the label that it would have if its address stood elsewhere."""
    images: dict[int, str] = {}
    opened: list[re.Match[str]] = []
    for bracket in _BRACKET.finditer(text):
        if bracket[0] in ("[", "!["):
            opened.append(bracket)
        elif bracket[0] == "]" and opened and (begin := opened.pop())[0] == "![":
            label = _LABEL.match(text, bracket.end())
            images[bracket.start()] = label[1] if label and label[1] else text[begin.end() : bracket.start()]
    return images


def _normalise(label: str) -> str:
    """As Markdown compares labels: a line's end is a space, and case does not count."""
    return re.sub(r" ?\n", " ", label).lower()


def own_image(address: str) -> str | None:
    """The path below the course's folder that an image's address means; ``None`` if it leads anywhere else.

    Pages show what this accepts, and the check looks for the file, so that they cannot disagree.
    """
    path = unquote(address)
    if not path or path.startswith("/") or ":" in path or "\\" in path:
        return None
    path = normpath(path)
    return None if path.split("/")[0] == ".." else path


def is_image_name(path: str) -> bool:
    """Whether a file's name is that of an image that pages can show."""
    return PurePosixPath(path).suffix.lower() in IMAGE_SUFFIXES
