"""What ``activation_flow`` says."""

from __future__ import annotations

from dataclasses import dataclass

from generator.figures.josa import josa
from generator.figures.numerals import count, fixed
from generator.figures.words import Say, pick, vocabulary

WORDS = vocabulary(
    en={
        "adds": "adds",
        "edges_note": "line = weight × activation",
        "largest_activation": "the layer’s largest",
        "partly_drawn": "16 most active neurons per layer",
        "right_answer": "dotted: the right answer, {label}",
        "strongest_lines": "{n} strongest lines per layer",
        "strongest_pixels": "{n} strongest pixels per neuron",
        "subtracts": "subtracts",
    },
    ko={
        "adds": "더함",
        "edges_note": "선 = 가중치 × 활성값",
        "largest_activation": "층에서 가장 큰 활성값",
        "partly_drawn": "층마다 활성값이 큰 뉴런 16개",
        "right_answer": "점선 테두리: 정답 {label}",
        "strongest_lines": "층마다 영향이 큰 선 {n}개",
        "strongest_pixels": "뉴런마다 영향이 큰 픽셀 {n}개",
        "subtracts": "뺌",
    },
)
_READING = {
    "en": "The fuller a circle, the higher the neuron’s activation. A line is weight × activation, what one "
    "neuron really adds to another: solid lines add, dashed ones subtract, and thick ones count for more. "
    "All lines into one layer share one scale; those into outputs that did not win are faded.",
    "ko": "원이 진할수록 뉴런의 활성값이 큽니다. 선은 가중치 × 활성값, 곧 한 뉴런이 다음 뉴런에 실제로 보태는"
    " 양입니다. 실선은 더하고 파선은 빼며, 굵을수록 영향이 큽니다. 같은 층으로 들어가는 선은 모두 같은 눈금"
    "으로 그렸고, 선택되지 않은 출력으로 가는 선은 흐리게 했습니다.",
}


@dataclass(frozen=True)
class FlowFacts:
    """What a digit became: the two strongest outputs, strongest first, as (neuron, activation)."""

    label: int
    sizes: tuple[int, ...]
    winner: tuple[int, float]
    runner_up: tuple[int, float] | None


def say_flow(language: str, facts: FlowFacts) -> Say:
    """A digit on its way through a network."""
    label, (winner, value) = facts.label, facts.winner
    wrong = label != winner
    second, second_ko = "", ""
    if facts.runner_up:
        other, other_value = facts.runner_up
        second = f" Runner-up: {other} with {fixed(other_value)}."
        second_ko = f" 그다음으로 밝은 출력은 {other}이고 활성값은 {fixed(other_value)}입니다."
    layers = ", ".join(count(size) for size in facts.sizes)
    read = "misreads" if wrong else "reads"
    read_ko = "잘못 읽었습니다" if wrong else "읽었습니다"
    return pick(
        language,
        en=Say(
            f"A handwritten {label} on its way through the layers of the network.",
            f"Layers of {layers} neurons. The brightest output is {winner}.",
            f"The network {read} this {label} as {winner}, with activation {fixed(value)}.{second}",
            _READING["en"],
        ),
        ko=Say(
            f"손으로 쓴 {josa(label, '이/가')} 신경망의 층을 차례로 지나가는 모습.",
            f"각 층의 뉴런은 차례로 {layers}개입니다. 가장 밝은 출력은 {winner}입니다.",
            f"신경망은 이 {josa(label, '을/를')} {josa(winner, '으로/로')} {read_ko}. "
            f"그 활성값은 {fixed(value)}입니다."
            f"{second_ko}",
            _READING["ko"],
        ),
    )
