"""Cues as they come → cues as they belong: one line each, in order, none glued into another.

Speech tools leave traces: when two cues run together, the second one's number and times stand in the middle
of the first one's text. Everything that is changed is remarked on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.exchange.moments import CLOCK, parse_moment
from generator.exchange.notes import Remark, SpokenCue
from generator.spec.text import format_time

_GLUE = re.compile(rf"(?:^|\s+)(?:(\d{{1,6}})\s+)?({CLOCK})\s*-->\s*({CLOCK})(?:\s+|$)")


def mend_cues(cues: Iterable[SpokenCue]) -> tuple[tuple[SpokenCue, ...], tuple[Remark, ...]]:
    """Cues in time order, every one with a time, and what had to be done for that."""
    remarks: list[Remark] = []
    single = [part for cue in cues for part in _split(cue, remarks)]
    timed = list(_with_times(single, remarks))
    ordered = sorted(timed, key=lambda cue: cue.start or 0)
    remarks += _out_of_order(timed)
    remarks += _same_second(ordered)
    return tuple(ordered), tuple(remarks)


def _split(cue: SpokenCue, remarks: list[Remark]) -> Iterator[SpokenCue]:
    """One cue, or those that ran together in it."""
    text, start = cue.text, cue.start
    while match := _GLUE.search(text):
        if before := text[: match.start()].strip():
            yield replace(cue, start=start, text=" ".join(before.split()))
        number = f" (number {match[1]})" if match[1] else ""
        first, last = parse_moment(match[2]), parse_moment(match[3])
        message = f"a second cue{number}, {match[2]} --> {match[3]}, stood inside this one: they are two now"
        if first and last and match[3].replace(",", ".").zfill(12) < match[2].replace(",", ".").zfill(12):
            message += "; its end lies before its beginning, the beginning counts"
        remarks.append(Remark(cue.line, message))
        start = first.seconds if first else start
        text = text[match.end() :]
    if text := " ".join(text.split()):
        yield replace(cue, start=start, text=text)


def _with_times(cues: Sequence[SpokenCue], remarks: list[Remark]) -> Iterator[SpokenCue]:
    """A cue without a time is spoken right after the one before it."""
    last = 0
    for cue in cues:
        if cue.start is None:
            remarks.append(Remark(cue.line, f"a cue without a time: placed at {format_time(last)}"))
        last = last if cue.start is None else cue.start
        yield replace(cue, start=last)


def _out_of_order(cues: Sequence[SpokenCue]) -> Iterator[Remark]:
    for before, cue in pairwise(cues):
        if (cue.start or 0) < (before.start or 0):
            times = f"{format_time(cue.start or 0)} after {format_time(before.start or 0)}"
            yield Remark(cue.line, f"this cue is out of order ({times}): put into order")


def _same_second(cues: Sequence[SpokenCue]) -> Iterator[Remark]:
    for before, cue in pairwise(cues):
        if cue.start == before.start:
            where = f" of line {before.line}" if before.line != cue.line else ""
            yield Remark(
                cue.line, f"this cue and the one before it{where} share {format_time(cue.start or 0)}"
            )
