"""Which language a text is in, as far as its script tells."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SCRIPTS = {
    "ko": re.compile("[\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]"),
    "ja": re.compile("[\u3041-\u30ff]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "en": re.compile("[A-Za-z]"),
}
NAMES = {"ko": "Korean", "ja": "Japanese", "zh": "Chinese", "ru": "Russian", "en": "English"}
SYLLABLE_WEIGHT = 3
"""One Hangul syllable or Chinese character says about as much as three letters."""


def detect_language(texts: Iterable[str]) -> str:
    """A language code; ``en`` for Latin letters and for texts without any letters.

    Japanese is told from Chinese by its kana; languages that share a script are not told apart.
    """
    joined = "".join(texts)
    counts = {language: len(script.findall(joined)) for language, script in _SCRIPTS.items()}
    for language in ("ko", "ja", "zh"):
        counts[language] *= SYLLABLE_WEIGHT
    if counts["ja"]:
        counts["ja"] += counts.pop("zh")
    language = max(counts, key=lambda each: counts[each])
    return language if counts[language] else "en"
