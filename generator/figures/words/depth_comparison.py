"""What ``depth_comparison`` says."""

from __future__ import annotations

from dataclasses import dataclass

from generator.figures.josa import josa
from generator.figures.numerals import count, percent, significant
from generator.figures.words import Say, pick, vocabulary

WORDS = vocabulary(
    en={
        "accuracy": "Accuracy",
        "depth": "hidden layers",
        "gradient": "Gradient",
        "guessing": "guessing: {share}",
        "rate": "learning rate",
        "ratio": "first layer ÷ last layer",
        "range": "from – to",
        "right": "of digits held out",
    },
    ko={
        "accuracy": "정확도",
        "depth": "은닉층 수",
        "gradient": "기울기",
        "guessing": "찍기: {share}",
        "rate": "학습률",
        "ratio": "첫 층 ÷ 마지막 층",
        "range": "범위",
        "right": "검증 데이터",
    },
)


@dataclass(frozen=True)
class DepthFacts:
    """How the networks were trained, and by activation the means at the least and the greatest depth:
    accuracy (0–1) and relative gradient."""

    depths: tuple[int, int]
    width: int
    training: int
    held_out: int
    steps: int
    batch: int
    rates: int
    seeds: int
    accuracy: dict[str, tuple[float, float]]
    gradient: dict[str, tuple[float, float]]


def say_depths(language: str, facts: DepthFacts) -> Say:
    """The whole figure; its label is that of both panels together."""
    labels = " ".join(say_panel(language, panel, facts).label for panel in ("accuracy", "gradient"))
    ends, ends_ko = _ends(facts)
    (shallow, deep), n = facts.depths, facts
    how = (
        f"Every network has {n.width} neurons a layer and was trained on the same {count(n.training)} digits "
        f"for {count(n.steps)} steps of {n.batch} by plain gradient descent, with that one of {n.rates} "
        f"learning rates that did best in a trial run; tested on {count(n.held_out)} others. Sigmoid starts "
        f"with Xavier’s spread of weights, ReLU with He’s. A line is the mean of "
        f"{n.seeds} seeds fixed beforehand, a bar their range."
    )
    how_ko = (
        f"층마다 뉴런이 {n.width}개인 신경망을 모두 같은 숫자 {count(n.training)}개로, 한 번에 "
        f"{n.batch}개씩 {count(n.steps)}번, 단순한 경사하강법으로 학습했습니다. 학습률은 {n.rates}가지 중 "
        "시험 학습에서 결과가 가장 좋은 것을 골랐고, "
        f"다른 숫자 {count(n.held_out)}개로 검증했습니다. 처음 가중치는 시그모이드에는 세이비어(Xavier), "
        f"ReLU에는 허(He) 초기화를 썼습니다. 선은 미리 정해 둔 시드 {n.seeds}개의 평균, "
        "막대는 그 범위입니다."
    )
    return pick(
        language,
        en=Say(
            labels,
            ends,
            f"{ends} {how}",
            f"From left to right, networks of {shallow} to {deep} hidden layers. One panel shows what they "
            "reach, the other how large a typical gradient of a first-layer weight is before training, "
            "compared with one of the last layer; each line down the scale is a hundred times smaller.",
        ),
        ko=Say(
            labels,
            ends_ko,
            f"{ends_ko} {how_ko}",
            f"오른쪽으로 갈수록 깊은 신경망입니다(은닉층 {shallow}~{deep}개). 한 그림은 도달한 정확도이고, "
            "다른 그림은 학습 전 첫 층 가중치의 기울기가 마지막 층에 견주어 보통 얼마나 큰지입니다. "
            "세로 눈금 한 칸을 내려갈 때마다 100분의 1이 됩니다.",
        ),
    )


_PANELS = {
    "accuracy": ("Accuracy of sigmoid and ReLU networks", "시그모이드와 ReLU 신경망의 정확도"),
    "gradient": (
        "Gradient in the first layer of sigmoid and ReLU networks, relative to the last",
        "시그모이드와 ReLU 신경망의 첫 층 기울기(마지막 층 대비)",
    ),
}


def say_panel(language: str, panel: str, facts: DepthFacts) -> Say:
    """One panel, ``accuracy`` or ``gradient``, for a screen reader."""
    shallow, deep = facts.depths
    ends, ends_ko = _ends(facts)
    what, what_ko = _PANELS[panel]
    return pick(
        language,
        en=Say(f"{what}, with {shallow} to {deep} hidden layers.", ends, ""),
        ko=Say(f"{what_ko}, 은닉층 {shallow}~{deep}개.", ends_ko, ""),
    )


def _ends(facts: DepthFacts) -> tuple[str, str]:
    """What the deepest networks reach, in English and Korean."""
    deep = facts.depths[1]
    sigmoid, relu = (percent(facts.accuracy[name][1]) for name in ("sigmoid", "relu"))
    small, large = (ratio(facts.gradient[name][1]) for name in ("sigmoid", "relu"))
    return (
        f"With {deep} hidden layers, ReLU networks read {relu} of new digits right, sigmoid networks "
        f"{sigmoid}. Before training, a gradient in their first layer is {large} (ReLU) and {small} "
        "(sigmoid) times as large as in their last.",
        f"은닉층이 {deep}개일 때 ReLU 신경망은 새 숫자의 {josa(relu, '을/를')}, "
        f"시그모이드 신경망은 {josa(sigmoid, '을/를')} 맞힙니다. "
        f"학습 전 첫 층의 기울기는 마지막 층에 견주어 ReLU에서는 {large}배, "
        f"시그모이드에서는 {small}배입니다.",
    )


_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def power_of_ten(exponent: int) -> str:
    """``10⁻⁴``; 10⁰ is ``1``."""
    return "1" if exponent == 0 else "10" + str(exponent).translate(_RAISED)


def ratio(value: float) -> str:
    """0.12 → ``0.12``; 0.0000034 → ``3.4 × 10⁻⁶``."""
    if value >= 0.01:
        return significant(value, 2)
    front, exponent = f"{value:.1e}".split("e")
    return f"{front} × {power_of_ten(int(exponent))}"
