"""``live_neuron``: a neuron whose weights learners paint.

On paper and without JavaScript it is what the neuron answers at the beginning. assets/js/live-neuron.mjs
makes the rest of it, with what is put together here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from generator.errors import FigureError
from generator.figures.digit import find_digit
from generator.figures.grids import SignedScale, Values
from generator.figures.numerals import fixed, shortest, signed
from generator.figures.picture import Drawing, Live, Request
from generator.figures.responses import Response, Scene, draw_responses
from generator.figures.strip import SIDE
from generator.figures.words import figure_language
from generator.figures.words.live_neuron import WORDS, NeuronFacts, say_neuron
from generator.network.activations import ACTIVATIONS
from generator.network.browser_files import pack_digits, pack_network
from generator.spec.figures import LiveNeuron
from generator.spec.hand_set import PRESETS, preset_boxes, set_weights

STEPS = 12
PRESET_BIAS = -8.0


@dataclass(frozen=True)
class Neuron:
    """How a neuron begins: weights (28, 28) and bias."""

    weights: Values
    bias: float


def first_neuron(request: Request, figure: LiveNeuron) -> Neuron:
    """How the figure begins. Raises FigureError if the network has no such neuron, or reads no digits."""
    network = request.network
    if network.sizes[0] != SIDE * SIDE:
        raise FigureError(f"figure {figure.id!r}: the network takes {network.sizes[0]} inputs, not 784")
    if figure.neuron is None:
        bias = PRESET_BIAS if figure.bias is None else figure.bias
        weights = np.array(set_weights(preset_boxes(figure.preset, figure.region)), dtype=np.float64)
        return Neuron(weights.reshape(SIDE, SIDE), bias)
    if figure.neuron >= network.sizes[1]:
        raise FigureError(
            f"figure {figure.id!r}: layer 1 has neurons 0 to {network.sizes[1] - 1}, not {figure.neuron}"
        )
    weights = np.asarray(network.weights[0][figure.neuron], dtype=np.float64).reshape(SIDE, SIDE)
    own = float(network.biases[0][figure.neuron])
    return Neuron(weights, own if figure.bias is None else figure.bias)


def _respond(request: Request, figure: LiveNeuron, neuron: Neuron, title: str) -> tuple[Response, Values]:
    """What the neuron answers to the digits (count, 28, 28)."""
    found = [find_digit(request.library, name) for name in figure.digits]
    digits = np.stack([np.asarray(each.pixels, dtype=np.float64).reshape(SIDE, SIDE) for each in found])
    sums = (digits * neuron.weights).sum(axis=(1, 2))
    z = sums + neuron.bias
    activations = ACTIVATIONS[figure.function](z)
    scale = SignedScale.of(neuron.weights, STEPS)
    return Response("start", title, neuron.weights, scale, sums, activations, z > 0), digits


def _live(request: Request, figure: LiveNeuron, language: str) -> Live:
    """Words, where the digits and the network are, and how the neuron begins."""
    network, digits = pack_network(request.model, request.network), pack_digits(request.library.digits)
    settings: dict[str, Any] = {
        "digits": digits.uri,
        "network": network.uri,
        "neurons": request.network.sizes[1],
        "strip": list(figure.digits),
        "region": list(figure.region),
        "presets": list(PRESETS),
        "start": figure.preset if figure.neuron is None else figure.neuron,
        "bias": figure.bias,
        "function": figure.function,
        "words": dict(WORDS(language)),
    }
    return Live(settings, (network, digits))


def _table(figure: LiveNeuron, response: Response, language: str) -> tuple[tuple[str, ...], ...]:
    say = WORDS(language)
    rows = zip(figure.digits, response.sums, response.activations, strict=True)
    written = ((name, signed(float(z)), fixed(float(a), 4)) for name, z, a in rows)
    return ((say["digit"], say["sum"], say["activation"]), *written)


def draw(request: Request) -> Drawing:
    """Draw what the neuron answers at the beginning, and pack what it needs to come to life. Raises
    FigureError."""
    figure, language = request.figure, figure_language(request.language)
    assert isinstance(figure, LiveNeuron)
    say, neuron = WORDS(language), first_neuron(request, figure)
    title = say[figure.preset] if figure.neuron is None else say["neuron"].format(n=figure.neuron)
    response, digits = _respond(request, figure, neuron, title)
    labels = [request.library.digits[name].label for name in figure.digits]
    active = [label for label, on in zip(labels, response.active, strict=True) if on]
    told = say_neuron(language, NeuronFacts(title, neuron.bias, active, figure.function))
    sign = "−" if neuron.bias < 0 else "+"
    amount = shortest(round(abs(neuron.bias), 2))
    rule = say["rule"].format(f="σ" if figure.function == "sigmoid" else "ReLU", bias=f"{sign} {amount}")
    scene = Scene(digits, figure.region if figure.neuron is None else None, say["sum"], rule)
    svg = draw_responses((response,), scene, figure.id, (told, language))
    return Drawing(svg, told, _table(figure, response, language), _live(request, figure, language))
