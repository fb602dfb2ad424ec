"""Texts with expressions, and what readers see."""

from __future__ import annotations

import pytest

from generator.spec.expression_places import TextKind
from generator.spec.expressions import MATHS_HINT, Filled, compute_answer, fill_text
from generator.spec.vocabulary import UNKNOWN, World


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nothing here", "nothing here"),
        ("{{ model.parameter_count }} knobs", "3999 knobs"),
        ("{{model.parameter_count:,}} knobs", "3,999 knobs"),
        ("{{ 784 / 16 }}", "49"),
        ("{{ 1 / 3 }}", "0.3333"),
        ("{{ 200 / 3 }}", "66.67"),
        ("{{ 123456.7 }}", "123457"),
        ("{{ 123456.7:, }}", "123,457"),
        ("{{ -3 }} and {{ 2 - 2.5 }}", "−3 and −0.5"),
        ("{{ -0.001:.2f }}", "0.00"),
        ("{{ 0.000012345 }}", "0.00001234"),
        ("{{ 1 / 3e9 }}", "3.333×10⁻¹⁰"),
        ("{{ 12345:.2e }}", "1.23×10⁴"),
        ("{{ model.accuracy:.1%}}", "96.2%"),
        ("{{ 2.5:+.1f }} {{ -2.5:+.1f }} {{ 0:+.1f }}", "+2.5 −2.5 0.0"),
        ("{{ 1234.5:,.2f }}", "1,234.50"),
        ("{{ 0.123456:.3g }}", "0.123"),
        ("{{ 2 ** 10 }} {{ 2 ** -1 }} {{ 2 ** 0.5 }}", "1024 0.5 1.414"),
        ("{{ round(2.567, 1) }} {{ round(3.7) }}", "2.6 4"),
        ("{{ min(3, 1, 2) }} {{ max(3, 1, 2) }} {{ sum(1, 2, 3) }}", "1 3 6"),
        ("{{ abs(-2) }} {{ sqrt(16) }} {{ exp(0) }} {{ log(1) }}", "2 4 1 0"),
        ("{{ model.layers[1].activation }}", "sigmoid"),
        ("{{\n  model.sizes[0]\n  + 1\n}}", "785"),
        ("{% if x %} {# note #} { { a }", "{% if x %} {# note #} { { a }"),
        (r"\{{ model.sizes[0] }}", "{{ model.sizes[0] }}"),
        (r"\\{{ 1 }}", r"\\1"),
        ("`{{ 1 }}` and {{ 1 }}", "`{{ 1 }}` and 1"),
        ("```\n{{ 1 }}\n```\n{{ 1 }}", "```\n{{ 1 }}\n```\n1"),
        ("$x_{{1}}$, $$a_{{ 20 }}$$ and {{ 1 }}", "$x_{1}$, $$a_{20}$$ and 1"),
        (r"$w = {{ -2 }}$, $\frac{{{ 1 / 4 }}}{2}$", r"$w = {-2}$, $\frac{{0.25}}{2}$"),
        ("$2 {{ 3:+ }} {{ -3:+ }}$", "$2 +3 -3$"),
        ("${{ 13002:, }}$, ${{ 1 / 3e9 }}$", r"${13{,}002}$, ${3.333 \times 10^{-10}}$"),
        (r"$\{{1}\}$ and $a_{n}$", r"$\{{1}\}$ and $a_{n}$"),
        ("{{ 'up' if 1 < 2 <= 2 else 'down' }}", "up"),
        ("{{ 1 if not (1 > 2 or 'a' == 'b') and 3 != 4 else 0 }}", "1"),
        ("{{ 1 if 0.1 + 0.2 == 0.3 else 0 }}", "1"),
        ("{{ 'yes' if model.sizes[0] > 700 else 1 / 0 }}", "yes"),
    ],
)
def test_markdown(text: str, expected: str, world: World) -> None:
    assert fill_text(text, world) == Filled(expected)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("plain", "`{{ 1 }}` costs $x_{{ 2 }}$", "`1` costs $x_2$"),
        ("plain", "{{ -1 }}", "−1"),
        ("plain", r"\{{ a }} \\{{ 1 }} \\\{{ a }}", r"{{ a }} \1 \{{ a }}"),
        ("typed", "{{ -0.5 }}", "-0.5"),
        ("typed", "{{ 1 / 3e9 }}", "3.333e-10"),
    ],
)
def test_plain_and_typed_texts(kind: TextKind, text: str, expected: str, world: World) -> None:
    assert fill_text(text, world, kind) == Filled(expected)


