"""Every type of question varies: its texts, its key and its page are those of one variant, of no other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from generator.network import Library
from generator.pages.questions import render_question
from generator.pages.questions.answer_key import answer_key
from generator.pages.questions.fingerprint import fingerprint, name_texts, name_variant
from generator.spec import load_lesson
from generator.spec.lesson import Lesson
from generator.spec.questions import Question
from generator.spec.questions.task import Task
from generator.values.evaluate import evaluate_lesson

VARIED = Path(__file__).parent / "varied.yaml"
KEYS = {
    "choice": lambda w: {"correct": [*name_texts([f"{2 * w}"])]},
    "true_false": lambda w: {"answer": w == 2},
    "text": lambda w: {"accept": ["triangle" if w == 2 else "square", f"{w + 1}-gon"]},
    "number": lambda w: {"accept": [f"{2 * w}"]},
    "formula": lambda w: {"accept": [f"{w} * a^{w - 1}"]},
    "cloze": lambda w: {"blanks": [["number", f"{w + w}"], ["choice", *name_texts([f"{w} twice"])]]},
    "order": lambda w: {"order": [*name_texts([f"{w}", f"{w * w}", f"{w * w * w}"])]},
    "match": lambda w: {
        "pairs": [
            [*name_texts([f"{w}²"]), *name_texts([f"{w * w}"])],
            [*name_texts([f"{w} + 1"]), *name_texts([f"{w + 1}"])],
        ]
    },
}


@pytest.fixture(scope="module")
def computed(library: Library) -> Lesson:
    return evaluate_lesson(load_lesson(VARIED).lesson, library, "tiny", VARIED)


def key_of(question: Question) -> dict[str, object]:
    """The part of the answer key that says what is right; of a blank its type and what is right in it."""
    key = answer_key(question, "en")
    if "blanks" in key:
        right = [[blank["type"], *(blank.get("accept") or blank["correct"])] for blank in key["blanks"]]
        return {"blanks": right}
    return {name: key[name] for name in ("accept", "answer", "correct", "order", "pairs") if name in key}


def test_no_type_is_left_out(computed: Lesson) -> None:
    models = get_args(get_args(Question)[0])
    assert {type(each) for each in computed.all_questions()} == set(models) - {Task}, "its goal does not vary"
    assert len(models) == len(KEYS) + 1


@pytest.mark.parametrize("kind", KEYS)
def test_a_variant_has_the_key_of_its_own_values(computed: Lesson, kind: str) -> None:
    (question,) = (each for each in computed.all_questions() if each.type == kind)
    variants = question.all_variants()
    assert sorted(each.values()["w"] for each in variants) == [(2,), (3,)]
    for variant in variants:
        assert key_of(variant) == KEYS[kind](variant.values()["w"][0])
    names = [name_variant(each, "en") for each in variants]
    html = render_question(question, "en", lesson=computed, number=1, figure="<i>figure</i>")
    assert len(set(names)) == 2
    assert re.findall(r'data-variant="(\w+)"', html) == names
    assert html.count(fingerprint(question, "en")) == 2
    assert html.count("<i>figure</i>") == 1, "it is the same in all of them, and goes along"
    assert "{{" not in html
