"""Files on disk → a Course, or every problem in them.

``load_course`` is for building: anything wrong stops it. ``load_course_leniently`` is for the live preview:
it keeps what is good and says what is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from generator.errors import Diagnostic, Severity, SpecError
from generator.plain_file import is_folder
from generator.spec.checks import check_lesson
from generator.spec.checks.course import check_course_file, check_records, read_headers
from generator.spec.checks.course_texts import check_course_texts
from generator.spec.course import BrokenLesson, Course, CourseFile, LoadedLesson
from generator.spec.draft import Draft, Setting
from generator.spec.ids import MissingId, fill_ids, is_id, lesson_id, link_targets
from generator.spec.lesson import Lesson
from generator.spec.lesson_expressions import check_expressions, has_expressions
from generator.spec.load_glossary import GLOSSARY_FILE, load_glossary, read_glossary, term_ids
from generator.spec.places import Data
from generator.spec.prune import PLACEHOLDER
from generator.spec.site_file import SITE_FILE, find_site_file, load_site_file
from generator.spec.source import Source, read_source
from generator.spec.validate import validate, written_languages
from generator.training_record import SHIPPED_RECORDS
from generator.weight_header import read_digit_list

COURSE_FILE = "course.yaml"
NO_LESSONS = frozenset((COURSE_FILE, GLOSSARY_FILE))
MAX_DIAGNOSTICS = 200


class Examined(NamedTuple):
    """One lesson file after every check. ``lesson`` is ``None`` if one of ``diagnostics`` is an error."""

    path: Path
    id: str
    lesson: Lesson | None
    diagnostics: tuple[Diagnostic, ...]
    title: tuple[tuple[str, str], ...] = ()


def load_lesson(path: Path, language: str = "en", site: Path | None = None) -> LoadedLesson:
    """Read one lesson by itself. ``language`` is that of plain strings if the lesson names none; ``site`` is
    its mkdocs.yml, else the nearest above.

    Raises SpecError with every problem found.
    """
    setting = load_setting(path.parent, Source(""), unnamed_course(language), site=site)[0]
    examined = examine_lesson(path, read_source(path), setting, language)
    if examined.lesson is None:
        raise SpecError(examined.diagnostics)
    return LoadedLesson(path, examined.lesson)


def load_course(folder: Path, site: Path | None = None) -> Course:
    """Read course.yaml and every lesson beside it. ``site`` is the course's mkdocs.yml, else the nearest
    above. Raises SpecError with every problem, warnings included."""
    course, diagnostics = load_course_leniently(folder, site)
    if any(diagnostic.severity == "error" for diagnostic in diagnostics):
        raise SpecError(diagnostics)
    return course


def load_course_leniently(folder: Path, site: Path | None = None) -> tuple[Course, tuple[Diagnostic, ...]]:
    """The course without its broken lessons (they are in ``Course.broken``), and everything that is wrong."""
    source, file, diagnostics = load_course_file(folder)
    paths = lesson_paths(folder)
    sources = {path: read_source(path) for path in paths}
    by_id = {written_id(path, sources[path]): path for path in reversed(paths)}
    by_id = {name: by_id[name] for name in reversed(by_id)}
    ids = {name: link_targets(sources[path].data, path) for name, path in by_id.items()}
    setting, problems = load_setting(folder, source, file, ids, site)
    diagnostics += problems
    words = read_glossary(folder)
    setting = replace(setting, terms=term_ids(words))
    glossary, problems_of_terms = load_glossary(words, setting)
    diagnostics += problems_of_terms
    if source.data is not None:
        diagnostics += check_course_file(source, file, by_id)
        diagnostics += check_course_texts(source, setting)
    diagnostics += warn_of_misnamed(folder)
    if not paths:
        diagnostics.append(_warn_of_no_lessons(folder))
    examined = [examine_lesson(path, sources[path], setting) for path in paths]
    examined = _without_collisions(examined, sources)
    diagnostics += [diagnostic for each in examined for diagnostic in each.diagnostics]
    diagnostics.sort(key=lambda diagnostic: diagnostic.place)
    order, beside = _places(file.lessons), _places(file.pages)
    examined.sort(key=lambda each: (beside.get(each.id, -1), order.get(each.id, len(order))))
    warnings = tuple(diagnostic for diagnostic in diagnostics if diagnostic.severity == "warning")
    lessons = tuple(
        LoadedLesson(each.path, each.lesson, has_expressions(sources[each.path]))
        for each in examined
        if each.lesson
    )
    broken = tuple(BrokenLesson(e.path, e.id, e.diagnostics, e.title) for e in examined if e.lesson is None)
    course = Course(folder, file, lessons, warnings, broken, glossary, setting.plots)
    return course, tuple(diagnostics)


def _places(names: Iterable[str]) -> dict[str, int]:
    return {name: index for index, name in enumerate(names)}


def _warn_of_no_lessons(folder: Path) -> Diagnostic:
    message, hint = "there is no lesson in this folder", "a lesson is a file such as 01-first-steps.yaml"
    return Diagnostic(str(folder), 1, 1, "no-lessons", message, "warning", hint=hint)


def lesson_paths(folder: Path) -> list[Path]:
    """The lesson files of a folder, by name. Files that begin with '.' or '_' are nobody's lesson."""
    found = folder.glob("*.yaml") if is_folder(folder) else ()
    return sorted(path for path in found if path.name not in NO_LESSONS and path.name[0] not in "._")


