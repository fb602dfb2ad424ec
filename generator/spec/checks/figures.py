"""Figures: networks, layers, neurons and digits that exist, ranges that run forwards.

Goes by field names, so that a new figure kind with a ``layer`` or a ``digit`` is checked without a word here.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isqrt

from generator.errors import Diagnostic
from generator.spec.draft import Draft
from generator.spec.figures import FigureBase
from generator.spec.near_names import suggest
from generator.spec.places import Loc

IMAGE_PIXELS = 28 * 28


def check_figures(draft: Draft) -> Iterator[Diagnostic]:
    """Check every figure against the header of its network's weight file."""
    if draft.lesson and draft.lesson.model:
        yield from _check_model(draft, ("model",), draft.lesson.model)
    for loc, figure in draft.figures():
        if figure.model:
            yield from _check_model(draft, (*loc, "model"), figure.model)
        yield from _check_switch(draft, loc, figure)
        yield from _check_against(draft, loc, figure)
        yield from _check_layer(draft, loc, figure)
        yield from _check_beginning(draft, loc, figure)
        yield from _check_width(draft, loc, figure)
        yield from _check_digit(draft, loc, figure)
        yield from _check_range(draft, loc, figure)
        yield from _check_inputs(draft, loc, figure)
        yield from _check_build(draft, loc, figure)
        yield from _check_records(draft, loc, figure)
        yield from _check_plot(draft, loc, figure)


def _check_model(draft: Draft, loc: Loc, name: str) -> Iterator[Diagnostic]:
    if name not in draft.setting.headers:
        yield draft.at_value(
            loc, "unknown-model", f"there is no network '{name}'", suggest(name, draft.setting.headers)
        )


def _check_switch(draft: Draft, loc: Loc, figure: FigureBase) -> Iterator[Diagnostic]:
    """The networks that learners can switch between exist and take what the figure shows them."""
    for index, name in enumerate(getattr(figure, "models", ())):
        place = (*loc, "models", index)
        yield from _check_model(draft, place, name)
        if name != draft.model_of(figure):
            yield from _check_inputs_of(draft, place, figure, name)


def _check_against(draft: Draft, loc: Loc, figure: FigureBase) -> Iterator[Diagnostic]:
    """The network that is subtracted exists, is another one, and has a layer of that size."""
    against, name = getattr(figure, "against", None), draft.model_of(figure)
    if against is None:
        return
    yield from _check_model(draft, (*loc, "against"), against)
    headers, layer = draft.setting.headers, getattr(figure, "layer", 0)
    if name not in headers or against not in headers or not 1 <= layer < len(headers[name].sizes):
        return
    sizes = [" → ".join(map(str, headers[each].sizes[layer - 1 : layer + 1])) for each in (name, against)]
    message = ""
    if against == name:
        message = f"network '{name}' against itself: every difference is 0"
    elif sizes[0] != sizes[1]:
        message = (
            f"layer {layer} of network '{against}' is {sizes[1] or 'missing'}, that of '{name}' {sizes[0]}; "
            "only layers of one size can be subtracted"
        )
    if message:
        yield draft.at_value((*loc, "against"), "wrong-network", message)


def _check_layer(draft: Draft, loc: Loc, figure: FigureBase) -> Iterator[Diagnostic]:
    layer = getattr(figure, "layer", None)
    if layer is not None:
        yield from check_neuron(draft, loc, draft.model_of(figure), (layer, getattr(figure, "neuron", None)))


def check_neuron(
    draft: Draft, loc: Loc, network: str, at: tuple[int, int | None]
) -> Iterator[Diagnostic]:
    """The layer and, if it is given, the neuron exist, which stand at ``loc`` under these names."""
    header, (layer, neuron) = draft.setting.headers.get(network), at
    if header is None:
        return
    last = len(header.sizes) - 1
    if not 1 <= layer <= last:
        message = f"layer {layer} does not exist: network '{network}' has layers 1 to {last}"
        yield draft.at_value((*loc, "layer"), "unknown-layer", message)
    elif neuron is not None and not 0 <= neuron < header.sizes[layer]:
        most = header.sizes[layer] - 1
        message = (
            f"neuron {neuron} does not exist: layer {layer} of network '{network}' has neurons 0 to {most}"
        )
        yield draft.at_value((*loc, "neuron"), "unknown-neuron", message)


def _check_beginning(draft: Draft, loc: Loc, figure: FigureBase) -> Iterator[Diagnostic]:
    """A neuron begins with weights of one kind."""
    place = (*loc, "preset")
    if getattr(figure, "neuron", None) is not None and place in draft.source.parsed.keys:
        message = "'preset' and 'neuron' both say which weights the neuron begins with"
        yield draft.source.at_key(place, "wrong-value", message, "leave one of them out")


