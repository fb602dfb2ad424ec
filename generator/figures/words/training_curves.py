"""What ``training_curves`` says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.figures.josa import josa
from generator.figures.numerals import count, fixed, percent, shortest
from generator.figures.words import Say, capital, pick, vocabulary
from generator.training_record import TrainingRecord

WORDS = vocabulary(
    en={
        "accuracy": "Accuracy",
        "batch_size": "{n} digits a step",
        "copies": "{n} copies of each digit",
        "cross_entropy": "cross-entropy",
        "epoch": "epoch",
        "held_out": "held-out digits",
        "learning_rate": "learning rate {n}",
        "loss": "Loss",
        "no_copies": "no distorted copies",
        "right": "share read right",
        "squared_error": "squared error",
        "training": "training digits",
    },
    ko={
        "accuracy": "정확도",
        "batch_size": "한 걸음에 {n}장",
        "copies": "증강 {n}장씩",
        "cross_entropy": "교차 엔트로피",
        "epoch": "에포크",
        "held_out": "검증 데이터",
        "learning_rate": "학습률 {n}",
        "loss": "손실",
        "no_copies": "증강 없음",
        "right": "맞힌 비율",
        "squared_error": "제곱 오차",
        "training": "학습 데이터",
    },
)


@dataclass(frozen=True)
class RunFacts:
    """One run: its name in every language, and the means of its folds at the end.

    ``training`` and ``held_out`` are accuracies (0–1); ``best`` is the epoch of the smallest loss on digits
    held out, None if that was never a number.
    """

    names: tuple[tuple[str, str], ...]
    digits: int
    folds: int
    copies: int
    per_class: int
    epochs: float
    training: float
    held_out: float
    best: float | None

    def name(self, language: str) -> str:
        return dict(self.names)[language]

    @property
    def gap(self) -> str:
        """By how many percentage points the accuracies differ, as they are shown."""
        return fixed(float(percent(self.training)[:-1]) - float(percent(self.held_out)[:-1]), 1)


def say_setting(language: str, record: TrainingRecord, setting: str | None) -> str:
    """A run by one of its settings: "learning rate 0.5"; empty without one."""
    if setting is None:
        return ""
    if setting == "copies" and record.copies == 0:
        return WORDS(language)["no_copies"]
    value = getattr(record, setting)
    return WORDS(language)[setting].format(n=count(value) if isinstance(value, int) else f"{value:g}")


def say_panel(language: str, panel: str, runs: Sequence[RunFacts]) -> Say:
    """One panel, ``loss`` or ``accuracy``, for a screen reader."""
    epochs = shortest(round(max(run.epochs for run in runs)))
    listed, listed_ko = (", ".join(run.name(code) for run in runs) for code in ("en", "ko"))
    name, name_ko = (WORDS(code)[panel] for code in ("en", "ko"))
    return pick(
        language,
        en=Say(
            f"{name} over {epochs} epochs of training: {listed}.",
            f"One line for the training digits, one for digits held out. {_ends('en', runs)}",
            "",
        ),
        ko=Say(
            f"학습하는 {epochs}에포크 동안의 {name_ko}: {listed_ko}.",
            f"학습 데이터와 검증 데이터의 선이 하나씩 있습니다. {_ends('ko', runs)}",
            "",
        ),
    )


def say_runs(language: str, panels: Sequence[str], runs: Sequence[RunFacts]) -> Say:
    """The whole figure."""
    labels = " ".join(say_panel(language, panel, runs).label for panel in panels)
    first = runs[0]
    about, about_ko = _about(first)
    detail, detail_ko = (_detail(code, first) if len(runs) == 1 else "" for code in ("en", "ko"))
    apart = "" if "loss" in panels else " Their losses are of different kinds and are not compared."
    apart_ko = "" if "loss" in panels else " 손실의 종류가 서로 달라 손실은 비교하지 않습니다."
    return pick(
        language,
        en=Say(
            labels,
            _ends("en", runs),
            f"{_ends('en', runs)}{detail} {about}{apart}",
            "Solid lines are for digits that the networks never trained on, dashed ones for those they did "
            "train on; epoch 0 is before training. Where the lines part, a network learns its own digits by "
            "heart.",
        ),
        ko=Say(
            labels,
            _ends("ko", runs),
            f"{_ends('ko', runs)}{detail_ko} {about_ko}{apart_ko}",
            "실선은 학습에 쓰지 않은 검증 데이터, 점선은 학습 데이터이고, 0에포크는 학습하기 전입니다. "
            "두 선이 벌어지면 신경망이 학습 데이터를 외우고 있다는 뜻입니다.",
        ),
    )


def _ends(language: str, runs: Sequence[RunFacts]) -> str:
    """How every run ended; one that is alone needs no name."""
    said = []
    for run in runs:
        epochs = shortest(round(run.epochs))
        own, new = percent(run.training), percent(run.held_out)
        told = (
            f"after {epochs} epochs, {own} of the training digits are read right and {new} of those held out."
            if language == "en"
            else f"{epochs}에포크 뒤 학습 데이터의 {josa(own, '을/를')}, "
            f"검증 데이터의 {josa(new, '을/를')} 맞힙니다."
        )
        said.append(capital(f"{run.name(language)}: {told}") if len(runs) > 1 else capital(told))
    return " ".join(said)


def _detail(language: str, run: RunFacts) -> str:
    """What there is to say of a single run."""
    best = "" if run.best is None else shortest(run.best)
    if language == "en":
        smallest = f" The loss on held-out digits is smallest after epoch {best}." if best else ""
        return f" The gap is {run.gap} percentage points.{smallest}"
    smallest = f" 검증 데이터의 손실은 {best}에포크에서 가장 작습니다." if best else ""
    return f" 차이는 {run.gap}%포인트입니다.{smallest}"


def _about(run: RunFacts) -> tuple[str, str]:
    """How it was measured, in English and Korean."""
    digits, folds = count(run.digits), run.folds
    copies = (
        f" An epoch is a pass over each digit and {run.copies} distorted copies of it." if run.copies else ""
    )
    copies_ko = (
        f" 한 에포크에는 숫자마다 조금씩 변형한 그림 {run.copies}장도 들어 있습니다." if run.copies else ""
    )
    few = f" Each is trained on {run.per_class} of the others of each class only." if run.per_class else ""
    few_ko = f" 나머지에서도 숫자마다 {run.per_class}장씩만 학습에 씁니다." if run.per_class else ""
    return (
        f"Cross-validation on {digits} digits in {folds} parts: every part is held out from one of {folds} "
        f"networks.{few} Lines are their means, bands their range.{copies}",
        f"숫자 {digits}개를 {folds}묶음으로 나누고, 신경망 {folds}개가 각각 한 묶음을 학습에서 빼 두었다가 "
        f"그것으로 검증한 교차 검증입니다.{few_ko} 선은 평균, 띠는 범위입니다.{copies_ko}",
    )
