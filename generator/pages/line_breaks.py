"""Korean particles stay on the line of the word they belong to, whatever sign or formula it ends with."""

from __future__ import annotations

import re

# Without it, browsers break 활성화(activation)를 before 를, 90.3%입니다 before 입니다, and $w$는 before 는,
# although they keep words of letters together. A straight quotation mark is one that closes.
_SIGN = re.compile(
    r"""(?:[)\]}’”」』%°²³′…∇∂∞]|(?<=[^\s=>(])["'])(?:</(?:a|code|em|mark|strong)>)*(?=[가-힣])"""
)
_FORMULA = re.compile(
    r"(<math(?![^>]* display=)[^>]*>(?:(?!</math>).)*</math>)([가-힣][^\s<&]{0,9})", re.DOTALL
)
_WORD_JOINER = "\u2060"


def hold_particles(html: str) -> str:
    """The HTML with a word joiner between a sign and Hangul, and with formulas and their particles in boxes.

    A word joiner holds nothing to a formula, which is a box of its own to a browser.
    """
    if html.isascii():
        return html
    if "</math>" in html:
        html = _FORMULA.sub(r'<span class="nn-held">\1\2</span>', html)
    return _SIGN.sub(lambda match: match[0] + _WORD_JOINER, html)
