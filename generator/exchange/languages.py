"""Which language a text is in, as far as its script tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

_SCRIPTS = (
    ("ko", (("\uac00", "\ud7a3"), ("\u1100", "\u11ff"), ("\u3131", "\u318e"))),
    ("ja", (("\u3041", "\u30ff"),)),
    ("zh", (("\u4e00", "\u9fff"),)),
    ("ru", (("\u0400", "\u04ff"),)),
    ("en", (("A", "Z"), ("a", "z"))),
)
NAMES = {"ko": "Korean", "ja": "Japanese", "zh": "Chinese", "ru": "Russian", "en": "English"}
SYLLABLE_WEIGHT = 3
"""One Hangul syllable or Chinese character says about as much as three letters."""


def detect_language(texts: Iterable[str]) -> str:
    """A language code; ``en`` for Latin letters and for texts without any letters.

    Japanese is told from Chinese by its kana; languages that share a script are not told apart.
    """
    counts: Counter[str] = Counter()
    for sign in "".join(texts):
        language = _language_of(sign)
        counts[language] += 1 if language in ("en", "ru", "") else SYLLABLE_WEIGHT
    if counts["ja"]:
        counts["ja"] += counts.pop("zh", 0)
    counts.pop("", None)
    return counts.most_common(1)[0][0] if counts.total() else "en"


def _language_of(sign: str) -> str:
    for language, ranges in _SCRIPTS:
        if any(first <= sign <= last for first, last in ranges):
            return language
    return ""
