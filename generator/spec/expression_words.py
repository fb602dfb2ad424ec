"""What expressions are called in messages."""

from __future__ import annotations

import ast

from generator.spec.vocabulary import Items, Named, Thing, Value

_WORDS = {
    "Lambda": "a lambda",
    "JoinedStr": "an f-string",
    "NamedExpr": "':='",
    "BoolOp": "and/or",
    "Compare": "a comparison",
    "IfExp": "if/else",
    "Starred": "'*'",
}
_OPERATOR_SIGNS = {
    "FloorDiv": "//",
    "Mod": "%",
    "MatMult": "@",
    "LShift": "<<",
    "RShift": ">>",
    "BitAnd": "&",
    "BitOr": "|",
    "BitXor": "^",
    "Invert": "~",
}


def kind_of(value: Value) -> str:
    """What an author would call a value."""
    if isinstance(value, Items):
        return "a list"
    if isinstance(value, Named):
        return f"the {value.noun}s"
    if isinstance(value, Thing):
        return f"a {value.kind}"
    return "text" if isinstance(value, str) else "a number"


def how_to_index(value: Value) -> str:
    """A hint for who named a list where one thing was meant."""
    if isinstance(value, Items):
        return f"choose one {value.noun}: […]"
    if isinstance(value, Named):
        return f'choose one {value.noun} by name: ["{value.names[0]}"]' if value.names else ""
    return ""


def describe(node: ast.expr) -> str:
    """What an author would call a node."""
    if isinstance(node, ast.BinOp | ast.UnaryOp):
        return f"the operator '{_OPERATOR_SIGNS.get(type(node.op).__name__, 'not')}'"
    if isinstance(node, ast.Constant):
        return f"'{node.value!r}'"
    return _WORDS.get(type(node).__name__, "a list or a loop")
