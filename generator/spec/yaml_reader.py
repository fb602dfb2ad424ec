"""YAML text → plain data and places, strictly: no tags, no anchors, no duplicate keys, no surprises.

Reads libyaml's *events*, not its composed nodes: aliases are never expanded, depth and size are counted as they come,
and nothing recurses, so that hostile input costs neither time nor memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from generator.errors import Severity
from generator.spec.scalars import read_plain

Loc = tuple[str | int, ...]

MAX_DEPTH = 20
MAX_VALUES = 50_000
MAX_PROBLEMS = 100

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_GLUED_COMMENT = re.compile(r"[ \t]+(#[^\s#][^\r\n]*)")


@dataclass(frozen=True)
class Problem:
    """Something wrong between two offsets of the text."""

    code: str
    message: str
    start: int = 0
    end: int = 0
    hint: str = ""
    severity: Severity = "error"


@dataclass(frozen=True)
class Span:
    """Where a key or value stands; ``style`` is the scalar's: ``'``, ``"``, ``|``, ``>`` or ``""``."""

    start: int
    end: int
    style: str = ""


@dataclass
class Parsed:
    """The data of a document (``None`` if unreadable), where it stands, and what is wrong with it as YAML.

    ``refused`` holds the places already reported, so that nobody reports them again.
    """

    data: Any = None
    keys: dict[Loc, Span] = field(default_factory=dict)
    values: dict[Loc, Span] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    refused: set[Loc] = field(default_factory=set)


