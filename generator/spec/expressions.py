"""``{{ expression }}`` and ``{{ expression:format }}`` in an author's text.

``lessonloom check`` and the build go through the same functions; they differ in the World they pass (headers
only, or with the numbers). A problem carries its offset in the text; whoever knows the file can point at it.

Where expressions are not looked for: in code (as ``markup`` finds it) and after a backslash (``\\{{``). In a
formula the value is one group, ``{-2}``, and can stand wherever a number can. ``{%`` and ``{#`` are text.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from generator.spec.calculate import calculate, holds
from generator.spec.calculation_error import CalculationError
from generator.spec.expression_places import TextKind, asks_truth, find_pieces, one_line, split_format
from generator.spec.number_format import FORMAT_HINT, check_format, format_latex, format_number
from generator.spec.vocabulary import Items, Named, Thing, Unknown, World

Place = Literal["markdown", "plain", "typed", "maths"]
"""What stands around one expression: the text, or a formula in it."""

NEVER_CLOSED = "'{{' is never closed by '}}'"
ESCAPE_HINT = r"for two braces that are meant as text write '\{{'"
MATHS_HINT = "'{{ … }}' is computed in formulas, too; where LaTeX means two braces, write '{ {'"


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
    """The value of a key: UNKNOWN before the build, None where ``problem`` says why."""

    value: float | bool | Unknown | None
    problem: TextProblem | None = None


def fill_text(text: str, world: World, kind: TextKind = "markdown") -> Filled:
    """Put the value of each expression in its place; ``\\{{`` becomes ``{{``."""
    parts: list[str] = []
    problems: list[TextProblem] = []
    done = 0
    for piece in find_pieces(text, kind):
        parts.append(text[done : piece.start])
        written, done = text[piece.start : piece.end], piece.end
        place: Place = "maths" if piece.in_maths else kind
        try:
            if not piece.is_closed:
                raise CalculationError("bad-expression", NEVER_CLOSED, ESCAPE_HINT).at(-2, 2)
            parts.append(_spelled(written[2:-2], world, place) if piece.literal is None else piece.literal)
        except CalculationError as error:
            if piece.in_maths and error.code in ("bad-expression", "unknown-name"):
                error.hint = error.hint if error.hint.startswith("did you mean") else MATHS_HINT
            problems.append(located(error, piece.start + 2))
            parts.append(written)
    return Filled("".join(parts) + text[done:], tuple(problems))


def compute_answer(text: str, world: World, noun: str = "an answer") -> Answer:
    """The number that ``answer: "{{ … }}"`` stands for; of a condition, whether it is true."""
    start = text.find("{{") + 2
    if not text.strip().startswith("{{") or text.find("}}") != len(text.rstrip()) - 2:
        message = f"{noun} is one number or one {{{{ expression }}}}, nothing else"
        return Answer(None, TextProblem(0, max(len(text), 1), "bad-expression", message))
    source = text[start : text.find("}}")]
    try:
        return Answer(_judged(source, world) if asks_truth(text) else _number(source, world))
    except CalculationError as error:
        return Answer(None, located(error, start))


def _number(source: str, world: World) -> float | Unknown:
    expression, spec = split_format(source)
    value = evaluate_expression(expression, world)
    if spec is not None:
        error = CalculationError(
            "bad-format", "an answer has no format", "round(…, 2) rounds the answer itself"
        )
        raise error.at(len(expression), len(spec) + 1)
    if isinstance(value, str):
        raise CalculationError("bad-expression", "an answer is a number; this is text").at(0, len(source))
    return value if isinstance(value, Unknown) else float(value)


def _judged(source: str, world: World) -> bool | Unknown:
    try:
        return holds(one_line(source), world.names())
    except CalculationError as error:
        error.start += len(source) - len(source.lstrip())
        raise


def located(error: CalculationError, offset: int = 0) -> TextProblem:
    """An error, placed in the text in which its expression begins at ``offset``."""
    return TextProblem(offset + error.start, error.length, error.code, error.message, error.hint)


def _spelled(source: str, world: World, place: Place) -> str:
    """The text that takes the place of ``{{source}}``. Raises CalculationError placed inside ``source``."""
    expression, spec = split_format(source)
    value = evaluate_expression(expression, world)
    complaint = check_format(spec or "")
    if complaint:
        raise CalculationError("bad-format", complaint, FORMAT_HINT).at(len(expression) + 1, len(spec or ""))
    if isinstance(value, str):
        return _spelled_text(value, expression, spec, place)
    if place == "maths":
        return format_latex(0 if isinstance(value, Unknown) else value, spec or "")
    return "?" if isinstance(value, Unknown) else format_number(value, spec or "", typed=place == "typed")


def _spelled_text(value: str, expression: str, spec: str | None, place: Place) -> str:
    if place == "maths":
        raise CalculationError("bad-expression", "a formula takes numbers; this is text").at(
            0, len(expression)
        )
    if spec:
        raise CalculationError("bad-format", "text has no number format").at(len(expression) + 1, len(spec))
    return value


def evaluate_expression(expression: str, world: World) -> int | float | str | Unknown:
    """A number or a text; a list or a whole network is refused.

    Raises CalculationError placed inside ``expression``.
    """
    source = expression.strip()
    before = len(expression) - len(expression.lstrip())
    if not source:
        raise CalculationError("bad-expression", "there is nothing between '{{' and '}}'").at(
            -2, len(expression) + 4
        )
    try:
        value = calculate(one_line(source), world.names())
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
