"""JavaScript as tokens, without blanks and comments: as much of it as our modules are written in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# What a template holds up to the next value in it, or up to its end.
IN_TEMPLATE = r"(?:[^`\\$]|\\.|\$(?!\{))*(?:`|\$\{)"
TOKEN = re.compile(
    rf"""(?:\s+|//[^\n]*|/\*.*?\*/)*
    (?:(?P<name>(?:[^\W\d]|\$)[\w$]*)
    |(?P<sign>\.\.\.|\?\.|\?\?=?|=>|[=!]==?|[<>]=|\*\*|&&|\|\||\+\+|--|[-+*/%|&^]=|[^\w\s"'`])
    |(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    |(?P<number>\d[\w.]*)
    |(?P<template>`{IN_TEMPLATE})
    |(?P<end>$))""",
    re.S | re.X,
)
PATTERN = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
REST_OF_TEMPLATE = re.compile(rf"\}}{IN_TEMPLATE}", re.S)
BEFORE_A_PATTERN = {"return", "typeof", "case", "of", "in"}
OPEN, CLOSED = "([{", ")]}"


class Token(NamedTuple):
    """Its kind ("name", "sign", "text", "number", "pattern" or "template") and how it is written."""

    kind: str
    text: str


def tokens(module: str) -> list[Token]:
    """The tokens of a module. A template is one for each piece of text between its values, brackets included.

    Raises:
        ValueError: for what is not understood.
    """
    return list(_read(module))


def _read(module: str) -> Iterator[Token]:
    place, before = 0, Token("sign", "(")
    of_template: list[bool] = []  # whether each open brace is that of a value in a template
    while (found := TOKEN.match(module, place)) and (kind := str(found.lastgroup)) != "end":
        start, text = found.span(kind)[0], found[kind]
        if text in ("/", "/=") and _ends_nothing(before):
            kind, found = "pattern", PATTERN.match(module, start)
        elif text == "}" and of_template.pop():
            kind, found = "template", REST_OF_TEMPLATE.match(module, start)
        if not found:
            break
        place = found.end()
        before = Token(kind, module[start:place])
        if before.text == "{" or (kind == "template" and before.text.endswith("${")):
            of_template.append(kind == "template")
        yield before
    if not found:
        raise ValueError(f"cannot read {module[place : place + 30]!r}")


def _ends_nothing(before: Token) -> bool:
    """Whether a stroke behind this token cannot divide it."""
    if before.kind == "template":
        return before.text.endswith("${")
    return (before.kind == "sign" and before.text not in CLOSED) or before.text in BEFORE_A_PATTERN


def partners(of: list[Token]) -> dict[int, int]:
    """For each opening bracket the place of the closing one, the values of templates included."""
    found: dict[int, int] = {}
    waiting: list[int] = []
    for place, (kind, text) in enumerate(of):
        if (kind == "sign" and text in CLOSED) or (kind == "template" and text[0] == "}"):
            found[waiting.pop()] = place
        if (kind == "sign" and text in OPEN) or (kind == "template" and text.endswith("${")):
            waiting.append(place)
    return found
