"""What only drawing a figure shows, at its place in the lesson's file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.errors import Diagnostic, FigureError
from generator.spec.ids import items_in
from generator.spec.source import read_source


def place_figure_errors(errors: Mapping[str, FigureError], path: Path) -> list[Diagnostic]:
    """What is wrong with the figures of these ids; the lesson at ``path`` is read again only for this."""
    source = read_source(path)
    places = {item.get("id"): loc for loc, noun, item in items_in(source.data or {}) if noun == "figure"}
    found = []
    for name, error in errors.items():
        code = error.code if error.code else "figure-failed"
        found.append(source.at_value((*places.get(name, ()), *error.at), code, str(error), error.hint))
    return found
