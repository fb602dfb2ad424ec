"""Each courses/NAME is a course with something wrong; NAME.txt beside it is all that its author is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.spec.golden import assert_matches

COURSES = Path(__file__).parent / "courses"
NAMES = sorted(path.name for path in COURSES.iterdir() if path.is_dir())


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_course_gets_exactly_this_message(name, check):
    output, exit_code = check(COURSES, name)
    assert_matches(output, COURSES / f"{name}.txt")
    assert exit_code == (1 if " error" in output.splitlines()[-1] else 0)
    assert "no problems" not in output


def test_every_expected_message_belongs_to_a_course():
    assert sorted(path.stem for path in COURSES.glob("*.txt")) == NAMES
