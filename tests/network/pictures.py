"""A small world of pictures for the network tests, as arrays and as IDX files."""

from __future__ import annotations

import gzip
import struct
from pathlib import Path

import numpy as np

from generator.network.digits import Digits


def idx_bytes(array: np.ndarray) -> bytes:
    """An array of bytes in IDX format, written here independently of the reader."""
    return (
        struct.pack(">HBB", 0, 8, array.ndim) + struct.pack(f">{array.ndim}I", *array.shape) + array.tobytes()
    )


def bars(count: int, rng: np.random.Generator, side: int = 6) -> Digits:
    """Noisy pictures of one bright column: label k = column k. Easy to learn, with ``side`` classes."""
    labels = np.arange(count) % side
    images = rng.integers(0, 80, (count, side, side))
    images[np.arange(count), :, labels] += 150
    return Digits(images.astype(np.uint8), labels.astype(np.uint8), "bars")


def write_idx(folder: Path, digits: Digits, stem: str = "train") -> tuple[Path, Path]:
    """The digits as MNIST would name them: pictures gzipped, labels not."""
    images = folder / f"{stem}-images-idx3-ubyte.gz"
    labels = folder / f"{stem}-labels-idx1-ubyte"
    images.write_bytes(gzip.compress(idx_bytes(digits.images)))
    labels.write_bytes(idx_bytes(digits.labels))
    return images, labels
