"""JSON with the line of every value, and without fuss about commas.

The standard reader says where a file is broken but not where its values stand, and refuses the commas that
people leave behind the last item. Numbers stay as they are written: ``0.50`` is an answer, not a half.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.errors import ExchangeError
from generator.exchange.notes import Remark

MAX_DEPTH = 40
_SPACE = re.compile(r"[ \t\r\n\ufeff]*")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
_WORD = re.compile(r"true|false|null")
_STRINGS = json.JSONDecoder(strict=False)

Content: TypeAlias = "dict[str, Node] | list[Node] | str | None"


@dataclass(frozen=True)
class Node:
    """A value and the line it begins in. Numbers and truth values are text here; ``null`` is None."""

    content: Content
    line: int


@dataclass
class JsonReader:
    """Reads one value out of ``text``; ``remarks`` collects what was tolerated."""

    text: str
    name: str
    remarks: list[Remark] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", self.text))]

    def line(self, position: int) -> int:
        """The line of a position, from 1."""
        return bisect_right(self._line_starts, position)

    def read(self, position: int) -> tuple[Node, int]:
        """The value that begins at ``position``, and its end. Raises ExchangeError with line and column."""
        return self._value(position, 0)

    def _value(self, position: int, depth: int) -> tuple[Node, int]:
        if depth > MAX_DEPTH:
            raise self._broken(position, f"lists and objects nest at most {MAX_DEPTH} deep")
        sign = self.text[position : position + 1]
        if sign == "{":
            return self._object(position, depth)
        if sign == "[":
            return self._array(position, depth)
        if sign == '"':
            text, end = self._string(position)
            return Node(text, self.line(position)), end
        if match := _NUMBER.match(self.text, position) or _WORD.match(self.text, position):
            return Node(None if match[0] == "null" else match[0], self.line(position)), match.end()
        raise self._broken(position, "expected a value")

    def _string(self, position: int) -> tuple[str, int]:
        try:
            text, end = _STRINGS.raw_decode(self.text, position)
        except json.JSONDecodeError as error:
            at_end = error.msg.startswith("Unterminated")
            message = (
                "this text has no closing quote" if at_end else "this escape after '\\' is not one of JSON's"
            )
            raise self._broken(position if at_end else error.pos, message) from None
        return str(text), end

    def _object(self, position: int, depth: int) -> tuple[Node, int]:
        found: dict[str, Node] = {}
        start, position = position, self._skip(position + 1)
        while not self.text.startswith("}", position):
            if not self.text.startswith('"', position):
                raise self._broken(position, "expected a name in double quotes, or '}'")
            name_at = position
            name, position = self._string(position)
            position = self._skip(position)
            if not self.text.startswith(":", position):
                raise self._broken(position, "expected ':' after the name")
            node, position = self._value(self._skip(position + 1), depth + 1)
            if name in found:
                self.remarks.append(Remark(self.line(name_at), f"'{name}' again: the first one counts"))
            found.setdefault(name, node)
            position = self._next(position, "}", start)
        return Node(found, self.line(start)), position + 1

    def _array(self, position: int, depth: int) -> tuple[Node, int]:
        found: list[Node] = []
        start, position = position, self._skip(position + 1)
        while not self.text.startswith("]", position):
            node, position = self._value(position, depth + 1)
            found.append(node)
            position = self._next(position, "]", start)
        return Node(found, self.line(start)), position + 1

    def _next(self, position: int, closing: str, start: int) -> int:
        """Past the comma after an item, or at the closing bracket."""
        position = self._skip(position)
        if self.text.startswith(closing, position):
            return position
        if not self.text.startswith(",", position):
            opened = f"'{self.text[start]}' of line {self.line(start)}"
            if position >= len(self.text):
                raise self._broken(position, f"the file ends before the {opened} is closed")
            raise self._broken(position, f"expected ',' or '{closing}' (inside the {opened})")
        comma, position = position, self._skip(position + 1)
        if self.text.startswith(closing, position):
            self.remarks.append(Remark(self.line(comma), "a comma behind the last item: overlooked"))
        return position

    def _skip(self, position: int) -> int:
        match = _SPACE.match(self.text, position)
        return match.end() if match else position

    def _broken(self, position: int, message: str) -> ExchangeError:
        line = self.line(position)
        column = position - self._line_starts[line - 1] + 1
        return ExchangeError(f"{self.name}:{line}:{column}: {message}")
