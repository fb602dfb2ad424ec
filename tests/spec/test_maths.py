"""Formulas that are refused, with the place, the words and the advice."""

from __future__ import annotations

from random import Random

import pytest

from generator.spec.maths import MathsError, check_maths, parse_maths


@pytest.mark.parametrize(
    ("latex", "at", "message", "hint"),
    [
        (r"\sigmma", r"\sigmma", r"unknown command '\sigmma'", r"did you mean \sigma?"),
        (r"\foo", r"\foo", r"unknown command '\foo'", "docs/authoring/text.md lists them"),
        (
            r"a + \newcommand{x}",
            r"\newcommand",
            r"unknown command '\newcommand'",
            "formulas cannot define commands",
        ),
        (r"x_12", "12", "'_12' would take only the first digit", "put braces around it"),
        (r"\frac12", "12", r"'\frac12' would take only the first digit", "put braces around it"),
        (r"\frac{1}", r"\frac", r"'\frac' needs something after it", r"write \frac{…}"),
        (r"x^", "^", "'^' needs something after it", "write ^{…}"),
        (r"x^2^3", "^3", "a second '^' on the same thing", "group with braces: {x_i}_j"),
        (r"{a", "{", "'{' is not closed", "add '}'"),
        (r"a}", "}", "'}' without '{'", r"write \} for a brace that is seen"),
        (r"a & b", "&", "'&' outside a table", r"write \& for the sign, or put the lines into aligned"),
        (r"a \\ b", r"\\", r"'\\' outside a table", r"put the lines into \begin{aligned} … \end{aligned}"),
        (r"\left( x", r"\left", r"'\left' without '\right'", r"use \right. where no bracket is wanted"),
        (r"x \right)", r"\right", r"'\right' without '\left'", ""),
        (r"\left x \right)", "x", "'x' is not a bracket", r"after \left comes one of ( [ \{ |"),
        (
            r"\begin{array}{c}a\end{array}",
            "array",
            "unknown environment 'array'",
            "use bmatrix, pmatrix or cases",
        ),
        (r"\begin{bmatrx}a\end{bmatrx}", "bmatrx", "unknown environment 'bmatrx'", "did you mean bmatrix?"),
        (r"\begin{cases}a", r"\begin", r"'\begin{cases}' is not closed", r"add \end{cases}"),
        (r"\begin{cases}a\end{bmatrix}", "bmatrix", r"'\end{bmatrix}' ends '\begin{cases}'", ""),
        ("가중치 = 3", "가", "'가' is a word, not a formula", r"write \text{가…}"),
        ("5% of x", "%", "'%' begins a comment in LaTeX", r"write \%"),
        (r"\text{a $b$}", "$b", r"\text holds words only, no commands and no formulas", ""),
        (r"\mathbb{가}", "가", r"'\mathbb' has no such sign", "it takes letters only"),
        (r"\operatorname{a_b}", "a_b", "a name is made of letters", r"e.g. \operatorname{softmax}"),
        (r"a # b", "#", "'#' has no meaning in a formula", ""),
        ("\\", "\\", "unknown command '\\'", "docs/authoring/text.md lists them"),
    ],
)
def test_a_refused_formula_says_where_and_why(latex, at, message, hint):
    with pytest.raises(MathsError) as caught:
        parse_maths(latex)
    problem = caught.value.problem
    assert (problem.message, problem.hint) == (message, hint)
    assert latex[problem.offset :].startswith(at)


@pytest.mark.parametrize(
    "latex", ["{" * 500, r"\sqrt" * 500, r"\left(" * 500, r"\begin{matrix}" * 130, "x^" * 900]
)
def test_deep_nesting_is_refused_before_python_is_out_of_breath(latex):
    with pytest.raises(MathsError):
        parse_maths(latex)


TOKENS = [
    *r"ab1 ^ _ { } & \\\\ ' ( ] | % ~가σ\n",
    r"\_",
    r"\&",
    r"\{",
    r"\left",
    r"\right",
    r"\frac",
    r"\sqrt[",
    r"\text{",
]
TOKENS += [
    r"\begin{cases}",
    r"\end{cases}",
    r"\bar",
    r"\mathbf{",
    r"\sum",
    r"\big",
    r"\operatorname",
    "12",
    "\\",
]


@pytest.mark.parametrize("seed", range(8))
def test_any_jumble_of_signs_is_read_or_refused(seed):
    random = Random(seed)
    outcomes = set()
    for _ in range(400):
        latex = " ".join(random.choices(TOKENS, k=random.randint(1, 7)))
        try:
            outcomes.add(type(parse_maths(latex)).__name__)
        except MathsError as error:
            outcomes.add("refused")
            assert 0 <= error.problem.offset <= len(latex)
    assert outcomes == {"Row", "refused"}


def test_a_very_long_formula_is_refused():
    with pytest.raises(MathsError, match="more than 2000 characters"):
        parse_maths("x+" * 2000)


def test_positions_count_in_the_whole_text():
    text = "Fine: $x$, code `$\\foo$`, wrong: $a + \\foo$ and\n\n$$ b \\bar $$ then $$ open"
    found = list(check_maths(text))
    assert [text[problem.offset : problem.offset + problem.length] for problem in found] == [
        "\\foo",
        "\\bar",
        "$$",
    ]
    assert found[-1].message == "the formula that begins here does not end"
    assert found[-1].offset == text.rindex("$$")
