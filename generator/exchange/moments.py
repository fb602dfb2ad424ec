"""Times as other programs write them: 00:01:15, 1:15, 0:01:15.500, 00:01:15,500, 75, 75.5 s."""

from __future__ import annotations

import re
from dataclasses import dataclass

CLOCK = r"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,6})?"
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:([.,])\d{1,6})?")
_SECONDS = re.compile(r"(\d{1,6})(?:\.\d{1,6})?\s*s?")
MAX_SECONDS = 100 * 3600 - 1


@dataclass(frozen=True)
class Moment:
    """Whole seconds from the start, and the format it was written in, with 0 for every digit."""

    seconds: int
    format: str


def parse_moment(text: str) -> Moment | None:
    """A moment, or None if ``text`` is no time. Fractions of a second are dropped."""
    text = text.strip().strip("[]()")
    if match := _CLOCK.fullmatch(text):
        hours, minutes, seconds = (int(part or 0) for part in match.groups()[:3])
        if seconds > 59 or (match[1] and minutes > 59):
            return None
        total = hours * 3600 + minutes * 60 + seconds
        shape = (
            ("0" * len(match[1]) + ":00" if match[1] else "0") + ":00" + (f"{match[4]}0" if match[4] else "")
        )
        return Moment(total, shape) if total <= MAX_SECONDS else None
    if match := _SECONDS.fullmatch(text):
        return Moment(int(match[1]), "seconds") if int(match[1]) <= MAX_SECONDS else None
    return None
