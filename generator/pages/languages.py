"""What the site knows of languages: their own names."""

from __future__ import annotations

_NAMES = {
    "ar": "العربية",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "hi": "हिन्दी",
    "id": "Bahasa Indonesia",
    "it": "Italiano",
    "ja": "日本語",
    "ko": "한국어",
    "nl": "Nederlands",
    "pl": "Polski",
    "pt": "Português",
    "ru": "Русский",
    "th": "ไทย",
    "tr": "Türkçe",
    "uk": "Українська",
    "vi": "Tiếng Việt",
    "zh": "中文",
}
_SHORT = {"ja": "日", "ko": "한", "zh": "中"}


def language_name(language: str) -> str:
    """The language's name in itself; the code where it is not known."""
    return _NAMES.get(language) or _NAMES.get(language.split("-")[0], language)


def short_language_name(language: str) -> str:
    """One or two signs, for a narrow header."""
    return _SHORT.get(language.split("-")[0], language.split("-")[0].upper())
