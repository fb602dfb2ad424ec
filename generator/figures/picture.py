"""What goes into a drawing function and what comes out."""

from __future__ import annotations

from dataclasses import dataclass

from generator.network import Library, Network
from generator.spec.figures import Figure


@dataclass(frozen=True)
class Request:
    """Everything that determines a picture."""

    figure: Figure
    library: Library
    model: str
    language: str

    @property
    def network(self) -> Network:
        return self.library.models[self.model]


@dataclass(frozen=True)
class Picture:
    """A finished figure.

    ``svg`` is a complete ``<svg role="img" aria-label=… >`` whose ids start with the figure's id; ``alt`` is
    the same text as its label; ``caption`` is the computed caption in plain text; ``table`` the numbers
    behind the picture, header row first, or None.
    """

    svg: str
    alt: str
    caption: str
    table: tuple[tuple[str, ...], ...] | None = None
