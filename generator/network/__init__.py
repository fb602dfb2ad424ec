"""A small neural network in NumPy: the digit recogniser of the lecture."""

from generator.network.library import Library, SampleDigit, load_library
from generator.network.model import LayerState, Network, forward, predict

__all__ = ["LayerState", "Library", "Network", "SampleDigit", "forward", "load_library", "predict"]
