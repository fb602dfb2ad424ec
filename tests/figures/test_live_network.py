"""The network to play with, as far as it is made before a page is seen (the rest: tests/browser)."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from generator.errors import FigureError, WeightsError
from generator.figures import illustrate
from generator.network import load_library
from generator.network.browser_files import pack_digits, pack_network
from generator.network.weights import write_arrays
from tests.figures.drawing import FIGURE, draw, library

TWO = {"kind": "live_network", "models": ["digits-relu", "digits"]}


def test_its_networks_come_along_the_own_one_first():
    picture = draw(TWO)
    listed = [(each["name"], each["label"], each["layers"]) for each in picture.live["networks"]]
    layers = ["input", "hidden 1", "hidden 2", "output"]
    assert listed == [("digits", "Sigmoid", layers), ("digits-relu", "ReLU", layers)]
    files = dict(picture.files)
    for each in picture.live["networks"]:
        packed = pack_network(each["name"], library().models[each["name"]])
        assert (each["file"], files[each["file"]]) == (packed.uri, packed.text)
    digits = pack_digits(library().digits)
    assert (picture.live["digits"], files[digits.uri]) == (digits.uri, digits.text)


def test_networks_alike_go_by_their_names():
    labels = [
        each["label"] for each in draw({**TWO, "models": ["short", "large", "digits"]}).live["networks"]
    ]
    assert labels == ["Sigmoid", "short", "large"]
    assert [each["label"] for each in draw({"kind": "live_network"}, model="one-layer").live["networks"]] == [
        "one-layer"
    ]


def test_every_sample_has_a_name_that_learners_understand():
    english, korean = (dict(draw(TWO, language).live["samples"]) for language in ("en", "ko"))
    assert list(english) == list(korean) == list(library().digits)
    label = library().digits["misread-1"].label
    assert (english["3-2"], english["misread-1"]) == ("3 (no. 2)", f"{label}, misread (no. 1)")
    assert (korean["3-2"], korean["misread-1"]) == ("3 (2번)", f"잘못 읽는 {label} (1번)")


def test_what_the_page_is_given_can_be_written_as_json():
    live = draw(TWO).live
    assert json.loads(json.dumps(live)) == {**live, "samples": [list(pair) for pair in live["samples"]]}


@pytest.mark.parametrize(
    ("model", "models", "message"),
    [
        ("digits", ["nobody"], "there is no network 'nobody'"),
        ("digits", ["tiny"], "network 'tiny': the digit has 784 pixels, but the network takes 2 inputs"),
        ("tiny", [], "network 'tiny': the digit has 784 pixels, but the network takes 2 inputs"),
    ],
)
def test_a_network_that_cannot_be_shown_is_named(model, models, message):
    with pytest.raises(FigureError) as caught:
        draw({"kind": "live_network", "models": models}, model=model)
    assert str(caught.value) == message


def bad_network(folder: Path, **arrays: np.ndarray) -> Path:
    """A weight file of 784-2-10 with some arrays replaced."""
    header = {"sizes": [784, 2, 10], "activations": ["relu", "sigmoid"]}
    whole = {"weights_1": np.zeros((2, 784)), "weights_2": np.zeros((10, 2))}
    whole |= {"biases_1": np.zeros(2), "biases_2": np.zeros(10)}
    path = folder / "mine.npz"
    write_arrays(path, {"header": np.array(json.dumps(header)), **whole, **arrays})
    return path


@pytest.mark.parametrize(
    ("arrays", "message"),
    [
        ({"weights_1": np.full((2, 784), np.nan)}, "weights_1 holds a value that is infinite, not a number"),
        ({"weights_2": np.zeros((10, 3))}, r"weights_2 has the shape \(10, 3\), expected \(10, 2\)"),
        ({"biases_1": np.full(2, np.inf)}, "biases_1 holds a value that is infinite"),
    ],
)
def test_a_damaged_network_to_switch_to_is_never_packed(tmp_path, arrays, message):
    books = load_library({"mine": bad_network(tmp_path, **arrays)})
    figure = FIGURE.validate_python({"id": "fig", "kind": "live_network", "models": ["mine"]})
    with pytest.raises(WeightsError, match=message):
        illustrate(figure, books, model="digits", language="en")
