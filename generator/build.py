"""All of it: a course → the files of its site. Knows no host.

NumPy takes as long to import as ten lessons to build, so whatever stands on it is imported where it is used.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from generator.errors import FigureError, SpecError
from generator.pages import SiteFile, render_lesson
from generator.pages.asset_files import asset_files
from generator.pages.describe import describe
from generator.pages.figure_html import FigureHtml, fetched_files
from generator.pages.glossary import render_glossaries
from generator.pages.home import LessonEntry, render_home
from generator.pages.images import load_images
from generator.pages.landing import render_landing
from generator.pages.terms import TermFinder
from generator.picture_cache import PictureCache, digest_files
from generator.spec import Course, CourseFile, Lesson, LoadedLesson
from generator.spec.figure_errors import place_figure_errors
from generator.spec.figures import Figure
from generator.spec.glossary import GlossaryFile
from generator.spec.site_file import PlotSource

if TYPE_CHECKING:
    from generator.network import Library

PictureKey: TypeAlias = tuple[str, str, str]
FileVersion: TypeAlias = tuple[Path, int, int]

# The figure that shows a course best stands on its home page; earlier kinds are preferred.
COVER_KINDS = ("activation_flow", "network_diagram", "weight_grid", "digit")


@dataclass(frozen=True)
class BuiltLesson:
    """A lesson's pages, one a language, and the files that its figures fetch; ``lesson`` has every expression
    computed, None if it is broken."""

    id: str
    lesson: Lesson | None
    pages: tuple[SiteFile, ...]
    files: tuple[SiteFile, ...] = ()


@dataclass(frozen=True)
class Known:
    """A lesson that was built, and what from."""

    loaded: LoadedLesson
    network: str
    is_lesson: bool
    built: BuiltLesson
    pictures: frozenset[PictureKey]


class Workshop:
    """Builds lessons and remembers what it drew, so that after an edit only what changed is made again."""

    def __init__(self) -> None:
        self._library: Library | None = None
        self._weights: dict[str, FileVersion] = {}
        self._records: dict[str, FileVersion] = {}
        self._lessons: dict[str, Known] = {}
        self._pictures: dict[PictureKey, FigureHtml] = {}
        self._covers: set[PictureKey] = set()
        self._glossary: GlossaryFile | None = None
        self._finders: dict[str, TermFinder] = {}
        self._plots: dict[str, tuple[PlotSource, tuple[int, int]]] = {}
        self._plot_digests: dict[str, str] = {}
        self._weight_digest = ""
        self._cache: PictureCache | None = None

    def keep_pictures(self, folder: Path) -> None:
        """From now on pictures outlive this process, in a folder of their own."""
        self._cache = self._cache or PictureCache(folder)

    def build_lesson(self, loaded: LoadedLesson, course: Course) -> BuiltLesson:
        """Every page of one lesson. Raises LessonloomError."""
        self._heed_weights(course)
        self._heed_glossary(course.glossary)
        self._heed_plots(course)
        network = loaded.lesson.network(course.file.model)
        is_lesson = loaded.lesson.id not in course.file.pages
        known = self._lessons.get(loaded.lesson.id)
        if known and (known.loaded, known.network, known.is_lesson) == (loaded, network, is_lesson):
            return known.built
        lesson = self._evaluate(loaded, network)
        self._check_tasks(lesson, network, loaded.path)
        figures, pages = self._draw_all(lesson, network, loaded.path), []
        for language in lesson.languages:
            finder = self._finder(language)
            page = render_lesson(lesson, language, figures[language], finder, is_numbered=is_lesson)
            pages.append(replace(page, description=page.description or describe(lesson.summary, language)))
        files = fetched_files(each for drawn in figures.values() for each in drawn.values())
        built = BuiltLesson(lesson.id, lesson, tuple(pages), files)
        keys = {
            self._key(each, network, language)
            for each in lesson.all_figures()
            for language in lesson.languages
        }
        self._lessons[lesson.id] = Known(loaded, network, is_lesson, built, frozenset(keys))
        return built

    def forget_unused(self, lesson_ids: Collection[str]) -> None:
        """Forget lessons that the course no longer has, and pictures that no page shows any more."""
        self._lessons = {name: known for name, known in self._lessons.items() if name in lesson_ids}
        used = self._covers.union(*(known.pictures for known in self._lessons.values()))
        self._pictures = {key: picture for key, picture in self._pictures.items() if key in used}
        self._covers = set()

    def draw_cover(self, course: Course, lessons: Sequence[Lesson], language: str) -> FigureHtml | None:
        """The picture for the home page, or None for a course that draws none. Raises LessonloomError."""
        shown = [(lesson, figure) for lesson in lessons for figure in lesson.all_figures()]
        for kind in COVER_KINDS:
            for lesson, figure in shown:
                if figure.kind == kind:
                    self._heed_weights(course)
                    network = lesson.network(course.file.model)
                    self._covers.add(self._key(figure, network, language))
                    return self._draw(figure, network, language)
        return None

    def _evaluate(self, loaded: LoadedLesson, network: str) -> Lesson:
        if not loaded.is_computed:
            return loaded.lesson
        from generator.values.evaluate import evaluate_lesson

        return evaluate_lesson(loaded.lesson, self._networks(), network, loaded.path)

    def _draw_all(self, lesson: Lesson, network: str, path: Path) -> dict[str, dict[str, FigureHtml]]:
        """Every figure by language and id. Raises SpecError with every figure that cannot be drawn."""
        drawn: dict[str, dict[str, FigureHtml]] = {language: {} for language in lesson.languages}
        problems: dict[str, FigureError] = {}
        for language in lesson.languages:
            for figure in lesson.all_figures():
                try:
                    drawn[language][figure.id] = self._draw(figure, network, language)
                except FigureError as error:
                    problems.setdefault(figure.id, error)
        if problems:
            raise SpecError(place_figure_errors(problems, path))
        return drawn

    def _check_tasks(self, lesson: Lesson, network: str, path: Path) -> None:
        if any(question.type == "task" for question in lesson.all_questions()):
            from generator.values.tasks import check_tasks

            check_tasks(lesson, self._networks(), network, path)

    def _draw(self, figure: Figure, network: str, language: str) -> FigureHtml:
        key = self._key(figure, network, language)
        if key not in self._pictures:
            self._pictures[key] = self._load_or_draw(figure, key)
        return self._pictures[key]

    def _load_or_draw(self, figure: Figure, key: PictureKey) -> FigureHtml:
        """From the cache if it has the picture; only else the drawing code is imported."""
        name = self._cache.name(*key, self._weight_digest) if self._cache else ""
        if self._cache and (kept := self._cache.load(name)):
            return kept
        from generator.figures import illustrate

        _, network, language = key
        plots = {name: source for name, (source, _) in self._plots.items()}
        picture = illustrate(figure, self._networks(), model=network, language=language, plots=plots)
        drawn = FigureHtml(*astuple(picture))
        if self._cache:
            self._cache.save(name, drawn)
        return drawn

    def _heed_glossary(self, glossary: GlossaryFile | None) -> None:
        """Forget the pages that were made with another glossary; their pictures are as they were."""
        if glossary is not self._glossary:
            if glossary != self._glossary:
                self._lessons = {}
            self._glossary, self._finders = glossary, {}

    def _finder(self, language: str) -> TermFinder | None:
        if self._glossary and language not in self._finders:
            self._finders[language] = TermFinder(self._glossary, language)
        return self._finders.get(language)

    def _heed_weights(self, course: Course) -> None:
        """Forget what was made from other weight files and records than the course's present ones."""
        weights, records = (
            {name: (course.folder / path, *_version(course.folder / path)) for name, path in listed.items()}
            for listed in (course.file.models, course.file.records)
        )
        if (weights, records) != (self._weights, self._records):
            self._library, self._weights, self._records = None, weights, records
            files = [(f"weights {name}", path) for name, (path, *_) in weights.items()]
            files += [(f"record {name}", path) for name, (path, *_) in records.items()]
            self._weight_digest = digest_files(sorted(files))
            self._lessons, self._pictures = {}, {}

    def _heed_plots(self, course: Course) -> None:
        """Forget lessons with figures of the owner's functions when these are others, or other code."""
        plots = {name: (source, _version(source.path)) for name, source in course.plots.items()}
        if plots == self._plots:
            return
        self._plots = plots
        self._plot_digests = {
            name: digest_files([(source.function, source.path)]) for name, (source, _) in plots.items()
        }
        self._lessons = {
            name: known for name, known in self._lessons.items() if not _shows_plots(known.built.lesson)
        }

    def _key(self, figure: Figure, network: str, language: str) -> PictureKey:
        """What decides how a figure is drawn; its caption stands beside it and is the page's."""
        decides = repr(figure.model_copy(update={"caption": None}))
        code = self._plot_digests.get(figure.plot() or "", "")
        return f"{decides}{code}", figure.network(network), language

    def _networks(self) -> Library:
        from generator.network import load_library

        if self._library is None:
            weights, records = (
                {name: path for name, (path, *_) in files.items()} for files in (self._weights, self._records)
            )
            self._library = load_library(weights, records)
        return self._library


