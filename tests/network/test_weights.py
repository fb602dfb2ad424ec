"""Weight files: what goes in comes out, and nothing else is let in."""

from __future__ import annotations

import errno
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from generator.errors import WeightsError
from generator.network import Network, random_network
from generator.network.weights import as_stored, load_weights, save_weights
from generator.weight_header import WeightHeader, read_weight_header

SIZES, NAMES = (9, 4, 3), ("tanh", "sigmoid")
HEADER = WeightHeader(SIZES, NAMES, 7, "drei Züge – 세 자리", "sha256:00", 0.9625, "lessonloom train", "note")
Change = Callable[[dict[str, np.ndarray]], None]


@pytest.fixture
def network(rng: np.random.Generator) -> Network:
    return random_network(SIZES, NAMES, rng)


@pytest.fixture
def path(tmp_path: Path, network: Network) -> Path:
    save_weights(tmp_path / "own.npz", network, HEADER)
    return tmp_path / "own.npz"


def change(path: Path, edit: Change) -> None:
    """Rewrite a weight file with NumPy itself after an edit of its arrays."""
    with np.load(path) as archive:
        arrays = dict(archive)
    edit(arrays)
    np.savez(path, **arrays)


def header_with(**fields: object) -> Change:
    def edit(arrays: dict[str, np.ndarray]) -> None:
        arrays["header"] = np.array(json.dumps({**json.loads(str(arrays["header"])), **fields}))

    return edit


def test_round_trip(path: Path, network: Network) -> None:
    loaded, header = load_weights(path)
    assert header == HEADER == read_weight_header(path)
    expected = as_stored(network)
    for ours, theirs in ((loaded.weights, expected.weights), (loaded.biases, expected.biases)):
        for a, b in zip(ours, theirs, strict=True):
            np.testing.assert_array_equal(a, b)
    assert loaded.activations == NAMES


def test_the_file_is_an_ordinary_npz_in_layer_order(path: Path) -> None:
    with np.load(path, allow_pickle=False) as archive:
        assert archive.files == ["header", "weights_1", "weights_2", "biases_1", "biases_2"]
        assert json.loads(str(archive["header"]))["sizes"] == [9, 4, 3]
        assert {archive[name].dtype.name for name in archive.files[1:]} == {"float16"}


def test_the_same_network_gives_the_same_bytes(path: Path, network: Network) -> None:
    again = path.with_name("again.npz")
    save_weights(again, network, HEADER)
    assert again.read_bytes() == path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("value", [np.nan, np.inf, 1e5])
def test_numbers_that_float16_cannot_hold_are_not_saved(
    value: float, network: Network, tmp_path: Path
) -> None:
    network.weights[0][1, 2] = value
    path = tmp_path / "own.npz"
    with pytest.raises(WeightsError) as caught:
        save_weights(path, network, HEADER)
    assert (
        str(caught.value)
        == f"{path}: not saved, because a weight is infinite, not a number or beyond ±65,504"
    )
    assert not path.exists()


def set_to(name: str, array: np.ndarray) -> Change:
    return lambda arrays: arrays.update({name: array})


