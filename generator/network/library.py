"""What lessons compute from: named networks and named sample digits. (First cut: an untrained stand-in.)"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from generator.network.activations import Array
from generator.network.model import Network
from generator.weight_header import WeightHeader


@dataclass(frozen=True)
class SampleDigit:
    """A handwritten digit with its name: ``pixels`` (784,) float32 in 0–1, row by row."""

    name: str
    label: int
    pixels: Array


@dataclass(frozen=True)
class Library:
    """Networks by name (with their headers) and sample digits by name."""

    models: Mapping[str, Network]
    headers: Mapping[str, WeightHeader]
    digits: Mapping[str, SampleDigit]


def load_library(extra: Mapping[str, Path] | None = None) -> Library:
    """The shipped networks and digits, plus the course's own weight files. Raises WeightsError."""
    rng = np.random.default_rng(0)
    sizes = (784, 16, 16, 10)
    weights = tuple(rng.normal(0, 0.1, (b, a)) for a, b in zip(sizes, sizes[1:], strict=False))
    network = Network(weights, tuple(np.zeros(n) for n in sizes[1:]), ("sigmoid",) * 3)
    digit = SampleDigit("3-1", 3, rng.random(784))
    return Library({"digits": network}, {"digits": WeightHeader(sizes, ("sigmoid",) * 3)}, {"3-1": digit})
