"""What lessons compute from: networks, sample digits and training records. Each is read when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from generator.network.digits import scaled
from generator.network.model import Network
from generator.network.weights import load_weights, read_array
from generator.training_record import SHIPPED_RECORDS, TrainingRecord, read_training_record
from generator.weight_header import (
    SAMPLE_DIGITS,
    SHIPPED_MODELS,
    WeightHeader,
    open_archive,
    read_digit_list,
    read_weight_header,
)

Value = TypeVar("Value")
PIXELS = 28 * 28


@dataclass(frozen=True, eq=False)
class SampleDigit:
    """A handwritten digit with its name: ``pixels`` (784,) float32 in 0–1, row by row."""

    name: str
    label: int
    pixels: NDArray[np.float32]


@dataclass(frozen=True)
class Library:
    """Networks by name (with their headers), sample digits by name, training records by name."""

    models: Mapping[str, Network]
    headers: Mapping[str, WeightHeader]
    digits: Mapping[str, SampleDigit]
    records: Mapping[str, TrainingRecord] = field(default_factory=dict)


class Lazy(Mapping[str, Value]):
    """A mapping with known names whose values are made when first asked for, and then kept."""

    def __init__(self, names: Iterable[str], make: Callable[[str], Value]) -> None:
        self._names = tuple(names)
        self._make = make
        self._made: dict[str, Value] = {}

    def __getitem__(self, name: str) -> Value:
        if name not in self._made:
            if name not in self._names:
                raise KeyError(name)
            self._made[name] = self._make(name)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def load_library(
    extra: Mapping[str, Path] | None = None, extra_records: Mapping[str, Path] | None = None
) -> Library:
    """The shipped networks, digits and records, plus the course's own files (which may replace shipped ones).

    WeightsError and DataError are raised by the mappings, when a damaged file is first asked for.
    """
    paths = {**SHIPPED_MODELS, **(extra or {})}
    records = {**SHIPPED_RECORDS, **(extra_records or {})}
    return Library(
        Lazy(paths, lambda name: load_weights(paths[name])[0]),
        Lazy(paths, lambda name: read_weight_header(paths[name])),
        load_sample_digits(),
        Lazy(records, lambda name: read_training_record(records[name])),
    )


def load_sample_digits(path: Path = SAMPLE_DIGITS) -> Mapping[str, SampleDigit]:
    """The sample digits by name, read when the first is asked for. Raises WeightsError."""
    listed = read_digit_list(path)
    pixels: list[NDArray[np.float32]] = []

    def make(name: str) -> SampleDigit:
        if not pixels:
            pixels.append(_read_pixels(path, len(listed.names)))
        place = listed.names.index(name)
        return SampleDigit(name, listed.labels[place], pixels[0][place])

    return Lazy(listed.names, make)


def _read_pixels(path: Path, count: int) -> NDArray[np.float32]:
    """The array ``pixels`` (count, 784) of bytes, as 0–1."""
    with open_archive(path, "there is no array '{name}'") as archive:
        return scaled(read_array(archive, "pixels", (count, PIXELS), ("uint8",), path))
