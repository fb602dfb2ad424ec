"""Subtitles in SubRip (.srt) or WebVTT (.vtt) format → cues.

SubRip has no standard; WebVTT is https://www.w3.org/TR/webvtt1/. Their own markup (``<i>``, ``<v Ann>``,
``{\\an8}``) is taken off; any other sign is text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from generator.exchange.moments import CLOCK, parse_moment
from generator.exchange.notes import SpokenCue

_TIMING = re.compile(rf"[ \t]*({CLOCK})[ \t]*-->[ \t]*({CLOCK})(?:[ \t].*)?")
_TAG = re.compile(
    r"</?(?:[ibu]|font|c|v|lang|ruby|rt)(?:[ .][^<>]*)?>|<\d{2}:[\d:.]*>|\{\\an?\d[^{}]*\}", re.IGNORECASE
)
_VTT_BLOCK = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t].*)?")


def is_subtitles(text: str) -> bool:
    """Whether a text is a subtitle file: it has a timing line among its first three."""
    head = text.lstrip("\ufeff \t\r\n")
    if head.startswith("WEBVTT"):
        return True
    return any(_TIMING.fullmatch(line.rstrip("\r")) for line in head.split("\n")[:3])


def read_subtitles(text: str, first_line: int = 1, *, one_line: bool = False) -> tuple[SpokenCue, ...]:
    """Every cue. ``first_line`` is the line of ``text`` in the file that it comes from.

    ``one_line`` gives every cue that line, for subtitles that stand inside one string of a JSON file.
    """
    lines = [line.rstrip("\r") for line in text.lstrip("\ufeff").split("\n")]
    is_vtt = lines[0].startswith("WEBVTT")
    return tuple(_cues(lines, first_line, is_vtt, one_line))


def _cues(lines: list[str], first_line: int, is_vtt: bool, one_line: bool) -> Iterator[SpokenCue]:
    timings = [index for index, line in enumerate(lines) if _TIMING.fullmatch(line)]
    for number, index in enumerate(timings):
        following = timings[number + 1] if number + 1 < len(timings) else len(lines)
        spoken = _spoken(lines, index + 1, following)
        match = _TIMING.fullmatch(lines[index])
        moment = parse_moment(match[1]) if match else None
        if spoken:
            line = first_line if one_line else first_line + index
            yield SpokenCue(moment.seconds if moment else None, _without_markup(spoken, is_vtt), line)


def _spoken(lines: list[str], start: int, end: int) -> str:
    """The text between two timing lines, without the next cue's number or name and without comments."""
    block = lines[start:end]
    if end < len(lines):
        while block and not block[-1].strip():
            block.pop()
        if len(block) > 1 and (block[-1].strip().isdigit() or not block[-2].strip()):
            block.pop()
    kept: list[str] = []
    for index, line in enumerate(block):
        if _VTT_BLOCK.fullmatch(line) and (not index or not block[index - 1].strip()):
            break
        kept.append(line.strip())
    return " ".join(line for line in kept if line)


def _without_markup(text: str, is_vtt: bool) -> str:
    text = _TAG.sub("", text)
    return (html.unescape(text) if is_vtt else text).strip()
