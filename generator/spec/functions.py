"""The arithmetic of expressions: operators and functions, each bounded so that none can run away."""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

Real: TypeAlias = int | float

LEAKY_SLOPE = 0.01
MAX_INTEGER = 10**18
MAX_POWER_BITS = 1100
STEADY_DIGITS = 12
"""Significant digits of a computed key, and of what is compared."""


class TooLarge(ArithmeticError):
    """A result beyond 18 digits (whole numbers) or beyond what a float holds."""


def bounded(value: Real) -> Real:
    """``value``, if it is a number of useful size. Raises TooLarge."""
    too_large = abs(value) > MAX_INTEGER if isinstance(value, int) else not math.isfinite(value)
    if too_large:
        raise TooLarge("the result is too large")
    return value


def sigmoid(x: Real) -> float:
    """σ(x) = 1 / (1 + e⁻ˣ), through tanh so that no exponential overflows."""
    return 0.5 * math.tanh(0.5 * x) + 0.5


def rounded(x: Real, decimals: Real = 0) -> Real:
    """Python's rounding; to a whole number unless decimals are asked for."""
    if decimals != int(decimals) or not 0 <= decimals <= 15:
        raise ValueError("round() keeps 0 to 15 decimals")
    return round(x, int(decimals)) if decimals else round(x)


def power(base: Real, exponent: Real) -> Real:
    """``base ** exponent``; the size of the result is estimated before it is computed."""
    if base and exponent and abs(exponent) * abs(math.log2(abs(base))) > MAX_POWER_BITS:
        raise TooLarge("the result of '**' is too large or too small")
    result = base**exponent
    if isinstance(result, complex):
        raise ValueError("a negative number has no such root")
    return int(result) if isinstance(result, int) else float(result)


def logarithm(x: Real) -> float:
    """The natural logarithm."""
    if x <= 0:
        raise ValueError("only a positive number has a logarithm")
    return math.log(x)


def root(x: Real) -> float:
    """The square root."""
    if x < 0:
        raise ValueError("a negative number has no square root")
    return math.sqrt(x)


def total(numbers: Sequence[Real]) -> Real:
    """The sum: exact for whole numbers, rounded once for others."""
    if all(isinstance(number, int) for number in numbers):
        return sum(numbers)
    return math.fsum(numbers)


FUNCTIONS: Mapping[str, tuple[str, Callable[..., Real]]] = {
    "sigmoid": ("1 / (1 + e⁻ˣ)", sigmoid),
    "relu": ("x, but 0 where x is negative", lambda x: max(x, 0)),
    "tanh": ("hyperbolic tangent", math.tanh),
    "leaky_relu": (
        f"x, but {LEAKY_SLOPE} · x where x is negative",
        lambda x: x if x > 0 else LEAKY_SLOPE * x,
    ),
    "exp": ("eˣ", math.exp),
    "log": ("natural logarithm", logarithm),
    "sqrt": ("square root", root),
    "abs": ("the number without its sign", abs),
    "round": ("round(x) or round(x, decimals)", rounded),
}
"""Functions of one number (``round`` takes the decimals, too): name → (meaning, function)."""

GATHERERS: Mapping[str, tuple[str, Callable[[Sequence[Real]], Real]]] = {
    "min": ("smallest of a list, or of its arguments", min),
    "max": ("largest of a list, or of its arguments", max),
    "sum": ("sum of a list, or of its arguments", total),
    "len": ("how many a list has", len),
}
"""Functions of a list of numbers."""

OPERATORS: Mapping[type[ast.operator], tuple[str, Callable[[Any, Any], Real]]] = {
    ast.Add: ("+", lambda a, b: a + b),
    ast.Sub: ("-", lambda a, b: a - b),
    ast.Mult: ("*", lambda a, b: a * b),
    ast.Div: ("/", lambda a, b: a / b),
    ast.Pow: ("**", power),
}


def arity(name: str) -> tuple[int, int]:
    """How many arguments a function takes, at least and at most."""
    if name == "len":
        return 1, 1
    if name in GATHERERS:
        return 1, 20
    return 1, 2 if name == "round" else 1


def steady(value: Real) -> Real:
    """The number to the digits on which all machines agree; whole numbers are exact."""
    exact = isinstance(value, int) or value.is_integer()
    return value if exact else float(f"{value:.{STEADY_DIGITS}g}")
