"""What an expression can name: the networks, their layers, and the sample digits.

One table serves both its readers. ``lessonloom check`` knows only the weight files' headers, so every number
that stands in an array is UNKNOWN to it; the build supplies the arrays. Names, bounds and everything that
follows from the sizes is computed here for both, which is why they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, NamedTuple, Protocol, TypeAlias

from generator.weight_header import WeightHeader


class Unknown(Enum):
    """A number that only the build can compute."""

    UNKNOWN = "unknown"


UNKNOWN = Unknown.UNKNOWN
DIGIT_PIXELS = 28 * 28
Number: TypeAlias = int | float | Unknown


class Numbers(Protocol):
    """Where the numbers inside the arrays come from. Layers count from 0 (the input), neurons from 0."""

    def weight(self, model: str, layer: int, neuron: int, source: int) -> Number: ...
    def bias(self, model: str, layer: int, neuron: int) -> Number: ...
    def weighted_sum(self, model: str, digit: str, layer: int, neuron: int) -> Number: ...
    def activation(self, model: str, digit: str, layer: int, neuron: int) -> Number: ...
    def pixel(self, digit: str, index: int) -> Number: ...
    def label(self, digit: str) -> Number: ...


class HeadersOnly:
    """``Numbers`` of a program that has not loaded any: ``lessonloom check``."""

    def weight(self, model: str, layer: int, neuron: int, source: int) -> Number:
        return UNKNOWN

    def bias(self, model: str, layer: int, neuron: int) -> Number:
        return UNKNOWN

    def weighted_sum(self, model: str, digit: str, layer: int, neuron: int) -> Number:
        return UNKNOWN

    def activation(self, model: str, digit: str, layer: int, neuron: int) -> Number:
        return UNKNOWN

    def pixel(self, digit: str, index: int) -> Number:
        return UNKNOWN

    def label(self, digit: str) -> Number:
        return UNKNOWN


@dataclass(frozen=True)
class World:
    """All that expressions can see. ``model`` is the network of the lesson; the digits are read by it.

    ``defined`` holds the values of the lesson's own names, ``drawn`` those of the names that a question's
    ``vary`` declares.
    """

    headers: Mapping[str, WeightHeader]
    digits: tuple[str, ...]
    model: str
    numbers: Numbers = field(default_factory=HeadersOnly)
    defined: Mapping[str, Value] = field(default_factory=dict)
    drawn: Mapping[str, int | float | str] = field(default_factory=dict)

    def names(self) -> dict[str, Value]:
        """The names an expression may begin with."""
        model = Named("network", tuple(self.headers), lambda name: Thing("model", ModelFacts(self, name)))
        names: dict[str, Value] = {**self.defined, **self.drawn, "models": model}
        if self.model in self.headers:
            lesson_model = ModelFacts(self, self.model)
            names |= {"model": Thing("model", lesson_model), "digit": lesson_model.digit()}
        return names


@dataclass(frozen=True)
class Items:
    """Something counted: ``items[first]`` … ``items[first + count - 1]``."""

    noun: str
    first: int
    count: int
    item: Callable[[int], Value]


@dataclass(frozen=True)
class Named:
    """Something looked up by its name in quotes."""

    noun: str
    names: tuple[str, ...]
    item: Callable[[str], Value]


@dataclass(frozen=True)
class Thing:
    """Something with attributes: those of ``MEMBERS[kind]``."""

    kind: str
    facts: Any


Value: TypeAlias = Number | str | Items | Named | Thing


@dataclass(frozen=True)
class ModelFacts:
    """One network as its header describes it."""

    world: World
    name: str

    @property
    def header(self) -> WeightHeader:
        return self.world.headers[self.name]

    @property
    def sizes(self) -> tuple[int, ...]:
        return self.header.sizes

    @property
    def last(self) -> int:
        """The output layer's number."""
        return len(self.sizes) - 1

    def weight_count(self) -> int:
        return sum(LayerFacts(self, layer).weight_count() for layer in range(1, self.last + 1))

    def bias_count(self) -> int:
        return sum(self.sizes[1:])

    def accuracy(self) -> float:
        if self.header.accuracy is None:
            raise ValueError(f"the weight file of '{self.name}' does not say how accurate the network is")
        return self.header.accuracy

    def per_neuron(self, get: Callable[[int, int], Value], first: int = 1) -> Items:
        """``[layer][neuron]`` for the layers from ``first`` to the output."""

        def layer_items(layer: int) -> Items:
            return Items("neuron", 0, self.sizes[layer], lambda neuron: get(layer, neuron))

        return Items("layer", first, self.last + 1 - first, layer_items)

    def weights(self) -> Items:
        def sources(layer: int, neuron: int) -> Items:
            numbers, before = self.world.numbers, self.sizes[layer - 1]
            return Items("input", 0, before, lambda i: numbers.weight(self.name, layer, neuron, i))

        return self.per_neuron(sources)

    def biases(self) -> Items:
        return self.per_neuron(lambda layer, neuron: self.world.numbers.bias(self.name, layer, neuron))

    def layers(self) -> Items:
        return Items("layer", 0, self.last + 1, lambda layer: Thing("layer", LayerFacts(self, layer)))

    def digit(self) -> Named:
        return Named("sample digit", self.world.digits, lambda name: Thing("digit", DigitFacts(self, name)))


