"""What figures ask of a course's own network, told from its header."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from generator.network import random_network
from generator.network.weights import save_weights
from generator.weight_header import SHIPPED_MODELS, read_weight_header

LESSON = "title: T\nsections: [{id: s, title: S, text: Look., figures: [{id: f, kind: KIND}]}]\n"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course whose network is a file of its own."""
    shutil.copy(SHIPPED_MODELS["digits-plain"], tmp_path / "mine.npz")
    text = "title: T\nmodel: mine\nmodels: {mine: mine.npz}\n"
    (tmp_path / "course.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def told(check, course: Path, kind: str) -> str:
    (course / "one.yaml").write_text(LESSON.replace("KIND", kind), encoding="utf-8")
    return check(course, ".")[0]


def test_a_network_without_a_record_cannot_show_its_training(check, course):
    output = told(check, course, "confusion_matrix")
    assert "there is no training record 'mine' [unknown-run]" in output


@pytest.mark.parametrize("sizes", [(784, 16, 10), (784, 16, 16, 5), (784, 8, 8, 8, 10)])
def test_a_network_of_another_build_cannot_show_its_hopes(check, course, sizes):
    functions = ("sigmoid",) * (len(sizes) - 1)
    shipped = read_weight_header(SHIPPED_MODELS["digits-plain"])
    network = random_network(sizes, functions, np.random.default_rng(0))
    save_weights(course / "mine.npz", network, replace(shipped, sizes=sizes, activations=functions))
    output = told(check, course, "layer_hopes")
    assert f"network 'mine' is {' → '.join(map(str, sizes))}; this figure shows" in output


def test_a_network_of_the_right_build_can(check, course):
    assert "no problems" in told(check, course, "layer_hopes")
