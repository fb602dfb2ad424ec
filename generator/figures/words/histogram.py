"""What ``histogram`` says."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10

from generator.figures.numerals import count, fixed, percent, shortest
from generator.figures.words import Say, colour, layer_name, pick, vocabulary

WORDS = vocabulary(
    en={
        "activations": "activations",
        "from": "from",
        "how_many": "how many",
        "middle": "the middle half",
        "to": "to below",
    },
    ko={
        "activations": "활성값",
        "from": "이상",
        "how_many": "개수",
        "middle": "가운데 절반",
        "to": "미만",
    },
)


@dataclass(frozen=True)
class HistogramFacts:
    """The numbers of a layer. ``middle`` are the quartiles, ``width`` is that of the bins.

    ``below`` is the share under 0.1 and ``above`` that over 0.9 of activations; ``digits`` counts the sample
    digits that caused them.
    """

    of: str
    layer: int
    last: int
    numbers: int
    low: float
    high: float
    middle: tuple[float, float]
    width: float
    below: float = 0.0
    above: float = 0.0
    digits: int = 0


def say_histogram(language: str, facts: HistogramFacts) -> Say:
    n, decimals = count(facts.numbers), max(1 - floor(log10(facts.width)), 0)
    low, first, third, high = (fixed(value, decimals) for value in (facts.low, *facts.middle, facts.high))
    layer, layer_ko = (layer_name(code, facts.layer, facts.last) for code in ("en", "ko"))
    what, what_ko = (WORDS(code)[facts.of] for code in ("en", "ko"))
    shown = f"Half of them lie from {first} to {third}, all from {low} to {high}."
    shown_ko = f"그 절반은 {first}에서 {third} 사이에, 전체는 {low}에서 {high} 사이에 있습니다."
    more, more_ko = _more(facts)
    width = shortest(facts.width)
    sign, sign_ko = _signs(facts)
    return pick(
        language,
        en=Say(
            f"Histogram of the {n} {what} of layer “{layer}”.",
            shown + more,
            f"The {n} {what} of layer “{layer}”. {shown}{more}",
            f"Every bar counts the {what} in a range {width} wide; the higher, the more of them.{sign} "
            "The width follows the Freedman–Diaconis rule, but is at least a fortieth and at most a tenth of "
            "the whole range, and is rounded up to 1, 2 or 5 at the front.",
        ),
        ko=Say(
            f"{layer_ko}의 {what_ko} {n}개의 히스토그램.",
            shown_ko + more_ko,
            f"{layer_ko}의 {what_ko} {n}개입니다. {shown_ko}{more_ko}",
            f"막대 하나는 너비 {width}인 구간에 든 {what_ko}의 개수이고, 높을수록 많습니다.{sign_ko} "
            "구간의 너비는 프리드먼–다이어코니스 규칙을 따르되 전체 범위의 40분의 1에서 10분의 1 사이로 "
            "하고, 맨 앞 숫자가 1, 2, 5 가운데 하나가 되도록 올림했습니다.",
        ),
    )


def _more(facts: HistogramFacts) -> tuple[str, str]:
    """What activations are told by: how many are nearly off, how many nearly on, and who caused them."""
    if facts.of != "activations":
        return "", ""
    below, above, neurons = percent(facts.below), percent(facts.above), facts.numbers // facts.digits
    return (
        f" {below} are under 0.1 and {above} over 0.9. They are those of {neurons} neurons for each of "
        f"{facts.digits} sample digits.",
        f" 0.1보다 작은 것이 {below}, 0.9보다 큰 것이 {above}입니다. "
        f"예시 숫자 {facts.digits}개마다 뉴런 {neurons}개가 낸 값입니다.",
    )


def _signs(facts: HistogramFacts) -> tuple[str, str]:
    if facts.of == "activations":
        return "", ""
    (down, up), (down_ko, up_ko) = (
        (colour("negative", code), colour("positive", code)) for code in ("en", "ko")
    )
    return (
        f" Left of 0, in {down}, they are negative, right of it, in {up}, positive.",
        f" 0의 왼쪽 {down_ko}색은 음수, 오른쪽 {up_ko}색은 양수입니다.",
    )
