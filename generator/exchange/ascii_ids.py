"""Readable ASCII ids for titles in any script.

Hangul is written in the Latin letters of the Revised Romanization. Of its sound changes only the commonest is
made: a final consonant moves to a syllable that begins with a vowel (무엇인 is mueosin, not mueotin).
"""

from __future__ import annotations

import re
import unicodedata

from generator.spec.ids import RESERVED, is_id, slugify

_INITIALS = "g kk n d tt r m b pp s ss - j jj ch k t p h".replace("-", "").split(" ")
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_FINALS = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ")
_MOVED = " g kk ks n nj n d r lg lm lb ls lt lp r m b ps s ss ng j ch k t p ".split(" ")
_HANGUL = re.compile("([가-힣])(?=([아-잏])?)")


def romanise(text: str) -> str:
    """``text`` with every Hangul syllable in Latin letters; other signs stay."""
    return _HANGUL.sub(_syllable, unicodedata.normalize("NFC", text))


def _syllable(match: re.Match[str]) -> str:
    initial, rest = divmod(ord(match[1]) - ord("가"), len(_VOWELS) * len(_FINALS))
    vowel, final = divmod(rest, len(_FINALS))
    return _INITIALS[initial] + _VOWELS[vowel] + (_MOVED if match[2] else _FINALS)[final]


class IdMaker:
    """Gives every title an id of its own. The same titles in the same order get the same ids."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def make(self, title: str, otherwise: str) -> str:
        """An id from the words of ``title``, or ``otherwise`` if it has none that can be written in ASCII."""
        words = slugify(_whole_words(romanise(title))) or otherwise
        made = next(
            name for number in range(1, 10**6) if (name := _numbered(words, number)) not in self._taken
        )
        self._taken.add(made)
        return made


def _whole_words(text: str, most: int = 40) -> str:
    """As many whole words as an id has room for."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Za-z0-9]+", plain)
    kept = ""
    for word in words:
        if kept and len(kept) + 1 + len(word) > most:
            break
        kept = f"{kept} {word}".strip()
    return kept


def _numbered(words: str, number: int) -> str:
    return words if number == 1 else f"{words}-{number}"


def lesson_id_of(name: str) -> str:
    """The id of a lesson whose file is called ``name``; "" if the file's name is one already."""
    stem = re.sub(r"^\d+[-_ ]+", "", name)
    if is_id(stem.lower()) and stem.lower() not in RESERVED:
        return ""
    words = slugify(_whole_words(romanise(stem)))
    return f"lesson-{words}" if words in RESERVED else words or "lesson"
