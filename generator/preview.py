"""The site while its author is at work: what is broken is shown on its page, and the rest stays as it was."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.build import BuiltLesson, Workshop, assemble_site, site_languages
from generator.errors import Diagnostic, LessonloomError, SpecError, format_diagnostic
from generator.pages import SiteFile
from generator.pages.figure_html import FigureHtml
from generator.pages.images import load_images
from generator.pages.problems import render_broken_lesson, render_problems, show_problems, show_warnings
from generator.spec import BrokenLesson, Course, CourseFile, LoadedLesson, load_course_leniently
from generator.spec.load_glossary import GLOSSARY_FILE

COURSE_FILE = "course.yaml"


class Preview:
    """Builds from files that may be wrong at any moment, and keeps what was good last."""

    def __init__(self, folder: Path, workshop: Workshop, site: Path | None = None) -> None:
        self._folder = folder
        self._site = site
        self._workshop = workshop
        self._good: dict[str, BuiltLesson] = {}
        self._course = Course(folder, CourseFile.model_validate({"title": {"en": COURSE_FILE}}), ())
        self._course_is_good = False

    def files(self) -> tuple[list[SiteFile], list[str]]:
        """The site's files, and every problem and warning as lines for the terminal. Never raises."""
        problems = self._load()
        images = self._load_images(problems)
        lessons = self._in_order()
        built = [self._build_safely(each, problems) for each in lessons]
        languages = site_languages(self._course.file, built)
        covers = {language: self._cover(built, language) for language in languages}
        told = languages if problems else ()
        boxes = {each: render_problems(problems, each, of="site_course_problems") for each in told}
        files = assemble_site(self._course.file, built, covers, boxes, self._course.glossary)
        files = self._under_warnings(files, dict(zip((each.path for each in lessons), built, strict=True)))
        names = {each.path.name for each in lessons}
        self._good = {name: good for name, good in self._good.items() if name in names}
        self._workshop.forget_unused({each.id for each in built})
        return [*files, *images], [*problems, *map(format_diagnostic, self._course.warnings)]

    def _under_warnings(
        self, files: Sequence[SiteFile], lessons: Mapping[Path, BuiltLesson]
    ) -> list[SiteFile]:
        """Each lesson's warnings on its pages, all others on the home pages."""
        told: dict[str, list[str]] = {}
        uris = {str(path): [page.uri for page in built.pages] for path, built in lessons.items()}
        homes = [file.uri for file in files if file.language and file.uri == f"{file.language}/index.md"]
        for each in self._course.warnings:
            for uri in uris.get(each.path, homes):
                told.setdefault(uri, []).append(format_diagnostic(each))
        return [show_warnings(file, told.get(file.uri, ())) for file in files]

    def _load(self) -> list[str]:
        """Read the course, as far as it can be read, and return what is wrong with it."""
        try:
            course, diagnostics = load_course_leniently(self._folder, self._site)
        except Exception as error:
            return explain(error)
        errors = [each for each in diagnostics if each.severity == "error"]
        is_good = not any(_is_of_course(each) for each in errors)
        if not is_good and self._course_is_good:
            course = replace(course, file=self._course.file)
        if any(Path(each.path).name == GLOSSARY_FILE for each in errors):
            course = replace(course, glossary=self._course.glossary)
        self._course, self._course_is_good = course, is_good or self._course_is_good
        return [format_diagnostic(each) for each in errors]

    def _load_images(self, problems: list[str]) -> list[SiteFile]:
        try:
            return load_images(self._folder)
        except Exception as error:
            problems += explain(error)
            return []

    def _in_order(self) -> list[LoadedLesson | BrokenLesson]:
        """Every lesson in order; those that cannot be read stand where their file's name puts them."""
        listed: list[LoadedLesson | BrokenLesson] = list(self._course.lessons)
        for broken in self._course.broken:
            before = sum(each.path.name < broken.path.name for each in listed)
            listed.insert(before, broken)
        return listed

    def _build_safely(self, lesson: LoadedLesson | BrokenLesson, problems: list[str]) -> BuiltLesson:
        """The lesson's pages. What only building shows is added to ``problems``."""
        if isinstance(lesson, BrokenLesson):
            texts = [format_diagnostic(each) for each in lesson.diagnostics if each.severity == "error"]
            return self._broken(lesson.path, lesson.id, dict(lesson.title), texts)
        try:
            built = self._workshop.build_lesson(lesson, self._course)
        except Exception as error:
            texts = explain(error)
            problems += texts
            return self._broken(lesson.path, lesson.lesson.id, lesson.lesson.title, texts)
        self._good[lesson.path.name] = built
        return built

    def _broken(
        self, path: Path, lesson_id: str, title: Mapping[str, str], problems: Sequence[str]
    ) -> BuiltLesson:
        """The lesson as it last was, or if it never was good, a page with its problems only."""
        good = self._good.get(path.name)
        if good:
            return replace(good, pages=tuple(show_problems(page, problems) for page in good.pages))
        languages = tuple(title) or self._course.file.languages
        pages = (
            render_broken_lesson(lesson_id, language, title.get(language, path.name), problems)
            for language in languages
        )
        return BuiltLesson(lesson_id, None, tuple(pages))

    def _cover(self, built: Sequence[BuiltLesson], language: str) -> FigureHtml | None:
        lessons = [each.lesson for each in built if each.lesson]
        try:
            return self._workshop.draw_cover(self._course, lessons, language)
        except Exception:  # said already on the page of the lesson whose figure it is
            return None


def _is_of_course(diagnostic: Diagnostic) -> bool:
    return Path(diagnostic.path).name == COURSE_FILE


def explain(error: Exception) -> list[str]:
    """An error while a lesson was built, as texts for its author. A fault of ours shows where it is."""
    if isinstance(error, SpecError):
        return [format_diagnostic(each) for each in error.diagnostics if each.severity == "error"]
    if isinstance(error, LessonloomError):
        return [str(error)]
    if isinstance(error, OSError):
        return [f"{error.filename}: {error.strerror}"]
    return ["".join(traceback.format_exception(error))]


def keep_serving(build: Callable[[], None]) -> Callable[[], None]:
    """After a failed rebuild MkDocs alone would let every request wait for ever."""

    def rebuild() -> None:
        try:
            build()
        except (Exception, SystemExit) as error:
            logging.getLogger("mkdocs.plugins.lessonloom").error(f"The site could not be built: {error}")

    return rebuild


def shorten(path: Path) -> Path:
    """The path as an author would type it, where that is shorter."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
