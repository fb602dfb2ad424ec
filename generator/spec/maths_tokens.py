"""The words of a formula, and the error that points at one."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    \\(?P<command>[A-Za-z]+|[\s\S]|$)
    | (?P<number>\d+(?:(?:\.|\{,\})\d+)*|\.\d+)
    | (?P<primes>'+)
    | (?P<sign>[\s\S])
    """,
    re.VERBOSE,
)
_SPACE = re.compile(r"\s*")


class MathsProblem(NamedTuple):
    """What is wrong with a formula; ``offset`` and ``length`` count characters in the text checked."""

    offset: int
    length: int
    message: str
    hint: str = ""


class MathsError(ValueError):
    """A formula that cannot be read; ``problem`` says why."""

    def __init__(self, offset: int, length: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.problem = MathsProblem(offset, length, message, hint)


class Token(NamedTuple):
    type: str
    text: str
    start: int
    end: int

    def error(self, message: str, hint: str = "") -> MathsError:
        return MathsError(self.start, max(1, self.end - self.start), message, hint)


def next_token(latex: str, at: int) -> Token | None:
    """The first token from ``at`` on, space left out; None at the end."""
    space = _SPACE.match(latex, at)
    match = _TOKEN.match(latex, space.end() if space else at)
    if match is None:
        return None
    group = str(match.lastgroup)
    return Token(group, match[group], match.start(), match.end())
