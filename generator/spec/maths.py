"""The LaTeX of formulas, read strictly: a formula that this module accepts has one meaning and is drawn so.

``check_maths`` finds what is wrong in a text; ``parse_maths`` gives the tree that ``pages.maths`` turns into
MathML. There is no second reader: what can be drawn is by construction what has been checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.spec.markup import find_segments
from generator.spec.maths_reader import Reader
from generator.spec.maths_tokens import MathsError, MathsProblem
from generator.spec.maths_tree import Row

__all__ = ["MathsError", "MathsProblem", "check_maths", "parse_maths"]

MAXIMAL_LENGTH = 2000


def check_maths(text: str) -> Iterator[MathsProblem]:
    """The first problem of every formula in an author's Markdown, in reading order."""
    end = 0
    for segment in find_segments(text):
        yield from _check_closed(text, end, segment.start)
        end = segment.end
        if segment.kind == "code":
            continue
        try:
            parse_maths(segment.inner)
        except MathsError as error:
            found = error.problem
            yield MathsProblem(segment.inner_start + found.offset, found.length, found.message, found.hint)
    yield from _check_closed(text, end, len(text))


def _check_closed(text: str, start: int, end: int) -> Iterator[MathsProblem]:
    if match := re.search(r"(?<!\\)\$\$", text[start:end]):
        offset = start + match.start()
        yield MathsProblem(offset, 2, "the formula that begins here does not end", "close it with $$")


def parse_maths(latex: str) -> Row:
    """Read a formula without its dollar signs. Raises MathsError."""
    if len(latex) > MAXIMAL_LENGTH:
        raise MathsError(0, 1, f"a formula of more than {MAXIMAL_LENGTH} characters", "split it")
    reader = Reader(latex)
    row = reader.row(0)
    if token := reader.peek():
        raise token.error(*_STRAY[token.text])
    if not row.children:
        raise MathsError(0, 1, "an empty formula", r"write \$ for a dollar sign")
    return row


_STRAY = {
    "}": ("'}' without '{'", "write \\} for a brace that is seen"),
    "&": ("'&' outside a table", "write \\& for the sign, or put the lines into aligned"),
    "\\": ("'\\\\' outside a table", "put the lines into \\begin{aligned} … \\end{aligned}"),
    "right": ("'\\right' without '\\left'", ""),
    "end": ("'\\end' without '\\begin'", ""),
}
