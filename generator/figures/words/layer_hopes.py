"""What ``layer_hopes`` says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.figures.words import Say, colour, pick, vocabulary

WORDS = vocabulary(
    en={
        "hope": "Hope",
        "learnt": "Reality",
        "pieces": "edges",
        "parts": "loops, lines",
        "wholes": "digits",
        "largest": "largest weight",
        "layer": "layer",
        "shadow": "hidden 2 and output: a linear shadow, traced back to pixels without activation function",
        "shadow_1": "hidden 2 and output: a linear shadow,",
        "shadow_2": "traced back without activation function",
        "smallest": "smallest weight",
    },
    ko={
        "hope": "기대",
        "learnt": "실제",
        "pieces": "가장자리",
        "parts": "고리와 선",
        "wholes": "숫자",
        "largest": "가장 큰 가중치",
        "layer": "층",
        "shadow": "선형 그림자: 은닉층 2와 출력층은 활성화 함수를 빼고 픽셀까지 거슬러 올라간 것",
        "shadow_1": "은닉층 2와 출력층: 활성화 함수를 빼고",
        "shadow_2": "픽셀까지 거슬러 올라간 ‘선형 그림자’",
        "smallest": "가장 작은 가중치",
    },
)


@dataclass(frozen=True)
class HopeFacts:
    """Which neurons of the hidden layers are shown."""

    first: Sequence[int]
    second: Sequence[int]


def say_hopes(language: str, facts: HopeFacts) -> Say:
    """What was hoped for, and by which rule the neurons were chosen."""
    first, second = (", ".join(map(str, neurons)) for neurons in (facts.first, facts.second))
    blue, orange = (colour(role, language) for role in ("positive", "negative"))
    return pick(
        language,
        en=Say(
            "What one hopes for: edges, then loops and lines, then digits; and what the network learnt.",
            f"Learnt: neurons {first} of the first hidden layer, {second} of the second, outputs 9 and 8.",
            "One hopes that the first hidden layer finds edges, the second puts them together to loops and "
            "lines, and the output those to digits. Training never asked for that; this is what the network "
            f"really learnt: neurons {first} of hidden 1, {second} of hidden 2, and outputs 9 and 8.",
            f"The hope is drawn by hand: a 9 and an 8 with their parts. In reality {blue} pixels "
            f"push a neuron up and {orange} ones down; each layer has a scale of its own. Chosen by rule: of "
            "hidden 2 the neurons with the largest weights into outputs 9 and 8, of hidden 1 those with the "
            "largest weights into these. For hidden 2 and the output the weight matrices are multiplied and "
            "the activation function is left out: a linear shadow of the network, not all that it does.",
        ),
        ko=Say(
            "기대한 것(가장자리, 그다음 고리와 선, 그다음 숫자)과 신경망이 실제로 학습한 것.",
            f"학습한 것: 첫째 은닉층의 뉴런 {first}, 둘째 은닉층의 뉴런 {second}, 출력 9와 8.",
            "첫째 은닉층은 가장자리를 찾고, 둘째 은닉층은 그것을 모아 고리와 선을 찾고, 출력층은 다시 숫자로 "
            "모으리라고 기대합니다. 그러나 그렇게 하라고 학습시킨 적은 없습니다. 신경망이 실제로 학습한 것은 "
            f"이렇습니다: 은닉층 1의 뉴런 {first}, 은닉층 2의 뉴런 {second}, 출력 9와 8.",
            f"기대는 9와 8, 그리고 그 부분을 손으로 그린 것입니다. 실제에서 {blue}색 픽셀은 뉴런을 켜는 쪽, "
            f"{orange}색 픽셀은 끄는 쪽이며, 눈금은 층마다 다릅니다. 뉴런은 규칙에 따라 골랐습니다. "
            "은닉층 2는 출력 9와 8로 가는 가중치가 가장 큰 뉴런, 은닉층 1은 그 뉴런들로 가는 가중치가 "
            "가장 큰 뉴런입니다. 은닉층 2와 출력층은 활성화 함수를 빼고 가중치 행렬만 곱한 것이므로, "
            "신경망이 하는 일의 전부가 아니라 ‘선형 그림자’입니다.",
        ),
    )
