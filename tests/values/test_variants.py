"""``vary``: which variants are drawn, and what becomes of them."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from generator.errors import SpecError, format_diagnostic
from generator.network import Library
from generator.spec import load_lesson
from generator.spec.draws import draw_variants, shuffle
from generator.spec.questions import Question
from generator.spec.vary import Range, Varied
from generator.spec.vocabulary import World
from generator.values.evaluate import evaluate_lesson

HEAD = "title: {en: Net, ko: 망}\nsections:\n  - id: one\n    title: {en: One, ko: 하나}\n    questions:\n"
BY_HAND = """\
      - id: by-hand
        type: number
        vary:
          w: [-2, 0.5, 3]
          a: {start: 0, stop: 1, step: 0.1}
        where: abs(w * a) > 0.2
        variants: 6
        ask: "$w = {{ w }}$, {{ a }}: σ(wa)?"
        hints: ["{{ w * a }}"]
        answer: "{{ sigmoid(w * a) }}"
"""


def evaluated(folder: Path, library: Library, questions: str) -> Question:
    path = folder / "01-net.yaml"
    path.write_text(HEAD + questions, encoding="utf-8")
    return evaluate_lesson(load_lesson(path).lesson, library, "tiny", path).sections[0].questions[0]


def complaint(folder: Path, library: Library, questions: str) -> str:
    with pytest.raises(SpecError) as caught:
        evaluated(folder, library, questions)
    return "\n".join(format_diagnostic(each) for each in caught.value.diagnostics)


def asks(question: Question) -> list[str]:
    return [variant.ask["en"] for variant in question.all_variants()]


def test_text_and_key_of_each_variant_come_from_its_values(tmp_path: Path, library: Library) -> None:
    variants = evaluated(tmp_path, library, BY_HAND).all_variants()
    assert len(variants) == len({variant.ask["en"] for variant in variants}) == 6
    for variant in variants:
        assert variant.type == "number"
        values = {name: options[0] for name, options in variant.values().items()}
        w, a = float(values["w"]), float(values["a"])
        assert variant.ask["en"] == f"$w = {{{w:g}}}$, {a:g}: σ(wa)?"
        assert abs(w * a) > 0.2
        assert variant.answer == pytest.approx(1 / (1 + 2.718281828459045 ** -(w * a)))


def test_variants_stay_when_another_question_comes(tmp_path: Path, library: Library) -> None:
    """They hang on the question's id and nothing else."""
    before = asks(evaluated(tmp_path, library, BY_HAND))
    other = BY_HAND.replace("by-hand", "other")
    path = tmp_path / "01-net.yaml"
    path.write_text(HEAD + other + BY_HAND, encoding="utf-8")
    first, second = evaluate_lesson(load_lesson(path).lesson, library, "tiny", path).sections[0].questions
    assert asks(second) == before != asks(first)


def test_a_range_has_the_numbers_as_one_writes_them() -> None:
    numbers = Range(start=0, stop=1, step=0.1).numbers()
    assert numbers == (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1)
    assert [type(number) for number in numbers[::10]] == [int, int]
    assert Range(start=-1, stop=0.9, step=0.5).numbers() == (-1, -0.5, 0, 0.5)
    assert Range(start=0, stop=10**9).numbers() == ()


def test_a_shuffle_is_a_permutation_and_never_lists_what_it_shuffles() -> None:
    assert sorted(shuffle(300, "seed")) == [*range(300)] != [*shuffle(300, "seed")]
    assert [*shuffle(300, "seed")] == [*shuffle(300, "seed")] != [*shuffle(300, "other")]
    assert len({*islice(shuffle(10**30, "seed"), 500)}) == 500


def test_the_order_is_the_same_on_every_machine() -> None:
    assert [*shuffle(10, "by-hand")] == [0, 2, 8, 6, 1, 7, 3, 5, 9, 4]


def test_many_large_ranges_are_sampled(headers_only: World) -> None:
    names = {f"n{place}": Range(start=0, stop=999) for place in range(10)}
    question = Varied(vary=names, where="n0 + n1 > n2")
    drawn = [*islice(draw_variants(question, "id", headers_only), 20)]
    assert len({tuple(each.draw.values()) for each in drawn}) == 20


