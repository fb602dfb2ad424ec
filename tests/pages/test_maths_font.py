"""The font in the package is the one that the command makes."""

from __future__ import annotations

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from generator.pages import maths_font
from generator.pages.maths_font import FONT, cut_font, font_characters


@pytest.fixture(scope="module")
def shipped() -> TTFont:
    return TTFont(FONT)


def test_the_font_is_fresh(shipped):
    fresh = TTFont(BytesIO(cut_font()))
    message = "run: python -m generator.pages.maths_font"
    assert shipped.getBestCmap() == fresh.getBestCmap(), message
    assert shipped.getGlyphOrder() == fresh.getGlyphOrder(), message


def test_every_character_of_a_formula_has_a_glyph(shipped):
    missing = {sign for sign in font_characters() if ord(sign) not in shipped.getBestCmap()}
    assert missing == set()


def test_brackets_can_grow(shipped):
    variants = shipped["MATH"].table.MathVariants
    cmap = shipped.getBestCmap()
    assert {cmap[ord(sign)] for sign in "()[]{}|√∑"} <= set(variants.VertGlyphCoverage.glyphs)


def test_its_licence_lies_beside_it_and_it_is_small():
    licence = FONT.with_name("stix-two-math-OFL.txt").read_text(encoding="utf-8")
    assert "The STIX Fonts Project Authors" in licence
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert FONT.stat().st_size < 110_000


def test_without_the_tools_it_says_how_to_get_them(monkeypatch):
    monkeypatch.setattr(maths_font, "find_spec", lambda tool: None if tool == "ziamath" else tool)
    with pytest.raises(SystemExit) as refused:
        maths_font.main()
    message = str(refused.value)
    assert message.startswith("cutting the font needs ziamath; run in a checkout: ")
    assert message.endswith(" -m pip install -e '.[test]'")
