"""Roles, not hues: every colour a figure may use, and the sizes of its type.

A figure names a role (``positive``, ``ink``); the page's CSS (assets/css/figures.css) decides its colour in
light, dark, print and high contrast. The values here are for a figure that stands alone, and equal those of
the CSS (tested).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

WIDE, TALL = 680, 330
"""Widths of a figure's two variants in CSS pixels: beside each other in a text column, on a phone."""

COLOURS: dict[str, str] = {
    "surface": "#ffffff",
    "ink": "#1b2733",
    "secondary": "#55626f",
    "rule": "#b9c3cd",
    "grid": "#e4e9ee",
    "panel": "#f3f5f8",
    "plate": "#0d121a",
    "plate-edge": "#0d121a",
    "plate-muted": "#98a2ae",
    "lit": "#ffffff",
    "dark-on-lit": "#000000",
    "zero": "#f3f5f7",
    "positive": "#0b63c5",
    "positive-text": "#0b5cb8",
    "negative": "#cf4400",
    "negative-text": "#b83c00",
    "activation": "#f2a900",
    "activation-ring": "#b87800",
    "activation-text": "#8a5a00",
    "bias": "#7b4bc0",
    "bias-text": "#6f3fb5",
    "series-1": "#0a7d78",
    "series-2": "#9a5b00",
    "series-3": "#a3336b",
    "series-4": "#4a6076",
}

VIDEO_COLOURS: dict[str, str] = {
    "zero": "#07090d",
    "positive": "#83e06a",
    "positive-text": "#2b7415",
    "negative": "#fc6255",
    "negative-text": "#c02a1c",
}

# What the style sheet makes of them in dark mode, for figures that stand alone.
DARK_COLOURS: dict[str, str] = {
    **COLOURS,
    "surface": "#14181d",
    "ink": "#e6ebf1",
    "secondary": "#a4b0bd",
    "rule": "#4a5664",
    "grid": "#2b343d",
    "panel": "#1f262d",
    "plate": "#07090d",
    "plate-edge": "#3a4450",
    "zero": "#0b0e13",
    "positive": "#4da3ff",
    "positive-text": "#7ab8ff",
    "negative": "#ff7a45",
    "negative-text": "#ff9468",
    "activation": "#ffd54a",
    "activation-ring": "#ffd54a",
    "activation-text": "#ffd54a",
    "bias": "#b794f6",
    "bias-text": "#c3a6f8",
    "series-1": "#5cd0b3",
    "series-2": "#f0ac5f",
    "series-3": "#f08bb8",
    "series-4": "#9fb3c8",
}

VIDEO_DARK_COLOURS: dict[str, str] = {
    **VIDEO_COLOURS,
    "positive-text": "#83e06a",
    "negative-text": "#ff8a7f",
}

def paint(role: str) -> str:
    """A role as an SVG paint: ``var(--nn-ink)``. Raises KeyError for an unknown role."""
    if role not in COLOURS:
        raise KeyError(role)
    return f"var(--nn-{role})"


def series(index: int) -> str:
    """The role of the ``index``-th series of a figure, counted from 0 and repeating after four."""
    return f"series-{index % 4 + 1}"


@dataclass(frozen=True)
class Type:
    """How a piece of text looks; ``role`` is its colour."""

    size: float
    role: str = "ink"
    bold: bool = False
    italic: bool = False

    def coloured(self, role: str) -> Type:
        return replace(self, role=role)


HEAD = Type(15, bold=True)
BODY = Type(13)
STRONG = Type(13, bold=True)
NOTE = Type(12, "secondary")
FORMULA = Type(14, "secondary", italic=True)


def text_width(text: str, size: float) -> float:
    """A safe estimate of a text's width in pixels: 1 em per Hangul syllable, 0.6 em for anything else.

    Fonts are chosen by the reader's browser, so layout keeps to budgets instead of measuring.
    """
    return size * sum(1.0 if "가" <= character <= "힣" else 0.6 for character in text)


def mix_grey(value: float) -> tuple[float, float, float]:
    """The colour of a pixel of brightness ``value`` (0–1) on the digit plate: white with that opacity over
    it."""
    plate = [int(COLOURS["plate"][i : i + 2], 16) for i in (1, 3, 5)]
    red, green, blue = (value * 255 + (1 - value) * channel for channel in plate)
    return red, green, blue


def contrast(first: tuple[float, float, float], second: tuple[float, float, float]) -> float:
    """The contrast ratio of two sRGB colours (channels 0–255), 1–21, after WCAG 2.2."""

    def luminance(colour: tuple[float, float, float]) -> float:
        linear = [c / 3294.6 if c <= 10.31475 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)
