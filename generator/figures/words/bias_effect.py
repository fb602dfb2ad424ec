"""What ``bias_effect`` says."""

from __future__ import annotations

from collections.abc import Sequence

from generator.figures.josa import josa
from generator.figures.numerals import shortest, signed
from generator.figures.words import Say, pick, vocabulary

WORDS = vocabulary(
    en={
        "at_sum": "activation at sum {sum}",
        "bias_b": "bias b",
        "sum": "weighted sum Σwa →",
        "threshold": "threshold −b",
    },
    ko={
        "at_sum": "가중합 {sum}일 때 활성값",
        "bias_b": "편향 b",
        "sum": "가중합 Σwa →",
        "threshold": "문턱값 −b",
    },
)


def written_bias(bias: float) -> str:
    """A bias as the figure writes it: ``+4``, ``−0.5``, ``0``."""
    whole = shortest(round(bias, 2))
    return f"+{whole}" if bias > 0 and signed(bias) != "0.00" else whole


def written_threshold(bias: float) -> str:
    """Minus the bias: what the weighted sum has to reach."""
    return shortest(round(0.0 - bias, 2))


def _pairs(biases: Sequence[float], language: str) -> str:
    """Each bias with its threshold."""
    said = []
    for bias in biases:
        name, at = written_bias(bias), written_threshold(bias)
        said.append(f"{at} with bias {name}" if language == "en" else f"편향이 {josa(name, '이면/면')} {at}")
    return (", " if len(said) != 2 or language == "ko" else " and ").join(said)


def say_bias(language: str, function: str, biases: Sequence[float]) -> Say:
    """Where the threshold is for every bias."""
    english, korean = _pairs(biases, "en"), _pairs(biases, "ko")
    relu = function == "relu"
    passes = "ReLU leaves 0" if relu else "the activation passes ½"
    passes_ko = "ReLU가 0에서 벗어나는" if relu else "활성값이 ½을 넘는"
    name, name_ko = ("ReLU", "ReLU") if relu else ("the sigmoid", "시그모이드")
    several, several_ko = ("", "") if len(biases) == 1 else (" for each bias", "편향마다 ")
    return pick(
        language,
        en=Say(
            f"The activation of a neuron with {name} over its weighted sum{several}.",
            f"The curves have the same shape. The weighted sum at which {passes}: {english}.",
            f"The bias moves the threshold to −b. The weighted sum at which {passes}: {english}.",
            "To the right grows the weighted sum of the inputs, before the bias is added; upwards the "
            "activation. A dot is the threshold of a curve, and the line below it leads to the weighted sum "
            "there. A larger bias moves the same curve further to the left: less is enough to be active.",
        ),
        ko=Say(
            f"{josa(name_ko, '을/를')} 쓰는 뉴런의 활성값을 가중합에 따라 {several_ko}그린 그래프.",
            f"곡선의 모양은 모두 같습니다. {passes_ko} 가중합: {korean}.",
            f"편향 b는 문턱값을 −b로 옮깁니다. {passes_ko} 가중합: {korean}.",
            "오른쪽으로 갈수록 편향을 더하기 전의 가중합이, 위로 갈수록 활성값이 커집니다. "
            "점은 곡선마다 문턱의 위치이고, 점에서 내려온 선이 그때의 가중합을 가리킵니다. "
            "곡선의 모양은 모두 같고, 편향이 클수록 곡선이 왼쪽으로 옮겨 가서 가중합이 작아도 활성화됩니다.",
        ),
    )
