"""How training goes, written down: the curves of every fold and the answers at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from generator.errors import DataError
from generator.network.digits import Digits
from generator.network.measure import accuracy, confusion_matrix, mean_loss
from generator.network.model import Network
from generator.network.recipe import Recipe
from generator.network.train import Epoch
from generator.network.weights import as_stored
from generator.training_record import Curves, TrainingRecord


@dataclass(frozen=True, eq=False)
class FoldRecord:
    """One fold: the moments measured, in passes over the data, its curves and its answers (row: label)."""

    epochs: tuple[float, ...]
    curves: Curves
    confusions: NDArray[np.intp]


class FoldLog:
    """Measures one fold's network after every epoch, as a weight file would hold it."""

    def __init__(self, recipe: Recipe, training: Digits, held_out: Digits) -> None:
        self._recipe, self._digits = recipe, (training, held_out)
        self._steps: list[int] = []
        self._rows: list[tuple[float | None, float | None, float, float]] = []

    def note(self, epoch: Epoch) -> None:
        """Measure the network of an epoch."""
        with np.errstate(all="ignore"):  # a rate that is too large makes numbers overflow, which is a result
            network = as_stored(epoch.network)
            losses = [self._loss(network, digits) for digits in self._digits]
            shares = [round(accuracy(network, digits), 5) for digits in self._digits]
        self._steps.append(epoch.steps)
        self._rows.append((losses[0], losses[1], shares[0], shares[1]))

    def _loss(self, network: Network, digits: Digits) -> float | None:
        loss = mean_loss(network, digits, self._recipe.settings.loss)
        return float(f"{loss:.4g}") if isfinite(loss) else None

    def close(self, network: Network) -> FoldRecord:
        """What was noted, and the answers of the network that training ended with."""
        training, held_out = self._digits
        whole = self._recipe.steps_per_epoch(len(training))
        return FoldRecord(
            tuple(round(steps / whole, 3) for steps in self._steps),
            Curves(*zip(*self._rows, strict=True)),
            confusion_matrix(as_stored(network), held_out),
        )


def require_equal_folds(recipe: Recipe, sizes: Sequence[int]) -> None:
    """Raise DataError if folds with training data of these sizes would be measured unequally often."""
    steps = recipe.settings.steps
    if steps and len({-(-steps // recipe.steps_per_epoch(size)) for size in sizes}) > 1:
        raise DataError("the folds differ in size, so that --steps ends in different epochs; use --epochs")


def record_of(recipe: Recipe, digits: Digits, folds: Sequence[FoldRecord], command: str) -> TrainingRecord:
    """The record of a cross-validation.

    Where folds differ in size by a digit or two, so do their passes; the moments are those of the first.
    """
    confusions: NDArray[np.intp] = np.sum([fold.confusions for fold in folds], axis=0)
    return TrainingRecord(
        command=command,
        data=digits.name,
        data_checksum=digits.checksum(),
        layers=recipe.layers,
        activation=recipe.activation,
        loss=recipe.settings.loss,
        optimizer=recipe.settings.optimizer,
        learning_rate=recipe.settings.learning_rate,
        batch_size=recipe.settings.batch_size,
        copies=recipe.copies,
        epochs=folds[0].epochs,
        folds=tuple(fold.curves for fold in folds),
        confusions=tuple(map(tuple, confusions.tolist())),
    )


def save_record(path: Path, record: TrainingRecord) -> None:
    """Write a record. Raises DataError if the file cannot be written."""
    try:
        path.write_text(record.to_json(), encoding="ascii", newline="\n")
    except OSError as error:
        raise DataError(f"{path}: the record cannot be written: {error.strerror}") from error
