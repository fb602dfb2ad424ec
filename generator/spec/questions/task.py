"""A task: learners change something until the network, or one neuron of it, does what is asked."""

from __future__ import annotations

from base64 import b64encode
from typing import Annotated, Any, ClassVar, Literal, cast

from pydantic import Field

from generator.spec.figures import Figure
from generator.spec.figures.digit import Digit
from generator.spec.figures.fields import DigitName, Pixel, Region
from generator.spec.figures.live_network import LiveNetwork
from generator.spec.figures.live_neuron import FIRST_SAMPLES, Bias, LiveNeuron, Preset, Strip
from generator.spec.figures.task_picture import TaskPicture
from generator.spec.figures.weight_grid import WeightGrid
from generator.spec.hand_set import SIDE, Box, preset_boxes, set_weights, write_signs
from generator.spec.questions.question import QuestionBase
from generator.spec.text import Expected, Model

Level = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
DigitClass = Annotated[int, Field(ge=0, le=9)]
Classes = Annotated[tuple[DigitClass, ...], Field(max_length=10, strict=False)]
NeuronNumber = Annotated[int, Field(ge=0)]
Cell = Annotated[tuple[Pixel, Pixel], Field(strict=False), Expected("a pixel as [row, column]")]
Cells = Annotated[tuple[Cell, ...], Field(max_length=SIDE * SIDE, strict=False)]
Coordinate = Annotated[float, Field(ge=0, le=SIDE, allow_inf_nan=False)]
Point = Annotated[tuple[Coordinate, Coordinate], Field(strict=False), Expected("a point as [x, y]")]
Line = Annotated[tuple[Point, ...], Field(min_length=1, max_length=100, strict=False)]


class Solved(Model):
    """How a goal can be reached."""

    noun: ClassVar[str] = "solution"


class GoalBase(Model):
    """What every goal has."""

    noun: ClassVar[str] = "goal"

    def start(self) -> list[str]:
        """The response that changes nothing, if learners begin with something."""
        return []


class NeuronGoal(GoalBase, Region):
    """One neuron shall be active for some digits of a strip and silent for all others."""

    active: Classes = Field((), description="For which digits the neuron shall be active; for no others")
    at_least: Level = Field(0.8, description="The lowest activation that counts as active")
    at_most: Level = Field(0.2, description="The highest activation that counts as silent")
    digits: Strip = Field(FIRST_SAMPLES, description="The sample digits that the neuron looks at")
    function: Literal["sigmoid", "relu"] = Field("sigmoid", description="The activation function")
    bias: Bias = Field(-8.0, description="The bias at the beginning")


class SetBox(Region):
    """A box of equal weights."""

    noun: ClassVar[str] = "box"

    weight: Literal[-1, 0, 1] = Field(1, description="The weight of all its pixels")


class PaintSolution(Solved, Region):
    """Weights and a bias."""

    preset: Preset = Field("empty", description="The weights, in the region that is named here")
    boxes: Annotated[tuple[SetBox, ...], Field(max_length=40, strict=False)] = Field(
        (), description="Boxes of weights on top of them; a later one covers an earlier one"
    )
    bias: Bias = Field(description="The bias")

    def all_boxes(self) -> tuple[Box, ...]:
        """The preset's boxes, then the solution's own."""
        own = (Box(box.weight, *box.region) for box in self.boxes)
        return (*preset_boxes(self.preset, self.region), *own)


class PaintGoal(NeuronGoal):
    """Learners paint the weights and slide the bias. The response: the bias, and the weights as signs."""

    kind: Literal["paint"]
    preset: Preset = Field("empty", description="The weights at the beginning")
    solution: PaintSolution = Field(description="Weights and a bias that reach the goal")

    def start(self) -> list[str]:
        return [repr(self.bias), self.weights()]

    def weights(self) -> str:
        """The weights at the beginning, as signs."""
        return write_signs(set_weights(preset_boxes(self.preset, self.region)))

    def solved(self) -> list[str]:
        """The response that the solution is."""
        return [repr(self.solution.bias), write_signs(set_weights(self.solution.all_boxes()))]


class BiasSolution(Solved):
    """A bias."""

    bias: Bias = Field(description="The bias")


