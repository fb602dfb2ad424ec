"""``plot``: a figure that a function of the site's owner draws.

A lesson says which, by a name that mkdocs.yml gives it, and hands over plain values. It cannot name code.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints

from generator.spec.figures.fields import FigureBase
from generator.spec.text import Expected, Text

MAX_PARAMETERS, MAX_ITEMS, MAX_CHARACTERS, MAX_NUMBER = 20, 100, 500, 1e12

PlotName = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$"),
    Expected("the name of a plot, as in mkdocs.yml", "unknown-plot"),
]
ParameterName = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$"),
    Expected("a name", "bad-name", "a parameter has the letters a-z, digits and '_', such as learning_rate"),
]
_Scalar = Annotated[
    bool
    | Annotated[int, Field(ge=-MAX_NUMBER, le=MAX_NUMBER)]
    | Annotated[float, Field(ge=-MAX_NUMBER, le=MAX_NUMBER, allow_inf_nan=False)]
    | Annotated[str, StringConstraints(max_length=MAX_CHARACTERS)],
    Expected("a number (at most 1e12), text, true or false"),
]
_Value = Annotated[
    _Scalar | Annotated[tuple[_Scalar, ...], Field(max_length=MAX_ITEMS, strict=False)],
    Expected("a number (at most 1e12), text, true or false, or a list of these"),
]
PlotValue: TypeAlias = bool | int | float | str | tuple[bool | int | float | str, ...]


class Plot(FigureBase):
    """What a Python function of the site's owner draws with matplotlib."""

    kind: Literal["plot"]
    draw: PlotName = Field(description="The function, by the name that mkdocs.yml gives it")
    # Not a MappingProxyType, by which texts in languages are known.
    parameters: Annotated[Mapping[ParameterName, _Value], Field(max_length=MAX_PARAMETERS)] = Field(
        default_factory=dict, description="What the function is called with: numbers, texts, lists of them"
    )
    alt: Text | None = Field(
        None, description="Plain text for readers who do not see the figure, unless the function says it"
    )

    def plot(self) -> str | None:
        return self.draw
