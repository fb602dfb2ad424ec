"""LaTeX in, MathML out: every kind of thing a formula can hold, with exactly the elements it must become."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from generator.pages.maths import render_maths
from generator.spec import maths_symbols as known


def mathml(latex: str) -> str:
    html = render_maths(latex, "en", display=False)
    return re.fullmatch(r"<math [^>]*data-search-exclude>(.*)</math>", html)[1]


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        ("a", "<mi>a</mi>"),
        ("13{,}002", "<mn>13,002</mn>"),
        ("1, 2", "<mn>1</mn><mo>,</mo><mn>2</mn>"),
        ("a - b", '<mi>a</mi><mo form="infix">−</mo><mi>b</mi>'),
        ("= -b", '<mo>=</mo><mo form="prefix">−</mo><mi>b</mi>'),
        (r"\sigma", "<mi>σ</mi>"),
        ("σ", "<mi>σ</mi>"),
        (r"\Gamma", '<mi mathvariant="normal">Γ</mi>'),
        (r"\mathbf{W}", "<mrow><mi>𝐖</mi></mrow>"),
        (r"\boldsymbol{\theta}", "<mrow><mi>𝜽</mi></mrow>"),
        (r"\mathbb{R}", "<mrow><mi>ℝ</mi></mrow>"),
        (r"\mathcal{L}", "<mrow><mi>ℒ</mi></mrow>"),
        (r"\mathrm{d}x", '<mi mathvariant="normal">d</mi><mi>x</mi>'),
        (r"\text{가중치 합}", "<mtext>가중치&nbsp;합</mtext>"),
        ("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
        ("x_{ij}", "<msub><mi>x</mi><mrow><mi>i</mi><mi>j</mi></mrow></msub>"),
        ("f'", '<msup><mi>f</mi><mo class="nn-prime" lspace="0" rspace="0">′</mo></msup>'),
        (r"\frac{1}{x}", "<mfrac><mn>1</mn><mi>x</mi></mfrac>"),
        (
            r"\dfrac{1}{x}",
            '<mstyle displaystyle="true" scriptlevel="0"><mfrac><mn>1</mn><mi>x</mi></mfrac></mstyle>',
        ),
        (r"\sqrt{x}", "<msqrt><mi>x</mi></msqrt>"),
        (r"\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>"),
        (r"\sum_i a", "<munder><mo>∑</mo><mi>i</mi></munder><mi>a</mi>"),
        (r"\int_0^1 a", "<msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup><mi>a</mi>"),
        (r"\exp x", '<mi>exp</mi><mo>&#x2061;</mo><mspace width="0.1667em"></mspace><mi>x</mi>'),
        (r"\quad", '<mspace width="1.0em"></mspace>'),
        (r"\hat{y}", '<mover accent="true"><mi>y</mi><mo stretchy="false">ˆ</mo></mover>'),
        (
            r"\underbrace{a}_b",
            '<munder><munder accentunder="true"><mi>a</mi><mo stretchy="true">⏟</mo></munder>'
            "<mi>b</mi></munder>",
        ),
        (
            r"|x|",
            '<mo stretchy="false" lspace="0" rspace="0">|</mo><mi>x</mi>'
            '<mo stretchy="false" lspace="0" rspace="0">|</mo>',
        ),
        (r"\{", '<mo form="prefix" stretchy="false">{</mo>'),
        ("a<b", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>"),
    ],
)
def test_one_thing(latex, expected):
    assert mathml(latex) == expected


def test_brackets_grow_around_a_matrix():
    html = mathml(r"\begin{bmatrix} a & b \\ c & d \end{bmatrix}")
    assert html == (
        '<mrow><mo form="prefix" fence="true" stretchy="true">[</mo>'
        "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr>"
        "<mtr><mtd><mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable>"
        '<mo form="postfix" fence="true" stretchy="true">]</mo></mrow>'
    )


def test_aligned_lines_continue_across_their_cells():
    html = mathml(r"\begin{aligned} a &= b \\ &- c \end{aligned}")
    assert html.startswith('<mtable class="nn-aligned" displaystyle="true">')
    assert '<mtd></mtd><mtd><mo form="infix">−</mo><mi>c</mi></mtd>' in html


def test_cases_have_one_brace():
    html = mathml(r"\begin{cases} 0 & x < 0 \\ x & \text{else} \end{cases}")
    assert html.count("fence") == 1
    assert '<mtable class="nn-cases">' in html


def test_a_display_scrolls_by_itself_and_says_what_it_is():
    html = render_maths("x", "ko", display=True)
    assert html.startswith('<nn-scroll class="nn-formula" data-name="수식"><math display="block"')


def test_a_refused_formula_is_shown_as_its_source():
    assert render_maths(r"\foo<b>", "en", display=False) == r'<code class="nn-latex">\foo&lt;b&gt;</code>'


def test_the_source_cannot_leave_its_attribute():
    html = render_maths('a" onload="x', "en", display=False)
    assert "<code" in html
    assert 'alttext="\\text{&quot;&gt;}"' in render_maths('\\text{">}', "en", display=False)


class Balance(HTMLParser):
    """Fails on an end tag without its start tag; ``open`` is empty at the end of balanced HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


ARGUMENTS = {"frac": "{a}{b}", "dfrac": "{a}{b}", "tfrac": "{a}{b}", "binom": "{a}{b}", "sqrt": "{a}"}
ARGUMENTS |= {name: "{a}" for name in known.ACCENTS} | {name: "{A}" for name in known.ALPHABETS}
ARGUMENTS |= {"text": "{a}", "operatorname": "{a}"}


@pytest.mark.parametrize("name", sorted(known.COMMANDS - {"left", "right", "begin", "end"}))
def test_every_command_is_drawn(name):
    bracket = "(" if name.rstrip("lr") in known.SIZES else ""
    latex = f"x \\{name}{bracket}{ARGUMENTS.get(name, ' ')} y"
    html = render_maths(latex, "en", display=True)
    assert "<code" not in html, latex
    assert Balance(html).open == []


@pytest.mark.parametrize("name", sorted(known.ENVIRONMENTS))
def test_every_environment_is_drawn(name):
    html = render_maths(f"\\begin{{{name}}} a & b \\\\ c & d \\end{{{name}}}", "en", display=True)
    assert html.count("<mtd>") == 4
    assert Balance(html).open == []
