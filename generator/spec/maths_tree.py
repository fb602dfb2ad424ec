"""What a formula is made of, once it has been read and before ``pages.maths`` draws it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.spec.maths_symbols import Kind


@dataclass(frozen=True)
class Symbol:
    """One sign, number or word."""

    text: str
    kind: Kind


@dataclass(frozen=True)
class Words:
    """Words of a language, as they are."""

    text: str


@dataclass(frozen=True)
class Space:
    """``width`` in em; may be negative."""

    width: float


@dataclass(frozen=True)
class Row:
    children: tuple[Node, ...]


@dataclass(frozen=True)
class Scripts:
    """Something with a subscript, a superscript or both, beside it or, for limits, below and above."""

    body: Node
    below: Node | None
    above: Node | None


@dataclass(frozen=True)
class Fraction:
    """``size`` is "", "display" or "text"; ``bar`` is false for a binomial."""

    top: Node
    bottom: Node
    size: str
    bar: bool


@dataclass(frozen=True)
class Root:
    body: Node
    degree: Node | None


@dataclass(frozen=True)
class Fence:
    """Brackets that grow with what they hold; an empty one is invisible."""

    left: str
    body: Node
    right: str


@dataclass(frozen=True)
class Big:
    """One bracket of a chosen height, in em."""

    text: str
    kind: Kind
    height: float


@dataclass(frozen=True)
class Accent:
    body: Node
    mark: str
    stretchy: bool
    below: bool


@dataclass(frozen=True)
class Table:
    """Rows of cells; ``environment`` says how they are aligned."""

    environment: str
    rows: tuple[tuple[Node, ...], ...]


Node = Symbol | Words | Space | Row | Scripts | Fraction | Root | Fence | Big | Accent | Table
