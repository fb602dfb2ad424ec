"""Each bad/NAME.yaml is a lesson with something wrong; NAME.txt beside it is all that an author is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.spec.golden import assert_matches

BAD = Path(__file__).parent / "bad"
LESSONS = sorted(path.stem for path in BAD.glob("*.yaml"))


def test_there_are_at_least_forty_bad_lessons():
    assert len(LESSONS) >= 40


@pytest.mark.parametrize("name", LESSONS)
def test_a_bad_lesson_gets_exactly_this_message(name, check):
    output, exit_code = check(BAD, f"{name}.yaml")
    assert_matches(output, BAD / f"{name}.txt")
    only_warnings = " error" not in output.splitlines()[-1]
    assert exit_code == (0 if only_warnings else 1)
    assert "no problems" not in output


def test_every_expected_message_belongs_to_a_lesson():
    assert sorted(path.stem for path in BAD.glob("*.txt")) == LESSONS
