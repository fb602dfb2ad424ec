"""What ``weighted_sum`` says."""

from __future__ import annotations

from dataclasses import dataclass

from generator.figures.josa import josa
from generator.figures.numerals import fixed, signed
from generator.figures.words import Say, capital, colour, pick, vocabulary

WORDS = vocabulary(
    en={
        "more_1": "784 pixels",
        "more_2": "one per pixel",
        "more_3": "one per pixel",
        "part": "part",
        "step_1": "image",
        "step_2": "weights",
        "step_3": "products",
        "step_4": "add everything up",
        "step_5": "apply the activation function",
        "sum_bias": "+ bias",
        "sum_negative": "negative",
        "sum_positive": "positive",
        "value": "value",
    },
    ko={
        "more_1": "픽셀 784개",
        "more_2": "픽셀마다 하나",
        "more_3": "픽셀마다 하나",
        "part": "항목",
        "step_1": "이미지",
        "step_2": "가중치",
        "step_3": "곱",
        "step_4": "모두 더하기",
        "step_5": "활성화 함수에 넣기",
        "sum_bias": "+ 편향",
        "sum_negative": "음수의 합",
        "sum_positive": "양수의 합",
        "value": "값",
    },
)
BOUNDED = ("sigmoid", "tanh", "softmax")


@dataclass(frozen=True)
class SumFacts:
    """What happens in one neuron: z = positive + negative + bias, a = f(z)."""

    label: int
    neuron: int
    function: str
    positive: float
    negative: float
    bias: float
    z: float
    a: float

    @property
    def bounded(self) -> bool:
        return self.function in BOUNDED

    @property
    def sign(self) -> str:
        """``=`` where the rounded parts add up to the rounded total, else ``≈``."""
        parts = (self.positive, self.negative, self.bias)
        return "=" if abs(sum(round(part, 2) for part in parts) - round(self.z, 2)) < 0.005 else "≈"


def say_weighted_sum(language: str, facts: SumFacts) -> Say:
    """The sum in one sentence, and how the steps belong together."""
    parts = (facts.positive, facts.negative, facts.bias)
    plus, minus, bias = (signed(part) for part in parts)
    a = fixed(facts.a)
    written = [fixed(parts[0])] + [f"{'−' if p < 0 else '+'} {fixed(abs(p))}" for p in parts[1:]]
    total = f"z = {' '.join(written)} {facts.sign} {fixed(facts.z)}"
    name = {"sigmoid": "σ(z)", "relu": "ReLU(z)", "tanh": "tanh(z)"}.get(facts.function, "f(z)")
    became = f"{name} = {a}"
    blue, orange = (colour(role, language) for role in ("positive", "negative"))
    return pick(
        language,
        en=Say(
            f"How neuron {facts.neuron} of the first hidden layer gets its activation "
            f"for a handwritten {facts.label}.",
            f"Five steps. Positive products {plus}, negative ones {minus}, bias {bias}; activation {a}.",
            f"Neuron {facts.neuron} looks at this {facts.label}: {total}, and {became}.",
            "Every pixel is multiplied by its own weight: where the image is black, nothing is left. "
            f"{capital(blue)} products push the neuron up, {orange} ones push it down; both are drawn on "
            "the scale of the weights. Among the bars each number starts where the one before it ended.",
        ),
        ko=Say(
            f"첫째 은닉층의 뉴런 {josa(facts.neuron, '이/가')} "
            f"손으로 쓴 {josa(facts.label, '을/를')} 보고 활성값을 얻는 과정.",
            f"다섯 단계. 양수인 곱의 합 {plus}, 음수인 곱의 합 {minus}, 편향 {bias}, 활성값 {a}.",
            f"뉴런 {josa(facts.neuron, '이/가')} 이 {josa(facts.label, '을/를')} 보면 "
            f"{total}, 따라서 {became}입니다.",
            "픽셀마다 그 픽셀의 가중치를 곱하므로 이미지가 검은 곳에는 아무것도 남지 않습니다. "
            f"{blue}색 곱은 뉴런을 켜는 쪽으로, {orange}색 곱은 끄는 쪽으로 밀며, "
            "둘 다 가중치와 같은 눈금으로 그렸습니다. 막대는 바로 위의 막대가 끝난 곳에서 시작합니다.",
        ),
    )
