"""Everything an expression may not be: one message each, quickly, and without running anything."""

from __future__ import annotations

import pytest

from generator.spec.expressions import fill_text
from generator.spec.vocabulary import World

BAD = {
    # names
    "modle.sizes[0]": ("unknown-name", "modle", "unknown name 'modle'", "did you mean 'model'?"),
    "model.sizez": ("unknown-name", "sizez", "a model has no attribute 'sizez'", "did you mean 'sizes'?"),
    'digit["3-9"].label': ("unknown-name", '"3-9"', "there is no sample digit '3-9'", "did you mean '3-1'?"),
    'models["tinny"].accuracy': (
        "unknown-name",
        '"tinny"',
        "there is no network 'tinny'",
        "did you mean 'tiny'?",
    ),
    "sigmoyd(1)": ("unknown-name", "sigmoyd(1)", "there is no function 'sigmoyd'", "did you mean 'sigmoid'?"),
    'models["mirrored"].accuracy': (
        "no-value",
        'models["mirrored"].accuracy',
        "the weight file of 'mirrored' does not say how accurate the network is",
        "",
    ),
    # bounds
    "model.layers[9].size": ("out-of-range", "9", "there is no layer 9: layers go from 0 to 3", ""),
    "model.weights[0][0][0]": ("out-of-range", "0", "there is no layer 0: layers go from 1 to 3", ""),
    "model.biases[1][99]": ("out-of-range", "99", "there is no neuron 99: neurons go from 0 to 4", ""),
    "model.weights[1][0][784]": ("out-of-range", "784", "there is no input 784: inputs go from 0 to 783", ""),
    "model.sizes[-1]": ("out-of-range", "-1", "there is no layer -1: layers go from 0 to 3", ""),
    "model.sizes[0.5]": ("out-of-range", "0.5", "there is no layer 0.5: layers go from 0 to 3", ""),
    # shapes
    "model": ("bad-expression", "model", "a model is not a number", "name one of its attributes"),
    "model.sizes": (
        "bad-expression",
        "model.sizes",
        "this is a list, not a number",
        "choose one layer with [ ]",
    ),
    "model.layers.size": (
        "unknown-name",
        "size",
        "a list has no attributes",
        "choose one layer: […]",
    ),
    "digit[3].label": (
        "bad-expression",
        "3",
        "a sample digit is chosen by its name",
        'write the name in quotes, e.g. ["3-1"]',
    ),
    "model.bias_count[0]": (
        "bad-expression",
        "model.bias_count[0]",
        "a number cannot be indexed with [ ]",
        "",
    ),
    "sum(model.weights[1])": (
        "bad-expression",
        "sum(model.weights[1])",
        "sum() needs a list of numbers",
        "choose one neuron: […]",
    ),
    "round": ("bad-expression", "round", "'round' is a function", "write round(…)"),
    "sigmoid(1, 2)": ("bad-expression", "sigmoid(1, 2)", "sigmoid() takes one argument", ""),
    "len(3)": ("bad-expression", "len(3)", "len() needs a list, found a number", ""),
    "": ("bad-expression", "{{  }}", "there is nothing between '{{' and '}}'", ""),
    # formats
    "3:>99999999": ("bad-format", ">99999999", "unknown number format ':>99999999'", None),
    "3:.99f": ("bad-format", ".99f", "a format keeps at most 20 digits", None),
    "3:.2": (
        "bad-format",
        ".2",
        "':.2' does not say what it counts: ':.2f' counts decimals, ':.2g' digits",
        None,
    ),
    "'a':.2f": ("bad-format", ".2f", "text has no number format", ""),
    # values that do not exist
    "1 / 0": ("no-value", "1 / 0", "division by zero", ""),
    "1 + 0 ** -1": ("no-value", "0 ** -1", "division by zero", ""),
    "log(0)": ("no-value", "log(0)", "only a positive number has a logarithm", ""),
    "sqrt(-1)": ("no-value", "sqrt(-1)", "a negative number has no square root", ""),
    "(-8) ** 0.5": ("no-value", "(-8) ** 0.5", "a negative number has no such root", ""),
    "round(1, 99)": ("no-value", "round(1, 99)", "round() keeps 0 to 15 decimals", ""),
    # code
    "'a' * 10 ** 9": ("bad-expression", "'a'", "expected a number, found text", ""),
    "[x for x in y]": ("bad-expression", "[x for x in y]", "a list or a loop is not allowed here", None),
    "1 if 2 else 3": ("bad-expression", "2", "expected a comparison, found a number", None),
    "1 if 2 in 3 else 3": ("bad-expression", "2 in 3", "a comparison of this kind is not allowed here", None),
    "1 if 'a' < 'b' else 3": ("bad-expression", "'a' < 'b'", "'<' cannot compare text with text", None),
    "1 if model > 2 else 3": (
        "bad-expression",
        "model > 2",
        "'>' cannot compare a model with a number",
        None,
    ),
    "(1 < 2) + 1": ("bad-expression", "1 < 2", "a comparison is not allowed here", None),
    "1 < 2": ("bad-expression", "1 < 2", "a comparison is not allowed here", None),
    "7 // 2": ("bad-expression", "7 // 2", "the operator '//' is not allowed here", None),
    "~1": ("bad-expression", "~1", "the operator '~' is not allowed here", None),
    "True": ("bad-expression", "True", "'True' is not allowed here", None),
    "f'{1}'": ("bad-expression", "f'{1}'", "an f-string is not allowed here", None),
    "(y := 3)": ("bad-expression", "y := 3", "':=' is not allowed here", None),
    "(lambda: 3)()": (
        "bad-expression",
        "(lambda: 3)()",
        "only functions can be called, by their names",
        None,
    ),
    "max(*model.sizes)": ("bad-expression", "*model.sizes", "'*' is not allowed here", None),
    "model.__class__": ("unknown-name", "__class__", "a model has no attribute '__class__'", None),
    "__import__('os')": ("unknown-name", "__import__('os')", "there is no function '__import__'", None),
    r"'\x00'": ("bad-expression", r"'\x00'", "text in an expression holds printable characters only", ""),
    "1 +": ("bad-expression", "1 +", "this cannot be read as an expression", None),
}