@dataclass(frozen=True)
class LayerFacts:
    """One layer of a network; layer 0 is the input, which has no parameters."""

    model: ModelFacts
    layer: int

    @property
    def size(self) -> int:
        return self.model.sizes[self.layer]

    def weight_count(self) -> int:
        return self.size * self.model.sizes[self.layer - 1] if self.layer else 0

    def bias_count(self) -> int:
        return self.size if self.layer else 0

    def activation(self) -> str:
        if not self.layer:
            raise ValueError("layer 0 is the input, which has no activation function")
        return self.model.header.activations[self.layer - 1]


@dataclass(frozen=True)
class DigitFacts:
    """One sample digit as a network reads it."""

    model: ModelFacts
    name: str

    def __post_init__(self) -> None:
        if self.model.sizes[0] != DIGIT_PIXELS:
            raise ValueError(
                f"a sample digit has {DIGIT_PIXELS} pixels, this network takes {self.model.sizes[0]}"
            )

    def z(self) -> Items:
        numbers, model = self.model.world.numbers, self.model.name
        return self.model.per_neuron(lambda *at: numbers.weighted_sum(model, self.name, *at))

    def a(self) -> Items:
        return self.model.per_neuron(self.activation_at, first=0)

    def activation_at(self, layer: int, neuron: int) -> Number:
        numbers = self.model.world.numbers
        if not layer:
            return numbers.pixel(self.name, neuron)
        return numbers.activation(self.model.name, self.name, layer, neuron)

    def output(self, neuron: int) -> Number:
        return self.activation_at(self.model.last, neuron)

    def ranking(self) -> tuple[Number, ...]:
        """The output neurons, brightest first; of equals the lower number first, as argmax has it."""
        values = [self.output(neuron) for neuron in range(self.model.sizes[-1])]
        known = [value for value in values if not isinstance(value, Unknown)]
        if len(known) < len(values):
            return (UNKNOWN,) * len(values)
        return tuple(sorted(range(len(known)), key=lambda neuron: -known[neuron]))

    def winner(self, place: int) -> Number:
        """The output neuron in a place: 0 is the brightest."""
        ranking = self.ranking()
        if place >= len(ranking):
            raise ValueError("a network with one output has no runner-up")
        return ranking[place]

    def winner_activation(self, place: int) -> Number:
        neuron = self.winner(place)
        return UNKNOWN if isinstance(neuron, float | Unknown) else self.output(neuron)

    def lit_pixels(self) -> Number:
        values = [self.activation_at(0, index) for index in range(self.model.sizes[0])]
        return UNKNOWN if UNKNOWN in values else sum(1 for value in values if value)


class Member(NamedTuple):
    """One attribute: its name, what it means (quoted in docs/authoring/expressions.md), and how to get it."""

    name: str
    meaning: str
    get: Callable[[Any], Value]


def _members(*members: Member) -> Mapping[str, Member]:
    return {member.name: member for member in members}


def _items(noun: str, values: tuple[int, ...]) -> Items:
    return Items(noun, 0, len(values), lambda index: values[index])


MEMBERS: Mapping[str, Mapping[str, Member]] = {
    "model": _members(
        Member("parameter_count", "all weights and biases", lambda m: m.weight_count() + m.bias_count()),
        Member("weight_count", "all weights", ModelFacts.weight_count),
        Member("bias_count", "all biases", ModelFacts.bias_count),
        Member("sizes", "neurons of each layer: sizes[0] is the input", lambda m: _items("layer", m.sizes)),
        Member("accuracy", "share of digits recognised in cross-validation, 0 to 1", ModelFacts.accuracy),
        Member("layers", "the layers: layers[0] is the input", ModelFacts.layers),
        Member("weights", "weights[layer][neuron][input], layers from 1", ModelFacts.weights),
        Member("biases", "biases[layer][neuron], layers from 1", ModelFacts.biases),
        Member("digit", 'the sample digits as this network reads them: digit["3-1"]', ModelFacts.digit),
    ),
    "layer": _members(
        Member("size", "neurons in the layer", lambda layer: layer.size),
        Member("weight_count", "weights into the layer", LayerFacts.weight_count),
        Member("bias_count", "biases of the layer", LayerFacts.bias_count),
        Member("parameter_count", "both", lambda layer: layer.weight_count() + layer.bias_count()),
        Member("activation", "name of its activation function", LayerFacts.activation),
    ),
    "digit": _members(
        Member("label", "the digit that was written", lambda d: d.model.world.numbers.label(d.name)),
        Member("prediction", "the network's answer", lambda d: d.winner(0)),
        Member("activation", "activation of the winning output neuron", lambda d: d.winner_activation(0)),
        Member("runner_up", "the second brightest output neuron", lambda d: d.winner(1)),
        Member("runner_up_activation", "its activation", lambda d: d.winner_activation(1)),
        Member("outputs", "outputs[j]: activation of output neuron j", lambda d: d.a().item(d.model.last)),
        Member("lit_pixels", "pixels that are not black", DigitFacts.lit_pixels),
        Member("pixels", "pixels[i]: brightness from 0 to 1, row by row", lambda d: d.a().item(0)),
        Member("z", "z[layer][neuron]: weighted sum plus bias, layers from 1", DigitFacts.z),
        Member("a", "a[layer][neuron]: activation; layer 0 is the pixels", DigitFacts.a),
    ),
}
