"""The font that formulas are set in: STIX Two Math, cut down to what formulas can contain.

Without a font that has a MATH table, browsers draw brackets that do not grow. The full font has 6,757 glyphs
and 1.5 MB; what ``spec.maths_symbols`` allows needs a small part of it. Cutting takes seconds, so the result
is a file of the package, made anew by ``python -m generator.pages.maths_font`` when a symbol is added; a test
compares the two.

A tool for those who build lessonloom, no part of what runs: nothing in the package imports it, and it needs
the extra ``test`` (fontTools, brotli, and ziamath, which carries the font). It stands here because what it
cuts is decided by what ``spec.maths_symbols`` and its neighbour ``maths.py`` draw.
"""

from __future__ import annotations

import shlex
import sys
from importlib.resources import files
from importlib.util import find_spec
from io import BytesIO
from itertools import product
from string import ascii_letters, ascii_uppercase, digits

from generator.pages.asset_files import ASSETS
from generator.spec import maths_symbols as known

FONT = ASSETS / "fonts" / "stix-two-math.woff2"
TOOLS = ("fontTools", "brotli", "ziamath")


def font_characters() -> frozenset[str]:
    """Every character a formula can be drawn with, the slanted and the bold letters included."""
    greek = [*known.GREEK.values(), *known.CAPITAL_GREEK.values(), "∂", "∇"]
    letters = [*ascii_letters, *greek]
    alphabets = [(alphabet, letters) for alphabet in ("italic", "bold", "bold-italic")]
    alphabets += [
        ("bold", [*digits]),
        ("double-struck", [*ascii_uppercase, *digits]),
        ("script", [*ascii_uppercase]),
    ]
    styled = {
        known.styled_letter(letter, alphabet)
        for alphabet, members in alphabets
        for alphabet, letter in product([alphabet], members)
    }
    signs = {sign for sign, _ in (*known.SYMBOLS.values(), *known.CHARACTERS.values()) if len(sign) == 1}
    marks = {*known.ACCENTS.values(), *"ℎ√″‴⁗′ \u2009\u2061"}
    return frozenset(char for char in {*letters, *digits, *signs, *marks, *styled} if char)


def cut_font() -> bytes:
    """The font as WOFF2, with the glyphs for ``font_characters`` and what the MATH table grows them from."""
    # Here, so that without the extra ``main`` can say what is missing.
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    source = files("ziamath") / "fonts" / "STIXTwoMath-Regular.ttf"
    font = TTFont(BytesIO(source.read_bytes()), recalcTimestamp=False)
    options = Options(
        hinting=False,
        layout_features=["ssty", "dtls", "flac"],
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
        notdef_outline=True,
        drop_tables=["DSIG", "GPOS", "GDEF"],
    )
    cutter = Subsetter(options)
    cutter.populate(text="".join(font_characters()))
    cutter.subset(font)
    font.flavor = "woff2"
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def main() -> None:
    """Write the font; without the tools for it, say how to get them and exit with 1."""
    missing = [tool for tool in TOOLS if find_spec(tool) is None]
    if missing:
        pip = f"{shlex.quote(sys.executable or 'python')} -m pip install"
        sys.exit(f"cutting the font needs {', '.join(missing)}; run in a checkout: {pip} -e '.[test]'")
    FONT.write_bytes(cut_font())


if __name__ == "__main__":
    main()
