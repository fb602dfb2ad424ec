"""What the fields of figures have in common."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, TypeVar

from pydantic import Field, StringConstraints

from generator.spec.text import Expected, Model, Slug, Text

FunctionName = Literal["sigmoid", "relu", "tanh", "leaky_relu"]
DigitName = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9-]{1,40}$"),
    Expected("the name of a sample digit, e.g. '3-1'", "unknown-digit"),
]
RunName = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9-]{1,64}$"),
    Expected("the name of a training record, e.g. 'digits-plain'", "unknown-run"),
]
PaletteName = Literal["default", "video"]
Inputs = Literal["any", "square", "digit"]


Name = TypeVar("Name", bound=str)


def each_once(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Validate a list that may name nothing twice."""
    for index, name in enumerate(names):
        if name in names[:index]:
            raise ValueError(f"{name} is listed twice")
    return names


Pixel = Annotated[int, Field(ge=0, le=27)]
Extent = Annotated[int, Field(ge=1, le=28)]


class Region(Model):
    """A part of the picture that a neuron looks at."""

    noun: ClassVar[str] = "region"

    top: Pixel = Field(6, description="The first row of the region that the neuron looks at, counted from 0")
    left: Pixel = Field(8, description="Its first column, counted from 0")
    height: Extent = Field(3, description="How many rows it has")
    width: Extent = Field(12, description="How many columns it has")

    @property
    def region(self) -> tuple[int, int, int, int]:
        """Top, left, height, width."""
        return (self.top, self.left, self.height, self.width)


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

    def networks(self, lesson_network: str) -> tuple[str, ...]:
        """The names of all networks that it needs, the one it is drawn from first."""
        return (self.network(lesson_network),)

    def inputs(self) -> Inputs:
        """What its network must take: the 784 pixels of a digit, the pixels of any square, or anything."""
        return "any"

    def widest(self) -> int | None:
        """How many neurons its layer and the one before may have at most, where a drawing has a limit."""
        return None

    def build(self) -> tuple[int, int] | None:
        """How many hidden layers its network must have, and how many outputs at least, where it matters."""
        return None

    def records(self, network: str) -> tuple[str, ...]:
        """The training records that it shows, if ``network`` is what it is computed from."""
        return ()

    def plot(self) -> str | None:
        """The name of the site owner's function that draws it, where one does."""
        return None
