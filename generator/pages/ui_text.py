"""Every word of the site that no author writes, per language. English is the fallback."""

from __future__ import annotations

UI_TEXT: dict[str, dict[str, str]] = {
    "en": {
        "home": "Home",
    },
    "ko": {
        "home": "처음",
    },
}


def ui_text(key: str, language: str) -> str:
    """The word for ``key`` in ``language``, or in English where that language is not translated."""
    return UI_TEXT.get(language, UI_TEXT["en"]).get(key) or UI_TEXT["en"][key]
