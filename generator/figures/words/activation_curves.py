"""What ``activation_curves`` says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.figures.numerals import fixed, shortest
from generator.figures.words import Say, pick, vocabulary

WORDS = vocabulary(
    en={
        "no_flat": "no upper limit",
        "saturated": "saturated",
        "slope": "slope",
        "slope_of": "slope {slope}",
        "steepest": "steepest: slope {slope}",
        "z": "input z",
    },
    ko={
        "no_flat": "위쪽 한계 없음",
        "saturated": "포화",
        "slope": "기울기",
        "slope_of": "기울기 {slope}",
        "steepest": "가장 가파름: 기울기 {slope}",
        "z": "입력 z",
    },
)


@dataclass(frozen=True)
class CurveFacts:
    """One activation function on a range: from ``z`` to ``z`` it rises from ``a`` to ``a``; its steepest
    slope anywhere; the slopes of its ``left`` and ``right`` piece if it consists of two straight ones."""

    name: str
    z: tuple[float, float]
    a: tuple[float, float]
    steepest: float
    left: float | None = None
    right: float | None = None


_IN_SENTENCE = {"sigmoid": "the sigmoid", "relu": "ReLU", "tanh": "tanh", "leaky_relu": "leaky ReLU"}


def say_curve(language: str, facts: CurveFacts) -> Say:
    """One activation function."""
    name, name_ko = _IN_SENTENCE[facts.name], WORDS("ko")[facts.name]
    start, stop = (shortest(z) for z in facts.z)
    low, high = (fixed(a) for a in facts.a)
    if facts.left is None or facts.right is None:
        steep = shortest(round(facts.steepest, 2))
        slope = f"The slope of {name} is never more than {steep}."
        slope_ko = f"{name_ko}의 기울기는 아무리 커도 {steep}입니다."
    else:
        left, right = shortest(facts.left), shortest(facts.right)
        slope = f"The slope of {name} is {left} left of 0 and {right} right of it."
        slope_ko = f"{name_ko}의 기울기는 0의 왼쪽에서 {left}, 오른쪽에서 {right}입니다."
    return pick(
        language,
        en=Say(
            f"Graph of {name} for inputs z from {start} to {stop}, with its slope underneath.",
            f"It rises from {low} to {high}. {slope}",
            slope,
        ),
        ko=Say(
            f"입력 z가 {start}에서 {stop}까지일 때 {name_ko}의 그래프와 그 기울기.",
            f"값은 {low}에서 {high}까지 커집니다. {slope_ko}",
            slope_ko,
        ),
    )


def say_curves(language: str, curves: Sequence[CurveFacts]) -> Say:
    """All panels together."""
    said = [say_curve(language, curve) for curve in curves]
    label, description, listed = (
        " ".join(getattr(each, part) for each in said) for part in ("label", "description", "caption")
    )
    return pick(
        language,
        en=Say(
            label,
            description,
            f"{listed} Shaded: where the slope is less than a tenth of its largest value.",
            "Above, the activation for every weighted sum z; below it, how steep the curve is there. "
            "All slopes have one scale, from 0 to 1.",
        ),
        ko=Say(
            label,
            description,
            f"{listed} 음영은 기울기가 최댓값의 10분의 1도 안 되는 구간입니다.",
            "위는 가중합 z에 대한 활성값이고, 아래는 그 자리에서 곡선이 얼마나 가파른지입니다. "
            "기울기의 눈금은 모두 0에서 1까지로 같습니다.",
        ),
    )
