"""What an author may ask to be drawn: one module with one class per figure kind. Draws nothing."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.spec.figures.activation_curves import ActivationCurves
from generator.spec.figures.activation_flow import ActivationFlow
from generator.spec.figures.bias_effect import BiasEffect
from generator.spec.figures.confusion_matrix import ConfusionMatrix
from generator.spec.figures.depth_comparison import DepthComparison
from generator.spec.figures.digit import Digit
from generator.spec.figures.digit_gallery import DigitGallery
from generator.spec.figures.edge_detector import EdgeDetector
from generator.spec.figures.fields import FigureBase
from generator.spec.figures.histogram import Histogram
from generator.spec.figures.layer_hopes import LayerHopes
from generator.spec.figures.live_network import LiveNetwork
from generator.spec.figures.live_neuron import LiveNeuron
from generator.spec.figures.matrix_form import MatrixForm
from generator.spec.figures.network_diagram import NetworkDiagram
from generator.spec.figures.noise_test import NoiseTest
from generator.spec.figures.plot import Plot
from generator.spec.figures.training_curves import TrainingCurves
from generator.spec.figures.weight_grid import WeightGrid
from generator.spec.figures.weighted_sum import WeightedSum

__all__ = [
    "ActivationCurves",
    "ActivationFlow",
    "BiasEffect",
    "ConfusionMatrix",
    "DepthComparison",
    "Digit",
    "DigitGallery",
    "EdgeDetector",
    "Figure",
    "FigureBase",
    "Histogram",
    "LayerHopes",
    "LiveNetwork",
    "LiveNeuron",
    "MatrixForm",
    "NetworkDiagram",
    "NoiseTest",
    "Plot",
    "TrainingCurves",
    "WeightGrid",
    "WeightedSum",
]

Figure = Annotated[
    Digit
    | WeightGrid
    | ActivationCurves
    | ActivationFlow
    | BiasEffect
    | DigitGallery
    | LayerHopes
    | NetworkDiagram
    | WeightedSum
    | MatrixForm
    | EdgeDetector
    | NoiseTest
    | Histogram
    | TrainingCurves
    | ConfusionMatrix
    | DepthComparison
    | Plot
    | LiveNetwork
    | LiveNeuron,
    Field(discriminator="kind"),
]
