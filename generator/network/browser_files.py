"""Networks and sample digits as browsers get them: JSON that assets/js/network-file.mjs reads.

Weights are rounded to 12 bits, on a scale of their neuron's own. The upper eight bits and the lower four
stand apart, because only the upper ones can be compressed: a network of 784-16-16-10 becomes 19 KB gzipped.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.network.activations import Array
from generator.network.library import SampleDigit
from generator.network.model import Network

LARGEST = 2**11 - 1
"""A neuron's strongest weight as 12 bits with a sign."""
FOLDER = "assets/networks"


@dataclass(frozen=True)
class BrowserFile:
    """A file of the site: ``uri`` below its root, named by its content so that browsers may keep it."""

    uri: str
    text: str


def pack_network(name: str, network: Network) -> BrowserFile:
    """A network for ``loadNetwork``. ``name`` begins the file's name."""
    layers = [
        {"activation": activation, **_pack_weights(w), "biases": [float(f"{value:.7g}") for value in b]}
        for w, b, activation in zip(network.weights, network.biases, network.activations, strict=True)
    ]
    return _file(name, {"sizes": network.sizes, "layers": layers})


def pack_digits(digits: Mapping[str, SampleDigit]) -> BrowserFile:
    """Sample digits for ``loadDigits``, their pixels as the bytes that they were read from."""
    pixels = [np.rint(np.asarray(digit.pixels) * 255).astype(np.uint8) for digit in digits.values()]
    labels = [digit.label for digit in digits.values()]
    return _file(
        "sample-digits", {"names": list(digits), "labels": labels, "pixels": _base64(np.stack(pixels))}
    )


def _pack_weights(weights: Array) -> dict[str, Any]:
    """The weights of a layer (neurons, inputs): ``weights ≈ (16·high + low)·scale`` of the neuron."""
    scales = np.abs(weights).max(axis=1, keepdims=True) / LARGEST
    scales[scales == 0] = 1
    scales = np.array([[float(f"{scale:.7g}")] for scale in scales[:, 0]])
    levels = np.clip(np.rint(weights / scales), -LARGEST, LARGEST).astype(np.int16).ravel()
    low = (levels & 15).astype(np.uint8)
    pairs = np.append(low, np.zeros(low.size % 2, np.uint8)).reshape(-1, 2)
    return {
        "scales": scales[:, 0].tolist(),
        "high": _base64((levels >> 4).astype(np.int8)),
        "low": _base64(pairs[:, 0] << 4 | pairs[:, 1]),
    }


def _base64(numbers: NDArray[Any]) -> str:
    return base64.b64encode(numbers.tobytes()).decode("ascii")


def _file(name: str, data: Mapping[str, object]) -> BrowserFile:
    text = json.dumps(data, separators=(",", ":"))
    return BrowserFile(f"{FOLDER}/{name}-{sha256(text.encode()).hexdigest()[:12]}.json", text)
