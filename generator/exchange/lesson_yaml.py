"""Notes → the text of a lesson file.

The file is written by hand rather than by a YAML library, because it has to be exact in both directions:
every string is quoted (so nothing is taken for a number, a time or a comment), nothing is folded, and each
cue stands on one line, where a change to it shows as one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.exchange.ascii_ids import IdMaker
from generator.exchange.notes import NoteQuestion, Notes, NoteSection, SpokenCue
from generator.exchange.plain_text import clean, to_block_markdown, to_inline_markdown, to_plain
from generator.spec.scalars import read_plain
from generator.spec.text import format_time


@dataclass(frozen=True)
class Layout:
    """Where everything goes: ``cues[i]`` and ``questions[i]`` belong to section i, ``closing`` to the end."""

    cues: list[list[SpokenCue]]
    questions: list[list[NoteQuestion]]
    closing: list[NoteQuestion]
    language: str
    transcript_language: str


def write_lesson(notes: Notes, layout: Layout, *, lesson_id: str = "", source: str = "") -> str:
    """The text of a lesson file. ``lesson_id`` is written only where the file's name is no id."""
    ids = IdMaker()
    lines = [
        f"# Imported from {clean(source)} by 'lessonloom import'.",
        f"title: {quoted(to_plain(notes.title))}",
    ]
    lines += [f"id: {_id(lesson_id)}"] if lesson_id else []
    lines += [f"language: {layout.language}"]
    lines += [f"summary: {quoted(to_inline_markdown(notes.description))}"] if clean(notes.description) else []
    lines += [f"video: {quoted(notes.video)}"] if notes.video else []
    lines.append("sections:")
    for index, section in enumerate(notes.sections):
        lines += _section(section, index, ids)
        lines += _questions(layout.questions[index], ids, "    ")
        lines += _transcript(layout.cues[index], layout.transcript_language)
    lines += _questions(layout.closing, ids, "")
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """A YAML string on one line: single quotes where double ones would need escapes."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _id(made: str) -> str:
    """An id without quotes, unless YAML would take it for a number, a date or a truth value."""
    value, surprise = read_plain(made)
    return made if value == made and not surprise else quoted(made)


def _section(section: NoteSection, index: int, ids: IdMaker) -> Iterator[str]:
    moment = (
        f"at-{format_time(section.start).replace(':', '-')}"
        if section.start is not None
        else f"part-{index + 1}"
    )
    yield f"  - id: {_id(ids.make(section.title, moment))}"
    yield f"    title: {quoted(to_plain(section.title))}"
    if section.start is not None:
        yield f'    start: "{format_time(section.start)}"'
    if text := to_block_markdown(section.text):
        yield "    text: |-"
        yield from (f"      {line}".rstrip() for line in text.split("\n"))


def _questions(questions: Iterable[NoteQuestion], ids: IdMaker, indent: str) -> Iterator[str]:
    for number, question in enumerate(questions):
        if not number:
            yield f"{indent}questions:"
        yield f"{indent}  - id: {_id(ids.make(question.ask, 'question'))}"
        yield f"{indent}    type: text"
        yield f"{indent}    ask: {quoted(to_inline_markdown(question.ask))}"
        answers = ", ".join(quoted(to_plain(answer)) for answer in question.answers)
        yield f"{indent}    accept: [{answers}]"


def _transcript(cues: Iterable[SpokenCue], language: str) -> Iterator[str]:
    for number, cue in enumerate(cues):
        if not number:
            yield "    transcript:"
            yield f"      language: {language}"
            yield "      cues:"
        yield f'        - {{at: "{format_time(cue.start or 0)}", text: {quoted(cue.text)}}}'
