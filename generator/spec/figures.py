"""What an author may ask to be drawn: one class per figure kind. Draws nothing."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field, StringConstraints

from generator.spec.text import Expected, Model, Slug, Text

FunctionName = Literal["sigmoid", "relu", "tanh", "leaky_relu"]
DigitName = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9-]{1,40}$"),
    Expected("the name of a sample digit, e.g. '3-1'", "unknown-digit"),
]


def _each_once(functions: tuple[FunctionName, ...]) -> tuple[FunctionName, ...]:
    for index, name in enumerate(functions):
        if name in functions[:index]:
            raise ValueError(f"{name} is listed twice")
    return functions


class FigureBase(Model):
    """What every figure has."""

    noun: ClassVar[str] = "figure"

    id: Slug = Field(description="Unique in the lesson; [[id]] in a section's text puts the figure there")
    caption: Text | None = Field(None, description="Markdown shown before the computed caption")
    model: str | None = Field(
        None, description="Another network than the lesson's, by its name in course.yaml"
    )

    def network(self, lesson_network: str) -> str:
        """The name of the network it is computed from."""
        return self.model or lesson_network


class Digit(FigureBase):
    """One handwritten digit as the network receives it: 28×28 numbers between 0 and 1."""

    kind: Literal["digit"]
    digit: DigitName = Field(description="A sample digit, e.g. '3-1' (the first 3) or 'misread-1'")
    inset: bool = Field(True, description="Show a cut-out of 9×9 pixels with their values as numbers")


class WeightGrid(FigureBase):
    """The weights into one neuron as a 28×28 picture, or those of a whole layer as small multiples."""

    kind: Literal["weight_grid"]
    layer: int = Field(1, ge=1, description="1 is the first layer after the input; the last is the output")
    neuron: int | None = Field(None, ge=0, description="Counted from 0; without it the whole layer is drawn")
    palette: Literal["default", "video"] = Field(
        "default", description="video: the lecture's green and red instead of blue and orange"
    )


class ActivationCurves(FigureBase):
    """Activation functions side by side, with their slope underneath."""

    kind: Literal["activation_curves"]
    functions: Annotated[
        tuple[FunctionName, ...],
        Field(min_length=1, max_length=4, strict=False),
        AfterValidator(_each_once),
        Expected("a list that names no function twice"),
    ] = Field(("sigmoid", "relu"), description="Which functions, in this order; each gets a panel of its own")
    start: Annotated[float, Field(ge=-20, le=20, allow_inf_nan=False)] = Field(
        -6.0, description="The smallest weighted sum z that is drawn"
    )
    stop: Annotated[float, Field(ge=-20, le=20, allow_inf_nan=False)] = Field(
        6.0, description="The largest weighted sum z that is drawn; above start"
    )


class ActivationFlow(FigureBase):
    """One digit on its way through the whole network."""

    kind: Literal["activation_flow"]
    digit: DigitName = Field(description="A sample digit, e.g. '3-1' (the first 3) or 'misread-1'")


class NetworkDiagram(FigureBase):
    """The layers, their connections and the number of parameters."""

    kind: Literal["network_diagram"]


Figure = Annotated[
    Digit | WeightGrid | ActivationCurves | ActivationFlow | NetworkDiagram,
    Field(discriminator="kind"),
]
