"""Lecture notes: a few lines of preamble, then one JSON object with sections, questions and a script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.errors import ExchangeError
from generator.exchange.json_reader import JsonReader, Node
from generator.exchange.moments import CLOCK, parse_moment
from generator.exchange.note_fields import CUE, QUESTION, ROOT, SECTION, Names, known_fields, unknown_fields
from generator.exchange.notes import NoteQuestion, Notes, NoteSection, Remark, SpokenCue
from generator.exchange.plain_text import clean
from generator.exchange.subtitles import is_subtitles, read_subtitles

_START_OF_JSON = re.compile(r"\{(?=\s*[\"}])")
_LED_BY_TIME = re.compile(rf"\s*[\[(]?({CLOCK})[\])]?\s*[-–—:|]?\s*(.*)", re.DOTALL)
_FENCE = re.compile(r"[`~]{3,}\s*\w*")
_YOUTUBE = re.compile(
    r"https?://(?:(?:www|m)\.)?(?:youtube\.com/(?:watch\?(?:[^\s#]*&)?v=|embed/|shorts/|live/)|youtu\.be/)"
    r"([A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])"
)


def video_address(text: str) -> str:
    """The YouTube video that a text names, without the moment its address was copied at; "" if none."""
    match = _YOUTUBE.search(text)
    return f"https://www.youtube.com/watch?v={match[1]}" if match else ""


def read_lecture_notes(text: str, name: str) -> Notes:
    """The notes in a file's text. Raises ExchangeError if it holds no such object, or broken JSON."""
    reader = JsonReader(text, name)
    position = 0
    while match := _START_OF_JSON.search(text, position):
        root, position = reader.read(match.start())
        if known_fields(root, ROOT):
            notes = _NotesReader(reader.remarks)
            notes.remark_unused_lines(text[: match.start()], 1)
            notes.remark_unused_lines(text[position:], reader.line(position))
            return notes.read(root, text[: match.start()])
    wanted = 'an object with "videoTitle", "Lecture Note", "questions" or "script"'
    raise ExchangeError(f"{name}: these are no lecture notes: expected JSON, {wanted}, or subtitles")


def _text(node: Node | None) -> str:
    """The text of a value; those of a list in lines."""
    if node is None or node.content is None or isinstance(node.content, dict):
        return ""
    if isinstance(node.content, list):
        return "\n".join(text for item in node.content if (text := _text(item)))
    return node.content.strip()


