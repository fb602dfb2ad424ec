"""``task_picture``: the figure of a task, with what its answers are judged by in the page."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

from generator.figures.picture import Drawing, Live, Request
from generator.figures.words import figure_language
from generator.figures.words.live_neuron import WORDS
from generator.network.browser_files import pack_digits, pack_network
from generator.spec.figures.task_picture import TaskPicture


def draw(request: Request) -> Drawing:
    """Draw the figure that is shown, and pack the network and the digits. Raises FigureError."""
    figure = request.figure
    assert isinstance(figure, TaskPicture)
    draw_shown = import_module(f"generator.figures.{figure.shows.kind}").draw
    drawing: Drawing = draw_shown(replace(request, figure=figure.shows))
    network, digits = pack_network(request.model, request.network), pack_digits(request.library.digits)
    words = dict(WORDS(figure_language(request.language)))
    settings = {"network": network.uri, "digits": digits.uri, "words": words}
    return replace(drawing, live=Live(settings, (network, digits)))
