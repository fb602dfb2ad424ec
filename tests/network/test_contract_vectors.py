"""The vectors that ``python -m tests.contract.vectors`` writes are those that NumPy makes now."""

from __future__ import annotations

import json

import pytest

from tests.contract.vectors import FOLDER, contracts


def close(written: object, made: object) -> bool:
    """Whether both are the same but for the last digits of numbers, which differ between machines."""
    if isinstance(made, dict):
        return isinstance(written, dict) and list(written) == list(made) and close_all(written, made)
    if isinstance(made, list | tuple):
        return isinstance(written, list) and len(written) == len(made) and all(map(close, written, made))
    if isinstance(made, float) and not isinstance(written, str | bool):
        return abs(written - made) < 1e-7
    return written == made


def close_all(written: dict[str, object], made: dict[str, object]) -> bool:
    return all(close(written[key], value) for key, value in made.items())


@pytest.mark.parametrize("name", ["forward", "preprocess"])
def test_vectors_are_fresh(name):
    written = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    assert close(written, contracts()[name])


def test_stale_vectors_are_seen():
    assert close({"a": [1.0, "x"]}, {"a": [1.0 + 1e-9, "x"]})
    assert not close({"a": [1.0]}, {"a": [1.001]})
    assert not close({"a": [1.0]}, {"a": [1.0, 2.0]})
