"""A question in variants: the next one after an answer, and the same one after a reload."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import COURSE, ROOT, Site, build_site
from tests.browser.learner import press, start_over, state, type_answer, wait_for_quiz

VARIED = ROOT / "tests" / "values" / "varied.yaml"
Open = Callable[..., Page]
LESSON = """\
title: {en: Variants, ko: 변형}
sections:
  - id: one
    title: {en: Sums, ko: 합}
    text: {en: Add., ko: 더합니다.}
    questions:
      - id: add
        type: number
        vary: {w: [-2, 3], a: {start: 0.1, stop: 0.3, step: 0.1}}
        variants: 4
        ask: {en: "$w = {{ w }}$. What is {{ w }} + {{ a }}?", ko: "{{ w }} 더하기 {{ a }}?"}
        hints: [{en: "It is {{ w + a }}.", ko: "{{ w + a }}"}]
        answer: "{{ w + a }}"
        explain: {en: "It is {{ w + a }}.", ko: "{{ w + a }}입니다."}
      - id: sign
        type: choice
        vary: {w: [-7, 7]}
        ask: {en: "Is {{ w }} positive?", ko: "{{ w }} > 0?"}
        figure: {id: three, kind: digit, digit: "3-1"}
        choices:
          - {text: {en: Sure, ko: 예}, correct: "{{ w > 0 }}", because: {en: "{{ w }}", ko: "{{ w }}"}}
          - {text: {en: Never, ko: 아니요}, correct: "{{ w < 0 }}", because: {en: "{{ w }}", ko: "{{ w }}"}}
  - id: two
    title: {en: No variants, ko: 하나}
    questions: [{id: plain, type: number, ask: {en: One?, ko: 하나?}, answer: 1}]
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("variants")
    shutil.copytree(COURSE, folder / "course")
    for lesson in (folder / "course/lessons").glob("0[12]*.yaml"):
        lesson.unlink()
    (folder / "course/lessons/05-variants.yaml").write_text(LESSON, encoding="utf-8")
    shutil.copy(VARIED, folder / "course/lessons/06-every-type.yaml")
    build_site(folder / "course/mkdocs.yml", folder / "site")
    return folder


@pytest.fixture(scope="module")
def varied(folder: Path, serve: Callable[[Path, str], Site]) -> str:
    return f"{serve(folder / 'site', '').url}en/variants/"


def asked(page: Page) -> str:
    wait_for_quiz(page)
    return page.locator("#add .quiz-ask").inner_text()


def right_answer(page: Page) -> str:
    w, a = re.findall(r"[−\d.]+", asked(page).split("What is")[1].strip("?"))
    return f"{float(w.replace('−', '-')) + float(a):g}"


def answer_rightly(page: Page) -> None:
    type_answer(page, "add", right_answer(page))
    expect(page.locator("#add")).to_have_attribute("data-state", "right")


def test_each_variant_is_graded_by_its_own_key(varied: str, open_page: Open) -> None:
    page = open_page(varied)
    seen = set()
    for _ in range(4):
        seen.add(asked(page))
        answer_rightly(page)
        press(page, "add", "Try another like this")
        assert state(page, "add") == "open"
    assert len(seen) == 4
    assert asked(page) in seen, "after the last comes the first again"
    assert page.locator("#add input").input_value() == ""


def test_another_is_offered_after_an_answer_only(varied: str, open_page: Open) -> None:
    page = open_page(varied)
    asked(page)
    another = page.locator("#add").get_by_role("button", name="Try another like this")
    expect(another).to_have_count(0)
    type_answer(page, "add", "999")
    expect(another).to_have_count(1)
    page.locator("#add input").fill("9")
    expect(another).to_have_count(0)
    type_answer(page, "plain", "1")
    assert page.locator("#plain .quiz-another").count() == 0


def test_a_reload_shows_the_variant_that_was_answered(varied: str, open_page: Open) -> None:
    page = open_page(varied)
    first = asked(page)
    answer_rightly(page)
    press(page, "add", "Try another like this")
    second = asked(page)
    assert second != first
    page.reload()
    assert (asked(page), state(page, "add")) == (first, "right"), "what was not answered yet is not kept"
    press(page, "add", "Try another like this")
    type_answer(page, "add", "999")
    page.reload()
    assert (asked(page), state(page, "add")) == (second, "wrong")
    assert page.locator("#add input").input_value() == "999"


def test_the_score_counts_the_variant_that_was_answered_last(varied: str, open_page: Open) -> None:
    page = open_page(varied)
    answer_rightly(page)
    score = page.locator("quiz-score .quiz-score-text")
    expect(score).to_contain_text("1 of 3")
    press(page, "add", "Try another like this")
    expect(score).to_contain_text("1 of 3")
    type_answer(page, "add", "999")
    expect(score).to_contain_text("0 of 3")
    start_over(page)
    expect(page.locator("#add")).to_have_attribute("data-state", "open")


