"""A small network with known arrays, and what ``lessonloom check`` knows of it."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from generator.network import Library, Network, SampleDigit
from generator.spec.vocabulary import World
from generator.values.library_numbers import LibraryNumbers
from generator.weight_header import WeightHeader

SIZES = (784, 5, 4, 10)


@pytest.fixture(scope="session")
def library() -> Library:
    rng = np.random.default_rng(20)
    weights = tuple(
        rng.normal(0, 0.2, (b, a)).astype(np.float16).astype(np.float32) for a, b in pairwise(SIZES)
    )
    biases = tuple(rng.normal(0, 1, size).astype(np.float32) for size in SIZES[1:])
    pixels = np.clip(rng.normal(-0.5, 1, 784), 0, 1).astype(np.float32)
    header = WeightHeader(SIZES, ("sigmoid", "relu", "sigmoid"), accuracy=0.9625)
    other = Network(tuple(-w for w in weights), biases, ("sigmoid",) * 3)
    return Library(
        {"tiny": Network(weights, biases, header.activations), "mirrored": other},
        {"tiny": header, "mirrored": WeightHeader(SIZES, ("sigmoid",) * 3)},
        {"3-1": SampleDigit("3-1", 3, pixels), "misread-1": SampleDigit("misread-1", 7, pixels[::-1].copy())},
    )


@pytest.fixture(scope="session")
def headers_only(library: Library) -> World:
    """The world of ``lessonloom check``."""
    return World(library.headers, tuple(library.digits), "tiny")


@pytest.fixture(scope="session")
def world(library: Library) -> World:
    """The world of the build."""
    return World(library.headers, tuple(library.digits), "tiny", LibraryNumbers(library))
