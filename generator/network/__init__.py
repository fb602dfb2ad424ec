"""A small neural network in NumPy: the digit recogniser of the lecture.

Reading: activations (f and its slope) → model (forward) → backprop (gradient) → optimizers → train (the
loop); augment, digits and idx bring the data, recipe puts all of it together, convert, weights and library
make the result usable.
"""

from generator.network.library import Library, SampleDigit, load_library
from generator.network.model import LayerState, Network, forward, predict, random_network

__all__ = [
    "LayerState",
    "Library",
    "Network",
    "SampleDigit",
    "forward",
    "load_library",
    "predict",
    "random_network",
]
