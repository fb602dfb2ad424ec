"""What an author may ask to be drawn: one module with one class per figure kind. Draws nothing."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.spec.figures.activation_curves import ActivationCurves
from generator.spec.figures.activation_flow import ActivationFlow
from generator.spec.figures.digit import Digit
from generator.spec.figures.edge_detector import EdgeDetector
from generator.spec.figures.fields import FigureBase
from generator.spec.figures.matrix_form import MatrixForm
from generator.spec.figures.network_diagram import NetworkDiagram
from generator.spec.figures.noise_test import NoiseTest
from generator.spec.figures.weight_grid import WeightGrid
from generator.spec.figures.weighted_sum import WeightedSum

__all__ = [
    "ActivationCurves",
    "ActivationFlow",
    "Digit",
    "EdgeDetector",
    "Figure",
    "FigureBase",
    "MatrixForm",
    "NetworkDiagram",
    "NoiseTest",
    "WeightGrid",
    "WeightedSum",
]

Figure = Annotated[
    Digit
    | WeightGrid
    | ActivationCurves
    | ActivationFlow
    | NetworkDiagram
    | WeightedSum
    | MatrixForm
    | EdgeDetector
    | NoiseTest,
    Field(discriminator="kind"),
]
