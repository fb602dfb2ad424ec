"""What a training record says, read without numpy: how a recipe does on digits that it has not seen.

Floor 0, like the header of a weight file and for the same reason: ``spec`` must know whether a record can be
read, ``network`` writes it, and neither may import the other. A record may come from anywhere, so every field
is checked for type, length and range.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from generator.errors import DataError
from generator.plain_file import PlainFileError, require_plain_file
from generator.weight_header import DATA_FOLDER

SHIPPED_RECORDS = {
    name: DATA_FOLDER / f"training_{name.replace('-', '_')}.json"
    for name in ("digits", "digits-relu", "digits-plain", "rate-too-small", "rate-too-large")
}
MAX_BYTES = 1_000_000
MAX_EPOCHS = 10_000
MAX_CLASSES = 100


class Curves(NamedTuple):
    """What one network did before training and after every epoch: mean loss (``None`` where it was no
    number), and accuracy (0–1), on the digits it was trained on and on those held out."""

    training_loss: tuple[float | None, ...]
    held_out_loss: tuple[float | None, ...]
    training_accuracy: tuple[float, ...]
    held_out_accuracy: tuple[float, ...]


@dataclass(frozen=True)
class TrainingRecord:
    """A cross-validation as a JSON object: every fold's curves, and every digit's answer.

    ``copies`` is the number of distorted copies of every digit in an epoch. ``epochs`` are the moments of the
    curves, in passes over the data: 0, 1, 2, … and the end, where training may stop within a pass.
    ``confusions`` counts how often label i (row) was taken for j (column) at the end, each digit by the one
    network that had not seen it. ``per_class`` is how many digits of each class a network trained on, if not
    on all that were not held out (0).
    """

    command: str
    data: str
    data_checksum: str
    layers: tuple[int, ...]
    activation: str
    loss: str
    optimizer: str
    learning_rate: float
    batch_size: int
    copies: int
    epochs: tuple[float, ...]
    folds: tuple[Curves, ...]
    confusions: tuple[tuple[int, ...], ...]
    per_class: int = 0

    @property
    def digit_count(self) -> int:
        """All digits of the data."""
        return sum(map(sum, self.confusions))

    @property
    def right_count(self) -> int:
        """Those of them that were read right."""
        return sum(row[label] for label, row in enumerate(self.confusions))

    def to_json(self) -> str:
        """The record as JSON, ASCII only, every list of numbers on a line of its own."""
        head = {key: value for key, value in asdict(self).items() if key not in ("folds", "confusions")}
        lines = [f'"{key}": {json.dumps(value)}' for key, value in head.items()]
        folds = (
            "{" + ",\n  ".join(f'"{key}": {json.dumps(value)}' for key, value in fold._asdict().items()) + "}"
            for fold in self.folds
        )
        lines.append('"folds": [\n ' + ",\n ".join(folds) + "]")
        lines.append('"confusions": [\n ' + ",\n ".join(map(json.dumps, self.confusions)) + "]")
        return "{\n" + ",\n".join(lines) + "\n}\n"


def read_training_record(path: Path) -> TrainingRecord:
    """Read a record. Raises DataError with a sentence for the author, ``path`` in front."""
    try:
        require_plain_file(path, MAX_BYTES)
        raw = json.loads(path.read_text(encoding="utf-8"))
    except PlainFileError as error:
        raise DataError(f"{path}: {error}") from error
    except (OSError, ValueError, RecursionError) as error:
        raise DataError(f"{path}: this is not a training record (it is no JSON)") from error
    if isinstance(raw, dict):
        raw.setdefault("per_class", 0)  # records made before there was a choice
    problem = _problem(raw)
    if problem:
        raise DataError(f"{path}: the training record is damaged: {problem}")
    own = {field.name: raw[field.name] for field in fields(TrainingRecord)}
    own |= {name: tuple(own[name]) for name in ("layers", "epochs")}
    own["folds"] = tuple(Curves(**{name: tuple(fold[name]) for name in _CURVES}) for fold in raw["folds"])
    own["confusions"] = tuple(map(tuple, raw["confusions"]))
    return TrainingRecord(**own)


_CURVES = Curves._fields
_TEXTS = ("command", "data", "data_checksum", "activation", "loss", "optimizer")
_COUNTS = ("batch_size", "copies", "per_class")


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9


def _is_number(value: object, most: float = 1e308) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= most


def _problem(raw: object) -> str:
    """What is wrong with a record, or an empty string."""
    if not isinstance(raw, dict):
        return "it is not an object"
    missing = [field.name for field in fields(TrainingRecord) if field.name not in raw]
    if missing:
        return f"there is no '{missing[0]}'; was it made by 'lessonloom train --record'?"
    wrong = [name for name in _TEXTS if not isinstance(raw[name], str)]
    wrong += [name for name in _COUNTS if not _is_count(raw[name])]
    wrong += [] if _is_number(raw["learning_rate"], 1e6) else ["learning_rate"]
    if wrong:
        return f"'{wrong[0]}' is not what it should be"
    layers = raw["layers"]
    if not isinstance(layers, list) or not 2 <= len(layers) <= MAX_CLASSES or not all(map(_is_count, layers)):
        return "'layers' must be a list of whole numbers"
    return _problem_of_curves(raw["epochs"], raw["folds"]) or _problem_of_counts(raw["confusions"])


def _problem_of_curves(epochs: object, folds: object) -> str:
    if not isinstance(epochs, list) or not all(_is_number(each, MAX_EPOCHS) for each in epochs):
        return f"'epochs' must be a list of numbers from 0 to {MAX_EPOCHS:,}"
    if len(epochs) < 2 or epochs[0] != 0 or any(a >= b for a, b in pairwise(epochs)):
        return "'epochs' must rise from 0"
    if not isinstance(folds, list) or not folds:
        return "'folds' must be a list with a fold or more"
    for fold in folds:
        for name in _CURVES:
            values, most = fold.get(name) if isinstance(fold, dict) else None, 1.0
            if name.endswith("loss"):
                most = 1e308
                values = [0 if each is None else each for each in values] if isinstance(values, list) else 0
            if not isinstance(values, list) or len(values) != len(epochs):
                return f"every fold needs '{name}' with a number for each of {len(epochs)} epochs"
            if not all(_is_number(each, most) for each in values):
                return f"'{name}' holds something that is no number from 0" + (" to 1" if most == 1 else "")
    return ""


def _problem_of_counts(rows: object) -> str:
    size = len(rows) if isinstance(rows, list) else 0
    if not isinstance(rows, list) or not 2 <= size <= MAX_CLASSES:
        return f"'confusions' must be a table of 2 to {MAX_CLASSES} rows"
    for row in rows:
        if not isinstance(row, list) or len(row) != size or not all(map(_is_count, row)):
            return f"'confusions' must have {size} whole numbers in each of its {size} rows"
    return "" if any(map(any, rows)) else "'confusions' counts no digit"
