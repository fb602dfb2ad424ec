"""What flows: the activations of one digit in every layer, and the connections worth drawing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from generator.errors import FigureError
from generator.figures.grids import Values
from generator.figures.layers import most_active
from generator.network import Network, SampleDigit, forward

PIXELS_PER_NEURON = 4
"""Of 784 connections into a neuron of the first layer the strongest four are drawn; the figure says so."""
MAX_EDGES = 256
"""So many lines between two layers can still be read."""
MAX_HIDDEN = 6


@dataclass(frozen=True)
class Connection:
    """From a neuron of one layer to a neuron of the next; ``strength`` is −1 … 1 of the layer's largest."""

    source: int
    target: int
    strength: float


@dataclass(frozen=True)
class Flow:
    """A digit's way through a network.

    ``activations[k]`` (neurons,) are those of layer k + 1, ``fills[k]`` the same as −1 … 1 of a full neuron,
    ``drawn[k]`` its neurons that are drawn; ``connections[k]`` lead into it. ``limit`` is how many of them a
    layer may have, if some have more.
    """

    digit: SampleDigit
    activations: tuple[Values, ...]
    fills: tuple[Values, ...]
    drawn: tuple[tuple[int, ...], ...]
    connections: tuple[tuple[Connection, ...], ...]
    limit: int | None = None

    @property
    def outputs(self) -> Values:
        return self.activations[-1]

    @property
    def ranking(self) -> list[int]:
        """Outputs, strongest first; of equal ones the lower number first."""
        order: list[int] = np.argsort(-self.activations[-1], kind="stable").tolist()
        return order

    @property
    def partial(self) -> bool:
        """Whether some layer has neurons that are not drawn."""
        return any(a.size > len(drawn) for a, drawn in zip(self.activations, self.drawn, strict=True))


def _fill(activations: Values, name: str) -> Values:
    """How full neurons look: the activation itself where it lies between −1 and 1 by nature, else its share
    of the layer's largest."""
    bounded = name in ("sigmoid", "softmax", "tanh")
    largest = 1.0 if bounded else float(np.abs(activations).max()) or 1.0
    fills: Values = np.clip(activations / largest, -1, 1)
    return fills


def _pixel_mask(sizes: Values, targets: tuple[int, ...]) -> NDArray[np.bool_]:
    """The strongest few pixels of every drawn neuron."""
    keep = np.zeros(sizes.shape, dtype=bool)
    best = np.argsort(-sizes, axis=1, kind="stable")[:, :PIXELS_PER_NEURON]
    for target in targets:
        keep[target, best[target]] = True
    return keep


def _strongest_mask(
    sizes: Values, sources: tuple[int, ...], targets: tuple[int, ...], most: int
) -> NDArray[np.bool_]:
    """The ``most`` strongest connections between drawn neurons."""
    between = np.zeros(sizes.shape, dtype=bool)
    between[np.ix_(targets, sources)] = True
    ranked = np.argsort(np.where(between, -sizes, 1.0), axis=None, kind="stable")[:most]
    keep = np.zeros(sizes.size, dtype=bool)
    keep[ranked] = True
    return keep.reshape(sizes.shape) & between


def _connections(products: Values, keep: NDArray[np.bool_]) -> tuple[Connection, ...]:
    """The kept entries of ``products`` = weight × activation (targets, sources), on the scale of the largest
    of them all, drawn or not."""
    limit = float(np.abs(products).max()) or 1.0
    return tuple(
        Connection(int(source), int(target), float(products[target, source]) / limit)
        for target, source in np.argwhere(keep)
    )


def _edge_limit(layers: int) -> int:
    """How many lines lead into a layer: fewer where many layers share the figure's bytes."""
    return MAX_EDGES if layers <= 3 else (512 - 64 * (layers - 3)) // (layers - 1)


def trace_flow(network: Network, digit: SampleDigit) -> Flow:
    """Send a digit through a network. Raises FigureError if the network does not take 784 pixels or is too
    deep."""
    pixels = np.asarray(digit.pixels, dtype=np.float64)
    if network.sizes[0] != pixels.size:
        raise FigureError(
            f"the digit has {pixels.size} pixels, but the network takes {network.sizes[0]} inputs"
        )
    if len(network.sizes) - 2 > MAX_HIDDEN:
        raise FigureError(
            f"the network has {len(network.sizes) - 2} hidden layers; a flow shows at most {MAX_HIDDEN}"
        )
    states = [np.asarray(state.a[0], dtype=np.float64) for state in forward(network, pixels[None, :])]
    drawn = tuple(most_active(state) for state in states)
    connections, most = [], _edge_limit(len(states))
    for k, weights in enumerate(network.weights):
        products = np.asarray(weights, dtype=np.float64) * (pixels if k == 0 else states[k - 1])
        sizes = np.abs(products)
        keep = _strongest_mask(sizes, drawn[k - 1], drawn[k], most) if k else _pixel_mask(sizes, drawn[0])
        connections.append(_connections(products, keep))
    fills = tuple(_fill(a, name) for a, name in zip(states, network.activations, strict=True))
    pairs = max((len(a) * len(b) for a, b in pairwise(drawn)), default=0)
    limit = most if pairs > most else None
    return Flow(digit, tuple(states), fills, drawn, tuple(connections), limit)
