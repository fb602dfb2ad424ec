"""Calls the Python function of a ``plot``, and turns whatever it does wrong into a FigureError.

The file is read and run here, not imported: so an edit shows at the next build, nothing is written beside it,
and nothing but what mkdocs.yml names can be reached.
"""

from __future__ import annotations

import inspect
import linecache
import sys
import traceback
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any, cast

from generator.errors import FigureError
from generator.spec.near_names import suggest
from generator.spec.site_file import PlotSource

CANVAS = "canvas"
KEPT_MODULES = 32
MAX_TOLD = 200
"""So many characters of a function's own complaint are shown."""


def refuse(message: str, hint: str = "", at: tuple[str, ...] = ("draw",)) -> FigureError:
    """What is wrong with a plot, at the place in the lesson that names its function."""
    return FigureError(message, code="plot-failed", at=at, hint=hint)


def load_function(source: PlotSource) -> Callable[..., Any]:
    """The function that ``source`` names, its file run at most once as long as it stays the same.

    Raises FigureError if there is none.
    """
    try:
        text = source.path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise refuse(f"{source.path} cannot be read: {error}") from error
    try:
        module = _run(source.path, text)
    except (Exception, SystemExit) as error:
        raise _explain(error, source, f"{source.path} cannot be run") from error
    function = getattr(module, source.function, None)
    if not callable(function):
        names = [name for name, value in vars(module).items() if inspect.isfunction(value)]
        message = f"there is no function '{source.function}' in {source.path}"
        raise refuse(message, suggest(source.function, names))
    return cast(Callable[..., Any], function)


@lru_cache(maxsize=KEPT_MODULES)
def _run(path: Path, text: str) -> ModuleType:
    module = ModuleType(f"lessonloom_plots.{path.stem}_{abs(hash(path))}")
    module.__file__ = str(path)
    sys.modules[module.__name__] = module  # dataclasses look themselves up there
    linecache.checkcache(str(path))
    exec(compile(text, str(path), "exec"), module.__dict__)
    return module


def call_function(
    source: PlotSource, network: object, canvas: object, parameters: Mapping[str, Any]
) -> object:
    """What the function returns for a network, the canvas if it asks for one, and a lesson's parameters.

    Raises FigureError if the parameters are not its own, or if it fails.
    """
    function = load_function(source)
    given = {name: list(value) if isinstance(value, tuple) else value for name, value in parameters.items()}
    _check_parameters(source.function, function, given)
    if CANVAS in inspect.signature(function).parameters:
        given[CANVAS] = canvas
    try:
        return function(network, **given)
    except (Exception, SystemExit) as error:
        raise _explain(error, source, f"the function {source.function} failed") from error


_BY_NAME = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)


def _check_parameters(name: str, function: Callable[..., Any], given: Mapping[str, Any]) -> None:
    """The first parameter is the network, ``canvas`` the canvas; all others are the lesson's."""
    parameters = list(inspect.signature(function).parameters.values())
    if not parameters or parameters[0].kind == inspect.Parameter.KEYWORD_ONLY:
        raise refuse(f"the function {name} needs a first parameter, the network")
    own = {each.name: each for each in parameters[1:] if each.name != CANVAS and each.kind in _BY_NAME}
    takes_any = parameters[-1].kind == inspect.Parameter.VAR_KEYWORD
    for other in () if takes_any else given:
        if other not in own:
            message = f"the function {name} has no parameter '{other}'"
            raise refuse(message, suggest(other, own), ("parameters", other))
    for needed in own:
        if own[needed].default is inspect.Parameter.empty and needed not in given:
            message = f"the function {name} needs the parameter '{needed}'"
            raise refuse(message, f"write parameters: {{{needed}: …}}")


def _explain(error: BaseException, source: PlotSource, what: str) -> FigureError:
    """The error in one line, and the last line of the owner's file that led to it."""
    told = " ".join(str(error).split())[:MAX_TOLD]
    message = f"{what}: {type(error).__name__}{': ' if told else ''}{told}"
    own = str(source.path)
    lines = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == own]
    if isinstance(error, SyntaxError) and error.filename == own:
        hint = f"{own}:{error.lineno}: {(error.text or '').strip()}"
    else:
        hint = f"{own}:{lines[-1].lineno}: {lines[-1].line}" if lines else ""
    return refuse(message, hint)
