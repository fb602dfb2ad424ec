"""Where expressions stand in a text, and what names they use. What they are worth, ``expressions`` knows."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from generator.spec.calculate import parse
from generator.spec.calculation_error import CalculationError
from generator.spec.markup import Segment, find_segments
from generator.spec.truth import is_condition

TextKind = Literal["markdown", "plain", "typed"]
"""``typed`` is plain text that a learner's answer is compared with: numbers are spelled with ASCII signs."""

_OPENING = re.compile(r"(\\*)\{\{")


class Piece(NamedTuple):
    """``text[start:end]`` is an expression with its braces, or stands for ``literal``.

    An expression that is never closed ends with its opening braces.
    """

    start: int
    end: int
    literal: str | None = None
    is_closed: bool = True
    in_maths: bool = False


def find_pieces(text: str, kind: TextKind) -> Iterator[Piece]:
    """Escaped braces and expressions in reading order, up to the first that is never closed."""
    segments = find_segments(text) if kind == "markdown" else ()
    done = 0
    for opening in _OPENING.finditer(text):
        brace = opening.end() - 2
        around = next((each for each in segments if each.start <= brace < each.end), None)
        if opening.start() < done or (around and around.kind == "code"):
            continue
        for piece in _in_maths(text, opening, around) if around else _outside(text, opening, kind):
            yield piece
            done = piece.end
            if not piece.is_closed:
                return


def _outside(text: str, opening: re.Match[str], kind: TextKind) -> Iterator[Piece]:
    # In Markdown a pair of backslashes is Markdown's business; in plain text it is undone here.
    brace, count = opening.end() - 2, len(opening[1])
    kept = "\\" * (count - count % 2 if kind == "markdown" else count // 2)
    if count:
        yield Piece(opening.start(), brace + 2 * (count % 2), kept + "{{" * (count % 2))
    if count % 2 == 0:
        end = text.find("}}", opening.end())
        yield Piece(brace, brace + 2, is_closed=False) if end < 0 else Piece(brace, end + 2)


def _in_maths(text: str, opening: re.Match[str], around: Segment) -> Iterator[Piece]:
    r"""The innermost braces: ``\frac{{{ w }}}{2}`` divides ``{{ w }}``. ``\{{`` is a visible brace."""
    brace = opening.end() - 2
    while text[brace + 2] == "{":
        brace += 1
    if brace == opening.end() - 2 and len(opening[1]) % 2:
        return
    end = text.find("}}", brace + 2, around.inner_start + len(around.inner))
    is_closed = end >= 0
    yield Piece(brace, end + 2 if is_closed else brace + 2, is_closed=is_closed, in_maths=True)


def find_names(text: str, kind: TextKind = "markdown") -> frozenset[str]:
    """The names in a text's expressions, as far as they can be read."""
    pieces = [piece for piece in find_pieces(text, kind) if piece.literal is None and piece.is_closed]
    sources = [split_format(text[piece.start + 2 : piece.end - 2])[0] for piece in pieces]
    return frozenset(name for source in sources for name in find_names_of(source))


@lru_cache(maxsize=2048)
def find_names_of(source: str) -> frozenset[str]:
    """The names in one expression; none if it cannot be read."""
    try:
        nodes = ast.walk(parse(one_line(source)))
    except CalculationError:
        return frozenset()
    return frozenset(node.id for node in nodes if isinstance(node, ast.Name))


def mask_expressions(text: str) -> str:
    """The text with a number in place of every expression; all else keeps its offset."""
    for piece in find_pieces(text, "markdown"):
        if piece.literal is None and piece.is_closed:
            inner = "0".ljust(piece.end - piece.start - 4)[: piece.end - piece.start - 4]
            text = f"{text[: piece.start + 2]}{inner}{text[piece.end - 2 :]}"
    return text


def asks_truth(text: str) -> bool | None:
    """Whether the one expression of a key is a condition; ``None`` if there is none that can be read."""
    if not text.strip().startswith("{{"):
        return None
    try:
        return is_condition(parse(one_line(text.strip().removeprefix("{{").removesuffix("}}"))))
    except CalculationError:
        return None


def one_line(source: str) -> str:
    """An expression may be folded over lines."""
    return re.sub(r"\s", " ", source.strip())


def split_format(source: str) -> tuple[str, str | None]:
    """``"f(x):.2f "`` → ``("f(x)", ".2f")``: the last colon outside brackets and quotes begins the format."""
    if ":" not in source:
        return source, None
    quote, depth = "", 0
    found = -1
    for index, sign in enumerate(source):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign in "([{":
            depth += 1
        elif sign in ")]}":
            depth -= 1
        elif sign == ":" and depth <= 0 and found < 0:
            found = index
    if found < 0:
        return source, None
    return source[:found], source[found + 1 :].rstrip()
