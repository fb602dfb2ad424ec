"""Numbers as a reader sees them: true minus sign, fixed decimals, thousands separators."""

from __future__ import annotations

from math import floor, log10

MINUS = "−"


def fixed(value: float, decimals: int = 2) -> str:
    """0.9372 → ``0.94``; −0.3 → ``−0.30``. Never a negative zero."""
    text = f"{value:.{decimals}f}"
    if float(text) == 0:
        text = text.lstrip("-")
    return text.replace("-", MINUS)


def signed(value: float, decimals: int = 2) -> str:
    """0.3 → ``+0.30``; −0.3 → ``−0.30``; what rounds to zero has no sign."""
    text = fixed(value, decimals)
    return text if text.startswith(MINUS) or float(text) == 0 else f"+{text}"


def shortest(value: float) -> str:
    """A number without superfluous zeros, with a true minus: −2.0 → ``−2``."""
    return f"{value:g}".replace("-", MINUS)


def significant(value: float, digits: int = 3) -> str:
    """A number with so many digits that count: 0.15 → ``0.150``, 2.578 → ``2.58``, 12.0 → ``12.0``."""
    if value == 0:
        return "0"
    return fixed(value, max(digits - 1 - floor(log10(abs(value))), 0))


def count(value: int) -> str:
    """13002 → ``13,002``."""
    return f"{value:,}"


def percent(share: float) -> str:
    """0.966 → ``96.6%``."""
    return f"{share * 100:.1f}%"


def short_pixel(value: float) -> str:
    """A pixel value in a cell: ``0``, ``.44``, ``1``. Nothing between rounds to 0 or 1 unless it is one."""
    if value in (0, 1):
        return str(int(value))
    return f"{min(max(value, 0.01), 0.99):.2f}"[1:]
