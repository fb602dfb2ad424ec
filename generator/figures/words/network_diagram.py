"""What ``network_diagram`` says."""

from __future__ import annotations

from collections.abc import Sequence

from generator.figures.josa import josa
from generator.figures.numerals import count, percent
from generator.figures.words import Say, pick, vocabulary

WORDS = vocabulary(
    en={
        "layer": "into layer",
        "neurons": "{count} neurons",
        "share": "share",
        "sum": "together",
        "total": "{count} weights and biases in total",
    },
    ko={
        "layer": "층",
        "neurons": "{count}개",
        "share": "비율",
        "sum": "합계",
        "total": "가중치와 편향, 모두 {count}개",
    },
)
_READING = {
    "en": "Every circle is a neuron, every line one weight. The bar divides all parameters among the sets of "
    "connections, in the colours of their lines.",
    "ko": "원 하나가 뉴런, 선 하나가 가중치입니다. 아래 막대는 전체 매개변수를 층 사이의 연결별로 나눈 것으로"
    ", 색은 그 연결의 선과 같습니다.",
}


def say_diagram(language: str, sizes: Sequence[int], weights: int, biases: int, first_share: float) -> Say:
    """The layers of a network; ``first_share`` is the share of the first set of connections, 0–1."""
    total, share = count(weights + biases), percent(first_share)
    hidden = sizes[1:-1]
    listed = ", ".join(count(size) for size in sizes)
    hidden_en = (
        f"{len(hidden)} hidden layer{'s' if len(hidden) > 1 else ''} of {_and(hidden)}, " if hidden else ""
    )
    hidden_ko = f"은닉층 {len(hidden)}개({', '.join(count(n) for n in hidden)}), " if hidden else ""
    first_en = f" {share} of them lie between the input and the next layer." if hidden else ""
    first_ko = f" 그중 {josa(share, '이/가')} 입력층과 그다음 층 사이에 있습니다." if hidden else ""
    return pick(
        language,
        en=Say(
            f"Diagram of a network with layers of {listed} neurons.",
            "Every neuron of a layer is connected to every neuron of the next layer.",
            f"{count(sizes[0])} inputs, {hidden_en}{count(sizes[-1])} outputs: {count(weights)} weights and "
            f"{count(biases)} biases make {total} parameters.{first_en}",
            _READING["en"],
        ),
        ko=Say(
            f"각 층의 뉴런이 차례로 {listed}개인 신경망의 구조.",
            "한 층의 모든 뉴런이 다음 층의 모든 뉴런과 이어져 있습니다.",
            f"입력 {count(sizes[0])}개, {hidden_ko}출력 {count(sizes[-1])}개로 된 신경망입니다. 가중치 "
            f"{count(weights)}개와 편향 {josa(str(biases) + '개', '을/를')} 더하면 "
            f"매개변수는 모두 {total}개입니다."
            f"{first_ko}",
            _READING["ko"],
        ),
    )


def _and(sizes: Sequence[int]) -> str:
    named = [count(size) for size in sizes]
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)
