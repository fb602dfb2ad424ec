"""A foreign file → the text of a lesson, and an account of what was done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.errors import ExchangeError
from generator.exchange.ascii_ids import lesson_id_of
from generator.exchange.languages import detect_language
from generator.exchange.lecture_notes import read_lecture_notes
from generator.exchange.lesson_yaml import Layout, write_lesson
from generator.exchange.mend_cues import mend_cues
from generator.exchange.notes import NoteQuestion, Notes, NoteSection, Remark
from generator.exchange.placement import place_cues, place_questions
from generator.exchange.plain_text import clean, hidden_signs
from generator.exchange.subtitles import is_subtitles, read_subtitles
from generator.plain_file import PlainFileError, require_plain_file

MAX_INPUT_BYTES = 5_000_000
MAX_LESSON_BYTES = 1_000_000


@dataclass(frozen=True)
class Imported:
    """A lesson's text and how it came about. ``notes`` are mended and in order."""

    yaml: str
    notes: Notes
    layout: Layout


def import_lesson(path: Path, name: str) -> Imported:
    """Read a foreign file as the lesson ``name`` (the stem of the file to be written).

    Raises ExchangeError with the place if the file is missing, broken or nothing that we know.
    """
    text = read_text(path)
    notes = _read(text, path)
    notes = _in_order(notes)
    cues, remarks = mend_cues(notes.cues)
    notes = replace(notes, cues=cues).remarking([*remarks, *_hidden(text)])
    layout = _lay_out(notes)
    notes = _nothing_empty(notes, layout)
    yaml = write_lesson(notes, layout, lesson_id=lesson_id_of(name), source=path.name)
    if len(yaml.encode()) > MAX_LESSON_BYTES:
        raise ExchangeError(
            f"{path}: this is too much for one lesson (more than 1 MB); split it into several"
        )
    return Imported(yaml, notes, layout)


def read_text(path: Path) -> str:
    """A file's text with plain newlines. Raises ExchangeError with a sentence."""
    try:
        require_plain_file(path, MAX_INPUT_BYTES)
        raw = path.read_bytes()
    except PlainFileError as error:
        raise ExchangeError(f"{path}: {error}") from error
    except OSError as error:
        raise ExchangeError(f"{path}: the file cannot be read: {error.strerror}") from error
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise ExchangeError(
            f"{path}:{line}: this is not UTF-8 text; save the file with the encoding UTF-8"
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _read(text: str, path: Path) -> Notes:
    if is_subtitles(text):
        notes = Notes(title=path.stem, cues=read_subtitles(text)).remarking(
            [Remark(0, "subtitles have no sections")]
        )
    else:
        notes = read_lecture_notes(text, str(path))
    if not clean(notes.title):
        remark = Remark(0, "there is no title: the file's name stands for it")
        notes = replace(notes, title=path.stem).remarking([remark])
    if not notes.sections and not notes.cues and not notes.questions:
        raise ExchangeError(
            f"{path}: there is nothing in it to make a lesson of: no sections, questions or cues"
        )
    return replace(notes, sections=notes.sections or (NoteSection(notes.title, None, "", 0),))


def _in_order(notes: Notes) -> Notes:
    """Sections in the order of their times; one without a time stays behind the one before it."""
    last, keys = 0, []
    for section in notes.sections:
        last = last if section.start is None else section.start
        keys.append(last)
    order = sorted(range(len(keys)), key=lambda index: keys[index])
    moved = [notes.sections[at] for place, at in enumerate(order) if place > at]
    remarks = [
        Remark(section.line, f"the section '{section.title[:40]}' came too early: put into order")
        for section in moved
    ]
    return replace(notes, sections=tuple(notes.sections[index] for index in order)).remarking(remarks)


def _nothing_empty(notes: Notes, layout: Layout) -> Notes:
    """A section in which nothing would stand gets its title for a text: a lesson has no empty sections."""
    parts = zip(notes.sections, layout.questions, layout.cues, strict=True)
    empty = [section for section, *inside in parts if not section.text and not any(inside)]
    remarks = [Remark(section.line, "a section without a text: its title stands for it") for section in empty]
    sections = (replace(each, text=each.title) if each in empty else each for each in notes.sections)
    return replace(notes, sections=tuple(sections)).remarking(remarks)


def _hidden(text: str) -> list[Remark]:
    """Signs that no page can show, by line."""
    lines = enumerate(text.split("\n"), start=1)
    return [
        Remark(number, f"invisible signs left out: {', '.join(signs)}")
        for number, line in lines
        if not line.isascii() or not line.isprintable()
        if (signs := hidden_signs(line))
    ]


def _lay_out(notes: Notes) -> Layout:
    placed = place_questions(notes.questions, notes.sections)
    own = [_chosen(notes.questions, placed, index) for index in range(len(notes.sections))]
    written = [f"{section.title} {section.text}" for section in notes.sections]
    asked = [" ".join((question.ask, *question.answers)) for question in notes.questions]
    spoken = [cue.text for cue in notes.cues]
    return Layout(
        place_cues(notes.cues, notes.sections),
        own,
        _chosen(notes.questions, placed, None),
        detect_language([notes.title, notes.description, *written, *asked]),
        detect_language(spoken),
    )


def _chosen(
    questions: Sequence[NoteQuestion], placed: Sequence[int | None], index: int | None
) -> list[NoteQuestion]:
    return [question for question, place in zip(questions, placed, strict=True) if place == index]