def test_a_value_is_not_read_again(world: World) -> None:
    """What an expression yields is text, even if it looks like an expression."""
    assert fill_text("{{ '{{' }} {{ '$a$' }}", world).text == "{{ $a$"


def test_check_and_build_agree_about_every_problem(world: World, headers_only: World) -> None:
    text = "{{ nope }} {{ 1 / 0 }} {{ model.layers[9].size }} {{ 1:d }} {{ model }} {{ 10**10**10 }} {{"
    problems = fill_text(text, headers_only).problems
    assert problems == fill_text(text, world).problems
    places = [text[problem.offset : problem.offset + problem.length] for problem in problems]
    assert places == ["nope", "1 / 0", "9", "d", "model", "10**10**10", "{{"]
    assert problems[-1].offset == len(text) - 2


def test_what_only_the_numbers_show_appears_in_the_build(world: World, headers_only: World) -> None:
    text = '{{ log(digit["3-1"].pixels[0] - 2) }}'
    assert fill_text(text, headers_only).problems == ()
    (problem,) = fill_text(text, world).problems
    assert (problem.code, problem.message) == ("no-value", "only a positive number has a logarithm")


def test_positions_count_characters_not_bytes(world: World) -> None:
    text = "가중치 {{ '가' + nope }}"
    (problem,) = fill_text(text.replace("'가' + ", "가 * "), world).problems
    assert (problem.offset, problem.length, problem.message) == (7, 1, "unknown name '가'")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("12", "an answer is one number or one {{ expression }}, nothing else"),
        ("{{ 1 }} or {{ 2 }}", "an answer is one number or one {{ expression }}, nothing else"),
        ("about {{ 1 }}", "an answer is one number or one {{ expression }}, nothing else"),
        ("", "an answer is one number or one {{ expression }}, nothing else"),
        ("{{ 1:.2f }}", "an answer has no format"),
        ("{{ 'one' }}", "an answer is a number; this is text"),
        ("{{ model.sizes }}", "this is a list, not a number"),
    ],
)
def test_an_answer_is_one_number(text: str, message: str, headers_only: World) -> None:
    problem = compute_answer(text, headers_only).problem
    assert problem is not None
    assert problem.message == message


def test_a_formula_takes_numbers_and_says_how_latex_is_meant(world: World) -> None:
    text_in_maths, latex = fill_text("$a {{ 'b' }}$ $x_{{n}}$", world).problems
    assert text_in_maths.message == "a formula takes numbers; this is text"
    assert (latex.code, latex.hint) == ("unknown-name", MATHS_HINT)


def test_a_condition_may_hang_on_numbers_that_only_the_build_knows(world: World, headers_only: World) -> None:
    bias = "model.biases[1][0]"
    assert compute_answer(f"{{{{ {bias} > 0 }}}}", headers_only).value is UNKNOWN
    assert compute_answer(f"{{{{ {bias} > 0 and 1 > 2 }}}}", headers_only).value is False
    assert compute_answer(f"{{{{ {bias} > 0 or 2 > 1 }}}}", headers_only).value is True
    assert compute_answer(f"{{{{ {bias} > 0 or {bias} <= 0 }}}}", world).value is True


def test_both_sides_of_an_unknown_condition_are_checked(headers_only: World) -> None:
    text = "{{ nope if model.biases[1][0] > 0 else nope }}"
    assert [problem.message for problem in fill_text(text, headers_only).problems] == ["unknown name 'nope'"]


def test_an_answer_keeps_every_digit(world: World) -> None:
    assert compute_answer(" {{ 2 / 3 }} ", world).value == 2 / 3
