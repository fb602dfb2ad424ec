"""A file on disk → plain data, with the exact place of every key, value and character of a text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from generator.errors import Diagnostic, Severity
from generator.plain_file import PlainFileError, require_plain_file
from generator.spec.places import Data, Loc, Parsed, Problem, Span
from generator.spec.yaml_reader import read_yaml

MAX_FILE_BYTES = 1_000_000

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r?\n[ \t]*|.)", re.DOTALL)
_BLOCK_HEADER = re.compile(r"[|>][^\r\n]*(\r\n|\r|\n)?")
_WHITE_ESCAPES = frozenset("ntr _NLP\t\n\r")


@dataclass(frozen=True)
class Source:
    """One file: its text, the data in it (``None`` if it cannot be read as YAML) and where everything stands.

    A ``Loc`` names a place in the data, e.g. ``("sections", 0, "title", "ko")``.
    """

    path: str
    text: str = ""
    parsed: Parsed = field(default_factory=Parsed)
    problems: tuple[Problem, ...] = ()
    lines: dict[int, str] = field(default_factory=dict, compare=False, repr=False)
    """Lines that were quoted, so that a thousand diagnostics about one line hold it once."""
    inked: dict[Loc, tuple[list[int], list[int]]] = field(default_factory=dict, compare=False, repr=False)
    """What ``offset_in_text`` has counted so far."""

    @property
    def data(self) -> Data:
        return self.parsed.data

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Where every line begins; asked for only where there is something to say about one."""
        return (0, *[match.end() for match in _LINE_BREAK.finditer(self.text)])

    @cached_property
    def texts(self) -> tuple[tuple[Loc, str], ...]:
        """Every string in the data and its place, in the order of the file."""
        return tuple(self.texts_at(()))

    def texts_at(self, loc: Loc) -> list[tuple[Loc, str]]:
        """Every string at ``loc`` or below."""
        found: list[tuple[Loc, str]] = []
        _collect_texts(loc, self.value_at(loc), found)
        return found

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the file as YAML."""
        return tuple(self.diagnose_problem(problem) for problem in self.problems)

    def place(self, offset: int) -> tuple[int, int]:
        """(line, column) of a character of the file, both from 1."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line_text(self, line: int) -> str:
        """One line of the file, without its line break."""
        if line not in self.lines:
            start = self.line_starts[line - 1]
            end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
            self.lines[line] = self.text[start:end].rstrip("\r\n")
        return self.lines[line]

    def diagnose_problem(self, problem: Problem) -> Diagnostic:
        """A problem between two offsets of the file, as a diagnostic; the carets stay on its first line."""
        line, column = self.place(problem.start)
        excerpt = self.line_text(line)
        length = max(1, min(problem.end - problem.start, len(excerpt.rstrip()) - column + 1))
        return Diagnostic(
            self.path,
            line,
            column,
            problem.code,
            problem.message,
            problem.severity,
            excerpt,
            length,
            problem.hint,
        )

    def span(self, loc: Loc) -> Span:
        """Where a value stands; where nothing was written, its key; of what is missing, what lacks it."""
        for end in range(len(loc), -1, -1):
            found = self.parsed.values.get(loc[:end])
            if found is not None and found.end > found.start:
                return found
            if loc[:end] in self.parsed.keys:
                return self.parsed.keys[loc[:end]]
        return Span(0, 0)

    def at_value(
        self, loc: Loc, code: str, message: str, hint: str = "", severity: Severity = "error"
    ) -> Diagnostic:
        """A diagnostic whose carets stand under the value at ``loc``."""
        span = self.span(loc)
        return self.diagnose_problem(Problem(code, message, span.start, span.end, hint, severity))

    def at_key(
        self, loc: Loc, code: str, message: str, hint: str = "", severity: Severity = "error"
    ) -> Diagnostic:
        """A diagnostic whose carets stand under the key of ``loc``; without a key, under the value."""
        span = self.parsed.keys.get(loc) or self.span(loc)
        return self.diagnose_problem(Problem(code, message, span.start, span.end, hint, severity))

    def at_text(self, loc: Loc, offset: int, length: int, problem: Problem) -> Diagnostic:
        """``problem`` placed under ``length`` characters of the text at ``loc``, from ``offset`` on."""
        start = self.offset_in_text(loc, offset)
        end = self.offset_in_text(loc, offset + length - 1) + 1 if length > 1 else start + 1
        return self.diagnose_problem(problem._replace(start=start, end=max(end, start + 1)))

    def locate(self, loc: Loc, offset: int) -> tuple[int, int]:
        """(line, column) in the file of character ``offset`` of the text at ``loc``."""
        return self.place(self.offset_in_text(loc, offset))

    def offset_in_text(self, loc: Loc, offset: int) -> int:
        """Where in the file character ``offset`` of the text at ``loc`` stands, in whatever YAML style.

        Folding and indentation change only white space, so the n-th other character of the value is the n-th
        other character of the source. An offset at white space gives the next other character.
        """
        if loc not in self.inked:
            self.inked[loc] = self._ink_of(loc)
        in_value, in_file = self.inked[loc]
        count = bisect_left(in_value, offset)
        return in_file[count] if count < len(in_file) else self.span(loc).start

    def _ink_of(self, loc: Loc) -> tuple[list[int], list[int]]:
        """Where the characters that are not white space stand: in the text at ``loc``, and in the file."""
        value = self.value_at(loc)
        if not isinstance(value, str):
            return [], []
        in_value = [index for index, character in enumerate(value) if not character.isspace()]
        return in_value, list(_ink(self.text, self.span(loc)))

    def written(self, loc: Loc) -> Loc:
        """The place of the string that became the text at ``loc``: one may stand for several languages."""
        while loc and not isinstance(self.value_at(loc), str):
            loc = loc[:-1]
        return loc

    def value_at(self, loc: Loc) -> Data:
        """The data at ``loc``, ``None`` if there is none."""
        value = self.data
        for part in loc:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return None
        return value


