"""Settings of the Material theme that depend on a page's language."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.pages.ui_text import ui_text

THEME = Path(__file__).parent / "theme"
FEATURES = ("navigation.indexes", "navigation.sections")

# Material's own translations of its interface; other languages get English around the author's text.
TRANSLATED = frozenset(
    "af ar az be bg bn ca cs da de el en eo es et eu fa fi fr gl he hi hr hu hy id is it ja ka kn ko lb lt "
    "lv mk mn ms my nb nl nn pl pt ro ru sa sh si sk sl sq sr sv ta te th tl tr uk ur uz vi zh".split()
)


def theme_language(language: str) -> str:
    """The nearest language that the theme speaks."""
    short = language.split("-")[0]
    return short if short in TRANSLATED else "en"


@lru_cache(maxsize=64)
def palette(language: str) -> list[dict[str, Any]]:
    """The colour switch: the system's setting, light, dark. Colours themselves are set in css/site.css."""
    schemes = (
        ("auto", "(prefers-color-scheme)", None, "material/brightness-auto"),
        ("light", "(prefers-color-scheme: light)", "default", "material/weather-sunny"),
        ("dark", "(prefers-color-scheme: dark)", "slate", "material/weather-night"),
    )
    options = []
    for name, media, scheme, icon in schemes:
        toggle = {"icon": icon, "name": ui_text(f"site_theme_{name}", language)}
        option: dict[str, Any] = {"media": media, "primary": "custom", "accent": "custom", "toggle": toggle}
        options.append(option | ({"scheme": scheme} if scheme else {}))
    return options
