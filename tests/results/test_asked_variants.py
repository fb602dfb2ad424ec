"""Questions in variants as a report knows them: by the names that their pages carry."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.results import AskedQuestion, load_asked
from generator.spec import load_course, load_lesson

VARIED = Path(__file__).parents[1] / "values" / "varied.yaml"
NAMES = [question.id for question in load_lesson(VARIED).lesson.all_questions()]


@pytest.fixture(scope="module")
def varied(tmp_path_factory: pytest.TempPathFactory) -> dict[str, AskedQuestion]:
    folder = tmp_path_factory.mktemp("varied")
    (folder / "course.yaml").write_text("title: C\nlanguages: [en]\n", encoding="utf-8")
    shutil.copy(VARIED, folder / "01-varied.yaml")
    return load_asked(load_course(folder), ["en/varied/choice"])


@pytest.mark.parametrize("name", NAMES)
def test_each_variant_is_known_by_its_values(varied: dict[str, AskedQuestion], name: str) -> None:
    asked = varied[f"en/varied/{name}"]
    assert asked.options == {}
    assert sorted(variant.values for variant in asked.variants.values()) == ["w = 2", "w = 3"]
    assert all(re.fullmatch("[0-9a-f]{10}", variant) for variant in asked.variants)


def test_what_is_right_is_right_in_its_variant_only(varied: dict[str, AskedQuestion]) -> None:
    right = {
        variant.values: [option.text for option in variant.options.values() if option.correct]
        for variant in varied["en/varied/choice"].variants.values()
    }
    assert right == {"w = 2": ["4"], "w = 3": ["6"]}
