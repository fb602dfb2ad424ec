"""Conditions: comparisons joined by ``and``, ``or`` and ``not``, as in ``where: w > 0 and w != a``.

Truth stays in here: no condition is a number that could be added up or printed. What hangs on a number that
is not known yet is UNKNOWN, unless the rest decides.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from generator.spec.calculation_error import CalculationError
from generator.spec.expression_words import describe, kind_of
from generator.spec.functions import steady
from generator.spec.vocabulary import UNKNOWN, Unknown, Value

HINT = "a condition compares: w > 0, w * a <= 1 and w != a"
COMPARISONS: Mapping[type[ast.cmpop], tuple[str, Callable[[Any, Any], bool]]] = {
    ast.Lt: ("<", operator.lt),
    ast.LtE: ("<=", operator.le),
    ast.Gt: (">", operator.gt),
    ast.GtE: (">=", operator.ge),
    ast.Eq: ("==", operator.eq),
    ast.NotEq: ("!=", operator.ne),
}


class Walk(Protocol):
    """One walk over one expression, which knows the value and the place of each node."""

    def value(self, node: ast.expr) -> Value: ...
    def place(self, node: ast.expr) -> tuple[int, int]: ...


def is_condition(node: ast.expr) -> bool:
    """Whether a node is true or false rather than a number or a text."""
    return isinstance(node, ast.Compare | ast.BoolOp) or (
        isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    )


def truth_of(node: ast.expr, walk: Walk) -> bool | Unknown:
    """Whether ``node`` is true. Raises CalculationError with its place."""
    if isinstance(node, ast.BoolOp):
        return _joined(node, walk)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        truth = truth_of(node.operand, walk)
        return truth if isinstance(truth, Unknown) else not truth
    if isinstance(node, ast.Compare):
        return _compared(node, walk)
    message = f"expected a comparison, found {kind_of(walk.value(node))}"
    raise CalculationError("bad-expression", message, HINT).at(*walk.place(node))


def _joined(node: ast.BoolOp, walk: Walk) -> bool | Unknown:
    """As far as it is decided: what stands behind need not have a value."""
    decisive = isinstance(node.op, ast.Or)
    result: bool | Unknown = not decisive
    for operand in node.values:
        truth = truth_of(operand, walk)
        if truth is decisive:
            return decisive
        if isinstance(truth, Unknown):
            result = UNKNOWN
    return result


def _compared(node: ast.Compare, walk: Walk) -> bool | Unknown:
    """Each neighbour with the next: ``0 < w < 1``."""
    operands = [node.left, *node.comparators]
    values = [walk.value(operand) for operand in operands]
    truths = []
    for place, sign in enumerate(node.ops):
        if type(sign) not in COMPARISONS:
            message = f"{describe(node)} of this kind is not allowed here"
            raise CalculationError("bad-expression", message, HINT).at(*walk.place(node))
        left, right = values[place : place + 2]
        try:
            truths.append(_pair(left, right, *COMPARISONS[type(sign)]))
        except CalculationError as error:
            raise error.at(*walk.place(node)) from None
    known = [truth for truth in truths if not isinstance(truth, Unknown)]
    if not all(known):
        return False
    return True if len(known) == len(truths) else UNKNOWN


def _pair(left: Value, right: Value, sign: str, compare: Callable[[Any, Any], bool]) -> bool | Unknown:
    """Numbers by size, as far as all machines agree on their digits; texts only for being the same."""
    if isinstance(left, str) and isinstance(right, str) and sign in ("==", "!="):
        return compare(left, right)
    if not isinstance(left, int | float | Unknown) or not isinstance(right, int | float | Unknown):
        message = f"'{sign}' cannot compare {kind_of(left)} with {kind_of(right)}"
        raise CalculationError("bad-expression", message)
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return UNKNOWN
    return compare(steady(left), steady(right))
