"""The course as a whole: its lessons exist and differ, its files can be read and lie inside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.errors import DataError, Diagnostic, WeightsError
from generator.plain_file import leads_outside
from generator.spec.course import CourseFile
from generator.spec.explain import shorten
from generator.spec.near_names import suggest
from generator.spec.places import Loc
from generator.spec.prune import PLACEHOLDER
from generator.spec.source import Source
from generator.training_record import read_training_record
from generator.weight_header import SHIPPED_MODELS, WeightHeader, read_weight_header


def check_course_file(
    source: Source, file: CourseFile, lesson_ids: Mapping[str, Path]
) -> Iterator[Diagnostic]:
    """What course.yaml says about the folder it lies in."""
    yield from _check_languages(source, file)
    yield from _check_lesson_list(source, file, lesson_ids)
    if file.model not in {*SHIPPED_MODELS, *file.models}:
        hint = suggest(file.model, [*SHIPPED_MODELS, *file.models])
        yield source.at_value(
            ("model",), "unknown-model", f"there is no network '{shorten(file.model)}'", hint
        )


def _check_languages(source: Source, file: CourseFile) -> Iterator[Diagnostic]:
    for index, language in enumerate(file.languages):
        if language in file.languages[:index]:
            yield source.at_value(
                ("languages", index), "repeated-entry", f"'{language}' is listed twice", "delete one of them"
            )
    for loc, text in _texts(file):
        missing = [language for language in file.languages if language not in text]
        if missing and PLACEHOLDER not in text.values():
            is_split = isinstance(source.value_at(loc), dict)
            yield source.at_key(
                loc,
                "missing-translation",
                f"'{loc[0]}' is missing in {' and '.join(missing)}",
                f"add '{missing[0]}: …'" if is_split else "write {en: …, ko: …}",
                "warning",
            )


def _texts(file: CourseFile) -> Iterator[tuple[Loc, Mapping[str, str]]]:
    """Everything in course.yaml that is written per language."""
    yield ("title",), file.title
    if file.summary:
        yield ("summary",), file.summary
    for index, goal in enumerate(file.goals):
        yield ("goals", index), goal


def _check_lesson_list(
    source: Source, file: CourseFile, lesson_ids: Mapping[str, Path]
) -> Iterator[Diagnostic]:
    listed = [("lessons", index, name) for index, name in enumerate(file.lessons)]
    listed += [("pages", index, name) for index, name in enumerate(file.pages)]
    seen: dict[str, str] = {}
    for field, index, name in listed:
        loc = (field, index)
        if seen.get(name) == field:
            yield source.at_value(loc, "repeated-entry", f"'{name}' is listed twice", "delete one of them")
        elif name in seen:
            message = f"'{name}' is among the lessons, too"
            yield source.at_value(loc, "repeated-entry", message, "a page is no lesson: delete one of them")
        elif name not in lesson_ids:
            message = f"there is no lesson '{name}' in this folder"
            yield source.at_value(loc, "unknown-lesson", message, suggest(name, lesson_ids))
        seen.setdefault(name, field)
    unlisted = [name for name in lesson_ids if name not in seen] if file.lessons else []
    if unlisted:
        message = f"not listed, so they come last: {', '.join(unlisted)}"
        yield source.at_key(("lessons",), "unlisted-lesson", message, "add them to the list", "warning")


def read_headers(
    folder: Path, source: Source, file: CourseFile
) -> tuple[dict[str, WeightHeader], list[Diagnostic]]:
    """The header of every network of the course, and what is wrong with its weight files."""
    headers: dict[str, WeightHeader] = {}
    problems: list[Diagnostic] = []
    for name, shipped in SHIPPED_MODELS.items():
        if name not in file.models:
            headers[name] = read_weight_header(shipped)
    for name, written in file.models.items():
        loc = ("models", name)
        if leads_outside(folder / written, folder):
            problems.append(_outside(source, loc, written, "weight file"))
            continue
        try:
            headers[name] = read_weight_header(folder / written)
        except WeightsError as error:
            problem = str(error).removeprefix(f"{folder / written}: ")
            problems.append(source.at_value(loc, "bad-weights", f"'{shorten(written)}': {problem}"))
    return headers, problems


def check_records(folder: Path, source: Source, file: CourseFile) -> Iterator[Diagnostic]:
    """The course's training records can be read and lie inside it."""
    for name, written in file.records.items():
        loc = ("records", name)
        if leads_outside(folder / written, folder):
            yield _outside(source, loc, written, "record")
            continue
        try:
            read_training_record(folder / written)
        except DataError as error:
            problem = str(error).removeprefix(f"{folder / written}: ")
            yield source.at_value(loc, "bad-record", f"'{shorten(written)}': {problem}")


def _outside(source: Source, loc: tuple[str, str], written: str, what: str) -> Diagnostic:
    message = f"'{shorten(written)}' lies outside the course's folder"
    return source.at_value(loc, "outside-course", message, f"copy the {what} into it")