def test_variants_that_read_the_same_are_one(tmp_path: Path, library: Library) -> None:
    rounded = BY_HAND.replace("{{ w }}", "{{ abs(w) }}").replace("w * a", "abs(w) * 0")
    question = evaluated(
        tmp_path,
        library,
        rounded.replace("{{ a }}", "a").replace("where: abs(abs(w) * 0) > 0.2", "where: w < 9"),
    )
    assert sorted(asks(question)) == [
        "$w = {0.5}$, a: σ(wa)?",
        "$w = {2}$, a: σ(wa)?",
        "$w = {3}$, a: σ(wa)?",
    ]


def test_digits_and_neurons_can_vary(tmp_path: Path, library: Library) -> None:
    question = evaluated(
        tmp_path,
        library,
        """\
      - id: read
        type: true_false
        vary: {name: ["3-1", "misread-1"], layer: [1, 2]}
        where: model.biases[layer][0] != 0
        ask: "{{ name }} is a {{ 'three' if digit[name].label == 3 else 'seven' }}; {{ model.sizes[layer] }}"
        answer: "{{ digit[name].label == 3 }}"
        because: Look.
""",
    )
    found = {
        (variant.ask["en"], variant.answer)
        for variant in question.all_variants()
        if variant.type == "true_false"
    }
    assert found == {
        ("3-1 is a three; 5", True),
        ("3-1 is a three; 4", True),
        ("misread-1 is a seven; 5", False),
        ("misread-1 is a seven; 4", False),
    }


def test_the_right_option_can_vary(tmp_path: Path, library: Library) -> None:
    question = evaluated(tmp_path, library, CHOICE)
    for variant in question.all_variants():
        assert variant.type == "choice"
        w = variant.values()["w"][0]
        assert [option.correct for option in variant.choices] == [w == -1, w == 1]


CHOICE = """\
      - id: sign
        type: choice
        vary: {w: [-1, 1]}
        ask: "Is {{ w }} negative?"
        choices:
          - {text: "yes", correct: "{{ w < 0 }}", because: It is below 0.}
          - {text: "no", correct: "{{ w > 0 }}", because: It is above 0.}
"""


def test_what_is_wrong_with_one_variant_names_its_values(tmp_path: Path, library: Library) -> None:
    told = complaint(tmp_path, library, CHOICE.replace("[-1, 1]", "[-1, 0, 1]"))
    assert "no option of this question is correct (with w = 0) [no-correct-option]" in told
    assert told.count("with w") == 1
    equal = CHOICE.replace('text: "yes"', "text: \"{{ 'no' if w > 0 else 'yes' }}\"")
    assert "options 1 and 2 read the same in en (with w = 1) [duplicate-option]" in complaint(
        tmp_path, library, equal
    )


def test_a_logarithm_that_only_the_build_can_refuse(tmp_path: Path, library: Library) -> None:
    told = complaint(
        tmp_path,
        library,
        BY_HAND.replace("{{ w * a }}", "{{ log(w * model.biases[1][0] * 0 - a) }}"),
    )
    assert "only a positive number has a logarithm (with w = " in told
    assert "^^^^" in told


def test_a_condition_that_no_value_meets_in_the_build(tmp_path: Path, library: Library) -> None:
    told = complaint(tmp_path, library, BY_HAND.replace("abs(w * a) > 0.2", "model.biases[1][0] * a > 99"))
    assert "01-net.yaml:11:16: no values of 'vary' meet this condition [no-variant]" in told
    assert "where: model" in told


def test_a_condition_that_only_the_build_knows_excuses_what_it_may_rule_out(
    tmp_path: Path, library: Library
) -> None:
    question = BY_HAND.replace("abs(w * a) > 0.2", 'digit["3-1"].label < w + 1 and w * a > 1')
    question = question.replace("{{ w * a }}", "{{ log(w - 2) }}")
    assert {variant.values()["w"] for variant in evaluated(tmp_path, library, question).all_variants()} == {
        (3,)
    }


def test_a_computed_wrong_number_that_is_right_names_its_values(tmp_path: Path, library: Library) -> None:
    rejected = """\
        tolerance: 0.01
        reject: [{answers: ["{{ w }}", "{{ sigmoid(w * a) + 0.005 }}"], because: No.}]
"""
    told = complaint(tmp_path, library, BY_HAND + rejected)
    assert "is right: it is within the tolerance of the answer" in told
    assert told.count("[accepted-and-rejected]") == told.count("(with w = ") == 1
