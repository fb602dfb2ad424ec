"""YAML text → plain data and places, strictly: no tags, no anchors, no duplicate keys, no surprises.

Reads libyaml's *events*, not its composed nodes: aliases are never expanded, depth and size are counted as
they come, and nothing recurses, so that hostile input costs neither time nor memory.
"""

from __future__ import annotations

import re
from typing import TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from generator.spec.lookalikes import find_odd_plain_text
from generator.spec.places import Data, Loc, Parsed, Problem, Span
from generator.spec.scalars import find_key_problem, is_word, read_plain

MAX_DEPTH = 20
MAX_VALUES = 25_000
MAX_PROBLEMS = 100
MAX_TEXT = 50_000

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_CONTROL_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*(\\(?:[0abefvr]|[xuU][0-9A-Fa-f]+))")
_COMMENT = re.compile(r"[ \t]*(#[^\r\n]*)")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


_Container: TypeAlias = dict[str, Data] | list[Data]


class _Stop(Exception):
    """The rest of the file cannot be read."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Frame:
    """A mapping or list that is being filled. ``loc`` is ``None`` inside what a duplicate key holds."""

    __slots__ = ("block", "container", "first_key_end", "key", "key_loc", "loc", "start", "wants_key")

    def __init__(self, container: _Container, loc: Loc | None, start: int, block: bool) -> None:
        self.container, self.loc, self.start, self.block = container, loc, start, block
        self.wants_key = isinstance(container, dict)
        self.key, self.first_key_end = "", 0
        self.key_loc: Loc | None = None  # None for a duplicate key, too

    def next_loc(self) -> Loc | None:
        """The place of the value that comes next."""
        if self.loc is not None and isinstance(self.container, list):
            return (*self.loc, len(self.container))
        return self.key_loc  # a mapping's key is taken before its value


def read_yaml(text: str) -> Parsed:
    """Read one document. What is wrong is in ``Parsed.problems``; a syntax error leaves ``data`` ``None``."""
    reader = _Reader(text)
    parsed = reader.parsed
    try:
        reader.read()
    except _Stop as stop:
        parsed.problems.append(stop.problem)
        parsed.data = None
    except yaml.YAMLError as error:  # only a broken file needs the module that explains it
        from generator.spec.yaml_syntax import explain_syntax

        parsed.problems.append(explain_syntax(text, error, reader.last_scalar))
        parsed.data = None
    if parsed.data is None and not parsed.problems:
        parsed.problems.append(
            Problem("empty-file", "the file is empty", hint="a lesson begins with a title")
        )
    return parsed


def _offsets(event: Event) -> tuple[int, int]:
    """First character and end of an event."""
    start, end = event.start_mark, event.end_mark
    assert start is not None and end is not None  # the loaders always set them
    return start.index, end.index


class _Reader:
    """Takes events one by one and builds the data. The current place is the top of ``stack``.

    A course has tens of thousands of events, nine out of ten of them scalars, so these go the shortest way.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.parsed = Parsed()
        self.stack: list[_Frame] = []
        self.last_scalar: Span | None = None
        self.documents = 0
        self.count = 0

    def read(self) -> None:
        """Take every event, in the order of the file."""
        loader = _Loader(self.text)
        try:
            for event in iter(loader.get_event, None):
                self._take(event)
        finally:
            loader.dispose()

    def _take(self, event: Event) -> None:
        frame = self.stack[-1] if self.stack else None
        if isinstance(event, ScalarEvent):
            if frame is not None and frame.wants_key:
                self._take_key(frame, event)
            else:
                self._take_scalar(frame, event)
        elif isinstance(event, NodeEvent):
            self._take_other(frame, event)
        elif isinstance(event, CollectionEndEvent):
            self._close(event)
        elif isinstance(event, DocumentStartEvent):
            self._start_document(event)

    def _report(self, problem: Problem) -> None:
        self.parsed.problems.append(problem)
        if len(self.parsed.problems) >= MAX_PROBLEMS:
            message = "too many problems; the rest of the file was not read"
            raise _Stop(Problem("too-many-problems", message, problem.start, problem.end))

    def _start_document(self, event: DocumentStartEvent) -> None:
        start, end = _offsets(event)
        self.documents += 1
        if self.documents > 1:
            message = "a file holds one lesson; '---' begins a second document"
            raise _Stop(Problem("several-documents", message, start, end, "delete the line"))
        if event.version or event.tags:
            message = "YAML directives ('%…') are not used here"
            self._report(Problem("yaml-syntax", message, start, start + 1, "delete the line"))

    def _take_scalar(self, frame: _Frame | None, event: ScalarEvent) -> None:
        start, end = _offsets(event)
        refused = self._check_node(event, start, end)
        text, style = event.value, event.style or ""
        if len(text) > MAX_TEXT:
            message = f"this text has {len(text):,} characters; at most {MAX_TEXT:,} are read"
            raise _Stop(Problem("file-too-large", message, start, start + 1, "divide it into sections"))
        span = self.last_scalar = Span(start, end, style)
        loc = frame.next_loc() if frame else ()
        value, problem = text, None
        if not refused and style != "":
            problem = self._find_control_character(text, span)
        elif not refused:
            value, problem = self._read_plain(frame, text, span)
        if problem:
            self._report(problem)
            refused = problem.severity == "error"
        self._attach(frame, loc, text if refused else value, span)
        if refused and loc is not None:
            self.parsed.refused.add(loc)

    def _take_other(self, frame: _Frame | None, event: NodeEvent) -> None:
        start, end = _offsets(event)
        if frame is not None and frame.wants_key:
            raise _Stop(self._explain_odd_key(frame, start))
        refused = self._check_node(event, start, end)
        loc = frame.next_loc() if frame else ()
        if isinstance(event, AliasEvent):
            self._attach(frame, loc, None, Span(start, end))
        else:
            self._open(frame, loc, event)
        if refused and loc is not None:
            self.parsed.refused.add(loc)

    def _check_node(self, event: NodeEvent, start: int, end: int) -> bool:
        """Count the node; report tags, anchors and aliases. Returns whether something was reported."""
        self.count += 1
        if self.count > MAX_VALUES:
            message = f"more than {MAX_VALUES:,} values in one file"
            raise _Stop(Problem("file-too-large", message, start, start + 1))
        if len(self.stack) >= MAX_DEPTH:
            message = f"nested more than {MAX_DEPTH} levels deep"
            raise _Stop(Problem("too-deep", message, start, start + 1))
        if event.anchor is None and getattr(event, "tag", None) is None:
            return False
        if isinstance(event, AliasEvent):
            message = f"'*{event.anchor}' repeats another value by YAML alias, which is refused"
            hint = "write the value out, or put text that begins with '*' in quotes"
            self._report(Problem("yaml-anchor", message, start, end, hint))
        elif event.anchor is not None:
            message = f"'&{event.anchor}' is a YAML anchor, which is refused"
            hint = "delete it, or put text that begins with '&' in quotes"
            self._report(Problem("yaml-anchor", message, start, start + 1 + len(event.anchor), hint))
        else:
            written = self.text[start : start + 100].split(maxsplit=1)[0]
            message = f"'{written}' is a YAML tag, which is refused"
            hint = "delete it, or put text that begins with '!' in quotes"
            self._report(Problem("yaml-tag", message, start, start + len(written), hint))
        return True

    def _open(self, frame: _Frame | None, loc: Loc | None, event: NodeEvent) -> None:
        container: _Container = {} if isinstance(event, MappingStartEvent) else []
        start = _offsets(event)[0]
        self._attach(frame, loc, container, Span(start, start + 1))
        self.stack.append(_Frame(container, loc, start, not getattr(event, "flow_style", False)))

    def _close(self, event: CollectionEndEvent) -> None:
        frame = self.stack.pop()
        end = _offsets(event)[1]
        if frame.block:  # a block has no end of its own: underline its first key, or its first dash
            end = max(frame.first_key_end, frame.start + 1)
        if frame.loc is not None:
            self.parsed.values[frame.loc] = Span(frame.start, end)

    def _attach(self, frame: _Frame | None, loc: Loc | None, value: Data, span: Span) -> None:
        if loc is not None:
            self.parsed.values[loc] = span
        if frame is None:
            self.parsed.data = value
        elif isinstance(frame.container, list):
            frame.container.append(value)
        else:
            frame.container.setdefault(frame.key, value)  # of two equal keys the first counts
            frame.wants_key = True

    def _read_plain(self, frame: _Frame | None, text: str, span: Span) -> tuple[Data, Problem | None]:
        value, surprise = read_plain(text)
        if surprise:
            return value, Problem("yaml-surprise", surprise.message, span.start, span.end, surprise.hint)
        if value is None and frame is not None:
            return value, self._nothing(frame, span)
        if isinstance(value, str):
            return value, find_odd_plain_text(self.text, span.start, span.end)
        return value, None

    def _nothing(self, frame: _Frame, span: Span) -> Problem:
        """A key or a dash after which nothing stands."""
        place = self.parsed.keys.get(frame.next_loc() or ()) if isinstance(frame.container, dict) else None
        dash = max(self.text.rfind("-", 0, span.start), self.text.rfind(",", 0, span.start), frame.start)
        start, end = (place.start, place.end) if place else (dash, dash + 1)
        message = f"'{frame.key}' has no value" if place else "this list item is empty"
        hint = "write a value, or leave the field out" if place else "write something after it, or delete it"
        if ":" in frame.key:
            hint = "write a space after ':'"
        elif "：" in frame.key:
            hint = "'：' is a full-width colon: write ': '"
        elif place and _COMMENT.match(self.text, end + 1):
            hint = "'#' begins a comment: put text that begins with it in quotes"
        return Problem("empty-value", message, start, end, hint)

    def _find_control_character(self, text: str, span: Span) -> Problem | None:
        if span.style != '"' or not (match := _CONTROL.search(text)):
            return None
        escape = _CONTROL_ESCAPE.search(self.text, span.start, span.end)
        start, end = escape.span(1) if escape else (span.start, span.end)
        message = (
            f"'{self.text[start:end]}' between double quotes is the invisible character U+{ord(match[0]):04X}"
        )
        hint = r"use single quotes, or write '\\' for a backslash"
        return Problem("invisible-character", message, start, end, hint)

    def _take_key(self, frame: _Frame, event: ScalarEvent) -> None:
        start, end = _offsets(event)
        self._check_node(event, start, end)
        key, style = event.value, event.style or ""
        frame.first_key_end = frame.first_key_end or end
        frame.key, frame.wants_key = key, False
        loc = frame.key_loc = (*frame.loc, key) if frame.loc is not None else None
        span = self.last_scalar = Span(start, end, style)
        problem = None if style or is_word(key) else find_key_problem(key, start, end)
        if key in frame.container:
            message = f"'{key[:60]}' is written twice; the first is in line {self._line_of_key(frame, loc)}"
            problem = Problem("duplicate-key", message, start, end, "delete one of them")
            frame.key_loc = None
        elif loc is not None:
            self.parsed.keys[loc] = span
        if problem:
            self._report(problem)
            if loc is not None:
                self.parsed.refused.add(loc)

    def _line_of_key(self, frame: _Frame, loc: Loc | None) -> int:
        first = self.parsed.keys.get(loc or ())
        return len(_LINE_BREAK.findall(self.text, 0, first.start if first else frame.start)) + 1

    def _explain_odd_key(self, frame: _Frame, start: int) -> Problem:
        if self.text.startswith("{{", frame.start):
            message = "a value that begins with '{{' needs quotes"
            return Problem("needs-quotes", message, frame.start, frame.start + 2, 'write "{{ … }}" in quotes')
        return Problem("key-not-text", "a key must be a word, not a list or a mapping", start, start + 1)
