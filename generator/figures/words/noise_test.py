"""What ``noise_test`` says."""

from __future__ import annotations

from dataclasses import dataclass

from generator.figures.josa import josa
from generator.figures.numerals import count, fixed, percent
from generator.figures.words import Say, pick, vocabulary

WORDS = vocabulary(
    en={
        "answers": "the answers to {count} such pictures",
        "answer": "answer",
        "pictures": "pictures",
        "says": "“{digit}”",
        "sure": "of them with 0.5 or more",
        "the_first": "the first five",
    },
    ko={
        "answers": "이런 이미지 {count}장에 대한 답",
        "answer": "답",
        "pictures": "이미지 수",
        "says": "“{digit}”",
        "sure": "그중 활성값 0.5 이상",
        "the_first": "처음 다섯 장",
    },
)


@dataclass(frozen=True)
class NoiseFacts:
    """Of ``total`` random pictures: the most frequent answer, and how many answers were 0.5 or more."""

    total: int
    favourite: int
    times: int
    sure: int
    largest: float


def say_noise(language: str, facts: NoiseFacts) -> Say:
    """How sure the network is of nonsense."""
    share, sure = percent(facts.times / facts.total), percent(facts.sure / facts.total)
    total = count(facts.total)
    return pick(
        language,
        en=Say(
            f"What the network answers to {total} pictures of random pixels.",
            f"Five of the pictures with the answers, and how often each answer came. Most frequent: "
            f"{facts.favourite}, {share}.",
            f"Shown nothing but noise, the network answers {facts.favourite} in {share} of {total} cases. "
            f"Its strongest output is 0.5 or more in {sure} of them, and {fixed(facts.largest)} at most.",
            "Every pixel is a random number between 0 and 1, all equally likely. The bars count the answers; "
            "their gold part is those with an activation of 0.5 or more. "
            "The network has no output for “this is no digit”.",
        ),
        ko=Say(
            f"무작위 픽셀로 만든 이미지 {total}장에 신경망이 내놓은 답.",
            f"이미지 다섯 장과 그 답, 그리고 답마다의 횟수. 가장 많은 답은 {facts.favourite}, {share}입니다.",
            f"잡음만 보여 주어도 신경망은 {total}번 가운데 {share}에서 "
            f"{josa(facts.favourite, '이라고/라고')} 답합니다. "
            f"가장 밝은 출력이 0.5 이상인 경우는 {sure}이고, 가장 큰 값은 {fixed(facts.largest)}입니다.",
            "픽셀마다 0과 1 사이의 수를 고르게 뽑았습니다. 막대는 답의 횟수이고, "
            "금색 부분은 활성값이 0.5 이상인 답입니다. 이 신경망에는 ‘숫자가 아니다’라는 출력이 없습니다.",
        ),
    )
