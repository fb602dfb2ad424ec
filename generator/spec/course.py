"""course.yaml: what holds the lessons together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, ClassVar, NamedTuple

from pydantic import Field

from generator.errors import Diagnostic
from generator.spec.glossary import GlossaryFile
from generator.spec.lesson import Lesson
from generator.spec.site_file import PlotSource
from generator.spec.text import Language, Model, Slug, Text


class CourseFile(Model):
    """The content of course.yaml."""

    noun: ClassVar[str] = "course.yaml"

    title: Text = Field(description="Plain text")
    summary: Text | None = Field(None, description="Markdown, shown on the home page")
    goals: Annotated[tuple[Text, ...], Field(strict=False)] = Field(
        (), description="Markdown; each ends the sentence 'After this course you can …' on the home page"
    )
    languages: Annotated[tuple[Language, ...], Field(min_length=1, strict=False)] = Field(
        ("en",),
        description="Language codes; the first is the one readers are sent to, and that of plain strings",
    )
    lessons: Annotated[tuple[Slug, ...], Field(strict=False)] = Field(
        (), description="Lesson ids in order; default: by file name"
    )
    pages: Annotated[tuple[Slug, ...], Field(strict=False)] = Field(
        (),
        description="Ids of lesson files that are pages beside the lessons: they are in no list of lessons",
    )
    models: dict[Slug, str] = Field(
        default_factory=dict,
        description="Name → weight file, relative to this folder; adds to the shipped ones",
    )
    records: dict[Slug, str] = Field(
        default_factory=dict,
        description="Name → training record of 'lessonloom train --record', relative to this folder; adds"
        " to the shipped ones",
    )
    model: str = Field("digits", description="The network of lessons that name none")


class LoadedLesson(NamedTuple):
    """A lesson and the file it came from; ``is_computed`` is false where there is no expression in it."""

    path: Path
    lesson: Lesson
    is_computed: bool = True


class BrokenLesson(NamedTuple):
    """A lesson that cannot be built: the id of its page, and why. ``title`` is empty if unreadable."""

    path: Path
    id: str
    diagnostics: tuple[Diagnostic, ...]
    title: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Course:
    """Everything an author wrote, loaded and checked. ``lessons`` are in course order.

    ``warnings`` never stop a build. ``broken`` is empty unless the course was loaded leniently. ``glossary``
    is None also where it cannot be read. ``plots`` are the functions that mkdocs.yml names, by the names that
    figures use.
    """

    folder: Path
    file: CourseFile
    lessons: tuple[LoadedLesson, ...]
    warnings: tuple[Diagnostic, ...] = ()
    broken: tuple[BrokenLesson, ...] = ()
    glossary: GlossaryFile | None = None
    plots: Mapping[str, PlotSource] = field(default_factory=dict)
