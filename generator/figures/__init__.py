"""A figure spec and the networks → a picture that can be put into a page.

``illustrate`` finds the module named like the figure's kind and calls its ``draw``; modules are imported only
when their kind is drawn, so a course without charts never loads matplotlib.
"""

from __future__ import annotations

from importlib import import_module

from generator.figures.picture import Drawing, Picture, Request
from generator.network import Library
from generator.spec.figures import Figure

__all__ = ["Drawing", "Picture", "Request", "illustrate"]


def illustrate(figure: Figure, library: Library, *, model: str, language: str) -> Picture:
    """Draw one figure. ``model`` is the lesson's network; the figure's own ``model`` wins. Raises
    FigureError."""
    request = Request(figure, library, figure.network(model), language)
    drawing: Drawing = import_module(f"generator.figures.{figure.kind}").draw(request)
    return Picture.of(drawing)
