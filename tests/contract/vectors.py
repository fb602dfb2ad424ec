"""``python -m tests.contract.vectors``: what NumPy says the modules of live figures must compute.

Writes tests/contract/forward.json and preprocess.json; tests/network/test_contract_vectors.py tells when they
are stale.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from generator.network import Network, forward, load_library, random_network
from generator.network.drawings import Floats, Stroke, draw_strokes, prepare

FOLDER = Path(__file__).parent
DIGITS = 9  # decimals that are kept

SMALL = {
    "every hidden activation, softmax outputs": (
        (5, 4, 4, 3, 4, 3),
        ("sigmoid", "tanh", "relu", "leaky_relu", "softmax"),
    ),
    "one layer and no hidden one": ((3, 2), ("sigmoid",)),
    "outputs that may be negative": ((4, 3, 2), ("relu", "tanh")),
}
SHIPPED = ("digits", "digits-relu", "digits-plain")
SAMPLES = ("3-1", "9-2", "misread-1")


def _rounded(values: Sequence[float] | Floats, digits: int = DIGITS) -> list[Any]:
    rounded: list[Any] = (np.round(np.asarray(values, float), digits) + 0.0).tolist()
    return rounded


def _states(network: Network, x: Floats) -> dict[str, Any]:
    states = forward(network, x[None, :])
    return {"z": [_rounded(state.z[0]) for state in states], "a": [_rounded(state.a[0]) for state in states]}


def _small(why: str, rng: np.random.Generator) -> dict[str, Any]:
    """A network of a few neurons with weights so large that activations saturate."""
    sizes, activations = SMALL[why]
    start = random_network(sizes, activations, rng, np.float64)
    weights = tuple(np.round(3 * w, 3) for w in start.weights)
    biases = tuple(np.round(rng.normal(size=b.size), 3) for b in start.biases)
    network, x = Network(weights, biases, activations), np.round(rng.random(sizes[0]), 3)
    written = {
        "sizes": list(sizes),
        "activations": list(activations),
        "weights": [_rounded(w.ravel(), 3) for w in weights],
        "biases": [_rounded(b, 3) for b in biases],
    }
    return {"why": why, "network": written, "input": _rounded(x, 3), **_states(network, x)}


def _far_out() -> dict[str, Any]:
    """Sums beyond what eᶻ can hold."""
    z = np.array([[800.0], [-800.0], [0.0]])
    network = Network((z,), (np.zeros(3),), ("softmax",))
    written = {
        "sizes": [1, 3],
        "activations": ["softmax"],
        "weights": [[800, -800, 0]],
        "biases": [[0, 0, 0]],
    }
    x = np.ones(1)
    return {"why": "softmax of huge sums", "network": written, "input": [1], **_states(network, x)}


def forward_cases() -> list[dict[str, Any]]:
    """Networks, inputs and every layer's z and a; shipped networks and digits by their names."""
    rng, library = np.random.default_rng(5), load_library()
    cases = [*(_small(why, rng) for why in SMALL), _far_out()]
    for model in SHIPPED:
        for digit in SAMPLES:
            x = np.asarray(library.digits[digit].pixels, float)
            cases.append({"model": model, "digit": digit, **_states(library.models[model], x)})
    return cases


# ---- Drawings -----------------------------------------------------------

SEVEN: tuple[Stroke, ...] = ((24, 20, 58, 20, 3, 1), (58, 20, 36, 66, 3, 1))
DRAWINGS: dict[str, tuple[int, tuple[Stroke, ...]]] = {
    "a seven": (84, SEVEN),
    "a small one in a corner": (84, ((70, 8, 74, 20, 1.5, 1),)),
    "heavy at its foot, so that the middle would push it over the edge": (
        84,
        ((10, 4, 10, 70, 0.6, 1), (10, 76, 40, 76, 8, 1)),
    ),
    "wider than high, and partly beyond the edge": (84, ((-6, 40, 90, 44, 4, 1),)),
    "a seven with its top erased": (84, (*SEVEN, (20, 20, 62, 20, 5, 0))),
    "as fine as the pixels": (28, ((6.5, 6.5, 20, 14, 1, 1),)),
    "nothing": (84, ()),
}


def preprocess_cases() -> Iterator[dict[str, Any]]:
    """Brush strokes and the pixels that come of them, those above 0 by their place."""
    for why, (side, strokes) in DRAWINGS.items():
        for centred in (True, False):
            pixels = prepare(draw_strokes(side, strokes), centred).ravel()
            lit = {str(place): round(float(pixels[place]), DIGITS) for place in np.flatnonzero(pixels > 1e-9)}
            yield {"why": why, "side": side, "strokes": strokes, "centred": centred, "pixels": lit}


def contracts() -> dict[str, list[dict[str, Any]]]:
    """File name → its cases."""
    return {"forward": forward_cases(), "preprocess": [*preprocess_cases()]}


def main() -> None:
    """Write them, a case a line."""
    for name, cases in contracts().items():
        lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
        (FOLDER / f"{name}.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
