"""What ``digit_gallery`` says."""

from __future__ import annotations

from dataclasses import dataclass

from generator.figures.josa import josa
from generator.figures.numerals import count, fixed
from generator.figures.words import Say, pick, vocabulary

WORDS = vocabulary(
    en={
        "all": "all sample digits",
        "answer": "answer",
        "class_means": "the mean of each digit",
        "digit": "digit",
        "key": "digit → answer of the network, its activation",
        "mean_of": "mean of {count}",
        "most_certain": "the most certain answers",
        "most_mistaken": "the surest mistakes",
        "nothing": "no digit is misread",
        "sample": "sample",
    },
    ko={
        "all": "모든 표본",
        "answer": "답",
        "class_means": "숫자마다의 평균",
        "digit": "숫자",
        "key": "숫자 → 신경망의 답, 그 활성값",
        "mean_of": "{count}장의 평균",
        "most_certain": "가장 확신한 답",
        "most_mistaken": "가장 확신하며 틀린 답",
        "nothing": "잘못 읽은 숫자 없음",
        "sample": "표본",
    },
)


@dataclass(frozen=True)
class GalleryFacts:
    """Of ``total`` samples the rule finds ``found`` and ``shown`` are drawn, ``right`` of them read right;
    their answers' activations go from ``highest`` down to ``lowest``. ``planted`` samples were put there
    because a network misreads them."""

    rule: str
    total: int
    found: int
    shown: int
    right: int
    highest: float
    lowest: float
    planted: int


def _rule(facts: GalleryFacts) -> tuple[str, str]:
    """Which digits are shown and how well they are read, in English and Korean."""
    total, shown, right, found = map(count, (facts.total, facts.shown, facts.right, facts.found))
    high, low = fixed(facts.highest), fixed(facts.lowest)
    if facts.rule == "most_mistaken" and not facts.found:
        return (
            f"The network reads all {total} sample digits right, so there is no mistake to show.",
            f"신경망이 표본 {total}개를 모두 바르게 읽었으므로 보여 줄 실수가 없습니다.",
        )
    if facts.rule == "most_mistaken":
        some = facts.shown < facts.found
        which = f"Shown are the {shown} it is surest of" if some else "All of them are shown"
        which_ko = f"그중 가장 확신한 {shown}개를" if some else "모두"
        return (
            f"The network misreads {found} of the {total} sample digits. {which}, the surest first: its "
            f"wrong answers have activations from {high} down to {low}.",
            f"신경망은 표본 {total}개 가운데 {found}개를 잘못 읽습니다. {which_ko} "
            f"확신한 순서대로 보여 줍니다. 틀린 답의 활성값은 {high}에서 {low}까지입니다.",
        )
    of_them = f"The network reads {right} of {shown} right."
    of_them_ko = f"신경망은 {shown}개 가운데 {josa(right + '개', '을/를')} 바르게 읽습니다."
    rules = {
        "most_certain": (
            f"Of {total} sample digits the {shown} whose answer has the highest activation, the highest "
            f"first: from {high} down to {low}.",
            f"표본 {total}개 가운데 답의 활성값이 가장 큰 {shown}개를 큰 순서대로 보여 줍니다. "
            f"활성값은 {high}에서 {low}까지입니다.",
        ),
        "class_means": (
            f"Pixel by pixel the mean of all samples of a digit, for each of the {shown} digits.",
            f"숫자 {shown}가지마다 표본을 모두 모아 픽셀별로 평균을 냈습니다.",
        ),
        "all": (f"All {total} sample digits.", f"표본 {total}개 전부입니다."),
    }
    english, korean = rules[facts.rule]
    return f"{english} {of_them}", f"{korean} {of_them_ko}"


def say_gallery(language: str, facts: GalleryFacts) -> Say:
    """Which digits these are, and how well the network reads them."""
    (rule, rule_ko), planted = _rule(facts), facts.planted
    means = facts.rule == "class_means"
    name, name_ko = WORDS("en")[facts.rule], WORDS("ko")[facts.rule]
    return pick(
        language,
        en=Say(
            f"Sample digits with what the network answers: {name}.",
            rule,
            rule,
            "Under each picture stands which digit it is, then the network's answer, and below the "
            "activation of that answer, as a bar, too. A dashed frame marks a wrong answer. "
            f"Nobody picked the {'samples' if means else 'pictures'} by hand. {planted} of the {facts.total} "
            "samples were taken because the network “digits” misreads them, so the share that is read right "
            "says nothing about how often the network is right in general.",
        ),
        ko=Say(
            f"표본 숫자와 신경망의 답: {name_ko}.",
            rule_ko,
            rule_ko,
            "이미지 아래에 어떤 숫자인지와 신경망의 답이 있고, 그 밑에 답의 활성값이 수와 막대로 있습니다. "
            f"점선 테두리는 틀린 답입니다. {'표본은' if means else '이미지는'} 손으로 고르지 않았습니다. "
            f"표본 {facts.total}개 가운데 {planted}개는 신경망 ‘digits’가 잘못 읽기 때문에 들어 있으므로, "
            "여기서 바르게 읽은 비율은 신경망의 정확도가 아닙니다.",
        ),
    )
