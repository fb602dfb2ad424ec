"""What goes into a drawing function and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.errors import FigureError
from generator.figures.words import Say, to_html
from generator.network import Library, Network
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
        try:
            return self.library.models[self.model]
        except KeyError:
            raise FigureError(f"there is no network {self.model!r}") from None

    @property
    def records(self) -> tuple[TrainingRecord, ...]:
        """The training records to draw. Raises FigureError if there is none of a name."""
        names = self.figure.records(self.model)
        try:
            return tuple(self.library.records[name] for name in names)
        except KeyError as error:
            raise FigureError(f"there is no training record {error.args[0]!r}") from None


@dataclass(frozen=True)
class Drawing:
    """What a kind's ``draw`` returns.

    ``svg`` is ready for a page: a complete ``<svg role="img" aria-label=…>``, or a ``<div>`` of several:
    twins of which the style sheet shows the one that fits (``.nn-twins``), or panels that wrap
    (``.nn-panels``). It needs no scrolling from 320 pixels on. All ids start with the figure's id and an
    underscore, which no id has that an author can write. ``table`` has the numbers behind the picture, header
    row first, or is None where there are none.
    """

    svg: str
    say: Say
    table: tuple[tuple[str, ...], ...] | None = None


@dataclass(frozen=True)
class Picture:
    """A finished figure.

    ``svg`` and ``table`` are those of the drawing. ``alt``, plain text, says what the picture is; ``caption``
    what there is to see and ``reading`` how to read it, both HTML phrases.
    """

    svg: str
    alt: str
    caption: str
    reading: str
    table: tuple[tuple[str, ...], ...] | None = None

    @classmethod
    def of(cls, drawing: Drawing) -> Picture:
        say = drawing.say
        return cls(drawing.svg, say.label, to_html(say.caption), to_html(say.reading), drawing.table)
