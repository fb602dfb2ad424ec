"""What figures ask of a course's own network, told from its header."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.weight_header import SHIPPED_MODELS

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
