"""Networks and digits as browsers get them: small, and close enough to what they were."""

from __future__ import annotations

import base64
import gzip
import json

import numpy as np
import pytest

from generator.network import Network, load_library, predict, random_network
from generator.network.augment import Distortion, augmented
from generator.network.browser_files import BrowserFile, pack_digits, pack_network
from generator.weight_header import SHIPPED_MODELS

LIBRARY = load_library()
MOST_BYTES = 20_000


def unpack(file: BrowserFile) -> Network:
    """A network read back, by the description of the format and not by the code that writes it."""
    data = json.loads(file.text)
    weights, biases = [], []
    for layer, inputs in zip(data["layers"], data["sizes"], strict=False):
        high = np.frombuffer(base64.b64decode(layer["high"]), np.int8).astype(int)
        low = np.frombuffer(base64.b64decode(layer["low"]), np.uint8)
        parts = np.stack([low // 16, low % 16], axis=1).ravel()[: high.size]
        rows = (16 * high + parts).reshape(-1, inputs)
        weights.append(rows * np.array(layer["scales"])[:, None])
        biases.append(np.array(layer["biases"]))
    return Network(tuple(weights), tuple(biases), tuple(layer["activation"] for layer in data["layers"]))


@pytest.mark.parametrize("name", SHIPPED_MODELS)
def test_a_network_is_small_and_its_weights_are_right_to_a_four_thousandth_of_their_neurons_largest(name):
    network, file = LIBRARY.models[name], pack_network(name, LIBRARY.models[name])
    assert len(gzip.compress(file.text.encode(), 9)) <= MOST_BYTES
    read = unpack(file)
    assert (read.sizes, read.activations) == (network.sizes, network.activations)
    for ours, theirs in zip(network.weights, read.weights, strict=True):
        assert (np.abs(ours - theirs) <= np.abs(ours).max(axis=1, keepdims=True) / 4090).all()
    assert all(np.allclose(a, b, rtol=1e-6) for a, b in zip(network.biases, read.biases, strict=True))


@pytest.mark.parametrize("name", SHIPPED_MODELS)
def test_of_a_thousand_digits_at_least_999_are_read_as_before(name):
    samples = np.stack([digit.pixels for digit in LIBRARY.digits.values()])
    images = np.rint(255 * samples).astype(np.uint8).reshape(-1, 28, 28)
    digits = augmented(images, 60, Distortion(), np.random.default_rng(1)).reshape(-1, 784) / 255
    read = unpack(pack_network(name, LIBRARY.models[name]))
    same = predict(read, digits) == predict(LIBRARY.models[name], digits)
    assert len(digits) > 2000 and same.mean() >= 0.999


def test_odd_networks_survive_too():
    network = random_network((3, 5, 1), ("relu", "tanh"), np.random.default_rng(2), np.float64)
    network.weights[0][2] = 0  # a neuron that hears nothing
    read = unpack(pack_network("odd", network))
    assert all(np.allclose(a, b, atol=1e-3) for a, b in zip(network.weights, read.weights, strict=True))
    assert not read.weights[0][2].any()


def test_files_are_named_by_what_is_in_them():
    one, other = (pack_network("digits", LIBRARY.models[name]) for name in ("digits", "digits-relu"))
    assert one.uri.startswith("assets/networks/digits-") and one.uri != other.uri
    assert one == pack_network("digits", LIBRARY.models["digits"])


def test_sample_digits_are_exact():
    data = json.loads(pack_digits(LIBRARY.digits).text)
    pixels = np.frombuffer(base64.b64decode(data["pixels"]), np.uint8).reshape(-1, 784) / np.float32(255)
    assert data["names"] == list(LIBRARY.digits)
    assert data["labels"] == [digit.label for digit in LIBRARY.digits.values()]
    assert (pixels == np.stack([digit.pixels for digit in LIBRARY.digits.values()])).all()