def _check_width(draft: Draft, loc: Loc, figure: FigureBase) -> Iterator[Diagnostic]:
    """A layer that is drawn neuron by neuron is small enough."""
    name, layer, most = draft.model_of(figure), getattr(figure, "layer", 0), figure.widest()
    header = draft.setting.headers.get(name)
    if header is None or most is None or not 1 <= layer < len(header.sizes):
        return
    for place in (layer - 1, layer):
        if header.sizes[place] > most:
            message = (
                f"layer {place} of network '{name}' has {header.sizes[place]} neurons; "
                f"this figure shows layers of at most {most}"
            )
            yield draft.at_value((*loc, "layer"), "layer-too-large", message)
            return


def _check_digit(draft: Draft, loc: Loc, figure: FigureBase) -> Iterator[Diagnostic]:
    named: list[tuple[Loc, str]] = [
        ((*loc, "digits", index), name) for index, name in enumerate(getattr(figure, "digits", ()))
    ]
    if getattr(figure, "digit", None) is not None:
        named.append(((*loc, "digit"), getattr(figure, "digit", "")))
    for place, digit in named:
        yield from check_digit(draft, place, digit)


def check_digit(draft: Draft, place: Loc, digit: str) -> Iterator[Diagnostic]:
    """There is a sample digit of that name."""
    if digit not in draft.setting.digits:
        hint = (
            suggest(digit, draft.setting.digits) or "the first three of each digit: 0-1, 0-2, 0-3, 1-1, … 9-3"
        )
        yield draft.at_value(place, "unknown-digit", f"there is no sample digit '{digit}'", hint)


def _check_range(draft: Draft, loc: Loc, figure: FigureBase) -> Iterator[Diagnostic]:
    for first, last in (("start", "stop"), ("low", "high")):
        start, stop = getattr(figure, first, None), getattr(figure, last, None)
        if start is not None and stop is not None and start >= stop:
            field = last if (*loc, last) in draft.source.parsed.values else first
            message = f"the range runs backwards: {first} {start:g} is not below {last} {stop:g}"
            yield draft.at_value((*loc, field), "reversed-range", message)


def _check_inputs(draft: Draft, loc: Loc, figure: FigureBase) -> Iterator[Diagnostic]:
    """The network takes what the figure shows it."""
    field = "digit" if "digit" in figure.model_fields_set else "kind"
    yield from _check_inputs_of(draft, (*loc, field), figure, draft.model_of(figure))


def _check_inputs_of(draft: Draft, place: Loc, figure: FigureBase, name: str) -> Iterator[Diagnostic]:
    header, needed = draft.setting.headers.get(name), figure.inputs()
    if header is None:
        return
    inputs = header.sizes[0]
    if needed == "digit" and inputs != IMAGE_PIXELS:
        message = f"network '{name}' reads {inputs} numbers, not the {IMAGE_PIXELS} pixels of a digit"
        yield draft.at_value(place, "wrong-network", message)
    if needed == "square" and isqrt(inputs) ** 2 != inputs:
        message = f"network '{name}' reads {inputs} numbers, which are no square picture"
        yield draft.at_value(place, "wrong-network", message)


def _check_build(draft: Draft, loc: Loc, figure: FigureBase) -> Iterator[Diagnostic]:
    """The network has as many layers and outputs as the figure is made for."""
    name, wanted = draft.model_of(figure), figure.build()
    header = draft.setting.headers.get(name)
    if header is None or wanted is None:
        return
    hidden, outputs = len(header.sizes) - 2, header.sizes[-1]
    if hidden != wanted[0] or outputs < wanted[1]:
        message = (
            f"network '{name}' is {' → '.join(map(str, header.sizes))}; this figure shows networks with "
            f"{wanted[0]} hidden layers and at least {wanted[1]} outputs"
        )
        yield draft.at_value((*loc, "kind"), "wrong-network", message)


def _check_records(draft: Draft, loc: Loc, figure: FigureBase) -> Iterator[Diagnostic]:
    """The training records it shows exist; where it names none, one is named like its network."""
    network, known = draft.model_of(figure), draft.setting.records
    if network not in draft.setting.headers:
        return
    for index, name in enumerate(figure.records(network)):
        if name in known:
            continue
        if "run" in figure.model_fields_set:
            place: Loc = (*loc, "run")
        else:
            place = (*loc, "runs", index) if "runs" in figure.model_fields_set else (*loc, "kind")
        message = f"there is no training record '{name}'"
        yield draft.at_value(place, "unknown-run", message, suggest(name, known))


def _check_plot(draft: Draft, loc: Loc, figure: FigureBase) -> Iterator[Diagnostic]:
    """The owner of the site has named the function that draws it."""
    name, known = figure.plot(), draft.setting.plots
    if name is not None and name not in known:
        hint = suggest(name, known) or "name a function there, under 'figures' of the plugin lessonloom"
        yield draft.at_value((*loc, "draw"), "unknown-plot", f"mkdocs.yml names no plot '{name}'", hint)
