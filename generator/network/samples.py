"""Which digits are shipped as samples, chosen by a rule so that nobody can have picked the handsome ones."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from generator.network.digits import Digits
from generator.network.measure import winners
from generator.network.model import Network
from generator.network.weights import write_arrays

PER_CLASS = 3
MISREADS = 5
RULE = (
    f"The first {PER_CLASS} digits of each class in file order, named class-number; then the first {MISREADS}"
    " in file order that the network 'digits' misreads, named misread-number. From: "
)


def save_sample_digits(path: Path, digits: Digits, network: Network) -> None:
    """Choose the sample digits by the rule and write them with names, labels and the rule itself.

    Arrays: ``header`` (0-d string, JSON with names, labels, rule) and ``pixels`` (count, pixels) bytes.
    """
    chosen: list[int] = []
    names: list[str] = []
    for label in range(network.sizes[-1]):
        chosen += [int(i) for i in np.flatnonzero(digits.labels == label)[:PER_CLASS]]
        names += [f"{label}-{number}" for number in range(1, PER_CLASS + 1)]
    misread = np.flatnonzero(winners(network, digits) != digits.labels)[:MISREADS]
    chosen += [int(i) for i in misread]
    names += [f"misread-{number}" for number in range(1, len(misread) + 1)]
    labels = [int(label) for label in digits.labels[chosen]]
    header = json.dumps({"names": names, "labels": labels, "rule": RULE + digits.name})
    write_arrays(path, {"header": np.array(header), "pixels": digits.flat[chosen]})
