"""``live_network``: the network at work in the page.

On paper and without JavaScript it is the flow of one digit. assets/js/live-network.mjs makes the rest of it,
with what is put together here.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.errors import FigureError
from generator.figures.activation_flow import draw_flow, flow_facts
from generator.figures.digit import find_digit
from generator.figures.flow import Flow, trace_flow
from generator.figures.picture import Drawing, Live, Request
from generator.figures.words import figure_language, layer_name
from generator.figures.words.live_network import WORDS, say_live
from generator.network import Network, SampleDigit
from generator.network.browser_files import pack_digits, pack_network
from generator.spec.figures import LiveNetwork


def _label(name: str, networks: Mapping[str, Network], language: str) -> str:
    """What a learner calls a network: its hidden activation function, if no other has the same; else its
    name."""
    hidden = {each: network.activations[0] for each, network in networks.items()}
    is_plain = list(hidden.values()).count(hidden[name]) == 1 and len(networks[name].activations) > 1
    return WORDS(language)[hidden[name]] if is_plain else name


def _name(name: str, label: int, language: str) -> str:
    """What learners call a sample digit: "3 (no. 2)" for 3-2."""
    kind, _, number = name.rpartition("-")
    return WORDS(language)["sample_misread" if kind == "misread" else "sample_n"].format(
        label=label, n=number
    )


def _trace(networks: Mapping[str, Network], digit: SampleDigit) -> list[Flow]:
    flows = []
    for name, network in networks.items():
        try:
            flows.append(trace_flow(network, digit))
        except FigureError as error:
            raise FigureError(f"network {name!r}: {error}") from None
    return flows


def _live(request: Request, networks: Mapping[str, Network], language: str) -> Live:
    """Words, the sample digits, and of each network its file, what learners call it, and its layers."""
    figure, digits, files, listed = request.figure, pack_digits(request.library.digits), [], []
    assert isinstance(figure, LiveNetwork)
    for name, network in networks.items():
        last, file = len(network.sizes) - 1, pack_network(name, network)
        layers = [layer_name(language, layer, last) for layer in range(last + 1)]
        label = _label(name, networks, language)
        listed.append({"name": name, "label": label, "layers": layers, "file": file.uri})
        files.append(file)
    settings = {"digit": figure.digit, "digits": digits.uri, "networks": listed}
    samples = [(name, _name(name, digit.label, language)) for name, digit in request.library.digits.items()]
    return Live({**settings, "samples": samples, "words": dict(WORDS(language))}, (*files, digits))


def draw(request: Request) -> Drawing:
    """Draw a digit's flow, and pack the networks. Raises FigureError if a network does not take 784 pixels or
    is too deep."""
    figure = request.figure
    assert isinstance(figure, LiveNetwork)
    language, digit = figure_language(request.language), find_digit(request.library, figure.digit)
    networks = {name: request.network_of(name) for name in figure.networks(request.model)}
    flow = _trace(networks, digit)[0]
    say = say_live(language, flow_facts(flow))
    svg = draw_flow(flow, figure.id, say, language, animated=False)
    return Drawing(svg, say, live=_live(request, networks, language))