def _shows_plots(lesson: Lesson | None) -> bool:
    return lesson is not None and any(figure.plot() for figure in lesson.all_figures())


def _version(path: Path) -> tuple[int, int]:
    """What changes when a file does; what is wrong with the file is told by whoever reads it."""
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)


def build_site(course: Course, workshop: Workshop | None = None) -> list[SiteFile]:
    """Every generated file of the site. Raises LessonloomError."""
    workshop = workshop or Workshop()
    built = [workshop.build_lesson(loaded, course) for loaded in course.lessons]
    lessons = [each.lesson for each in built if each.lesson]
    languages = site_languages(course.file, built)
    covers = {language: workshop.draw_cover(course, lessons, language) for language in languages}
    files = assemble_site(course.file, built, covers, glossary=course.glossary)
    return [*files, *load_images(course.folder)]


def assemble_site(
    course: CourseFile,
    built: Sequence[BuiltLesson],
    covers: Mapping[str, FigureHtml | None],
    problems: Mapping[str, str] = MappingProxyType({}),
    glossary: GlossaryFile | None = None,
) -> list[SiteFile]:
    """Lessons in course order, home page and glossary of each language, landing page, assets, figures' files.

    ``covers`` and ``problems`` map a language to its home page's picture and to the HTML of what a preview
    complains of there.
    """
    assets = asset_files()  # first: pages name them by their content
    pages = [
        replace(page, alternates=_alternates(each), is_lesson=each.id not in course.pages)
        for each in built
        for page in each.pages
    ]
    languages = site_languages(course, built)
    homes = {language: f"{language}/index.md" for language in languages}
    files = []
    for language in languages:
        entries = [_entry(each, language) for each in built if each.id not in course.pages]
        home = render_home(course, language, entries, covers.get(language), problems.get(language, ""))
        files.append(replace(home, alternates=homes))
    pages = [*render_glossaries(glossary, languages, pages), *pages]
    fetched = {file.uri: file for each in built for file in each.files}
    return [*files, *pages, render_landing(course, languages), *assets, *fetched.values()]


def site_languages(course: CourseFile, built: Sequence[BuiltLesson]) -> tuple[str, ...]:
    """The course's languages, then any other that a lesson is written in: its page needs a home, too."""
    written = [page.language for each in built for page in each.pages if page.language]
    return tuple(dict.fromkeys([*course.languages, *written]))


def _alternates(built: BuiltLesson) -> dict[str, str]:
    return {page.language: page.uri for page in built.pages if page.language}


def _entry(built: BuiltLesson, language: str) -> LessonEntry:
    pages = {page.language: page for page in built.pages}
    return LessonEntry(pages.get(language, built.pages[0]), built.lesson)
