"""The value of one expression.

The text is parsed as Python, but nothing runs Python code: each node of the tree is looked at and computed
here, so what is not listed does not exist. A number that is not known yet (UNKNOWN) makes the result unknown;
names, indexes and sizes are checked all the same.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.spec.calculation_error import CalculationError
from generator.spec.expression_words import describe, how_to_index, kind_of
from generator.spec.functions import FUNCTIONS, GATHERERS, OPERATORS, TooLarge, arity, bounded
from generator.spec.near_names import suggest
from generator.spec.truth import truth_of
from generator.spec.vocabulary import MEMBERS, UNKNOWN, Items, Named, Number, Thing, Unknown, Value

MAX_LENGTH = 200
MAX_DEPTH = 60
MAX_LIST = 100_000
UNREADABLE = "this cannot be read as an expression"
ALLOWED = "allowed: numbers, + - * / **, listed names and functions; no code"


@lru_cache(maxsize=2048)
def parse(source: str) -> ast.expr:
    """The tree of an expression. Raises CalculationError with its place."""
    if len(source) > MAX_LENGTH:
        message = f"an expression has at most {MAX_LENGTH} characters, this one has {len(source)}"
        raise CalculationError("greedy-expression", message).at(0, len(source))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(source, mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise CalculationError("bad-expression", UNREADABLE, ALLOWED).at(0, len(source)) from None


def calculate(source: str, names: Mapping[str, Value]) -> Value:
    """The value of an expression. Raises CalculationError with its place inside ``source``."""
    return Calculation(source, names).value(parse(source))


def holds(source: str, names: Mapping[str, Value]) -> bool | Unknown:
    """Whether a condition is true. Raises CalculationError with its place inside ``source``."""
    calculation = Calculation(source, names)
    return truth_of(parse(source), calculation)


@dataclass
class Calculation:
    """One walk over one tree."""

    source: str
    names: Mapping[str, Value]
    depth: int = 0

    def value(self, node: ast.expr) -> Value:
        """The value of a node. Any error gets the place of the innermost node that it concerns."""
        self.depth += 1
        try:
            if self.depth > MAX_DEPTH:
                raise CalculationError("greedy-expression", f"an expression nests at most {MAX_DEPTH} deep")
            if type(node) not in RULES:
                raise CalculationError("bad-expression", f"{describe(node)} is not allowed here", ALLOWED)
            return RULES[type(node)](self, node)
        except CalculationError as error:
            raise error.at(*self.place(node)) from None
        except TooLarge as error:
            raise CalculationError("greedy-expression", str(error)).at(*self.place(node)) from None
        except OverflowError:
            raise CalculationError("greedy-expression", "the result is too large").at(
                *self.place(node)
            ) from None
        except ZeroDivisionError:
            raise CalculationError("no-value", "division by zero").at(*self.place(node)) from None
        except ValueError as error:
            raise CalculationError("no-value", str(error)).at(*self.place(node)) from None
        finally:
            self.depth -= 1

    def place(self, node: ast.expr) -> tuple[int, int]:
        """Start and length in characters; ast counts UTF-8 bytes."""
        raw = self.source.encode()
        start = len(raw[: node.col_offset].decode(errors="ignore"))
        return start, len(raw[: node.end_col_offset].decode(errors="ignore")) - start

    def number(self, node: ast.expr) -> Number:
        """The value of a node that has to be a number."""
        value = self.value(node)
        if isinstance(value, int | float | Unknown):
            return value
        raise CalculationError("bad-expression", f"expected a number, found {kind_of(value)}").at(
            *self.place(node)
        )

    def constant(self, node: ast.Constant) -> Value:
        if isinstance(node.value, bool) or not isinstance(node.value, int | float | str):
            raise CalculationError("bad-expression", f"{describe(node)} is not allowed here", ALLOWED)
        if isinstance(node.value, str) and not node.value.isprintable():
            raise CalculationError("bad-expression", "text in an expression holds printable characters only")
        return node.value if isinstance(node.value, str) else bounded(node.value)

    def name(self, node: ast.Name) -> Value:
        if node.id in self.names:
            return self.names[node.id]
        if node.id in FUNCTIONS or node.id in GATHERERS:
            raise CalculationError("bad-expression", f"'{node.id}' is a function", f"write {node.id}(…)")
        known = (*self.names, *FUNCTIONS, *GATHERERS)
        hint = suggest(node.id, known) or f"known: {', '.join(self.names)} and functions such as round()"
        raise CalculationError("unknown-name", f"unknown name '{node.id}'", hint)

    def attribute(self, node: ast.Attribute) -> Value:
        owner = self.value(node.value)
        start, length = self.place(node)
        place = (start + length - len(node.attr), len(node.attr))
        if not isinstance(owner, Thing):
            hint = how_to_index(owner)
            raise CalculationError("unknown-name", f"{kind_of(owner)} has no attributes", hint).at(*place)
        members = MEMBERS[owner.kind]
        if node.attr not in members:
            message = f"a {owner.kind} has no attribute '{node.attr}'"
            raise CalculationError("unknown-name", message, suggest(node.attr, tuple(members))).at(*place)
        return members[node.attr].get(owner.facts)

    def subscript(self, node: ast.Subscript) -> Value:
        owner = self.value(node.value)
        if isinstance(owner, Named):
            return self.named(owner, node.slice)
        if not isinstance(owner, Items):
            raise CalculationError("bad-expression", f"{kind_of(owner)} cannot be indexed with [ ]")
        index = self.number(node.slice)
        if isinstance(index, Unknown):
            return owner.item(owner.first)
        last = owner.first + owner.count - 1
        if index != int(index) or not owner.first <= index <= last:
            message = f"there is no {owner.noun} {index}: {owner.noun}s go from {owner.first} to {last}"
            raise CalculationError("out-of-range", message).at(*self.place(node.slice))
        return owner.item(int(index))

    def named(self, owner: Named, index: ast.expr) -> Value:
        key = self.value(index)
        if not isinstance(key, str):
            hint = f'write the name in quotes, e.g. ["{owner.names[0]}"]' if owner.names else ""
            raise CalculationError("bad-expression", f"a {owner.noun} is chosen by its name", hint).at(
                *self.place(index)
            )
        if key not in owner.names:
            hint = suggest(key, owner.names)
            raise CalculationError("unknown-name", f"there is no {owner.noun} '{key}'", hint).at(
                *self.place(index)
            )
        return owner.item(key)

    def unary(self, node: ast.UnaryOp) -> Value:
        operand = self.number(node.operand)
        if not isinstance(node.op, ast.USub | ast.UAdd):
            raise CalculationError("bad-expression", f"{describe(node)} is not allowed here", ALLOWED)
        if isinstance(operand, Unknown) or isinstance(node.op, ast.UAdd):
            return operand
        return -operand

    def binary(self, node: ast.BinOp) -> Value:
        if type(node.op) not in OPERATORS:
            raise CalculationError("bad-expression", f"{describe(node)} is not allowed here", ALLOWED)
        left, right = self.number(node.left), self.number(node.right)
        if isinstance(left, Unknown) or isinstance(right, Unknown):
            return UNKNOWN
        return bounded(OPERATORS[type(node.op)][1](left, right))

    def either(self, node: ast.IfExp) -> Value:
        truth = truth_of(node.test, self)
        if not isinstance(truth, Unknown):
            return self.value(node.body if truth else node.orelse)
        value, other = self.value(node.body), self.value(node.orelse)
        return UNKNOWN if isinstance(value, int | float) else value if other is not UNKNOWN else UNKNOWN

    def call(self, node: ast.Call) -> Value:
        known = (*FUNCTIONS, *GATHERERS)
        functions = f"functions: {', '.join(known)}"
        if not isinstance(node.func, ast.Name):
            raise CalculationError(
                "bad-expression", "only functions can be called, by their names", functions
            )
        name = node.func.id
        if name not in known:
            hint = suggest(name, known) or functions
            raise CalculationError("unknown-name", f"there is no function '{name}'", hint)
        least, most = arity(name)
        if node.keywords or not least <= len(node.args) <= most:
            wants = "one argument" if most == 1 else f"{least} to {most} arguments"
            raise CalculationError("bad-expression", f"{name}() takes {wants}")
        return self.gather(name, node.args) if name in GATHERERS else self.apply(name, node.args)

    def apply(self, name: str, nodes: Sequence[ast.expr]) -> Value:
        numbers = [self.number(node) for node in nodes]
        known = [number for number in numbers if not isinstance(number, Unknown)]
        return bounded(FUNCTIONS[name][1](*known)) if len(known) == len(numbers) else UNKNOWN

    def gather(self, name: str, nodes: Sequence[ast.expr]) -> Value:
        first = self.value(nodes[0])
        if len(nodes) == 1 and isinstance(first, Items):
            return self.gather_list(name, first)
        if name == "len" or len(nodes) == 1:
            raise CalculationError("bad-expression", f"{name}() needs a list, found {kind_of(first)}")
        numbers = [self.number(node) for node in nodes]
        known = [number for number in numbers if not isinstance(number, Unknown)]
        return bounded(GATHERERS[name][1](known)) if len(known) == len(numbers) else UNKNOWN

    def gather_list(self, name: str, items: Items) -> Value:
        if name == "len":
            return items.count
        if items.count > MAX_LIST:
            raise CalculationError(
                "greedy-expression", f"a list of {items.count} numbers is too long for {name}()"
            )
        known: list[int | float] = []
        for index in range(items.first, items.first + items.count):
            number = items.item(index)
            if isinstance(number, Unknown):
                return UNKNOWN
            if not isinstance(number, int | float):
                raise CalculationError(
                    "bad-expression", f"{name}() needs a list of numbers", how_to_index(items)
                )
            known.append(number)
        return bounded(GATHERERS[name][1](known))


RULES: Mapping[type[ast.expr], Callable[[Calculation, Any], Value]] = {
    ast.Constant: Calculation.constant,
    ast.Name: Calculation.name,
    ast.Attribute: Calculation.attribute,
    ast.Subscript: Calculation.subscript,
    ast.UnaryOp: Calculation.unary,
    ast.BinOp: Calculation.binary,
    ast.Call: Calculation.call,
    ast.IfExp: Calculation.either,
}
