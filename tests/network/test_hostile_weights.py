"""Files made to harm whoever opens them as weights."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import numpy as np
import pytest

from generator.errors import WeightsError
from generator.network import random_network
from generator.network.weights import load_weights, save_weights
from generator.weight_header import WeightHeader, read_weight_header

SIZES, NAMES = (9, 4, 3), ("tanh", "sigmoid")


@pytest.fixture
def path(tmp_path: Path, rng: np.random.Generator) -> Path:
    save_weights(tmp_path / "own.npz", random_network(SIZES, NAMES, rng), WeightHeader(SIZES, NAMES))
    return tmp_path / "own.npz"


@pytest.mark.parametrize("packing", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_only_the_ways_of_packing_that_numpy_uses_are_unpacked(packing: int, path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", packing) as archive:
        for name, payload in members.items():
            archive.writestr(name, payload)
    with pytest.raises(WeightsError, match=r"\(header\.npy is packed in another way than numpy packs\)"):
        load_weights(path)


def array_file(head: str) -> bytes:
    """An .npy file with a header of one's own."""
    return b"\x93NUMPY\x01\x00" + len(head).to_bytes(2, "little") + head.encode()


@pytest.mark.parametrize("head", ["", "{", "(" * 3_000, "-" * 3_000 + "1", "{'descr': 'O'}", "[0]" * 900])
def test_a_hostile_array_header_is_refused_in_our_words(head: str, path: Path) -> None:
    with np.load(path) as archive:
        arrays = {name: archive[name] for name in archive.files if name != "biases_2"}
    np.savez(path, **arrays)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("biases_2.npy", array_file(head))
    with pytest.raises(WeightsError) as caught:
        load_weights(path)
    assert str(caught.value) == f"{path}: the file is damaged (biases_2 is not an .npy array)"


def test_a_pipe_a_folder_and_a_giant_are_no_weight_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "giant").open("wb") as giant:
        giant.truncate(3_000_000_000)
    expected = {
        "pipe": "this is not a file",
        "": "this is not a file",
        "giant": "the file is too large: more than 41 MB",
        "giant/in": "there is no such file",
        "x" * 5_000: "the file cannot be read: File name too long",
    }
    for name, message in expected.items():
        with pytest.raises(WeightsError) as caught:
            read_weight_header(tmp_path / name)
        assert str(caught.value) == f"{tmp_path / name}: {message}"
