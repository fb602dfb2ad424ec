"""Where things stand in a file, and what is wrong there: the words that everybody in ``spec`` shares."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

from generator.errors import Severity

Data: TypeAlias = Any
"""What YAML can hold: text, numbers, booleans, ``None``, lists, and mappings from text."""

Loc: TypeAlias = tuple[str | int, ...]
"""A place in the data: ``("sections", 0, "title", "ko")``."""


class Problem(NamedTuple):
    """Something wrong between two offsets of the text."""

    code: str
    message: str
    start: int = 0
    end: int = 0
    hint: str = ""
    severity: Severity = "error"


class Span(NamedTuple):
    """Where a key or value stands; ``style`` is the scalar's: ``'``, ``"``, ``|``, ``>`` or ``""``.

    A tuple, because a lesson has hundreds and a frozen dataclass takes four times as long to make.
    """

    start: int
    end: int
    style: str = ""


@dataclass
class Parsed:
    """The data of a document (``None`` if unreadable), where it stands, and what is wrong with it as YAML.

    ``refused`` holds the places already reported, so that nobody reports them again.
    """

    data: Data = None
    keys: dict[Loc, Span] = field(default_factory=dict)
    values: dict[Loc, Span] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    refused: set[Loc] = field(default_factory=set)
