"""``edge_detector``: weights set by hand, once in a region alone and once with a negative surround.

The digits are chosen by rule: the first sample of each of the ten. Both sets of weights share one scale of
sums, so that what the surround changes can be seen.
"""

from __future__ import annotations

import numpy as np

from generator.figures.grids import SignedScale, Values
from generator.figures.numerals import fixed, signed
from generator.figures.picture import Drawing, Request
from generator.figures.responses import Response, Scene, draw_responses
from generator.figures.strip import SIDE
from generator.figures.words import figure_language
from generator.figures.words.edge_detector import WORDS, EdgeFacts, say_edges, written_bias
from generator.network.activations import ACTIVATIONS
from generator.spec.figures import EdgeDetector
from generator.spec.hand_set import preset_boxes, set_weights

NAMES = {"plain": "region", "surround": "surround"}
"""What the two sets of weights are called here, and as presets."""
ONES = SignedScale(1.0, 1, clipped=False)
"""Weights of −1, 0 and 1."""


def first_samples(request: Request) -> tuple[list[int], Values]:
    """The label of each digit that there are samples of, and its first sample, (digits, 28, 28)."""
    first: dict[int, Values] = {}
    for digit in request.library.digits.values():
        first.setdefault(digit.label, np.asarray(digit.pixels, dtype=np.float64).reshape(SIDE, SIDE))
    labels = sorted(first)
    return labels, np.stack([first[label] for label in labels])


def respond(figure: EdgeDetector, digits: Values, language: str) -> tuple[Response, ...]:
    """What the neuron answers to each digit, for both sets of weights."""
    responses = []
    for name, preset in NAMES.items():
        boxes = preset_boxes(preset, figure.region)
        weights = np.array(set_weights(boxes), dtype=np.float64).reshape(SIDE, SIDE)
        sums = (digits * weights).sum(axis=(1, 2))
        z = sums + figure.bias
        title, activations = WORDS(language)[name], ACTIVATIONS["sigmoid"](z)
        responses.append(Response(name, title, weights, ONES, sums, activations, z > 0))
    return tuple(responses)


def _table(labels: list[int], responses: tuple[Response, ...], language: str) -> tuple[tuple[str, ...], ...]:
    say = WORDS(language)
    names = [response.title for response in responses]
    header = (
        say["digit"],
        *(say[kind].format(name=name) for name in names for kind in ("sum_of", "activation_of")),
    )
    rows = (
        (
            str(label),
            *(
                cell
                for response in responses
                for cell in (signed(float(response.sums[i])), fixed(float(response.activations[i]), 4))
            ),
        )
        for i, label in enumerate(labels)
    )
    return (header, *rows)


def draw(request: Request) -> Drawing:
    """Draw what a hand-set neuron answers to ten digits."""
    figure, language = request.figure, figure_language(request.language)
    assert isinstance(figure, EdgeDetector)
    labels, digits = first_samples(request)
    responses = respond(figure, digits, language)
    found = [
        [label for label, active in zip(labels, response.active, strict=True) if active]
        for response in responses
    ]
    say = say_edges(language, EdgeFacts(figure.region, figure.bias, *found))
    words = WORDS(language)
    scene = Scene(digits, figure.region, words["sum"], words["rule"].format(bias=written_bias(figure.bias)))
    svg = draw_responses(responses, scene, figure.id, (say, language))
    return Drawing(svg, say, _table(labels, responses, language))