def _collect_texts(loc: Loc, value: Data, found: list[tuple[Loc, str]]) -> None:
    if isinstance(value, str):
        found.append((loc, value))
    elif isinstance(value, dict):
        for key, item in value.items():
            _collect_texts((*loc, key), item, found)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _collect_texts((*loc, index), item, found)


def _ink(text: str, span: Span) -> Iterator[int]:
    """Offsets of the characters of a scalar's source that are not white space in its value."""
    position, end = span.start, span.end
    if span.style in ("|", ">"):
        header = _BLOCK_HEADER.match(text, position, end)
        position = header.end() if header else position
    elif span.style in ("'", '"'):
        position, end = position + 1, end - 1
    while position < end:
        width, inked = 1, not text[position].isspace()
        if span.style == "'" and text.startswith("''", position):
            width = 2
        elif span.style == '"' and (escape := _ESCAPE.match(text, position, end)):
            width, inked = len(escape[0]), escape[1][0] not in _WHITE_ESCAPES
        if inked:
            yield position
        position += width


def read_source(path: Path, name: str | None = None) -> Source:
    """Read a YAML file strictly. Never raises for what is in it: see ``Source.diagnostics``.

    ``name`` is what diagnostics call the file (default: ``str(path)``).
    """
    shown = name or str(path)
    try:
        require_plain_file(path, MAX_FILE_BYTES)
        with path.open("rb") as stream:
            raw = stream.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        return _unreadable(shown, "file-not-found", f"the file cannot be read: {error.strerror or error}")
    except PlainFileError as refusal:
        return _unreadable(shown, refusal.code, str(refusal))
    return parse_source(raw, shown)


def _unreadable(path: str, code: str, message: str) -> Source:
    return Source(path, problems=(Problem(code, message, 0, 0),))


def parse_source(raw: bytes, name: str) -> Source:
    """``read_source`` for bytes in memory."""
    try:
        text = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(raw, error, name)
    source = Source(name, text)
    if problems := tuple(_forbidden_characters(text)):
        return replace(source, problems=problems)
    parsed = read_yaml(text)
    return replace(source, parsed=parsed, problems=tuple(parsed.problems))


def _not_utf8(raw: bytes, error: UnicodeDecodeError, name: str) -> Source:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _unreadable(name, "not-utf8", "the file is UTF-16; save it as UTF-8")
    before = raw[: error.start].removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    text = before + raw[error.start :].decode("utf-8", errors="replace")
    message = f"byte 0x{raw[error.start]:02X} is not UTF-8 text"
    hint = "save the file with the encoding UTF-8"
    problem = Problem("not-utf8", message, len(before), len(before) + 1, hint)
    return Source(name, text, problems=(problem,))


_NAMES = {
    "\x00": "NUL",
    "\x1b": "escape",
    "\x85": "next line",
    "\u2028": "line separator",
    "\ufeff": "byte order mark",
}


def _forbidden_characters(text: str) -> Iterator[Problem]:
    for count, match in enumerate(_FORBIDDEN.finditer(text)):
        if count == 20:
            return
        character = match[0]
        name = f" ({_NAMES[character]})" if character in _NAMES else ""
        message = f"the invisible character U+{ord(character):04X}{name} cannot stand in a lesson"
        yield Problem("invisible-character", message, match.start(), match.end(), "delete it")
