"""A name that is not known → the one that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

MAX_LISTED = 12
# Words that people write for the same field; of each row the first that is a field here.
_ALIKE = (
    ("answer", "accept", "correct", "answers", "right", "solution", "is_correct"),
    ("choices", "items", "pairs", "blanks", "options", "answers", "alternatives"),
    ("ask", "question", "prompt", "stem"),
    ("explain", "explanation", "solution", "rationale"),
    ("because", "feedback", "reason", "why"),
    ("reject", "wrong", "incorrect", "distractors"),
    ("start", "at", "time", "timestamp"),
    ("text", "content", "body"),
)


def near_name(name: object, names: Iterable[str]) -> str:
    """The name that is written almost like it, or nothing."""
    by_fold = {each.casefold(): each for each in names}
    near = get_close_matches(str(name)[:100].casefold(), by_fold, n=1, cutoff=0.6)
    return by_fold[near[0]] if near else ""


def near_field(name: object, fields: Iterable[str]) -> str:
    """The field that means the same, or is written almost like it; or nothing."""
    known = list(fields)
    rows = [row for row in _ALIKE if str(name).casefold() in row]
    alike = (each for row in rows for each in row if each in known)
    return next(alike, "") or near_name(name, known)


def suggest(name: object, names: Iterable[str]) -> str:
    """``did you mean 'answer'?`` if a name is near, else the names there are, if they are few."""
    known = list(dict.fromkeys(names))
    return _hint(near_name(name, known), known)


def suggest_field(name: object, fields: Iterable[str]) -> str:
    """``suggest`` for a field, which may also have been called by another word; all fields if none is."""
    known = list(fields)
    return _hint(near_field(name, known), known, len(known))


def _hint(near: str, known: list[str], most: int = MAX_LISTED) -> str:
    if near:
        return f"did you mean '{near}'?"
    if 0 < len(known) <= most:
        return f"there {'are' if len(known) > 1 else 'is'}: {', '.join(known)}"
    return ""