DAMAGED: dict[str, tuple[Change, str]] = {
    "a layer is missing": (
        lambda arrays: arrays.pop("biases_2"),
        "there is no array 'biases_2' for a layer that the header names",
    ),
    "no header": (
        lambda arrays: arrays.pop("header"),
        "the file has no header; was it made by 'lessonloom train'?",
    ),
    "wrong shape": (
        set_to("weights_1", np.zeros((9, 4), np.float16)),
        "weights_1 has the shape (9, 4), expected (4, 9)",
    ),
    "not a number": (
        set_to("biases_1", np.array([0, np.nan, 0, 0], np.float16)),
        "biases_1 holds a value that is infinite, not a number or beyond ±65,504",
    ),
    "infinite": (
        set_to("weights_2", np.full((3, 4), np.inf)),
        "weights_2 holds a value that is infinite, not a number or beyond ±65,504",
    ),
    "huge": (
        set_to("weights_2", np.full((3, 4), -1e308)),
        "weights_2 holds a value that is infinite, not a number or beyond ±65,504",
    ),
    "whole numbers": (
        set_to("biases_2", np.zeros(3, np.int64)),
        "biases_2 must hold float16, float32, float64 row by row, not int64",
    ),
    "column by column": (
        set_to("weights_2", np.asfortranarray(np.zeros((3, 4), np.float32))),
        "weights_2 must hold float16, float32, float64 row by row, not float32",
    ),
    "far too large": (
        set_to("weights_1", np.zeros((400, 900), np.float16)),
        "the file is damaged (weights_1.npy is larger than 4,384 bytes)",
    ),
    "data missing": (
        lambda arrays: arrays.update(biases_1=np.zeros(0, np.float16)),
        "biases_1 has the shape (0,), expected (4,)",
    ),
    "header not text": (
        set_to("header", np.zeros(3)),
        "the file is damaged (expected an array that holds one piece of text)",
    ),
    "header not JSON": (
        set_to("header", np.array("{")),
        "the header of the weight file is not JSON (Expecting property name enclosed in double quotes:"
        " line 1 column 2 (char 1))",
    ),
    "header a list": (
        set_to("header", np.array("[]")),
        "the header of the weight file is damaged: it is not an object",
    ),
    "header too long": (
        set_to("header", np.array("x" * 30_000)),
        "the file is damaged (header.npy is larger than 100,000 bytes)",
    ),
    "strange activation": (
        header_with(activations=["tanh", "swish"]),
        "the header of the weight file is damaged: there is no activation 'swish', only sigmoid, tanh, relu,"
        " leaky_relu, softmax",
    ),
    "softmax within": (
        header_with(activations=["softmax", "sigmoid"]),
        "the header of the weight file is damaged: only the last layer can have the activation 'softmax'",
    ),
    "sizes too large": (
        header_with(sizes=[9, 10**9, 3]),
        "the header of the weight file is damaged: 'sizes' must be a list of whole numbers from 1 to 10,000",
    ),
    "too many parameters": (
        header_with(sizes=[9999, 9999, 3]),
        "the header of the weight file is damaged: 'sizes' means more than 5,000,000 weights and biases",
    ),
    "too few activations": (
        header_with(activations=["tanh"]),
        "the header of the weight file is damaged: 3 layers need 2 activations, not 1",
    ),
    "one layer": (
        header_with(sizes=[9]),
        "the header of the weight file is damaged: 'sizes' must count 2 to 20 layers, not 1",
    ),
    "names that are none": (
        header_with(activations=[1, 2]),
        "the header of the weight file is damaged: 'activations' must be a list of names",
    ),
    "accuracy above one": (
        header_with(accuracy=96.25),
        "the header of the weight file is damaged: 'accuracy' must be a number from 0 to 1",
    ),
    "seed in words": (
        header_with(seed="one"),
        "the header of the weight file is damaged: 'seed' must be a whole number",
    ),
    "command a list": (
        header_with(command=["rm"]),
        "the header of the weight file is damaged: 'command' must be text",
    ),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_files_are_refused_with_a_sentence(name: str, path: Path) -> None:
    edit, message = DAMAGED[name]
    change(path, edit)
    with pytest.raises(WeightsError) as caught:
        load_weights(path)
    assert str(caught.value) == f"{path}: {message}"


def test_pickled_objects_are_never_loaded(path: Path) -> None:
    buffer = io.BytesIO()
    np.save(buffer, np.array([print] * 3, dtype=object), allow_pickle=True)
    with np.load(path) as archive:
        arrays = {name: archive[name] for name in archive.files if name != "biases_2"}
    np.savez(path, **arrays)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("biases_2.npy", buffer.getvalue())
    with pytest.raises(WeightsError) as caught:
        load_weights(path)
    expected = "biases_2 must hold float16, float32, float64 row by row, not object"
    assert str(caught.value) == f"{path}: {expected}"


@pytest.mark.parametrize("cut", [0, 1, 30, 400, -30])
def test_cut_files_are_refused(cut: int, path: Path) -> None:
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(WeightsError, match=r"own\.npz: this is not a weight file \(it is no \.npz arch"):
        load_weights(path)


def test_every_flipped_byte_is_refused_or_harmless(path: Path, network: Network) -> None:
    content, expected = path.read_bytes(), as_stored(network)
    for place in range(0, len(content), 7):
        path.write_bytes(content[:place] + bytes([content[place] ^ 0x55]) + content[place + 1 :])
        try:
            loaded, _ = load_weights(path)
        except WeightsError as error:
            assert str(error).startswith(f"{path}: ")
        else:
            assert np.array_equal(loaded.weights[0], expected.weights[0])


def test_a_zip_bomb_behind_a_small_claim_is_not_unpacked(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("header.npy", bytes(200_000_000))
    content = path.read_bytes().replace((200_000_000).to_bytes(4, "little"), (90).to_bytes(4, "little"))
    path.write_bytes(content)
    with pytest.raises(WeightsError, match="the file is damaged"):
        read_weight_header(path)


def test_the_largest_numbers_of_float16_are_read_back(network: Network, tmp_path: Path) -> None:
    network.weights[0][1, 2] = -65_504
    save_weights(tmp_path / "own.npz", network, HEADER)
    assert load_weights(tmp_path / "own.npz")[0].weights[0][1, 2] == -65_504


def test_a_missing_file_and_a_place_that_cannot_be_written(network: Network, tmp_path: Path) -> None:
    with pytest.raises(WeightsError) as caught:
        load_weights(tmp_path / "none.npz")
    assert str(caught.value) == f"{tmp_path}/none.npz: there is no such file"
    (tmp_path / "file").write_text("")
    with pytest.raises(WeightsError, match=r"file/own\.npz: the weights cannot be written: Not a directory$"):
        save_weights(tmp_path / "file" / "own.npz", network, HEADER)


def test_a_file_stays_whole_when_writing_the_new_one_fails(
    path: Path, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = path.read_bytes()
    monkeypatch.setattr(zipfile.ZipFile, "writestr", fail)
    with pytest.raises(
        WeightsError, match=r"own\.npz: the weights cannot be written: No space left on device$"
    ):
        save_weights(path, network, HEADER)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]