def warn_of_misnamed(folder: Path) -> Iterator[Diagnostic]:
    """Files that are lessons but for the end of their names."""
    for path in sorted(folder.glob("*") if is_folder(folder) else ()):
        is_meant = path.suffix.lower() in (".yaml", ".yml") and path.name[0] not in "._"
        if path.name != SITE_FILE and is_meant and path.suffix != ".yaml":
            message = "this file is not read, because its name does not end in .yaml"
            hint = f"rename it to {path.stem}.yaml"
            yield Diagnostic(str(path), 1, 1, "misnamed-file", message, "warning", hint=hint)


def load_course_file(folder: Path) -> tuple[Source, CourseFile, list[Diagnostic]]:
    """course.yaml, as much of it as can be understood."""
    source = read_source(folder / COURSE_FILE)
    diagnostics = list(source.diagnostics)
    listed = source.value_at(("languages", 0))
    language = listed if isinstance(listed, str) and is_id(listed.lower()) else "en"
    context = {"language": language, "languages": _listed_languages(source.data, language)}
    if source.data is None:
        return source, unnamed_course(language), diagnostics
    validated = validate(CourseFile, source.data, source, context)
    diagnostics += validated.diagnostics
    return source, validated.model or unnamed_course(language), diagnostics


def unnamed_course(language: str) -> CourseFile:
    """The course of a lesson that lies in none."""
    return CourseFile.model_validate({"title": {language: PLACEHOLDER}})


def _listed_languages(data: Data, language: str) -> tuple[str, ...]:
    listed = data.get("languages") if isinstance(data, dict) else None
    return (
        tuple(item for item in listed if isinstance(item, str)) if isinstance(listed, list) else (language,)
    )


def load_setting(
    folder: Path,
    source: Source,
    file: CourseFile,
    lesson_ids: Mapping[str, frozenset[str]] | None = None,
    site: Path | None = None,
) -> tuple[Setting, list[Diagnostic]]:
    """What the lessons of a course may name. Raises WeightsError if a shipped file is damaged."""
    headers, problems = read_headers(folder, source, file)
    problems += check_records(folder, source, file)
    languages = file.languages if source.data is not None else ()
    digits, records = read_digit_list().names, (*SHIPPED_RECORDS, *file.records)
    named = load_site_file(site or find_site_file(folder))
    setting = Setting(
        folder, languages, lesson_ids or {}, headers, digits, records, file.model, plots=named.plots
    )
    return setting, [*problems, *named.diagnostics]


def examine_lesson(path: Path, source: Source, setting: Setting, language: str = "") -> Examined:
    """Every check on one lesson: YAML, fields, expressions, and whether it makes sense."""
    diagnostics = list(source.diagnostics)
    if not isinstance(source.data, dict):
        if source.data is not None:
            diagnostics += validate(Lesson, source.data, source, {}).diagnostics
        return Examined(path, written_id(path, source), None, tuple(diagnostics))
    data, missing = fill_ids(source.data, path)
    written = source.data.get("language")
    default = written if isinstance(written, str) else language or setting.language
    context = {"language": default, "languages": written_languages(data, default)}
    validated = validate(Lesson, data, source, context)
    draft = Draft(source, setting, data, validated.model, validated.pruned)
    found = _gather(
        source,
        diagnostics,
        validated.diagnostics,
        check_lesson(draft),
        check_expressions(source, draft.world),
        (_warn_of_missing_id(source, item) for item in missing),
    )
    is_broken = any(diagnostic.severity == "error" for diagnostic in found)
    title = tuple(validated.model.title.items()) if validated.model else ()
    return Examined(path, written_id(path, source), None if is_broken else validated.model, found, title)


def _gather(source: Source, *parts: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """All diagnostics of a file, sorted; of endlessly many only the first, and that there are more."""
    found = set(islice(chain.from_iterable(parts), MAX_DIAGNOSTICS + 1))
    listed = sorted(found, key=lambda diagnostic: diagnostic.place)
    if len(listed) > MAX_DIAGNOSTICS:
        last = listed[MAX_DIAGNOSTICS - 1]
        worst: Severity = "error" if any(each.severity == "error" for each in listed) else "warning"
        message = f"more than {MAX_DIAGNOSTICS} problems in this file; the others are not shown"
        listed[MAX_DIAGNOSTICS:] = [
            replace(last, code="too-many-problems", message=message, hint="", severity=worst)
        ]
    return tuple(listed)


def _warn_of_missing_id(source: Source, item: MissingId) -> Diagnostic:
    hangs = "links to it" if item.noun == "section" else "a learner's progress"
    message = f"this {item.noun} has no id; {hangs} would be lost when its words change"
    return source.at_value(item.loc, "missing-id", message, f"add 'id: {item.suggestion}'", "warning")


def written_id(path: Path, source: Source) -> str:
    """The id of a lesson, as written or as its file's name gives it."""
    written = source.value_at(("id",))
    return written if is_id(written) else lesson_id(path)


def _without_collisions(examined: list[Examined], sources: dict[Path, Source]) -> list[Examined]:
    """Lessons whose id another file has already are broken, not silently one over the other."""
    first: dict[str, Path] = {}
    kept: list[Examined] = []
    for each in examined:
        if each.id in first:
            source = sources[each.path]
            message = f"the lesson id '{each.id}' is taken by {first[each.id].name}"
            loc = ("id",) if source.value_at(("id",)) is not None else ()
            hint = "" if loc else "add an id, or rename the file"
            problem = source.at_value(loc, "duplicate-lesson", message, hint)
            each = Examined(each.path, f"{each.path.stem}", None, (*each.diagnostics, problem), each.title)
        first.setdefault(each.id, each.path)
        kept.append(each)
    return kept