def test_reset_goes_back_to_the_first_variant(varied: str, open_page: Open) -> None:
    page = open_page(varied)
    first = asked(page)
    answer_rightly(page)
    press(page, "add", "Try another like this")
    answer_rightly(page)
    start_over(page)
    assert (asked(page), state(page, "add")) == (first, "open")


def test_by_keyboard_the_focus_moves_into_the_next_variant(varied: str, open_page: Open) -> None:
    page = open_page(varied)
    first = asked(page)
    answer_rightly(page)
    page.locator("#add .quiz-another").focus()
    page.keyboard.press("Enter")
    assert asked(page) != first
    assert page.evaluate("document.activeElement.closest('.quiz').id") == "add"
    page.keyboard.type(right_answer(page))
    page.keyboard.press("Enter")
    expect(page.locator("#add")).to_have_attribute("data-state", "right")
    assert page.locator("#add .quiz-explain").inner_text() == f"It is {right_answer(page)}.".replace("-", "−")


def test_the_right_option_varies_below_the_same_figure(varied: str, open_page: Open) -> None:
    page = open_page(varied)
    for _ in range(2):
        wait_for_quiz(page)
        expect(page.locator("#sign .quiz-legend + figure#three svg.nn-wide")).to_be_visible()
        positive = "−" not in page.locator("#sign .quiz-ask").inner_text()
        page.locator("#sign").get_by_role("radio", name="Sure" if positive else "Never").check()
        press(page, "sign", "Check")
        expect(page.locator("#sign")).to_have_attribute("data-state", "right")
        press(page, "sign", "Try another like this")


def test_an_edit_of_any_variant_reopens_the_question(
    folder: Path, tmp_path: Path, serve: Callable[[Path, str], Site], open_page: Open
) -> None:
    shutil.copytree(folder / "course", tmp_path / "course")
    config, lesson = tmp_path / "course/mkdocs.yml", tmp_path / "course/lessons/05-variants.yaml"
    build_site(config, tmp_path / "site")
    page = open_page(f"{serve(tmp_path / 'site', '').url}en/variants/")
    answer_rightly(page)
    lesson.write_text(LESSON.replace("variants: 4", "variants: 5"), encoding="utf-8")
    build_site(config, tmp_path / "site")
    page.reload()
    asked(page)
    assert state(page, "add") == "open"
    assert "has changed" in page.locator("#add .quiz-verdict").inner_text()


def test_without_javascript_the_first_variant_is_the_question(varied: str, open_page: Open) -> None:
    page = open_page(varied, java_script_enabled=False)
    assert page.locator("#add .quiz-ask").count() == 1
    assert page.locator("#add .quiz-ask").is_visible()


def test_a_page_without_variants_does_not_load_them(folder: Path) -> None:
    pages = {
        path.parent.name: path.read_text(encoding="utf-8") for path in folder.glob("site/en/*/index.html")
    }
    assert sorted(name for name, html in pages.items() if "<template" in html) == ["every-type", "variants"]


ANSWER_RIGHTLY = """() => document.querySelectorAll(".quiz").forEach((quiz) => {
  const { accept, answer, blanks, correct, order, pairs } = quiz.key;
  const filled = blanks?.map((blank) => (blank.accept ?? blank.correct)[0]);
  const picked = filled ?? pairs?.map((pair) => pair.join(":"));
  quiz.response = accept?.[0] ?? correct ?? order ?? picked ?? [String(answer)];
  quiz.querySelector("[type=submit]").click();
})"""


def answer_all(page: Page) -> list[str]:
    """Rightly, by the keys in the page; what all questions ask."""
    wait_for_quiz(page)
    page.evaluate(ANSWER_RIGHTLY)
    expect(page.locator(".quiz[data-state=right]")).to_have_count(8)
    return page.locator(".quiz-fields").all_inner_texts()


def test_every_type_varies(varied: str, open_page: Open) -> None:
    page = open_page(varied.replace("/variants/", "/every-type/"))
    first = answer_all(page)
    for quiz in page.locator(".quiz").all():
        quiz.get_by_role("button", name="Try another like this").press("Enter")
        expect(quiz).to_have_attribute("data-state", "open")
        expect(quiz.locator(":focus")).to_have_count(1)
        expect(page.locator("[role=status]")).to_have_text("Another question like this: 2 of 2.")
    second = answer_all(page)
    assert all(new != old for new, old in zip(second, first, strict=True))
    records = page.evaluate(
        "Object.values(localStorage).map(text => JSON.parse(text)).filter(each => each.v)"
    )
    assert [each["variant"] != each["first"]["variant"] for each in records] == [True] * 8
    page.reload()
    wait_for_quiz(page)
    expect(page.locator(".quiz[data-state=right]")).to_have_count(8)
    assert page.locator(".quiz-ask").all_inner_texts()[:3] == [text.split("\n")[1] for text in second[:3]]
