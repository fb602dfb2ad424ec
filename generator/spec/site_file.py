"""What mkdocs.yml names for lessons: the Python functions that may draw a ``plot``. Imports none of them.

Only the site's owner writes mkdocs.yml; a lesson names what stands there, and can name nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Diagnostic
from generator.plain_file import is_file
from generator.spec.explain import shorten, spell
from generator.spec.places import Data, Loc
from generator.spec.source import Source, read_source

SITE_FILE = "mkdocs.yml"
PLUGIN = "lessonloom"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_PART = r"[^\W\d]\w*"
_FUNCTION = re.compile(rf"{_PART}(?:\.{_PART})*:{_PART}")


@dataclass(frozen=True)
class PlotSource:
    """A function that draws: the file it is in, and its name there. The file need not exist."""

    path: Path
    function: str


@dataclass(frozen=True)
class SiteFile:
    """``plots`` are the functions by the names that lessons use; ``diagnostics`` what is wrong with them."""

    plots: Mapping[str, PlotSource]
    diagnostics: tuple[Diagnostic, ...] = ()


def find_site_file(folder: Path) -> Path | None:
    """The nearest mkdocs.yml, from a folder with lessons upwards; written like ``folder`` where it can be."""
    for above in (folder, *folder.parents):
        if is_file(above / SITE_FILE):
            return above / SITE_FILE
    return next((each / SITE_FILE for each in folder.resolve().parents if is_file(each / SITE_FILE)), None)


def load_site_file(path: Path | None) -> SiteFile:
    """The functions that a mkdocs.yml names. MkDocs judges the rest of the file, which is none of ours."""
    if path is None:
        return SiteFile({})
    source = read_source(path)
    plots: dict[str, PlotSource] = {}
    problems: list[Diagnostic] = []
    for loc, name, written in _named_in(source):
        if problem := _problem(name, written):
            problems.append(source.at_value(loc, "bad-plot", *problem))
            continue
        module, _, function = str(written).partition(":")
        plots[name] = PlotSource(path.parent / f"{module.replace('.', '/')}.py", function)
        if not is_file(plots[name].path):
            message = f"there is no file {plots[name].path} for '{written}'"
            hint = "the module is a file, written from the folder of mkdocs.yml with dots for slashes"
            problems.append(source.at_value(loc, "bad-plot", message, hint))
    return SiteFile(plots, tuple(problems))


def _named_in(source: Source) -> Iterator[tuple[Loc, str, Data]]:
    """The place, name and function of every entry; one function may be written without a name."""
    for loc, options in _options(source.data):
        listed = options.get("figures")
        if isinstance(listed, str):
            yield (*loc, "figures"), listed.rpartition(":")[2], listed
        elif isinstance(listed, dict):
            yield from (((*loc, "figures", name), str(name), written) for name, written in listed.items())


def _options(data: Data) -> Iterator[tuple[Loc, Mapping[str, Data]]]:
    """What mkdocs.yml says to our plugin, with its place; MkDocs takes plugins as a list or a mapping."""
    plugins = data.get("plugins") if isinstance(data, dict) else None
    entries: list[tuple[Loc, Data]] = [((), plugins)]
    if isinstance(plugins, list):
        entries = [((index,), entry) for index, entry in enumerate(plugins)]
    for place, entry in entries:
        if isinstance(entry, dict) and isinstance(entry.get(PLUGIN), dict):
            yield ("plugins", *place, PLUGIN), entry[PLUGIN]


def _problem(name: str, written: Data) -> tuple[str, str] | None:
    """What is wrong with an entry, and how it is written."""
    if not _NAME.fullmatch(name):
        return (
            f"'{shorten(name)}' cannot be the name of a plot",
            "a name has the letters a-z, digits, '-' and '_'",
        )
    if not isinstance(written, str) or not _FUNCTION.fullmatch(written):
        return (
            f"expected a function, found {spell(written)}",
            "write module:function, such as lessons.plots:draw",
        )
    return None