class _NotesReader:
    """Turns values into notes; ``remarks`` says what is odd about them."""

    def __init__(self, remarks: list[Remark]) -> None:
        self.remarks = remarks
        self._unused: dict[tuple[str, str], list[int]] = {}
        # Format → the first time in it with where it stands, and its line.
        self._formats: dict[str, tuple[str, int]] = {}

    def read(self, root: Node, preamble: str) -> Notes:
        """Everything in the JSON object; of the preamble only the video's address."""
        fields = self._fields(root, ROOT, "the notes")
        notes = Notes(
            _text(fields.get("title")),
            _text(fields.get("description")),
            video_address(_text(fields.get("video"))) or video_address(preamble),
            tuple(self._sections(fields.get("sections"))),
            tuple(self._questions(fields.get("questions"))),
            tuple(self._cues(fields.get("script"))),
        )
        if "video" in fields and not notes.video:
            self._remark(fields["video"].line, "this is no YouTube address: the lesson has no video")
        for (what, name), lines in self._unused.items():
            times = f" ({len(lines)} times)" if len(lines) > 1 else ""
            self._remark(lines[0], f"'{name[:40]}' of {what} is not used{times}")
        for (one, _), (other, line) in pairwise(self._formats.values()):
            self._remark(line, f"times come in two formats: {one}, {other}; both are read")
        return notes.remarking(self.remarks)

    def remark_unused_lines(self, text: str, first_line: int) -> None:
        """Lines around the JSON that say nothing to us; fences and the video's address are no surprise."""
        for index, line in enumerate(text.split("\n")):
            line = line.strip(" \t\r\ufeff")
            if line and not _FENCE.fullmatch(line) and not video_address(line):
                self._remark(first_line + index, f"not used: {line[:60]}")

    def _remark(self, line: int, message: str) -> None:
        self.remarks.append(Remark(line, message))

    def _fields(self, node: Node, names: Names, what: str) -> dict[str, Node]:
        for name, value in unknown_fields(node, names).items():
            self._unused.setdefault((what, name), []).append(value.line)
        return known_fields(node, names)

    def _items(self, node: Node | None, what: str) -> Iterator[Node]:
        if node is None:
            return
        if isinstance(node.content, list):
            yield from node.content
        elif isinstance(node.content, dict):
            yield node
        elif _text(node):
            self._remark(node.line, f"expected a list of {what}: left out")

    def _moment(self, node: Node | None, what: str) -> int | None:
        text = _text(node)
        if node is None or not text:
            return None
        moment = parse_moment(text)
        if moment is None:
            self._remark(node.line, f"'{text[:40]}' is not a time")
            return None
        self._formats.setdefault(moment.format, (f"{text} in {what}", node.line))
        return moment.seconds

    def _sections(self, node: Node | None) -> Iterator[NoteSection]:
        for item in self._items(node, "sections"):
            fields = self._fields(item, SECTION, "sections")
            lines = (_text(item) or _text(fields.get("text"))).split("\n")
            lines = [line for line in lines if clean(line)]
            title = clean(_text(fields.get("title")))
            if not title and lines:
                title = clean(lines.pop(0))
                self._remark(item.line, "a section without a title: its first line becomes the title")
            if title:
                start = self._moment(fields.get("time"), "sections")
                yield NoteSection(title, start, "\n".join(lines), item.line)
            else:
                self._remark(item.line, "a section without title and text: left out")

    def _questions(self, node: Node | None) -> Iterator[NoteQuestion]:
        for item in self._items(node, "questions"):
            fields = self._fields(item, QUESTION, "questions")
            ask = _text(fields.get("ask"))
            answers = tuple(dict.fromkeys(self._answers(fields.get("answer"))))
            if clean(ask) and answers:
                yield NoteQuestion(ask, answers, item.line, self._moment(fields.get("time"), "questions"))
            else:
                self._remark(item.line, f"a question without {'an answer' if ask else 'text'}: left out")

    def _answers(self, node: Node | None) -> Iterator[str]:
        if node is not None and isinstance(node.content, list):
            for item in node.content:
                yield from self._answers(item)
        elif (text := clean(_text(node))) and node is not None:
            if any(sign.isalnum() for sign in text):
                yield text
            else:
                self._remark(
                    node.line, f"the answer '{text[:40]}' has no letter or digit to compare: left out"
                )

    def _cues(self, node: Node | None) -> Iterator[SpokenCue]:
        if node is not None and isinstance(node.content, str):
            yield from _cues_of_text(node.content, node.line)
            return
        for item in self._items(node, "cues"):
            if isinstance(item.content, str):
                yield from _cues_of_text(item.content, item.line)
                continue
            fields = self._fields(item, CUE, "cues")
            if clean(text := _text(fields.get("text"))):
                yield SpokenCue(self._moment(fields.get("time"), "cues"), text, fields["text"].line)
            else:
                self._remark(item.line, "a cue without text: left out")


def _cues_of_text(text: str, line: int) -> Iterator[SpokenCue]:
    """Subtitles in one string, or lines that may begin with a time. All of them stand in one line of JSON."""
    if is_subtitles(text):
        yield from read_subtitles(text, line, one_line=True)
        return
    for row in filter(clean, text.splitlines()):
        match = _LED_BY_TIME.fullmatch(row)
        moment = parse_moment(match[1]) if match else None
        spoken = match[2].strip() if match and moment else row.strip()
        if spoken:
            yield SpokenCue(moment.seconds if moment else None, spoken, line)
