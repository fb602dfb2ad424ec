"""``{{ expression }}`` and ``{{ expression:format }}`` in an author's text.

``lessonloom check`` and the build go through the same functions; they differ in the World they pass (headers
only, or with the numbers). A problem carries its offset in the text; whoever knows the file can point at it.

Where expressions are not looked for: in code and maths (as ``markup`` finds them) and after a backslash
(``\\{{``). ``{%`` and ``{#`` are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from generator.spec.calculate import CalculationError, calculate
from generator.spec.markup import find_segments
from generator.spec.number_format import FORMAT_HINT, check_format, format_number
from generator.spec.vocabulary import Items, Named, Thing, Unknown, World

TextKind = Literal["markdown", "plain", "typed"]
"""``typed`` is plain text that a learner's answer is compared with: numbers are spelled with ASCII signs."""

NEVER_CLOSED = "'{{' is never closed by '}}'"
ESCAPE_HINT = r"for two braces that are meant as text write '\{{'"
_OPENING = re.compile(r"(\\*)\{\{")


class TextProblem(NamedTuple):
    """What is wrong in a text, ``offset`` characters from its start, ``length`` characters long."""

    offset: int
    length: int
    code: str
    message: str
    hint: str = ""


class Filled(NamedTuple):
    """A text whose expressions are computed, and what is wrong; a wrong expression stays as written."""

    text: str
    problems: tuple[TextProblem, ...] = ()


class Answer(NamedTuple):
    """The value of a number question's key: UNKNOWN before the build, None where ``problem`` says why."""

    value: float | Unknown | None
    problem: TextProblem | None = None


class _Piece(NamedTuple):
    """``text[start:end]`` is an expression with its braces, or stands for ``literal``.

    An expression that is never closed ends with its opening braces.
    """

    start: int
    end: int
    literal: str | None = None
    is_closed: bool = True


def fill_text(text: str, world: World, kind: TextKind = "markdown") -> Filled:
    """Put the value of each expression in its place; ``\\{{`` becomes ``{{``."""
    parts: list[str] = []
    problems: list[TextProblem] = []
    done = 0
    for piece in _pieces(text, kind):
        parts.append(text[done : piece.start])
        written, done = text[piece.start : piece.end], piece.end
        try:
            if not piece.is_closed:
                raise CalculationError("bad-expression", NEVER_CLOSED, ESCAPE_HINT).at(-2, 2)
            parts.append(_spelled(written[2:-2], world, kind) if piece.literal is None else piece.literal)
        except CalculationError as error:
            problems.append(_problem(error, piece.start + 2))
            parts.append(written)
    return Filled("".join(parts) + text[done:], tuple(problems))


def compute_answer(text: str, world: World) -> Answer:
    """The number that ``answer: "{{ … }}"`` stands for."""
    stripped = text.strip()
    start = text.find("{{") + 2
    if not stripped.startswith("{{") or text.find("}}") != len(text.rstrip()) - 2:
        message = "an answer is one number or one {{ expression }}, nothing else"
        return Answer(None, TextProblem(0, max(len(text), 1), "bad-expression", message))
    source = text[start : text.find("}}")]
    try:
        expression, spec = _split_format(source)
        value = _evaluated(expression, world)
        if spec is not None:
            error = CalculationError(
                "bad-format", "an answer has no format", "round(…, 2) rounds the answer itself"
            )
            raise error.at(len(expression), len(spec) + 1)
        if isinstance(value, str):
            raise CalculationError("bad-expression", "an answer is a number; this is text").at(0, len(source))
    except CalculationError as error:
        return Answer(None, _problem(error, start))
    return Answer(value if isinstance(value, Unknown) else float(value))


def _problem(error: CalculationError, offset: int) -> TextProblem:
    return TextProblem(offset + error.start, error.length, error.code, error.message, error.hint)


def _pieces(text: str, kind: TextKind) -> Iterator[_Piece]:
    """Escaped braces and expressions in reading order, up to the first that is never closed."""
    hidden = [(each.start, each.end) for each in find_segments(text)] if kind == "markdown" else []
    done = 0
    for opening in _OPENING.finditer(text):
        brace = opening.end() - 2
        if opening.start() < done or any(start <= brace < end for start, end in hidden):
            continue
        # In Markdown a pair of backslashes is Markdown's business; in plain text it is undone here.
        count = len(opening[1])
        kept = "\\" * (count - count % 2 if kind == "markdown" else count // 2)
        if count:
            yield _Piece(opening.start(), brace + 2 * (count % 2), kept + "{{" * (count % 2))
        if count % 2:
            continue
        end = text.find("}}", opening.end())
        if end < 0:
            yield _Piece(brace, brace + 2, is_closed=False)
            return
        yield _Piece(brace, end + 2)
        done = end + 2


def _spelled(source: str, world: World, kind: TextKind) -> str:
    """The text that takes the place of ``{{source}}``. Raises CalculationError placed inside ``source``."""
    expression, spec = _split_format(source)
    value = _evaluated(expression, world)
    complaint = check_format(spec or "")
    if complaint:
        raise CalculationError("bad-format", complaint, FORMAT_HINT).at(len(expression) + 1, len(spec or ""))
    if isinstance(value, str):
        if spec:
            raise CalculationError("bad-format", "text has no number format").at(
                len(expression) + 1, len(spec)
            )
        return value
    return "?" if isinstance(value, Unknown) else format_number(value, spec or "", typed=kind == "typed")


def _evaluated(expression: str, world: World) -> int | float | str | Unknown:
    """A number or a text; a list or a whole network is refused."""
    source = expression.strip()
    before = len(expression) - len(expression.lstrip())
    if not source:
        raise CalculationError("bad-expression", "there is nothing between '{{' and '}}'").at(
            -2, len(expression) + 4
        )
    try:
        value = calculate(re.sub(r"\s", " ", source), world.names())
    except CalculationError as error:
        error.start += before
        raise
    if isinstance(value, Items | Named | Thing):
        raise _not_one_number(value).at(before, len(source))
    return value


def _not_one_number(value: Items | Named | Thing) -> CalculationError:
    if isinstance(value, Thing):
        return CalculationError(
            "bad-expression", f"a {value.kind} is not a number", "name one of its attributes"
        )
    one = f"one {value.noun} with [ ]" if isinstance(value, Items) else f'one {value.noun} by name with [" "]'
    return CalculationError("bad-expression", "this is a list, not a number", f"choose {one}")


def _split_format(source: str) -> tuple[str, str | None]:
    """``"f(x):.2f "`` → ``("f(x)", ".2f")``: the last colon outside brackets and quotes begins the format."""
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
