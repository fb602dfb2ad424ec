"""``activation_flow``: one digit on its way through the whole network.

Neurons are filled by their activation, connections drawn as weight × activation: what each one really adds to
the neuron it leads to. All connections of a layer share one scale. Connections into outputs that did not win
are faded, which turns a hairball into an explanation.
"""

from __future__ import annotations

from generator.figures.digit import find_digit
from generator.figures.flow import Flow, trace_flow
from generator.figures.flow_layout import draw_variant, note_lines
from generator.figures.flow_places import Layout
from generator.figures.numerals import fixed
from generator.figures.picture import Drawing, Request
from generator.figures.svg import Sheet, twins
from generator.figures.theme import TALL, WIDE
from generator.figures.words import Say, figure_language
from generator.figures.words.activation_flow import WORDS, FlowFacts, say_flow
from generator.spec.figures import ActivationFlow


def flow_facts(flow: Flow) -> FlowFacts:
    """What the sentences beside a flow are about."""
    ranked = [(index, float(flow.outputs[index])) for index in flow.ranking[:2]]
    sizes = (784, *(a.size for a in flow.activations))
    return FlowFacts(flow.digit.label, sizes, ranked[0], ranked[1] if len(ranked) > 1 else None)


def _table(flow: Flow, language: str) -> tuple[tuple[str, ...], ...]:
    """Every output's activation."""
    say = WORDS(language)
    rows = ((str(index), fixed(float(value), 4)) for index, value in enumerate(flow.outputs))
    return ((say["output"], say["activation"]), *rows)


def draw_flow(flow: Flow, figure_id: str, say: Say, language: str, *, animated: bool) -> str:
    """Both variants of a flow."""
    layers, about = len(flow.activations), (say.label, say.description, language)
    notes = len(note_lines(flow, language))
    wide, tall = Layout.wide(layers, notes), Layout.tall(layers, notes)
    return twins(
        draw_variant(flow, wide, Sheet(f"{figure_id}_w", WIDE, wide.end, *about, "wide")),
        draw_variant(flow, tall, Sheet(f"{figure_id}_t", TALL, tall.end, *about, "tall")),
        animated=animated,
    )


def draw(request: Request) -> Drawing:
    """Draw a digit's way through the network. Raises FigureError if there is no such digit or it does not
    fit."""
    figure = request.figure
    assert isinstance(figure, ActivationFlow)
    language = figure_language(request.language)
    flow = trace_flow(request.network, find_digit(request.library, figure.digit))
    say = say_flow(language, flow_facts(flow))
    svg = draw_flow(flow, figure.id, say, language, animated=figure.animated)
    return Drawing(svg, say, _table(flow, language))
