"""What mkdocs.yml names for lessons: the Python functions that may draw a ``plot``. Imports none of them.

Only the site's owner writes mkdocs.yml; a lesson names what stands there, and can name nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Diagnostic
from generator.plain_file import is_file
from generator.spec.explain import shorten, spell
from generator.spec.places import Data, Loc
from generator.spec.source import Source, read_source

SITE_FILE = "mkdocs.yml"
PLUGIN, INHERIT = "lessonloom", "INHERIT"
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
    """The functions that a mkdocs.yml names, or those that it inherits from; modules are looked for from the
    folder of mkdocs.yml itself. MkDocs judges the rest of the files, which is none of ours."""
    if path is None:
        return SiteFile({})
    plots: dict[str, PlotSource] = {}
    problems: list[Diagnostic] = []
    for source, loc, name, written in _named_in(_inherited(path)):
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


def _inherited(path: Path) -> Iterator[Source]:
    """The file, the one that it inherits from, and so on. One that is missing is told by MkDocs."""
    seen = set[Path]()
    while path.resolve() not in seen:
        seen.add(path.resolve())
        source = read_source(path)
        yield source
        above = source.data.get(INHERIT) if isinstance(source.data, dict) else None
        if not isinstance(above, str) or not is_file(path.parent / above):
            return
        path = path.parent / above


def _named_in(sources: Iterable[Source]) -> Iterator[tuple[Source, Loc, str, Data]]:
    """The source, place, name and function of every entry, of two of a name that of the file that inherits;
    one function may be written without a name."""
    named = set[str]()
    for source in sources:
        found, is_mapping = _figures(source.data)
        for loc, listed in found:
            if isinstance(listed, str):
                yield source, loc, listed.rpartition(":")[2], listed
            elif isinstance(listed, dict):
                for name in (each for each in listed if each not in named):
                    yield source, (*loc, name), str(name), listed[name]
                named |= listed.keys()
        if not is_mapping:
            return


def _figures(data: Data) -> tuple[list[tuple[Loc, Data]], bool]:
    """What mkdocs.yml says to our plugin under ``figures``, with its place, and whether MkDocs adds what it
    inherits: it does where all on the way is a mapping or left out, and a list or text takes its place."""
    node: Data = data
    loc: Loc = ()
    for key in ("plugins", PLUGIN, "figures"):
        if not isinstance(node, dict):
            return [], False
        if key not in node:
            return [], True
        node, loc = node[key], (*loc, key)
        if key == "plugins" and isinstance(node, list):
            options = [
                (index, entry.get(PLUGIN)) for index, entry in enumerate(node) if isinstance(entry, dict)
            ]
            return [
                ((*loc, index, PLUGIN, "figures"), given["figures"])
                for index, given in options
                if isinstance(given, dict) and "figures" in given
            ], False
    return [(loc, node)], isinstance(node, dict)


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
