"""Korean particles after computed words: 3을 but 2를, 7로 but 3으로.

Which form is right depends on the sound the word ends with when it is read aloud, so numbers are read in
Sino-Korean (0.94 ends in 사, 1,000 in 천), Latin letters by their Korean names (L is 엘) and a few signs by
theirs.
"""

from __future__ import annotations

import re

RIEUL = 8
"""The index of ㄹ among the 27 final consonants of Unicode's Hangul syllables (0 = none)."""

_DIGITS = "영일이삼사오육칠팔구"
_LETTERS = dict(
    zip("abcdefghijklmnopqrstuvwxyz", "이비씨디이프지치이이이엘엠엔오피큐알스티유이유스이트", strict=True)
)
_SIGNS = {"%": "트", "°": "도", "+": "스", "−": "스", "-": "스", "²": "곱", "³": "곱", "π": "이"}
_GREEK = dict(
    zip("αβγδεζηθικλμνξορστυφχψωσΣΔ", "파타마타론타타타타파다뮤뉴이론로마우론이이이가마마타", strict=True)
)
_WORDS = {"relu": "루", "tanh": "트", "sigmoid": "드", "softmax": "스", "mnist": "트"}
_ZEROS = ("", "십", "백", "천")
_MYRIADS = ("", "만", "억", "조", "경")
_NUMBER = re.compile(r"(\d[\d,]*)(\.\d+)?$")
_FRACTION = re.compile(r"(\d+)/\d+$")


def last_syllable(word: str) -> str:
    """The last syllable a Korean reader would say, or ``""`` if there is nothing to say."""
    spoken = re.sub(r"[\s\"'’”)\]}.,:;!?]+$", "", word)
    if not spoken:
        return ""
    if fraction := _FRACTION.search(spoken):
        return _last_of_integer(fraction[1])  # 1/4 is read 사분의 일
    if number := _NUMBER.search(spoken):
        return _DIGITS[int(number[2][-1])] if number[2] else _last_of_integer(number[1])
    if latin := re.search(r"[A-Za-z]+$", spoken):
        return _WORDS.get(latin[0].lower(), _LETTERS[latin[0][-1].lower()])
    return _SIGNS.get(spoken[-1], _GREEK.get(spoken[-1], spoken[-1]))


def _last_of_integer(digits: str) -> str:
    digits = digits.replace(",", "").lstrip("0")
    if not digits:
        return "영"
    zeros = len(digits) - len(digits.rstrip("0"))
    if not zeros:
        return _DIGITS[int(digits[-1])]
    return _ZEROS[zeros % 4] or _MYRIADS[min(zeros // 4, len(_MYRIADS) - 1)]


def particle(word: str, pair: str) -> str:
    """The form of ``pair`` (``"을/를"``, ``"으로/로"`` …: after a consonant / after a vowel) that fits
    ``word``."""
    after_consonant, after_vowel = pair.split("/")
    syllable = last_syllable(word)
    final = (ord(syllable) - 0xAC00) % 28 if "가" <= syllable <= "힣" else 0
    if final == RIEUL and after_vowel == "로":
        return after_vowel
    return after_consonant if final else after_vowel


def josa(word: object, pair: str) -> str:
    """The word with its particle: ``josa(3, "을/를")`` → ``3을``."""
    return f"{word}{particle(str(word), pair)}"
