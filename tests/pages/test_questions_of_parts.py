"""Clozes, orders and matches: keys, fingerprints, and pages that give nothing away."""

from __future__ import annotations

import re

import pytest
import yaml

from generator.pages.prose import render_with_slots
from generator.pages.questions import render_question
from generator.pages.questions.answer_key import answer_key
from generator.pages.questions.fingerprint import fingerprint, name_texts
from generator.spec.lesson import Lesson

ORDER = """
id: q
type: order
ask: {en: Order, ko: 순서}
items: [{en: A, ko: 가}, {en: B, ko: 나}, {en: C, ko: 다}]
"""
MATCH = """
id: q
type: match
ask: Match
pairs:
  - {left: one, right: X, because: Reason one.}
  - {left: two, right: Y}
  - {left: three, right: X}
extra:
  - {right: Z, because: Reason Z.}
"""
CLOZE = """
id: q
type: cloze
ask: {en: Fill, ko: 채우기}
text: {en: "First [?one], then [?two] and [?three].", ko: "[?two] 다음은 [?one], [?three]."}
blanks:
  one: {type: text, accept: [word, a much longer phrase]}
  two: {type: number, answer: 784, unit: {en: pixels, ko: 개}, tolerance: 1}
  three: {type: choice, choices: [{text: "<b>", correct: true}, {text: none, because: Reason none.}]}
"""


def lesson_of(text):
    data = {"id": "l", "title": "T", "sections": [{"title": "S", "questions": [yaml.safe_load(text)]}]}
    return Lesson.model_validate(data, context={"language": "en"})


def question(text):
    return lesson_of(text).all_questions()[0]


def html_of(text, language="en"):
    lesson = lesson_of(text)
    return render_question(lesson.all_questions()[0], language, lesson=lesson, number=1)


def form_of(html):
    """What learners see before they answer."""
    return html[: html.index("<details")]


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (MATCH, "Reason one", "Another reason"),
        (MATCH, "Reason Z", "Another reason"),
        (CLOZE, "Reason none", "Another reason"),
        (CLOZE, "채우기", "빈칸 채우기"),
        (ORDER, "ko: 가", "ko: 카"),
    ],
)
def test_reasons_and_the_other_language_may_change(text, old, new):
    assert old in text
    assert fingerprint(question(text.replace(old, new)), "en") == fingerprint(question(text), "en")


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (ORDER, "en: B", "en: D"),
        (MATCH, "right: Y", "right: X"),
        (MATCH, "left: two", "left: four"),
        (MATCH, "right: Z", "right: W"),
        (CLOZE, "then", "and then"),
        (CLOZE, "[word,", "[words,"),
        (CLOZE, "answer: 784", "answer: 785"),
        (CLOZE, "text: none", "text: nothing"),
    ],
)
def test_another_text_or_key_is_another_question(text, old, new):
    assert old in text
    assert fingerprint(question(text.replace(old, new)), "en") != fingerprint(question(text), "en")


def test_the_order_of_items_is_the_key_and_that_of_pairs_is_nothing():
    for text, field, same in ((ORDER, "items", False), (MATCH, "pairs", True)):
        data = yaml.safe_load(text)
        turned = yaml.safe_dump(data | {field: data[field][::-1]})
        assert (fingerprint(question(turned), "en") == fingerprint(question(text), "en")) is same


def test_keys():
    a, b, c = name_texts(["A", "B", "C"])
    assert answer_key(question(ORDER), "en") == {"type": "order", "lang": "en", "order": [a, b, c]}
    one, two, three, x, y = (name_texts([text])[0] for text in ("one", "two", "three", "X", "Y"))
    assert answer_key(question(MATCH), "en") == {
        "type": "match", "lang": "en", "pairs": [[one, x], [two, y], [three, x]]
    }  # fmt: skip
    blanks = answer_key(question(CLOZE), "ko")["blanks"]
    assert [blank["type"] for blank in blanks] == ["number", "text", "choice"], (
        "in the order of the Korean text"
    )
    assert blanks[0] == {"type": "number", "accept": ["784"], "tolerance": 1.0, "units": ["pixels", "개"]}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("[?one]를 더합니다.", '<span class="quiz-held">[]를</span> 더합니다.'),
        ("([?one]), 끝", '<span class="quiz-held">([]),</span> 끝'),
        ("Add [?one] now & then [?two]&c.", "Add [] now &amp; then []&amp;c."),
        ("[?one][?two].", '[]<span class="quiz-held">[].</span>'),
    ],
)
def test_what_belongs_to_a_blank_stays_at_it(text, held):
    assert render_with_slots(text, "ko", "", ["[]", "[]"]) == f"<p>{held}</p>"


def test_items_never_stand_in_the_right_order():
    for count in range(2, 13):
        for salt in "abcdefgh":
            items = [f"{salt}{index}" for index in range(count)]
            html = html_of(yaml.safe_dump({"id": "q", "type": "order", "ask": "Order", "items": items}))
            shown = re.findall(r'<span class="quiz-item"[^>]*>(\w+)<', form_of(html))
            assert sorted(shown) == sorted(items)
            assert shown != items


def test_partners_stand_in_one_list_that_tells_nothing():
    form = form_of(html_of(MATCH))
    shown = re.findall(r'<b class="quiz-letter">(\w)</b> <span>(\w)<', form)
    assert [letter for letter, _ in shown] == ["A", "B", "C"]
    assert sorted(text for _, text in shown) == ["X", "Y", "Z"], "what two pairs share is there once"
    assert form.count('type="radio"') == 3 * 3
    assert "Reason" not in form


def test_a_field_says_how_far_off_is_right():
    form = form_of(html_of(CLOZE))
    (described,) = re.findall(r'aria-describedby="([^"]*)"', form)
    assert f'<p class="quiz-within" id="{described}">Blank 2 of 3: counts as right within ±1</p>' in form
    assert "within" not in form_of(html_of(CLOZE.replace(", tolerance: 1", "")))


def test_fields_do_not_give_their_answers_away():
    form = form_of(html_of(CLOZE))
    assert "word" not in form
    fields = re.findall(r"<input[^>]*>", form)
    assert [
        re.sub(r' (?:name|aria-label|aria-describedby|data-within|inputmode)="[^"]*"', "", field)
        for field in fields
    ] == ['<input type="text" maxlength="500" autocapitalize="off" autocorrect="off" spellcheck="false">'] * 2
    assert re.findall(r'aria-label="([^"]*)"', form) == [f"Blank {number} of 3" for number in (1, 2, 3)]
    assert "<option" in form
    assert "&lt;b&gt;</option>" in form
    assert "<b>" not in form.partition("</legend>")[2]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (ORDER, ["The right order A B C"]),
        (MATCH, [r"one \w X Reason one\.", r"two \w Y", r"\w Z: belongs to nothing Reason Z\."]),
        (
            CLOZE,
            [r"First word , then 784 pixels and &lt;b&gt; \.", r"none Reason none\.", "a much longer phrase"],
        ),
    ],
)
def test_the_answer_is_there_to_unfold(text, parts):
    answer = html_of(text).partition("<details")[2].partition("<script")[0]
    shown = " ".join(re.sub(r"<[^>]*>", " ", answer).split())
    assert [part for part in parts if not re.search(part, shown)] == [], shown
