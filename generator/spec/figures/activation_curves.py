"""``activation_curves``: activation functions and their slopes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from generator.spec.figures.fields import FigureBase, FunctionName, each_once
from generator.spec.text import Expected

_Activation = Annotated[float, Field(ge=-20, le=20, allow_inf_nan=False)] | None


class ActivationCurves(FigureBase):
    """Activation functions side by side, with their slope underneath."""

    kind: Literal["activation_curves"]
    functions: Annotated[
        tuple[FunctionName, ...],
        Field(min_length=1, max_length=4, strict=False),
        AfterValidator(each_once),
        Expected("a list that names no function twice"),
    ] = Field(("sigmoid", "relu"), description="Which functions, in this order; each gets a panel of its own")
    start: Annotated[float, Field(ge=-20, le=20, allow_inf_nan=False)] = Field(
        -6.0, description="The smallest weighted sum z that is drawn"
    )
    stop: Annotated[float, Field(ge=-20, le=20, allow_inf_nan=False)] = Field(
        6.0, description="The largest weighted sum z that is drawn; above start"
    )
    low: _Activation = Field(None, description="The smallest activation that is drawn; without it all are")
    high: _Activation = Field(None, description="The largest activation that is drawn; above low")
