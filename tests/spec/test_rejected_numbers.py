"""Wrong numbers that an author expects are judged as the grader in the browser judges them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.spec.checks.questions.number import is_within
from generator.spec.questions.number import DigitsTolerance

CONTRACT = Path(__file__).parents[1] / "contract" / "grade_number.json"
PLAIN = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")


def number(text):
    return int(text) if text.lstrip("-").isdigit() else float(text)


def plain_cases():
    """Those of the graders' contract in which one plain number is asked for and one is typed."""
    for case in json.loads(CONTRACT.read_text(encoding="utf-8")):
        accepted = case["question"]["accept"]
        texts = [*accepted, case["response"]]
        is_judged_by_size = case["verdict"] != "close" or case.get("reason", "near") in ("near", "rounded")
        if len(accepted) == 1 and all(map(PLAIN.fullmatch, texts)) and is_judged_by_size:
            yield pytest.param(case, id=f"{case['why']}-{case['response']}")


def test_there_are_enough_of_them():
    assert len([*plain_cases()]) >= 40


@pytest.mark.parametrize("case", [*plain_cases()])
def test_a_number_is_within_the_tolerance_if_the_grader_says_so(case):
    tolerance = case["question"].get("tolerance", 0)
    if isinstance(tolerance, dict):
        tolerance = DigitsTolerance(**tolerance)
    answer, value = (number(text) for text in (case["question"]["accept"][0], case["response"]))
    assert is_within(answer, value, tolerance) == (case["verdict"] == "correct")
