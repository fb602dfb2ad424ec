"""What ``confusion_matrix`` says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.figures.josa import josa
from generator.figures.numerals import count, percent
from generator.figures.words import Say, pick, vocabulary

WORDS = vocabulary(
    en={"answer": "the network’s answer", "right": "right", "truth": "digit"},
    ko={"answer": "신경망의 답", "right": "정답률", "truth": "정답"},
)


@dataclass(frozen=True)
class ConfusionFacts:
    """``marked`` are the confusions outlined, each (truth, answer, how often), most frequent first."""

    digits: int
    right: int
    folds: int
    marked: tuple[tuple[int, int, int], ...]
    best: tuple[int, float]
    worst: tuple[int, float]


def say_confusions(language: str, facts: ConfusionFacts) -> Say:
    digits, share, folds = count(facts.digits), percent(facts.right / facts.digits), facts.folds
    listed = [f"{truth} read as {answer} ({_times(n)})" for truth, answer, n in facts.marked]
    listed_ko = [
        f"{josa(truth, '을/를')} {josa(answer, '으로/로')} 읽음({n}번)" for truth, answer, n in facts.marked
    ]
    (best, most), (worst, least) = facts.best, facts.worst
    outlined, outlined_ko = _outlined(listed, len(facts.marked)), ""
    if listed:
        outlined_ko = f" 테두리는 가장 잦은 혼동입니다: {', '.join(listed_ko)}."
    return pick(
        language,
        en=Say(
            f"How often each of {digits} digits was read as which: a table of truth against answer.",
            f"{share} are read right, {best} best ({percent(most)}) and {worst} worst ({percent(least)})."
            f"{outlined}",
            f"{share} of {digits} digits are read right, {best} best ({percent(most)}) and {worst} worst "
            f"({percent(least)}).{outlined} No network had seen the digits it was asked about: {folds} "
            f"networks were trained, each without one of {folds} parts of the digits, and asked only about "
            "that part (cross-validation).",
            "Rows are the true digits, columns the answers. A perfect network would have numbers only on the "
            "diagonal; the stronger the colour of a cell beside it, the more often that mistake is made.",
        ),
        ko=Say(
            f"숫자 {digits}개를 각각 무엇으로 읽었는지 센 표. 행은 정답, 열은 신경망의 답.",
            f"{josa(share, '을/를')} 맞혔습니다. 가장 잘 읽는 숫자는 {best}({percent(most)}), "
            f"가장 못 읽는 숫자는 {worst}({percent(least)})입니다.{outlined_ko}",
            f"숫자 {digits}개 가운데 {josa(share, '을/를')} 맞혔습니다. "
            f"가장 잘 읽는 숫자는 {best}({percent(most)}), "
            f"가장 못 읽는 숫자는 {worst}({percent(least)})입니다."
            f"{outlined_ko} 모두 신경망이 학습할 때 보지 못한 숫자입니다. 숫자를 {folds}묶음으로 나누고, "
            f"신경망 {folds}개를 각각 한 묶음씩 빼고 학습한 뒤 그 묶음만 읽게 했습니다(교차 검증).",
            "행은 정답, 열은 신경망의 답입니다. 완벽한 신경망이라면 대각선에만 수가 있습니다. "
            "대각선 밖의 칸이 진할수록 자주 일어나는 혼동입니다.",
        ),
    )


def _times(n: int) -> str:
    return "once" if n == 1 else f"{count(n)} times"


def _outlined(listed: Sequence[str], marked: int) -> str:
    if not marked:
        return ""
    what = "the most frequent mistake" if marked == 1 else f"the {marked} most frequent mistakes"
    return f" Outlined: {what}, {', '.join(listed)}."
