"""Answering every type of question, by keyboard and in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from generator.pages.ui_text import ui_text
from tests.browser.conftest import Site
from tests.browser.learner import answer_some, press, state, tab_to, type_answer, wait_for_quiz

Open = Callable[..., Page]
RIGHT = {
    "en": {"words": "Weights, and biases!", "count": "13,002", "near": ".73"},
    "ko": {"words": "가중치와  편향입니다", "count": "13 002개", "near": "0,73"},
}


@pytest.mark.parametrize("language", ["ko", "en"])
def test_choice_by_keyboard(site: Site, open_page: Open, language: str) -> None:
    page = open_page(f"{site.url}{language}/types/")
    wait_for_quiz(page)
    tab_to(page, "#one input")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert state(page, "one") == "open", "an arrow must not submit"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#one")).to_have_attribute("data-state", "wrong")
    assert page.locator("#one .quiz-because").count() == 3, "a wrong try explains every option"
    expect(page.locator("[role=status]")).to_contain_text(ui_text("quiz_incorrect", language))
    assert page.evaluate("document.activeElement.textContent") == ui_text("quiz_retry", language)
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#one")).to_have_attribute("data-state", "right")
    assert page.locator("#one .quiz-because").count() == 3, "a finished question explains every option"
    expect(page.locator("#one .quiz-feedback"), "what there is to read").to_be_focused()
    page.keyboard.press("Enter")
    assert state(page, "one") == "right", "a second Enter takes nothing away"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_what_was_picked_and_what_was_overlooked(site: Site, open_page: Open, language: str) -> None:
    page = open_page(f"{site.url}{language}/types/")
    wait_for_quiz(page)
    tab_to(page, "#several input")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    assert page.locator("#several").get_attribute("data-verdict") == "partial"
    picked, missed, wrong = page.locator("#several .quiz-notes").all_inner_texts()
    right, pick, overlooked = (ui_text(f"quiz_{name}", language) for name in ("right", "picked", "missed"))
    assert (picked.split("\n")[0], missed) == (f"{right} {pick}", overlooked)
    assert wrong.startswith(ui_text("quiz_wrong", language))
    read = "options => options.map(option => getComputedStyle(option).borderStyle)"
    assert page.locator("#several .quiz-option").evaluate_all(read) == ["solid", "dashed", "solid"]
    earned = ui_text("quiz_earned_one", language).format(earned=0.5)
    expect(page.locator("#several .quiz-verdict")).to_contain_text(earned)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_fraction_that_comes_out_whole_is_to_be_worked_out(
    site: Site, open_page: Open, language: str
) -> None:
    page = open_page(f"{site.url}{language}/types/")
    wait_for_quiz(page)
    tab_to(page, "#count input")
    page.keyboard.insert_text("26004/2")
    page.keyboard.press("Enter")
    expect(page.locator("#count .quiz-verdict")).to_have_text(ui_text("quiz_close", language))
    expect(page.locator("#count .quiz-reason")).to_have_text(ui_text("quiz_close_work", language))


@pytest.mark.parametrize("language", ["ko", "en"])
def test_fields_by_keyboard(site: Site, open_page: Open, language: str) -> None:
    page = open_page(f"{site.url}{language}/types/")
    wait_for_quiz(page)
    for question, answer in RIGHT[language].items():
        card = page.locator(f"#{question}")
        tab_to(page, f"#{question} input")
        page.keyboard.press("Enter")
        assert state(page, question) == "open", "nothing is not an answer"
        page.keyboard.insert_text("7")
        page.keyboard.press("Enter")
        expect(card, "the grader may still be on its way").to_have_attribute("data-state", "wrong")
        assert page.locator(f"#{question} input").get_attribute("aria-invalid") == "true"
        page.keyboard.press("ControlOrMeta+A")
        page.keyboard.insert_text(answer)
        page.keyboard.press("Enter")
        expect(card).to_have_attribute("data-state", "right")
        expect(card.locator("input"), "where it can be read and copied").to_be_focused()
        page.keyboard.press("Enter")
        assert state(page, question) == "right", "a second Enter takes nothing away"
    score = ui_text("quiz_score", language).format(right=3, total=5)
    expect(page.locator("quiz-score .quiz-score-text")).to_have_text(score)


def test_try_again_and_show_answer(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/types/")
    wait_for_quiz(page)
    assert "weights and biases" not in page.locator("quiz-text").inner_text()
    assert page.locator(".quiz details").count() == 0, "find-in-page must not give an answer away"
    answer_some(page)
    press(page, "words", "Show answer")
    assert page.locator("#words .quiz-key").inner_text() == "Answer weights and biases"
    press(page, "words", "Try again")
    assert page.locator("#words input").input_value() == ""
    type_answer(page, "words", "weights and biases")
    press(page, "several", "Try again")
    for name in ("ReLU", "sigmoid"):
        page.get_by_role("checkbox", name=name).check()
    press(page, "several", "Check")
    assert [state(page, question) for question in ("words", "several")] == ["right", "right"]
    type_answer(page, "count", "many")
    assert state(page, "count") == "open", "what is no number is asked for again, not marked wrong"
    expect(page.locator("#count .quiz-verdict")).to_contain_text("cannot be read as a number")


def test_single_key_shortcuts_of_the_theme_stay_out(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/types/")
    wait_for_quiz(page)
    page.get_by_role("radio", name="A pixel").focus()
    for key in ("s", "f", "n", "p", "/"):
        page.keyboard.press(key)
    page.keyboard.press("Space")
    assert page.get_by_role("radio", name="A pixel").is_checked(), "Space still picks"
    assert page.url == f"{site.url}en/types/"
    search = page.locator("[data-md-component=search-query]")
    expect(search).not_to_be_focused()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("s")
    expect(search, "outside of a question the theme keeps its keys").to_be_focused()


HOSTILE_PARTS = {
    "children": ["</li></ol><script>window.ran=1</script> second", 'שלום, "third" 🙂'],
    "dataset": ["Vec<u8>", '"><script>window.ran=1</script>', "'><b>none</b>"],
    "title": ["<b>Fill</b>", "<script>window.ran=1</script>", "Vec<u8>", '<svg onload="window.ran=1">'],
}


def test_hostile_text_is_shown_and_never_run(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/hostile/")
    wait_for_quiz(page)
    typed = '<img src=x onerror="window.ran=1"></script>'
    type_answer(page, "key", typed)
    press(page, "key", "Show answer")
    expect(page.locator("#key .quiz-key")).to_have_text("Answer Vec<u8>")
    expect(page.locator("#key .quiz-also")).to_contain_text("</script><script>window.ran=1</script>")
    page.locator("#constructor input").last.check()
    press(page, "constructor", "Check")
    expect(page.locator("#constructor")).to_have_attribute("data-state", "right")
    page.reload()
    page.locator("#key[data-state=shown]").wait_for()
    assert page.locator("#key input").input_value() == typed
    assert page.evaluate("window.ran") is None
    assert page.locator(".quiz img, .quiz script:not([type='application/json'])").count() == 0


def test_hostile_answers_are_shown_and_never_run(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/hostile/")
    wait_for_quiz(page)
    typed = '"><svg onload="window.ran=1"> שלום 🙂'
    page.locator("#style").get_by_role("button", name="Hint 1 of 1").click()
    type_answer(page, "style", typed)
    type_answer(page, "value", typed)
    expect(page.locator("#value .quiz-verdict")).to_contain_text("cannot be read as a number")
    type_answer(page, "value", "4")
    page.locator("#hidden").get_by_label("False").check()
    press(page, "hidden", "Check")
    shown = page.locator("article").inner_text()
    for text in ("ReLU? שלום 🙂", "<b>שלום</b>", "</details><script>", "'quoted' & \"quoted\" שלום 🙂"):
        assert text in shown
    assert page.locator("#style .quiz-hint").inner_text().endswith('<img src=x onerror="window.ran=1">')
    page.reload()
    expect(page.locator("#style input")).to_have_value(typed)
    assert page.evaluate("window.ran") is None
    assert page.locator(".quiz :is(img, svg, b[onclick], script:not([type='application/json']))").count() == 0


def test_hostile_parts_are_shown_and_never_run(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/hostile/")
    wait_for_quiz(page)
    page.locator("#children .quiz-move-down").first.click()
    page.locator("#dataset .quiz-pair").first.get_by_role("radio").last.check()
    page.locator("#title input").fill("</script>")
    page.locator("#title select").select_option(label="</option></select><script>window.ran=1</script>")
    for name, texts in HOSTILE_PARTS.items():
        press(page, name, "Check")
        page.locator(f"#{name}[data-state=wrong]").wait_for()
        press(page, name, "Show answer")
        shown = page.locator(f"#{name}").inner_text()
        assert [text for text in texts if text not in shown] == []
    page.reload()
    page.locator("#title[data-state=shown]").wait_for()
    assert page.locator("#title input").input_value() == "</script>"
    assert page.evaluate("window.ran") is None
    assert page.locator(".quiz :is(img, script:not([type='application/json']))").count() == 0


# The grader for what is typed comes with the first answer.
ANSWER_BY_KEY = """async () => {
  const quizzes = [...document.querySelectorAll(".quiz")];
  quizzes.forEach((quiz) => {
    const { answer, correct, order, pairs, blanks, accept } = quiz.key;
    if (quiz.solution) {
      quiz.widget.solve(quiz.solution);
    } else {
      quiz.response = correct ?? order ?? pairs?.map((pair) => pair.join(":"))
        ?? blanks?.map((blank) => (blank.correct ?? blank.accept)[0]) ?? accept?.[0] ?? [String(answer)];
    }
    quiz.querySelector("form").requestSubmit();
  });
  for (let i = 0; i < 500 && quizzes.some((quiz) => quiz.dataset.state === "open"); i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return Object.fromEntries(quizzes.map((quiz) => [quiz.id, quiz.dataset.state]));
}"""


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_question_of_the_course_accepts_its_own_answer(
    own_site: Site, open_page: Open, language: str
) -> None:
    lessons = own_site.lessons(language)
    assert lessons
    for lesson in lessons:
        page = open_page(lesson)
        wait_for_quiz(page)
        states = page.evaluate(ANSWER_BY_KEY)
        assert [question for question, state in states.items() if state != "right"] == []


def test_no_id_of_a_question_gets_in_the_way_of_its_form(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/hostile/")
    wait_for_quiz(page)
    type_answer(page, "append", "many")
    expect(page.locator("#append input"), "what cannot be read is asked for again").to_be_focused()
    states = page.evaluate(ANSWER_BY_KEY)
    assert {"append", "elements", "length", "submit", "reset", "action", "method"} < set(states)
    assert set(states.values()) == {"right"}
    for question in states:
        press(page, question, "Try again")
        expect(page.locator(f"#{question} .quiz-fields :is(input, select, button)").first).to_be_focused()
