"""What ``edge_detector`` says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.figures.josa import josa
from generator.figures.numerals import fixed, signed
from generator.figures.words import Say, capital, colour, pick, vocabulary

WORDS = vocabulary(
    en={
        "by_hand": "weights set by hand",
        "digit": "digit",
        "plain": "a region",
        "surround": "with a negative surround",
        "sum": "weighted sum",
        "sum_of": "sum, {name}",
        "activation_of": "activation, {name}",
        "rule": "σ(sum {bias})",
    },
    ko={
        "by_hand": "손으로 정한 가중치",
        "digit": "숫자",
        "plain": "영역만 볼 때",
        "surround": "둘레를 음수로 두를 때",
        "sum": "가중합",
        "sum_of": "가중합, {name}",
        "activation_of": "활성값, {name}",
        "rule": "σ(가중합 {bias})",
    },
)


@dataclass(frozen=True)
class EdgeFacts:
    """Which digits make the neuron active (activation above ½), with the region alone and with a surround."""

    region: tuple[int, int, int, int]
    bias: float
    plain: Sequence[int]
    surround: Sequence[int]


def written_bias(bias: float) -> str:
    """The bias as a formula continues with it: ``− 8``."""
    return f"{'−' if bias < 0 else '+'} {fixed(abs(bias), 0 if float(bias).is_integer() else 2)}"


def _list(digits: Sequence[int], conjunction: str, nothing: str) -> str:
    if len(digits) < 2:
        return "".join(map(str, digits)) or nothing
    return f"{', '.join(map(str, digits[:-1]))}{conjunction}{digits[-1]}"


def say_edges(language: str, facts: EdgeFacts) -> Say:
    """Which digits are found by which weights."""
    top, left, height, width = facts.region
    rows, columns = f"{top + 1}–{top + height}", f"{left + 1}–{left + width}"
    plain, surround = (_list(found, " and ", "none") for found in (facts.plain, facts.surround))
    plain_ko, surround_ko = (_list(found, ", ", "없음") for found in (facts.plain, facts.surround))
    blue, orange = (colour(role, language) for role in ("positive", "negative"))
    # With a bias of 0 or more nothing needs to be bright for the neuron to be active.
    why = ": where the region is bright and the pixels above and below it are dark" if facts.bias < 0 else ""
    why_ko = " 영역은 밝고 그 위아래는 어두울 때만 활성화되기 때문입니다." if facts.bias < 0 else ""
    return pick(
        language,
        en=Say(
            "A neuron with weights set by hand, and what it answers to the first sample of each digit.",
            f"The region covers rows {rows} and columns {columns}. Active with the region alone: {plain}; "
            f"with a negative surround: {surround}.",
            f"With positive weights in the region alone, the neuron is active (above 0.5) for {plain}. "
            f"With a negative surround it is active for {surround}{why}.",
            f"{capital(blue)} weights are +1, {orange} ones −1, all others 0. A bar is the weighted sum "
            "for the digit above it, up for positive and down for negative; all share one scale. A circle is "
            f"σ of the sum with the bias {signed(facts.bias)}. The digits are chosen by rule: "
            "the first sample of each.",
        ),
        ko=Say(
            "가중치를 손으로 정한 뉴런과, 숫자마다 첫째 표본을 보였을 때의 반응.",
            f"영역은 {rows}행, {columns}열입니다. 영역만 볼 때 활성화되는 숫자: {plain_ko}. "
            f"둘레를 음수로 두를 때: {surround_ko}.",
            f"영역에 양의 가중치만 두면 뉴런이 활성화되는(0.5보다 큰) 숫자는 {plain_ko}입니다. "
            f"위아래를 음의 가중치로 두르면 {surround_ko}에서 활성화됩니다.{why_ko}",
            f"{blue}색 가중치는 +1, {orange}색 가중치는 −1, 나머지는 0입니다. "
            "막대는 위에 있는 숫자의 가중합으로, 양수면 위로, 음수면 아래로 뻗으며 모두 같은 눈금을 씁니다. "
            f"원은 가중합에 편향 {josa(signed(facts.bias), '을/를')} 더해 σ에 넣은 값입니다. "
            "숫자는 저마다 첫째 표본을 골랐습니다.",
        ),
    )
