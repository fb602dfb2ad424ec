"""IDX files: good ones, damaged ones, and pairs that do not belong together."""

from __future__ import annotations

import gzip
import os
import struct
from pathlib import Path

import numpy as np
import pytest

from generator.errors import DataError
from generator.network.digits import load_digits_folder, load_idx_digits
from generator.network.idx import MAX_BYTES, read_idx
from tests.network.pictures import bars, idx_bytes, write_idx

IMAGES = np.arange(2 * 3 * 4, dtype=np.uint8).reshape(2, 3, 4)


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzipped"])
def test_round_trip(pack: type, tmp_path: Path) -> None:
    path = tmp_path / "images"
    path.write_bytes(pack(idx_bytes(IMAGES)))
    np.testing.assert_array_equal(read_idx(path, dimensions=3), IMAGES)


GOOD = idx_bytes(IMAGES)
BAD = {
    "empty": (b"", "this is not an IDX file (it does not begin with two zero bytes)"),
    "text": (b"PNG or something", "this is not an IDX file (it does not begin with two zero bytes)"),
    "floats": (b"\0\0\x0d" + GOOD[3:], "expected unsigned bytes (type 8), found IDX type 13"),
    "labels": (idx_bytes(IMAGES[0, 0]), "images have 3 dimension(s), this file has 1"),
    "header cut": (GOOD[:14], "the file ends within its header"),
    "data cut": (GOOD[:-5], "the header announces 24 bytes of data, the file holds 19"),
    "too long": (GOOD + b"\0", "the header announces 24 bytes of data, the file holds more"),
    "huge": (
        b"\0\0\x08\x03" + struct.pack(">3I", 2**32 - 1, 2**32 - 1, 2**32 - 1),
        f"the header announces {(2**32 - 1) ** 3:,} bytes; at most {MAX_BYTES:,} are read",
    ),
    "gzip cut": (
        gzip.compress(GOOD)[:-12],
        "the file cannot be read: the gzip data are damaged",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_damaged_files_are_refused_with_a_sentence(name: str, tmp_path: Path) -> None:
    content, message = BAD[name]
    path = tmp_path / "images"
    path.write_bytes(content)
    with pytest.raises(DataError) as caught:
        read_idx(path, dimensions=3)
    assert str(caught.value) == f"{path}: {message}"


def test_a_flipped_bit_in_a_gzipped_file_is_noticed(tmp_path: Path) -> None:
    path, content = tmp_path / "images", bytearray(gzip.compress(GOOD))
    content[-6] ^= 1  # within the checksum
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"images: the file cannot be read: the gzip data are damaged$"):
        read_idx(path, dimensions=3)


def test_a_gzip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "images"
    path.write_bytes(gzip.compress(GOOD + bytes(50_000_000), compresslevel=9))
    with pytest.raises(DataError, match=r"the file holds more$"):
        read_idx(path, dimensions=3)


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        read_idx(tmp_path / "nothing", dimensions=1)
    assert str(caught.value) == f"{tmp_path}/nothing: there is no such file"
    with pytest.raises(DataError, match="this is not a file"):
        read_idx(tmp_path, dimensions=1)
    with pytest.raises(DataError) as caught:
        load_digits_folder(tmp_path)
    expected = "there is no train-images-idx3-ubyte or train-images-idx3-ubyte.gz in this folder"
    assert str(caught.value) == f"{tmp_path}: {expected}"


def test_pipes_devices_and_giants_are_refused_before_they_are_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "giant").open("wb") as giant:
        giant.truncate(3_000_000_000)
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(DataError, match="this is not a file"):
            read_idx(path, dimensions=3)
    with pytest.raises(DataError, match="the file is too large: more than 268 MB"):
        read_idx(tmp_path / "giant", dimensions=3)


def test_a_folder_with_the_names_of_mnist(tmp_path: Path, rng: np.random.Generator) -> None:
    digits = bars(12, rng)
    write_idx(tmp_path, digits)
    loaded = load_digits_folder(tmp_path)
    np.testing.assert_array_equal(loaded.images, digits.images)
    np.testing.assert_array_equal(loaded.labels, digits.labels)
    assert loaded.checksum() == digits.checksum() != digits.pick(np.arange(11)).checksum()


@pytest.mark.parametrize(
    ("images", "labels", "message"),
    [
        (IMAGES, [1, 2, 3], "{images} holds 2 images, but {labels} holds 3 labels"),
        (IMAGES[:0], [], "{images}: there are no images in this file"),
        (IMAGES, [9, 10], "{labels}: label 1 (counted from 0) is 10; labels run from 0 to 9"),
    ],
)
def test_pairs_that_do_not_fit(images: np.ndarray, labels: list[int], message: str, tmp_path: Path) -> None:
    paths = {"images": tmp_path / "i", "labels": tmp_path / "l"}
    paths["images"].write_bytes(idx_bytes(images))
    paths["labels"].write_bytes(idx_bytes(np.array(labels, np.uint8)))
    with pytest.raises(DataError) as caught:
        load_idx_digits(paths["images"], paths["labels"])
    assert str(caught.value) == message.format(**paths)
