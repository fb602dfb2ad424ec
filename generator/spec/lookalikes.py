"""Signs that look like YAML's and are none: typographic quotes, full-width colons, dashes without a space."""

from __future__ import annotations

import re

from generator.spec.places import Problem

_GLUED_DASH = re.compile(r"[ \t]*(?:- +)*(-)[\w{\[\"'“]")
_WIDE_COLON = re.compile(r"[ \t]*(?:- +)*[\w{ -]+?(：)")
_CURLY_QUOTE = re.compile(r"[ \t]*(?:- +)*(?:[\w-]+[:：][ ]*)?([“”‘’„])")
_GLUED_COMMENT = re.compile(r"[ \t]+(#[^\s#][^\r\n]*)")
_GLUED_LIST = re.compile(r"-[^\s-][^\r\n]*(?:[\r\n]\s*-[^\s-][^\r\n]*)+")
_NO_SPACE, _WRITE_SPACE = "no space stands after this '-'", "write a space after '-'"

_SLIPS = (
    (_GLUED_DASH, _NO_SPACE, _WRITE_SPACE),
    (_WIDE_COLON, "'：' is a full-width colon, which YAML takes for a letter", "write ': '"),
    (_CURLY_QUOTE, "typographic quotes such as “ ” quote nothing in YAML", "write \" or '"),
)


def find_lookalike(line: str) -> tuple[int, str, str] | None:
    """(offset, message, hint) of the first such sign in a line that cannot be read as it stands."""
    for pattern, message, hint in _SLIPS:
        if match := pattern.match(line):
            return match.start(1), message, hint
    return None


def find_lookalike_near(text: str, complaint: str, line_start: int, began: int) -> Problem | None:
    """Such a sign in the line that libyaml complains of, in the one above, or where the construct began."""
    if "mapping values are not allowed" not in complaint and "expected ':'" not in complaint:
        return None
    above = text.rfind("\n", 0, max(line_start - 1, 0)) + 1
    for start in (line_start, above, text.rfind("\n", 0, began) + 1):
        if found := find_lookalike(text[start:].split("\n", 1)[0]):
            place = start + found[0]
            return Problem("yaml-syntax", found[1], place, place + 1, found[2])
    return None


def find_odd_plain_text(text: str, start: int, end: int) -> Problem | None:
    """What is odd about ``text[start:end]``, plain text: it was to be a list, or a comment ends it."""
    if text.startswith("-", start) and _GLUED_LIST.fullmatch(text, start, end):
        return Problem("yaml-syntax", _NO_SPACE, start, start + 1, _WRITE_SPACE)
    if comment := _GLUED_COMMENT.match(text, end):
        message = f"the text ends before '{comment[1][:20]}', because ' #' begins a comment"
        hint = "put the text in quotes, or write '# ' for a comment"
        return Problem("text-cut-off", message, comment.start(1), comment.end(1), hint, "warning")
    return None


def hint_for(value: object) -> str:
    """What to write instead of a text that was to be something else; ``""`` if it holds no such sign."""
    found = find_lookalike(value) if isinstance(value, str) else None
    return f"{found[1]}: {found[2]}" if found else ""
