"""A figure spec and the networks → a picture that can be put into a page.

``illustrate`` finds the module named like the figure's kind and calls its ``draw``; modules are imported only
when their kind is drawn, so a course without charts never loads matplotlib.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from generator.figures.picture import Drawing, Picture, Request
from generator.network import Library
from generator.spec.figures import Figure
from generator.spec.site_file import PlotSource

__all__ = ["Drawing", "Picture", "Request", "illustrate"]


_NO_PLOTS: Mapping[str, PlotSource] = MappingProxyType({})


def illustrate(
    figure: Figure,
    library: Library,
    *,
    model: str,
    language: str,
    plots: Mapping[str, PlotSource] = _NO_PLOTS,
) -> Picture:
    """Draw one figure. ``model`` is the lesson's network; the figure's own ``model`` wins. ``plots`` are the
    functions that mkdocs.yml names. Raises FigureError."""
    request = Request(figure, library, figure.network(model), language, plots)
    drawing: Drawing = import_module(f"generator.figures.{figure.kind}").draw(request)
    return Picture.of(drawing)
