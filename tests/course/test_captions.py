"""What figures of the course say below them is what scikit-learn and SciPy find in the networks."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import pytest
from scipy.differentiate import derivative
from scipy.special import expit

from generator.build import Workshop
from generator.pages.site_file import fill_slots
from generator.spec import load_course
from tests.course.conftest import LESSONS
from tests.course.second_opinion import KINDS, Network, perceptron
from tests.course.test_computed import plain
from tests.course.test_recomputed import is_same

NUMBER = r"([−+]?\d+(?:,\d{3})*(?:\.\d+)?%?)"
Rows = np.ndarray


def samples(network: Network, *, misread: bool = False) -> tuple[Rows, Rows]:
    """Pixels and labels of the sample digits, with those that were chosen for being misread or without."""
    chosen = [digit for name, digit in network.digit.items() if misread or not name.startswith("misread")]
    return np.array([digit.pixels for digit in chosen]), np.array([digit.label for digit in chosen])


def outputs(network: Network, rows: Rows, changed: dict[tuple[int, int], Rows] | None = None) -> Rows:
    """All outputs, with the weights out of some neurons replaced: by (layer, neuron)."""
    weights = [each.copy() for each in network.all_weights]
    for (layer, neuron), column in (changed or {}).items():
        weights[layer][:, neuron] = column
    return perceptron(weights, network.all_biases, KINDS[network.kinds[0]], "logistic").predict(rows)


def first_layer(network: Network, rows: Rows) -> Rows:
    return perceptron(
        network.all_weights[:1], network.all_biases[:1], "identity", KINDS[network.kinds[0]]
    ).predict(rows)


def mean_cost(network: Network, weight: float) -> float:
    """With this weight from neuron 8 of the last hidden layer to output 4."""
    rows, labels = samples(network)
    column = network.all_weights[2][:, 8].copy()
    column[4] = weight
    return float(((outputs(network, rows, {(2, 8): column}) - np.eye(10)[labels]) ** 2).sum(axis=1).mean())


def turned_weight(network: Network) -> list[float]:
    """Where it was left, the cost there, and the slopes far left and right of it."""
    now = float(network.all_weights[2][4, 8])
    cost = np.vectorize(lambda weight: mean_cost(network, weight))
    slopes = [float(derivative(cost, place).df) for place in (-9.0, 5.0)]
    return [now, mean_cost(network, now), -9, slopes[0], 5, slopes[1]]


def dark_pixels(network: Network) -> list[float]:
    """Slopes that are 0 whatever the weights, all slopes, pixels that are never lit."""
    rows, _ = samples(network)
    dark = int((rows.max(axis=0) == 0).sum())
    return [dark * network.sizes[1], network.parameter_count, dark]


def scores_without(network: Network) -> list[float]:
    """Sample digits read right: with all neurons; the neuron that is missed most, without it; least."""
    rows, labels = samples(network)
    right = [
        int((outputs(network, rows, {(1, neuron): np.zeros(16)}).argmax(axis=1) == labels).sum())
        for neuron in range(16)
    ]
    worst, best = int(np.argmin(right)), int(np.argmax(right))
    whole = int((outputs(network, rows).argmax(axis=1) == labels).sum())
    return [whole, len(labels), worst, right[worst], best, right[best]]


def spread(network: Network) -> list[float]:
    values = first_layer(network, samples(network, misread=True)[0]).ravel()
    quarters = np.quantile(values, [0.25, 0.75])
    return [len(values), *quarters, values.min(), values.max(), (values < 0.1).mean(), (values > 0.9).mean()]


def mistakes(network: Network) -> list[float]:
    rows, labels = samples(network, misread=True)
    seen = outputs(network, rows)
    wrong = seen.max(axis=1)[seen.argmax(axis=1) != labels]
    return [len(wrong), len(labels), wrong.max(), wrong.min()]


def silent(network: Network) -> list[float]:
    active = first_layer(network, samples(network)[0]) > 0
    never = np.flatnonzero(~active.any(axis=0))
    return [len(never), active.shape[1], *never, int(active.all(axis=0).sum())]


def most_asked(network: Network) -> list[float]:
    """The neuron of the first layer whose weighted sum matters most for the cost of the digit 3-1."""
    digit = network.digit["3-1"]
    target, rest = np.eye(10)[3], [network.all_weights[1:], network.all_biases[1:]]

    def cost(moved: Rows, neuron: Rows) -> Rows:
        sums = np.tile(digit.z[1], (moved.size, 1))
        sums[np.arange(moved.size), neuron.astype(int).ravel()] += moved.ravel()
        seen = perceptron(*rest, "logistic", "logistic").predict(expit(sums))
        return ((seen - target) ** 2).sum(axis=1).reshape(moved.shape)

    slopes = np.array([derivative(cost, 0.0, args=(float(k),)).df for k in range(16)])
    neuron = int(np.argmax(abs(slopes)))
    assert slopes[neuron] > 0, "its weights should shrink"
    return [neuron, digit.lit_pixels, 784 - digit.lit_pixels]


def runner_up(network: Network) -> list[float]:
    digit = network.digit["3-1"]
    second = digit.runner_up
    return [digit.label, digit.prediction, digit.activation, second, digit.outputs[second]]


def weights_of_the_first(network: Network) -> list[float]:
    row = network.all_weights[0][0]
    return [0, row.min(), row.max(), network.all_biases[0][0]]


def third_row(network: Network) -> list[float]:
    digit = network.digit["3-1"]
    return [10, 16, 160, 3, digit.z[3][3], digit.z[3][3], digit.a[3][3]]


def trained_cost(network: Network) -> list[float]:
    digit = network.digit["3-1"]
    return [float(((digit.outputs - np.eye(10)[3]) ** 2).sum())]


CAPTIONS: list[tuple[str, str, str, Callable[[Network], list[float]], str]] = [
    (
        "neural-network",
        "flow-three",
        "digits",
        runner_up,
        "reads this # as #, with activation #. Runner-up: # with #.",
    ),
    (
        *("neural-network", "grid-video", "digits", weights_of_the_first),
        "neuron # up, red ones push it down. Its weights run from # to #; its bias is #.",
    ),
    ("how-it-learns", "cost-bars", "digits-plain", trained_cost, "random weights, # for the trained one"),
    (
        *("how-it-learns", "valley", "digits-plain", turned_weight),
        "left it: #, cost #. Short lines are slopes: at # the slope is #; at # the slope is #.",
    ),
    (
        *("how-it-learns", "descent-in-all", "digits-plain", dark_pixels),
        "first gradient # of # slopes are exactly 0; # pixels are black",
    ),
    (
        *("backpropagation", "matrix", "digits", third_row),
        "W has # × # = # weights. Row # times the column a, plus the bias, is #, and σ(#) = #:",
    ),
    (
        *("backpropagation", "wishes-picture", "digits", most_asked),
        "Neuron # of the first hidden layer, whose weights this digit wants to change most: "
        "the # weights of lit pixels should all shrink, and of the other # nothing",
    ),
    (
        *("what-it-learnt", "activations-of-one", "digits", spread),
        "The # activations of layer “hidden 1”. Half of them lie from # to #, all from # to #. "
        "# are under 0.1 and # over 0.9",
    ),
    (
        *("what-it-learnt", "misread", "digits", mistakes),
        "misreads # of the # sample digits. All of them are shown, the surest first: "
        "its wrong answers have activations from # down to #.",
    ),
    (
        *("what-it-learnt", "ablation", "digits", scores_without),
        "With all neurons, # of # sample digits are read right (dashed). "
        "Without neuron # it is #, without neuron # still #.",
    ),
    (
        *("what-it-learnt", "activity", "digits-relu", silent),
        "sample digits: # of # (neuron #). Active for every one: #.",
    ),
]


@pytest.fixture(scope="module")
def page() -> Callable[[str], str]:
    """A lesson's page in English, with its figures."""
    workshop, course = Workshop(), load_course(LESSONS, LESSONS.parent / "mkdocs.yml")
    lessons = {each.lesson.id: each for each in course.lessons}
    pages: dict[str, str] = {}

    def build(name: str) -> str:
        if name not in pages:
            built = workshop.build_lesson(lessons[name], course).pages
            english = next(each for each in built if each.language == "en")
            pages[name] = fill_slots(str(english.content), english.fragments)
        return pages[name]

    return build


@pytest.mark.parametrize(("lesson", "figure", "model", "recompute", "says"), CAPTIONS)
def test_captions_say_what_other_libraries_find(
    lesson: str, figure: str, model: str, recompute, says: str, page
):
    found = re.search(rf'<figure[^>]* id="{figure}".*?</figure>', page(lesson), re.DOTALL)
    pattern = re.escape("".join(says.split())).replace(r"\#", NUMBER)
    shown = re.search(pattern, plain(found[0])).groups()
    values = recompute(Network(model))
    assert [each for each in zip(shown, values, strict=True) if not is_same(*each)] == []
