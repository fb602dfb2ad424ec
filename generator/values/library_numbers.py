"""The numbers of expressions, from the arrays: what ``check`` can only bound, the build looks up here."""

from __future__ import annotations

import numpy as np

from generator.network import LayerState, Library, forward


class LibraryNumbers:
    """``spec.vocabulary.Numbers`` over a Library. A digit goes through a network once, when first asked for.

    Every number leaves as a Python int or float, whatever precision the weights are stored in.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._passes: dict[tuple[str, str], tuple[LayerState, ...]] = {}

    def weight(self, model: str, layer: int, neuron: int, source: int) -> float:
        return float(self._library.models[model].weights[layer - 1][neuron, source])

    def bias(self, model: str, layer: int, neuron: int) -> float:
        return float(self._library.models[model].biases[layer - 1][neuron])

    def weighted_sum(self, model: str, digit: str, layer: int, neuron: int) -> float:
        return float(self._states(model, digit)[layer - 1].z[0, neuron])

    def activation(self, model: str, digit: str, layer: int, neuron: int) -> float:
        return float(self._states(model, digit)[layer - 1].a[0, neuron])

    def pixel(self, digit: str, index: int) -> float:
        return float(self._library.digits[digit].pixels[index])

    def label(self, digit: str) -> int:
        return int(self._library.digits[digit].label)

    def _states(self, model: str, digit: str) -> tuple[LayerState, ...]:
        key = (model, digit)
        if key not in self._passes:
            pixels = np.asarray(self._library.digits[digit].pixels)[np.newaxis]
            self._passes[key] = forward(self._library.models[model], pixels)
        return self._passes[key]