class _Stop(Exception):
    """The rest of the file cannot be read."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass
class _Frame:
    """A mapping or list that is being filled. ``loc`` is ``None`` inside what a duplicate key holds."""

    container: dict[str, Any] | list[Any]
    loc: Loc | None
    start: int
    block: bool
    key: str | None = None
    first_key_end: int = 0
    duplicate: bool = False


def read_yaml(text: str) -> Parsed:
    """Read one document. Whatever is wrong is in ``Parsed.problems``; a syntax error leaves ``data`` ``None``."""
    # Syntax errors are explained by a module that only a broken file needs.
    reader = _Reader(text)
    try:
        for event in _events(text):
            reader.take(event)
    except _Stop as stop:
        reader.parsed.problems.append(stop.problem)
        reader.parsed.data = None
    except yaml.YAMLError as error:
        from generator.spec.yaml_syntax import explain_syntax

        reader.parsed.problems.append(explain_syntax(text, error, reader.last_scalar))
        reader.parsed.data = None
    if reader.parsed.data is None and not reader.parsed.problems:
        reader.parsed.problems.append(Problem("empty-file", "the file is empty", hint="a lesson begins with a title"))
    return reader.parsed


def _events(text: str) -> Iterator[Event]:
    loader = _Loader(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


class _Reader:
    """Takes events one by one and builds the data. The current place is the top of ``stack``."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parsed = Parsed()
        self.stack: list[_Frame] = []
        self.last_scalar: Span | None = None
        self.documents = 0
        self.count = 0

    def take(self, event: Event) -> None:
        if isinstance(event, NodeEvent):
            self._take_node(event)
        elif isinstance(event, CollectionEndEvent):
            self._close(event)
        elif isinstance(event, DocumentStartEvent):
            self._start_document(event)

    # ---- Documents and limits --------------------------------------------------------------------------------

    def _start_document(self, event: DocumentStartEvent) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        self.documents += 1
        if self.documents > 1:
            raise _Stop(Problem("several-documents", "a file holds one lesson; '---' begins a second document",
                                start, end, "delete the line"))  # fmt: skip
        if event.version or event.tags:
            self._report("yaml-syntax", "YAML directives ('%…') are not used here", start, start + 1, "delete the line")

    def _report(self, code: str, message: str, start: int, end: int, hint: str = "", severity: Severity = "error") -> None:
        self.parsed.problems.append(Problem(code, message, start, end, hint, severity))
        if len(self.parsed.problems) >= MAX_PROBLEMS:
            raise _Stop(Problem("too-many-problems", "too many problems; the rest of the file was not read", start, end))

    def _check_node(self, event: NodeEvent) -> bool:
        """Count the node; report tags and anchors. Returns whether something was reported."""
        start, end = event.start_mark.index, event.end_mark.index
        self.count += 1
        if self.count > MAX_VALUES:
            raise _Stop(Problem("file-too-large", f"more than {MAX_VALUES:,} values in one file", start, start + 1))
        if len(self.stack) >= MAX_DEPTH:
            raise _Stop(Problem("too-deep", f"nested more than {MAX_DEPTH} levels deep", start, start + 1))
        if isinstance(event, AliasEvent):
            self._report("yaml-anchor", f"'*{event.anchor}' repeats another value by YAML alias, which is refused",
                         start, end, "write the value out, or put text that begins with '*' in quotes")  # fmt: skip
        elif event.anchor is not None:
            self._report("yaml-anchor", f"'&{event.anchor}' is a YAML anchor, which is refused",
                         start, start + 1 + len(event.anchor), "delete it, or put text that begins with '&' in quotes")  # fmt: skip
        elif event.tag is not None:
            length = len(self.text[start:end].split(maxsplit=1)[0])
            self._report("yaml-tag", f"'{self.text[start:start + length]}' is a YAML tag, which is refused", start,
                         start + length, "delete it, or put text that begins with '!' in quotes")  # fmt: skip
        else:
            return False
        return True

    # ---- Nodes -----------------------------------------------------------------------------------------------

    def _take_node(self, event: NodeEvent) -> None:
        frame = self.stack[-1] if self.stack else None
        if frame is not None and isinstance(frame.container, dict) and frame.key is None:
            self._take_key(frame, event)
            return
        refused = self._check_node(event)
        loc = self._next_loc(frame)
        if isinstance(event, ScalarEvent):
            span = Span(event.start_mark.index, event.end_mark.index, event.style or "")
            self.last_scalar = span
            value, surprised = self._scalar_value(event, span, refused)
            self._attach(frame, loc, value, span)
            refused = refused or surprised
        elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            container: dict[str, Any] | list[Any] = {} if isinstance(event, MappingStartEvent) else []
            start = event.start_mark.index
            self._attach(frame, loc, container, Span(start, start + 1))
            self.stack.append(_Frame(container, loc, start, not event.flow_style))
        else:
            self._attach(frame, loc, None, Span(event.start_mark.index, event.end_mark.index))
        if refused and loc is not None:
            self.parsed.refused.add(loc)

    def _next_loc(self, frame: _Frame | None) -> Loc | None:
        if frame is None:
            return ()
        if frame.loc is None or frame.duplicate:
            return None
        part = frame.key if isinstance(frame.container, dict) else len(frame.container)
        assert part is not None  # a mapping's key was taken before its value
        return (*frame.loc, part)

    def _attach(self, frame: _Frame | None, loc: Loc | None, value: Any, span: Span) -> None:
        if loc is not None:
            self.parsed.values[loc] = span
        if frame is None:
            self.parsed.data = value
        elif isinstance(frame.container, list):
            frame.container.append(value)
        else:
            if not frame.duplicate and frame.key is not None:
                frame.container[frame.key] = value
            frame.key, frame.duplicate = None, False

    def _close(self, event: CollectionEndEvent) -> None:
        frame = self.stack.pop()
        if frame.loc is None:
            return
        end = event.end_mark.index
        if frame.block:  # a block has no end of its own: underline its first key, or its first dash
            end = max(frame.first_key_end, frame.start + 1)
        self.parsed.values[frame.loc] = Span(frame.start, end)

    def _scalar_value(self, event: ScalarEvent, span: Span, refused: bool) -> tuple[Any, bool]:
        text = event.value
        if span.style:
            return text, self._check_escapes(text, span)
        if refused:
            return text, False
        value, surprise = read_plain(text)
        if surprise:
            self._report("yaml-surprise", surprise.message, span.start, span.end, surprise.hint)
        elif isinstance(value, str) and (comment := _GLUED_COMMENT.match(self.text, span.end)):
            self._report("text-cut-off", f"the text ends before '{comment[1][:20]}', because ' #' begins a comment",
                         comment.start(1), comment.end(1), "put the text in quotes, or write '# ' for a comment",
                         "warning")  # fmt: skip
        return value, surprise is not None

    def _check_escapes(self, text: str, span: Span) -> bool:
        if span.style != '"' or not (match := _CONTROL.search(text)):
            return False
        self._report("invisible-character", f"the text holds the invisible character U+{ord(match[0]):04X}",
                     span.start, span.end, "between double quotes '\\' begins an escape: use single quotes, or write '\\\\'")  # fmt: skip
        return True

    # ---- Keys ------------------------------------------------------------------------------------------------

    def _take_key(self, frame: _Frame, event: NodeEvent) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        assert isinstance(frame.container, dict)
        if not isinstance(event, ScalarEvent):
            raise _Stop(self._odd_key(frame, start))
        self._check_node(event)
        key, style = event.value, event.style or ""
        frame.first_key_end = frame.first_key_end or end
        self.last_scalar = Span(start, end, style)
        if not style:
            self._check_plain_key(key, start, end)
        frame.key = key
        if key in frame.container:
            frame.duplicate = True
            first = self._line_of_key(frame, key)
            self._report("duplicate-key", f"'{key[:60]}' is written twice; the first is in line {first}", start, end,
                         "delete one of them")  # fmt: skip
        elif frame.loc is not None:
            self.parsed.keys[(*frame.loc, key)] = Span(start, end, style)

    def _line_of_key(self, frame: _Frame, key: str) -> int:
        span = self.parsed.keys.get((*frame.loc, key)) if frame.loc is not None else None
        offset = span.start if span else frame.start
        return len(re.findall(r"\r\n|\r|\n", self.text[:offset])) + 1

    def _odd_key(self, frame: _Frame, start: int) -> Problem:
        if self.text.startswith("{{", frame.start):
            return Problem("needs-quotes", "a value that begins with '{{' needs quotes", frame.start, frame.start + 2,
                           'write "{{ … }}" in quotes')  # fmt: skip
        return Problem("key-not-text", "a key must be a word, not a list or a mapping", start, start + 1)

    def _check_plain_key(self, key: str, start: int, end: int) -> None:
        if key == "<<":
            self._report("yaml-anchor", "'<<' merges other values by YAML alias, which is refused", start, end,
                         "write the fields out")  # fmt: skip
            return
        value, surprise = read_plain(key)
        if surprise:
            self._report("yaml-surprise", surprise.message, start, end, f'write "{key}" in quotes')
        elif not isinstance(value, str):
            shown = "nothing" if value is None else str(key)
            self._report("key-not-text", f"a key must be a word, found {shown}", start, max(end, start + 1),
                         "" if value is None else f'write "{key}" in quotes')  # fmt: skip
