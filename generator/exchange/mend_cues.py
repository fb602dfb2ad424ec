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
from generator.exchange.plain_text import clean
from generator.spec.text import format_time

_GLUE = re.compile(rf"(?<!\S)(?:(\d{{1,6}}) )?({CLOCK}) ?--> ?({CLOCK})(?!\S)")


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
    text, start, done = clean(cue.text), cue.start, 0
    for match in _GLUE.finditer(text):
        if before := text[done : match.start()].strip():
            yield replace(cue, start=start, text=before)
        first, done = parse_moment(match[2]), match.end()
        start = first.seconds if first else start
        remarks.append(Remark(cue.line, _describe_glue(match)))
    if rest := text[done:].strip():
        yield replace(cue, start=start, text=rest)


def _describe_glue(match: re.Match[str]) -> str:
    number = f" (number {match[1]})" if match[1] else ""
    told = f"a second cue{number}, {match[2]} --> {match[3]}, stood inside this one: they are two now"
    begin, end = (time.replace(",", ".").zfill(13) for time in (match[2], match[3]))
    return f"{told}; its end lies before its beginning, the beginning counts" if end < begin else told


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
