"""A Korean particle fits the number before it as it is read, whatever number was computed there."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from generator.spec.questions import QuestionBase
from generator.spec.text import Model
from tests.course.conftest import LOADED

# 영, 일, 삼, 육, 칠 and 팔 end in a consonant; 로 follows the ㄹ of 일, 칠 and 팔, too.
CLOSED, HARD = "013678", "036"
AFTER = {**dict.fromkeys("은을이과", CLOSED), **dict.fromkeys("는를가와", "2459")}
AFTER |= {"으로": HARD, "로": "1245789"}
# A power is read as 제곱 or 승, not as its exponent.
PARTICLE = re.compile(r"(?<!\^)(?<!\^\{-\d)(\d)\}?\$?(으로|[은는을를이가과와로])(?=[ ,.])")


def korean_texts(part: object) -> Iterator[str]:
    """Every Korean text of a computed lesson, those of each variant, too."""
    if isinstance(part, Model):
        variants = part.all_variants() if isinstance(part, QuestionBase) and part.vary else (part,)
        for variant in variants:
            yield from korean_texts(tuple(variant.__dict__.values()))
    elif isinstance(part, tuple):
        for each in part:
            yield from korean_texts(each)
    elif hasattr(part, "items"):
        yield from (
            korean_texts(tuple(part.values())) if not isinstance(part.get("ko"), str) else (part["ko"],)
        )


def misfits(text: str) -> list[str]:
    return [found[0] for found in PARTICLE.finditer(text) if found[1] not in AFTER[found[2]]]


@pytest.mark.parametrize("name", [each.lesson.id for each in LOADED.lessons])
def test_particles_fit_the_numbers_before_them(name: str, computed):
    texts = list(korean_texts(computed[name]))
    assert len(texts) > 10
    assert [(text, wrong) for text in texts if (wrong := misfits(text))] == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("출력 0.7338는 목푯값보다 큽니다.", ["8는"]),
        ("출력 0.7338은 목푯값보다 큽니다.", []),
        ("$b = {1}$를 더합니다.", ["1}$를"]),
        ("0.5744으로 내려갑니다.", ["4으로"]),
        ("$x^2$을, $10^{-12}$으로", []),
    ],
)
def test_a_particle_that_does_not_fit_is_found(text: str, wrong: list[str]):
    assert misfits(text) == wrong
