"""What an unquoted YAML word means here: text, a number, true or false, or one of YAML's surprises.

YAML 1.1 and 1.2 read ``no``, ``9:08``, ``012`` and ``1_000`` differently, and so do the editors and tools an
author uses. A word that means two things is refused, with what to write instead.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from generator.spec.places import Data, Problem

MAX_DIGITS = 100
LONGEST_WORD = len("false")

_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?")
_WHOLE = re.compile(r"[-+]?\d+")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_BOOLEAN = re.compile(r"(true|yes|on)|(false|no|off)", re.IGNORECASE)
_NOTHING = frozenset(("~", "null", "Null", "NULL"))


class Surprise(NamedTuple):
    """Why a word is refused, and what to write."""

    message: str
    hint: str


def _quoted(text: str) -> str:
    return f"'{text}'" if '"' in text or "\\" in text else f'"{text}"'


def _meaning_of(text: str) -> str:
    """What some YAML readers see in ``text`` where others see text or another number; "" if all agree."""
    if re.fullmatch(r"\d+(:\d+)+(\.\d*)?", text):
        return "a number in base 60"
    if re.fullmatch(r"\d{4}-\d\d?-\d\d?([Tt ].*)?", text):
        return "a date"
    if re.fullmatch(r"[-+]?0[\d_]+", text):
        return "an octal number"
    if re.fullmatch(r"[-+]?0(x[\da-fA-F_]+|o[0-7_]+|b[01_]+)", text):
        return "a number in another base"
    if re.fullmatch(r"[-+]?\d[\d_]*_[\d_]*(\.[\d_]*)?|[-+]?\d[\d_]*\.[\d_]*_[\d_]*", text):
        return "a number with '_' left out"
    return ""


def _word(text: str) -> tuple[Data, Surprise | None]:
    """Words that YAML gives a meaning: booleans and nothing."""
    if len(text) > LONGEST_WORD:
        return text, None
    if text in ("true", "false"):
        return text == "true", None
    if match := _BOOLEAN.fullmatch(text):
        meaning = "true" if match[1] else "false"
        message = f"'{text}' means {meaning} to some YAML readers and the word to others"
        return text, Surprise(message, f"write {meaning}, or {_quoted(text)} in quotes for the word")
    if text in _NOTHING:
        message = f"'{text}' means 'nothing' in YAML"
        return None, Surprise(
            message, f"leave the field out, or write {_quoted(text)} in quotes for the text"
        )
    return text, None


def read_plain(text: str) -> tuple[Data, Surprise | None]:
    """The value of an unquoted scalar, and why it is refused, if it is. ``""`` is ``None``."""
    if not text:
        return None, None
    if not (text[0] in "+-." or text[0].isdecimal()):  # nothing below but a word begins otherwise
        return _word(text)
    if meaning := _meaning_of(text):
        message = f"'{text}' is {meaning} to some YAML readers and text to others"
        plain = re.sub(r"^([-+]?)0+(?=\d)", r"\1", text.replace("_", ""))
        numeral = f"write {plain}, or " if _NUMBER.fullmatch(plain) else "write "
        return text, Surprise(message, f"{numeral}{_quoted(text)} in quotes")
    if _NUMBER.fullmatch(text):
        if len(text) > MAX_DIGITS:
            return text, Surprise(
                f"a number of {len(text)} digits is too long", f"write at most {MAX_DIGITS} digits"
            )
        return (int(text) if _WHOLE.fullmatch(text) else float(text)), None
    if _NOT_FINITE.fullmatch(text):
        return float(text.replace(".", "").lower()), None
    return _word(text)


@lru_cache(maxsize=512)
def is_word(key: str) -> bool:
    """Whether an unquoted key is just a word. A course has few keys and writes each thousands of times."""
    return key != "<<" and read_plain(key) == (key, None)


def find_key_problem(key: str, start: int, end: int) -> Problem | None:
    """What is wrong with an unquoted key that stands from ``start`` to ``end``."""
    if key == "<<":
        message = "'<<' merges other values by YAML alias, which is refused"
        return Problem("yaml-anchor", message, start, end, "write the fields out")
    value, surprise = read_plain(key)
    if surprise:
        return Problem("yaml-surprise", surprise.message, start, end, f'write "{key}" in quotes')
    if isinstance(value, str):
        return None
    shown = "nothing" if value is None else key
    hint = "" if value is None else f'write "{key}" in quotes'
    return Problem("key-not-text", f"a key must be a word, found {shown}", start, max(end, start + 1), hint)
