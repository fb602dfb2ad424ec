"""Korean particles after what figures compute."""

from __future__ import annotations

import pytest

from generator.figures.josa import josa

PAIRS = ("을/를", "이/가", "은/는", "과/와", "으로/로")
# What is written, and the last syllable it is read with.
READ_ALOUD = dict(
    pair.rsplit(":", 1)
    for pair in """
    0:영 1:일 2:이 3:삼 4:사 5:오 6:육 7:칠 8:팔 9:구 10:십 16:육 20:십 100:백 784:사
    1,000:천 13,002:이 10,000:만 100,000:만 1,000,000:만 100,000,000:억
    0.94:사 0.90:영 −0.3:삼 1.08:팔 96.6%:트 1/4:일 3/7:삼 90°:도
    ReLU:루 tanh:트 L:엘 N:엔 W:유 x:스 σ:마 η:타 x²:곱
    가중치:치 편향:향 (28):팔 784개:개
    """.split()
)


def expected(word: str, syllable: str, pair: str) -> str:
    final = (ord(syllable) - ord("가")) % 28
    after_consonant, after_vowel = pair.split("/")
    rieul = final == 8 and pair == "으로/로"
    return word + (after_consonant if final and not rieul else after_vowel)


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("word", READ_ALOUD)
def test_the_particle_follows_the_sound_of_the_last_syllable(word, pair):
    assert josa(word, pair) == expected(word, READ_ALOUD[word], pair)


@pytest.mark.parametrize(
    ("word", "pair", "sentence"),
    [
        (3, "을/를", "3을"),
        (2, "을/를", "2를"),
        (7, "으로/로", "7로"),
        (3, "으로/로", "3으로"),
        (8, "으로/로", "8로"),
        (0, "으로/로", "0으로"),
        ("0.94", "이/가", "0.94가"),
        ("물", "으로/로", "물로"),
        ("값", "으로/로", "값으로"),
        ("", "을/를", "를"),
    ],
)
def test_particles_as_they_are_written(word, pair, sentence):
    assert josa(word, pair) == sentence
