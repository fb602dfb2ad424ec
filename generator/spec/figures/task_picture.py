"""The picture of a task: another figure, with the network that the task's answers are judged by.

No author writes it: a task makes it of its goal.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.spec.figures.digit import Digit
from generator.spec.figures.fields import FigureBase
from generator.spec.figures.weight_grid import WeightGrid


class TaskPicture(FigureBase):
    """What stands there on paper and without JavaScript."""

    kind: Literal["task_picture"] = "task_picture"
    shows: WeightGrid | Digit = Field(description="The figure that is drawn")
