"""How a computed number is written: ``{{ expression:format }}``, or the default without a format."""

from __future__ import annotations

import math
import re

MAX_DIGITS = 20
FORMAT = re.compile(r"(?P<plus>\+?)(?P<group>,?)(?:\.(?P<digits>\d{1,2}))?(?P<type>[feg%]?)")
FORMAT_HINT = "formats: ':,' ':.2f' ':,.0f' ':.3g' ':.2e' ':.1%', with '+' in front for a plus sign"
SIGNIFICANT_DIGITS = 4
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def check_format(spec: str) -> str:
    """What is wrong with a format, in a sentence; nothing if it is right."""
    match = FORMAT.fullmatch(spec)
    if not match:
        return f"unknown number format ':{spec}'"
    if match["digits"] and int(match["digits"]) > MAX_DIGITS:
        return f"a format keeps at most {MAX_DIGITS} digits"
    if match["digits"] and not match["type"]:
        decimals, digits = f"':.{match['digits']}f'", f"':.{match['digits']}g'"
        return f"':{spec}' does not say what it counts: {decimals} counts decimals, {digits} digits"
    return ""


def format_number(number: int | float, spec: str = "", *, typed: bool = False) -> str:
    """Write ``number`` for readers: true minus sign, powers of ten as 1.2×10⁻⁵.

    ``typed`` writes what can be typed on a keyboard (-0.5, 1.2e-05). Without a type in ``spec`` whole numbers
    are written out and others keep 4 significant digits. A number that rounds to zero has no sign. Raises
    ValueError for a format that ``check_format`` complains about.
    """
    match = FORMAT.fullmatch(spec)
    if not match:
        raise ValueError(check_format(spec))
    text = (
        _default(number, match["group"])
        if not match["type"]
        else format(number, f"{match['group']}{spec.lstrip('+,')}")
    )
    if not re.search("[1-9]", text.partition("e")[0]):
        text = text.removeprefix("-")
    elif match["plus"] and number > 0:
        text = f"+{text}"
    return text if typed else _typeset(text)


def format_latex(number: int | float, spec: str = "") -> str:
    """``number`` in a formula: one group, so that it is one thing for ``^``, ``_`` and a fraction.

    Only a format with a plus sign leaves the sign outside: it joins the number to what stands before.
    """
    mantissa, exponent, power = format_number(number, spec, typed=True).partition("e")
    mantissa = mantissa.replace(",", "{,}").replace("%", r"\%")
    text = rf"{mantissa} \times 10^{{{int(power)}}}" if exponent else mantissa
    return text if spec.startswith("+") else f"{{{text}}}"


def _default(number: int | float, group: str) -> str:
    """Whole numbers in full, others to 4 significant digits but never fewer than their whole part."""
    if isinstance(number, int) or (number == int(number) and abs(number) < 1e15):
        return format(int(number), group)
    magnitude = math.floor(math.log10(abs(number)))
    if not -5 <= magnitude < 15:
        return format(number, f".{SIGNIFICANT_DIGITS}g")
    decimals = max(SIGNIFICANT_DIGITS - 1 - magnitude, 0)
    text = format(number, f"{group}.{decimals}f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _typeset(text: str) -> str:
    mantissa, exponent, power = text.partition("e")
    mantissa = mantissa.replace("-", "−")
    return f"{mantissa}×10{str(int(power)).translate(_SUPERSCRIPTS)}" if exponent else mantissa
