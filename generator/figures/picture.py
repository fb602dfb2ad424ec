"""What goes into a drawing function and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.errors import FigureError
from generator.figures.words import Say, to_html
from generator.network import Library, Network
from generator.network.browser_files import BrowserFile
from generator.spec.figures import Figure
from generator.spec.site_file import PlotSource
from generator.training_record import TrainingRecord


@dataclass(frozen=True)
class Request:
    """Everything that determines a picture."""

    figure: Figure
    library: Library
    model: str
    language: str
    plots: Mapping[str, PlotSource] = field(default_factory=dict)

    @property
    def network(self) -> Network:
        """The network to draw. Raises FigureError if there is none of that name."""
        return self.network_of(self.model)

    def network_of(self, name: str) -> Network:
        """Any network by its name. Raises FigureError if there is none of it."""
        try:
            return self.library.models[name]
        except KeyError:
            raise FigureError(f"there is no network {name!r}") from None

    @property
    def records(self) -> tuple[TrainingRecord, ...]:
        """The training records to draw. Raises FigureError if there is none of a name."""
        names = self.figure.records(self.model)
        try:
            return tuple(self.library.records[name] for name in names)
        except KeyError as error:
            raise FigureError(f"there is no training record {error.args[0]!r}") from None


@dataclass(frozen=True)
class Live:
    """What a figure needs to come to life in the page.

    ``settings`` is what its module in assets/js is given, as JSON; ``files`` are those that it fetches.
    """

    settings: Mapping[str, Any]
    files: tuple[BrowserFile, ...]


@dataclass(frozen=True)
class Drawing:
    """What a kind's ``draw`` returns.

    ``svg`` is ready for a page: a complete ``<svg role="img" aria-label=…>``, or a ``<div>`` of several:
    twins of which the style sheet shows the one that fits (``.nn-twins``), or panels that wrap
    (``.nn-panels``). It needs no scrolling from 320 pixels on. All ids start with the figure's id and an
    underscore, which no id has that an author can write. ``table`` has the numbers behind the picture, header
    row first, or is None where there are none. With ``live``, ``svg`` is what stands there on paper and
    without JavaScript.
    """

    svg: str
    say: Say
    table: tuple[tuple[str, ...], ...] | None = None
    live: Live | None = None


@dataclass(frozen=True)
class Picture:
    """A finished figure.

    ``svg`` and ``table`` are those of the drawing. ``alt``, plain text, says what the picture is; ``caption``
    what there is to see and ``reading`` how to read it, both HTML phrases. ``live`` holds the settings of a
    figure that comes to life, ``files`` the uri and text of each file that it then fetches.
    """

    svg: str
    alt: str
    caption: str
    reading: str
    table: tuple[tuple[str, ...], ...] | None = None
    live: Mapping[str, Any] | None = None
    files: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, drawing: Drawing) -> Picture:
        say = drawing.say
        settings = drawing.live.settings if drawing.live else None
        files = tuple((file.uri, file.text) for file in drawing.live.files) if drawing.live else ()
        texts = (say.label, to_html(say.caption), to_html(say.reading))
        return cls(drawing.svg, *texts, drawing.table, settings, files)
