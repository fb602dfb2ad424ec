"""A lesson that is being checked: its file, as much of it as makes sense, and the course around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from generator.errors import Diagnostic, Severity
from generator.spec.define import Defined, define_names
from generator.spec.figures import FigureBase
from generator.spec.ids import ids_in
from generator.spec.lesson import Lesson
from generator.spec.places import Loc
from generator.spec.prune import Pruned
from generator.spec.questions import Question, QuestionBase
from generator.spec.site_file import PlotSource
from generator.spec.source import Source
from generator.spec.text import Model
from generator.spec.vocabulary import World
from generator.weight_header import WeightHeader

_PLAIN = frozenset((str, int, float, bool, type(None)))
"""Types of values that hold no other values."""


@dataclass(frozen=True)
class Setting:
    """What lessons may name. ``languages`` and ``lesson_ids`` are empty outside a course.

    ``lesson_ids`` holds for each lesson the ids in it that links can lead to, none if it cannot be read;
    ``terms`` the ids of the glossary, None if it cannot be read, and outside a course.
    """

    folder: Path
    languages: tuple[str, ...] = ()
    lesson_ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    headers: Mapping[str, WeightHeader] = field(default_factory=dict)
    digits: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    model: str = "digits"
    terms: frozenset[str] | None = None
    plots: Mapping[str, PlotSource] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The language of plain strings in a lesson that names none."""
        return self.languages[0] if self.languages else "en"


@dataclass(frozen=True)
class Draft:
    """``data`` is the file's data with ids filled in; ``lesson`` what of it is valid, if anything is."""

    source: Source
    setting: Setting
    data: Mapping[str, Any]
    lesson: Lesson | None
    pruned: Pruned

    @cached_property
    def parts(self) -> tuple[tuple[Loc, Model], ...]:
        """Every model in the valid part, outermost first, with its place in the author's file."""
        return tuple(self.below((), self.lesson)) if self.lesson else ()

    @cached_property
    def ids(self) -> tuple[tuple[Loc, str, str], ...]:
        """(place, noun, id) of everything in the file that has an id, in reading order."""
        return tuple(ids_in(self.data))

    @cached_property
    def defined(self) -> Defined:
        """What expressions can see. An unknown network of the lesson's own is told once, at its name."""
        model, setting = self.data.get("model"), self.setting
        known = isinstance(model, str) and model in setting.headers
        world = World(setting.headers, setting.digits, str(model) if known else setting.model)
        definitions = self.data.get("define")
        return define_names(definitions if isinstance(definitions, dict) else {}, world)

    @property
    def world(self) -> World:
        """The same, without what is wrong with the lesson's own names."""
        return self.defined.world

    def below(self, loc: Loc, part: Model) -> list[tuple[Loc, Model]]:
        """A model and those in it, with their places; ``loc`` is the place of the model."""
        found: list[tuple[Loc, Model]] = []
        self._collect(loc, part, found)
        return found

    def _collect(self, loc: Loc, value: object, found: list[tuple[Loc, Model]]) -> None:
        items: Iterable[tuple[str | int, object]]
        if isinstance(value, tuple):
            items = enumerate(value)
        elif isinstance(value, MappingProxyType):
            items = ((name, item) for name, item in value.items() if type(item) is not tuple)
        elif isinstance(value, Model):  # last: asking whether something is a model takes longest
            found.append((self.pruned.original(loc), value))
            items = value.__dict__.items()
        else:
            return
        for name, item in items:
            if type(item) not in _PLAIN:
                self._collect((*loc, name), item, found)

    def texts(self) -> Iterator[tuple[Loc, Mapping[str, Any]]]:
        """Everything that is written per language, with its place."""
        for loc, part in self.parts:
            yield from self.texts_of(loc, part)

    def texts_of(self, loc: Loc, part: Model) -> Iterator[tuple[Loc, Mapping[str, Any]]]:
        """What one model has that is written per language; not what is in the models below it."""
        for name, value in part.__dict__.items():
            if type(value) not in _PLAIN:
                yield from _texts_in((*loc, name), value)

    def figures(self) -> Iterator[tuple[Loc, FigureBase]]:
        return ((loc, part) for loc, part in self.parts if isinstance(part, FigureBase))

    def questions(self) -> Iterator[tuple[Loc, Question]]:
        return ((loc, cast(Question, part)) for loc, part in self.parts if isinstance(part, QuestionBase))

    def at_value(
        self, loc: Loc, code: str, message: str, hint: str = "", severity: Severity = "error"
    ) -> Diagnostic:
        return self.source.at_value(loc, code, message, hint, severity)

    def model_of(self, figure: FigureBase) -> str:
        """The name of the network a figure is computed from."""
        course_network = self.setting.model
        return figure.network(self.lesson.network(course_network) if self.lesson else course_network)


def _texts_in(loc: Loc, value: object) -> Iterator[tuple[Loc, Mapping[str, Any]]]:
    if isinstance(value, MappingProxyType):
        if not any(type(item) not in _PLAIN and isinstance(item, Model) for item in value.values()):
            yield loc, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            if type(item) not in _PLAIN:
                yield from _texts_in((*loc, index), item)