class BiasGoal(NeuronGoal):
    """Learners slide the bias; the weights stay as they are. The response: the bias."""

    kind: Literal["bias"]
    preset: Preset = Field("region", description="The neuron's weights")
    neuron: NeuronNumber | None = Field(
        None, description="The weights of this neuron of the first hidden layer instead"
    )
    solution: BiasSolution = Field(description="A bias that reaches the goal")

    def start(self) -> list[str]:
        return [repr(self.bias)]

    def weights(self) -> str:
        """The weights as signs; none if they are the network's."""
        boxes = preset_boxes(self.preset, self.region)
        return write_signs(set_weights(boxes)) if self.neuron is None else ""

    def solved(self) -> list[str]:
        """The response that the solution is."""
        return [repr(self.solution.bias)]


class ChooseSolution(Solved):
    """A neuron."""

    neuron: NeuronNumber = Field(description="The neuron, counted from 0")


class ChooseGoal(GoalBase):
    """Learners choose the neuron of a layer for which a number is the lowest or highest. The response: it."""

    kind: Literal["choose"]
    layer: Annotated[int, Field(ge=1)] = Field(1, description="The layer, counted from 0, the input")
    quantity: Literal["weight_sum", "bias", "weighted_sum", "activation"] = Field(
        description="The sum of its weights, its bias, or what a digit makes of them"
    )
    extreme: Literal["lowest", "highest"] = Field(description="Which of all the neurons")
    digit: DigitName | None = Field(None, description="The digit of a weighted_sum or an activation")
    solution: ChooseSolution = Field(description="The neuron that it is")

    def solved(self) -> list[str]:
        """The response that the solution is."""
        return [str(self.solution.neuron)]


class DrawSolution(Solved):
    """Strokes of a brush."""

    strokes: Annotated[tuple[Line, ...], Field(min_length=1, max_length=40, strict=False)] = Field(
        description="Lines of points [x, y] in pixels from the upper left corner"
    )


class DrawGoal(GoalBase):
    """Learners draw something that the network reads as a certain digit. The response: 784 bytes, base64."""

    kind: Literal["draw"]
    reads_as: DigitClass = Field(description="The digit that the network shall read")
    at_least: Level = Field(0, description="The lowest activation of its output")
    solution: DrawSolution = Field(description="A drawing that reaches the goal")

    def start(self) -> list[str]:
        return [b64encode(bytes(SIDE * SIDE)).decode("ascii")]


class ChangeSolution(Solved):
    """Pixels that change."""

    white: Cells = Field((), description="Pixels [row, column], counted from 0, that become white")
    black: Cells = Field((), description="Pixels that become black")


class ChangeGoal(GoalBase):
    """Learners change a few pixels of a digit until the network reads another. The response: the pixels that
    became white or black, as signs."""

    kind: Literal["change"]
    digit: DigitName = Field(description="The sample digit at the beginning")
    pixels: Annotated[int, Field(ge=1, le=SIDE * SIDE)] = Field(
        description="How many pixels may change at most"
    )
    reads_as: DigitClass | None = Field(
        None, description="The digit that the network shall read; default: any but the one it reads at first"
    )
    solution: ChangeSolution = Field(description="Pixels that reach the goal")

    def start(self) -> list[str]:
        return [write_signs([0] * SIDE * SIDE)]

    def solved(self) -> list[str]:
        """The response that the solution is."""
        white, black = (
            [Box(sign, *cell, 1, 1) for cell in cells]
            for sign, cells in ((1, self.solution.white), (-1, self.solution.black))
        )
        return [write_signs(set_weights((*white, *black)))]


Goal = Annotated[
    PaintGoal | BiasGoal | ChooseGoal | DrawGoal | ChangeGoal,
    Field(discriminator="kind"),
]


class Task(QuestionBase):
    """Change something until the network does what is asked."""

    type: Literal["task"]
    goal: Goal = Field(description="What shall be reached, and how it can be")

    def picture(self) -> Figure:
        """What stands there on paper and without JavaScript; with it come the network and the digits."""
        goal, fields = self.goal, dict[str, Any](id=self.id)
        if isinstance(goal, PaintGoal | BiasGoal):
            same = (*Region.model_fields, "preset", "bias", "function", "digits")
            fields |= {name: getattr(goal, name) for name in same}
            return LiveNeuron(kind="live_neuron", neuron=getattr(goal, "neuron", None), **fields)
        if isinstance(goal, DrawGoal):
            return LiveNetwork(kind="live_network", digit=f"{goal.reads_as}-1", **fields)
        if isinstance(goal, ChooseGoal):
            shown: Any = WeightGrid(kind="weight_grid", layer=goal.layer, **fields)
        else:
            shown = Digit(kind="digit", digit=goal.digit, inset=False, **fields)
        return cast(Figure, TaskPicture(shows=shown, **fields))
