"""What a formula is made of, once it has been read and before ``pages.maths`` draws it."""

from __future__ import annotations

from typing import NamedTuple

from generator.spec.maths_symbols import Kind


class Symbol(NamedTuple):
    """One sign, number or word."""

    text: str
    kind: Kind


class Words(NamedTuple):
    """Words of a language, as they are."""

    text: str


class Space(NamedTuple):
    """``width`` in em; may be negative."""

    width: float


class Row(NamedTuple):
    children: tuple[Node, ...]


class Scripts(NamedTuple):
    """Something with a subscript, a superscript or both, beside it or, for limits, below and above."""

    body: Node
    below: Node | None
    above: Node | None


class Fraction(NamedTuple):
    """``size`` is "", "display" or "text"; ``bar`` is false for a binomial."""

    top: Node
    bottom: Node
    size: str
    bar: bool


class Root(NamedTuple):
    body: Node
    degree: Node | None


class Fence(NamedTuple):
    """Brackets that grow with what they hold; an empty one is invisible."""

    left: str
    body: Node
    right: str


class Big(NamedTuple):
    """One bracket of a chosen height, in em."""

    text: str
    kind: Kind
    height: float


class Accent(NamedTuple):
    body: Node
    mark: str
    stretchy: bool
    below: bool


class Table(NamedTuple):
    """Rows of cells; ``environment`` says how they are aligned."""

    environment: str
    rows: tuple[tuple[Node, ...], ...]


Node = Symbol | Words | Space | Row | Scripts | Fraction | Root | Fence | Big | Accent | Table