@pytest.mark.parametrize("expression", BAD)
def test_message(expression: str, world: World, headers_only: World) -> None:
    text = f"a {{{{ {expression} }}}} b"
    code, marked, message, hint = BAD[expression]
    (problem,) = fill_text(text, headers_only).problems
    place = text[problem.offset : problem.offset + problem.length]
    assert (problem.code, place, problem.message) == (code, marked, message)
    assert hint is None or problem.hint == hint
    assert fill_text(text, world).problems == (problem,)


@pytest.mark.parametrize(
    "expression",
    [
        "10 ** 10 ** 10",
        "9 ** 9 ** 9 ** 9",
        "(10 ** 10) ** (10 ** 10)",
        "2.5 ** 10000",
        "0.5 ** 10000",
        "exp(1000)",
        "exp(exp(exp(exp(9))))",
        "1e400",
        "9" * 150,
        "999999999 * 9999999999",
        "1e308 * 10",
        "-" * 150 + "1",
        "(" * 90 + "1" + ")" * 90 + "+1" * 20,
        "sigmoid(" * 70 + "1",
        "+".join(["1"] * 120),
        "1" + " " * 300,
    ],
)
def test_greedy_expressions_are_refused(expression: str, world: World) -> None:
    (problem,) = fill_text(f"{{{{ {expression} + 1 }}}}", world).problems
    assert problem.code in ("greedy-expression", "bad-expression")


def test_a_text_of_nothing_but_braces_is_read_quickly(world: World) -> None:
    assert len(fill_text("{{" * 20_000, world).problems) == 1
    assert len(fill_text("{{ 1 }}" * 3_000, world).text) == 3_000


def test_thousands_of_inputs_are_summed_but_not_millions() -> None:
    from generator.weight_header import WeightHeader

    world = World({"wide": WeightHeader((10**9, 10**9), ("relu",))}, (), "wide")
    (problem,) = fill_text("{{ sum(model.biases[1]) }}", world).problems
    assert problem.message == "a list of 1000000000 numbers is too long for sum()"


def test_a_network_for_other_pictures_reads_no_sample_digits() -> None:
    from generator.weight_header import WeightHeader

    world = World({"small": WeightHeader((64, 10), ("relu",))}, ("3-1",), "small")
    (problem,) = fill_text('{{ digit["3-1"].prediction }}', world).problems
    assert problem.message == "a sample digit has 784 pixels, this network takes 64"
