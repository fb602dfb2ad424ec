"""What ``live_neuron`` says: its controls and messages in the page, and the sentences beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.figures.josa import josa
from generator.figures.numerals import signed
from generator.figures.words import Say, capital, colour, pick, vocabulary

WORDS = vocabulary(
    en={
        "active_for": "Active for: {digits}",
        "active_none": "Active for none of them",
        "begin_with": "Begin with",
        "brush": "Brush",
        "digit": "digit",
        "digit_says": "{digit}: weighted sum {sum}, activation {activation}",
        "empty": "all 0",
        "erase_name": "Erase",
        "function": "Activation function",
        "grid": "Weights, 28 × 28. Arrow keys move the brush, with Shift further; Space lowers and lifts it; "
        "Tab leaves",
        "grid_keys": "By keyboard: arrow keys move the brush, Space lowers and lifts it.",
        "lifted": "brush up",
        "lowered": "brush down",
        "minus_name": "Negative weights",
        "neuron_none": "a neuron of the network …",
        "pixel_at": "row {row}, column {column}, brightness {value}",
        "pixel_grid": "Pixels, 28 × 28. Arrow keys move the brush, with Shift further; Space lowers and "
        "lifts it; Tab leaves",
        "plus_name": "Positive weights",
        "region": "a region alone",
        "rule": "{f}(sum {bias})",
        "size_n": "{n} × {n} pixels",
        "sizes": "Size",
        "strip": "What the neuron answers",
        "sum": "weighted sum",
        "surround": "region, negative surround",
        "threshold": "Where a bar passes the dashed line, −bias, the neuron becomes active.",
        "weight_at": "row {row}, column {column}, weight {value}",
    },
    ko={
        "active_for": "활성화되는 숫자: {digits}",
        "active_none": "활성화되는 숫자 없음",
        "begin_with": "처음 가중치",
        "brush": "붓",
        "digit": "숫자",
        "digit_says": "{digit}: 가중합 {sum}, 활성값 {activation}",
        "empty": "모두 0",
        "erase_name": "지우기",
        "function": "활성화 함수",
        "grid": "가중치 28 × 28개. 화살표 키로 붓을 옮기고(Shift와 함께 누르면 더 멀리), "
        "스페이스로 붓을 대거나 떼며, Tab으로 나갑니다",
        "grid_keys": "키보드: 화살표 키로 붓을 옮기고, 스페이스로 대거나 뗍니다.",
        "lifted": "붓을 뗌",
        "lowered": "붓을 댐",
        "minus_name": "음의 가중치",
        "neuron_none": "신경망의 뉴런 …",
        "pixel_at": "{row}행 {column}열, 밝기 {value}",
        "pixel_grid": "픽셀 28 × 28개. 화살표 키로 붓을 옮기고(Shift와 함께 누르면 더 멀리), "
        "스페이스로 붓을 대거나 떼며, Tab으로 나갑니다",
        "plus_name": "양의 가중치",
        "region": "영역만",
        "rule": "{f}(가중합 {bias})",
        "size_n": "{n} × {n}픽셀",
        "sizes": "크기",
        "strip": "뉴런의 반응",
        "sum": "가중합",
        "surround": "영역, 둘레는 음수",
        "threshold": "막대가 점선(−편향)을 넘으면 뉴런이 활성화됩니다.",
        "weight_at": "{row}행 {column}열, 가중치 {value}",
    },
)
_READING = {
    "en": "Paint weights with a mouse, a finger or the keyboard: {blue} ones push the neuron up where a "
    "pixel is bright, {orange} ones push it down. A bar is the weighted sum for the digit above it; all "
    "bars share one scale. The dashed line lies at minus the bias: a sum beyond it makes the neuron active. "
    "A circle is the activation, {f} of sum and bias. Everything is computed in this page; nothing is sent "
    "anywhere.",
    "ko": "마우스나 손가락, 키보드로 가중치를 칠해 보세요. 픽셀이 밝으면 {blue}색 가중치는 뉴런을 켜는"
    " 쪽으로, {orange}색 가중치는 끄는 쪽으로 밉니다. 막대는 위에 있는 숫자의 가중합이고 모두 같은 눈금을"
    " 씁니다. 점선은 −편향 자리에 있어서, 가중합이 점선을 넘으면 뉴런이 활성화됩니다. 원은 활성값, 곧"
    " 가중합에 편향을 더해 {f}에 넣은 값입니다. 모든 계산은 이 페이지 안에서 이루어지고 아무것도 밖으로"
    " 보내지 않습니다.",
}


@dataclass(frozen=True)
class NeuronFacts:
    """How the neuron begins: what its weights are called, its bias, which digits make it active (sum and bias
    above 0), its activation function."""

    title: str
    bias: float
    active: Sequence[int]
    function: str


def say_neuron(language: str, facts: NeuronFacts) -> Say:
    """Beside a neuron that can be painted; the numbers are those of its beginning, which paper shows."""
    found = ", ".join(map(str, facts.active))
    names = {"blue": colour("positive", language), "orange": colour("negative", language)}
    f = "σ" if facts.function == "sigmoid" else "ReLU"
    bias, title = signed(facts.bias), facts.title
    return pick(
        language,
        en=Say(
            "A neuron, its weights, and what it answers to sample digits.",
            f"Weights: {title}; bias {bias}. Active for: {found or 'none of the digits'}.",
            f"With these weights ({title}) and the bias {bias} the neuron is active for "
            f"{found or 'none of the digits'}.",
            capital(_READING["en"].format(**names, f=f)),
        ),
        ko=Say(
            "뉴런 하나와 그 가중치, 그리고 견본 숫자에 대한 반응.",
            f"가중치: {title}, 편향 {bias}. 활성화되는 숫자: {found or '없음'}.",
            f"이 가중치({title})에 편향을 {josa(bias, '으로/로')} 두면 뉴런이 활성화되는 숫자는 "
            f"{f'{found}입니다' if found else '없습니다'}.",
            _READING["ko"].format(**names, f=f),
        ),
    )
