"""Items in order, pairs and blanks: answered by keyboard, mouse and touch, partly right, kept, edited."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from generator.pages.ui_text import ui_text
from tests.browser.conftest import COURSE, Site, build_site
from tests.browser.learner import press, start_over, state, tab_to, wait_for_quiz
from tests.browser.parts import (
    PARTS,
    RIGHT_ORDER,
    Open,
    answer_partly,
    answer_right,
    check_blanks,
    fill_blanks,
    items,
    marks,
    open_parts,
)
from tests.browser.test_pages import assert_accessible


def test_partly_right_is_told_part_by_part(site: Site, open_page: Open) -> None:
    page = open_parts(site, open_page)
    answer_partly(page)
    assert [state(page, name) for name in PARTS] == ["wrong"] * 3
    assert marks(page) == {
        "steps": ["false", "true", "true", "true"],
        "parts": ["true", "false", "none"],
        "blanks": ["false", "true", "false"],
    }
    assert page.locator(".quiz-verdict").all_inner_texts() == [
        f"Partly right: {right} of {total}." for right, total in ((3, 4), (1, 3), (1, 3))
    ]
    reasons = page.locator("#parts .quiz-because, #blanks .quiz-because").all_inner_texts()
    assert reasons == [
        *("From 0, black, to 1, white.", "The label is not part of the network."),
        *("That is one row.", "That is what negative ones do."),
    ]
    assert "A weight" not in page.locator("#parts .quiz-pairs").inner_text(), "the next try is theirs"
    expect(page.get_by_label("Blank 1 of 3")).to_have_attribute("aria-invalid", "true")
    assert page.locator("#parts .quiz-mark").all_inner_texts() == ["Right", "Wrong", "No answer"]
    for place, word in enumerate(("Wrong", "Right", "Wrong"), 1):
        expect(page.get_by_label(f"Blank {place} of 3")).to_have_accessible_description(word)


def test_right_after_another_try(site: Site, open_page: Open) -> None:
    page = open_parts(site, open_page)
    answer_partly(page)
    answer_right(page)
    assert [state(page, name) for name in PARTS] == ["right"] * 3
    assert {mark for parts in marks(page).values() for mark in parts} == {"true"}
    expect(page.locator("#steps .quiz-moves").first).to_be_hidden()
    expect(page.locator("#parts input").first).to_be_disabled()
    expect(page.locator("#blanks .quiz-explain")).to_have_text("There are 28×28 pixels.")
    expect(page.locator("quiz-score .quiz-score-text")).to_have_text("All 3 right. Well done!")
    for name in PARTS:
        press(page, name, "Try again")
    assert [state(page, name) for name in PARTS] == ["open"] * 3
    assert items(page) != RIGHT_ORDER
    assert page.locator("#parts input:checked").count() == 0
    assert page.get_by_label("Blank 1 of 3").input_value() == ""


def test_show_answer_says_what_is_right(site: Site, open_page: Open) -> None:
    page = open_parts(site, open_page)
    assert page.locator(".quiz-ordered, .quiz-filled, .quiz-partner").count() == 0
    answer_partly(page)
    for name in PARTS:
        press(page, name, "Show answer")
    shown = page.locator("#steps .quiz-ordered li").all_inner_texts()
    assert [text.split(":")[0] for text in shown][:2] == ["Multiply", "Add the products"]
    partners = page.locator("#parts .quiz-partner > span").all_inner_texts()
    assert partners == ["A weight", "How much the network believes in one digit"]
    assert page.locator("#blanks .quiz-filled").all_inner_texts() == ["784 neurons", "weights", "more"]
    seen = marks(page)
    assert page.locator("#steps .quiz-key").all_inner_texts() == ["Your order", "The right order"]
    page.reload()
    wait_for_quiz(page)
    page.locator("#blanks .quiz-mark").first.wait_for(state="attached")
    assert marks(page) == seen, "whose answer is shown still sees what was theirs"


def test_nothing_is_no_answer(site: Site, open_page: Open) -> None:
    page = open_parts(site, open_page)
    for name, kind in zip(PARTS, ("order", "match", "cloze"), strict=True):
        press(page, name, "Check")
        assert state(page, name) == "open"
        expect(page.locator(f"#{name} .quiz-verdict")).to_have_text(ui_text(f"quiz_empty_{kind}", "en"))
    page.get_by_label("Blank 1 of 3").fill("many")
    press(page, "blanks", "Check")
    expect(page.locator("#blanks .quiz-verdict")).to_contain_text("cannot be read as a number")


@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_by_keyboard(site: Site, open_page: Open, language: str) -> None:
    page = open_parts(site, open_page, language)
    tab_to(page, "#steps li:last-child .quiz-move-up")
    page.keyboard.press("Enter")
    assert state(page, "steps") == "open", "Enter on a button moves, and does not check"
    item = page.locator("#steps li:nth-child(3) .quiz-item")
    place = ui_text("quiz_place", language).format(item="…", place=3, total=4).partition("…")[2]
    expect(page.locator("[role=status]")).to_contain_text(place)
    expect(page.locator("#steps li:nth-child(3) .quiz-move-up")).to_be_focused()
    expect(item).to_be_visible()
    for _ in range(2):
        page.keyboard.press("ArrowUp")
    expect(page.locator("#steps [aria-disabled=true].quiz-move-up")).to_be_focused()
    page.locator("#steps li:has([alttext='w_1 a_1']) .quiz-move-down").press("ArrowUp")
    expect(page.locator("[role=status]"), "a formula as it is written").to_contain_text("w_1 a_1, w_2 a_2")
    tab_to(page, "#parts .quiz-pair:first-child input")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    assert state(page, "parts") == "open"
    page.keyboard.press("Enter")
    expect(page.locator("#parts")).to_have_attribute("data-state", "wrong")
    tab_to(page, "#blanks .quiz-blank:first-child input")
    page.keyboard.insert_text("784")
    page.keyboard.press("Enter")
    expect(page.locator("#blanks")).to_have_attribute("data-verdict", "partial")


def test_an_item_is_dragged_by_the_mouse_and_by_the_grip_under_a_finger(site: Site, open_page: Open) -> None:
    page = open_parts(site, open_page, viewport={"width": 1280, "height": 900})
    before = items(page)
    first, last = (
        page.locator("#steps li").first.bounding_box(),
        page.locator("#steps li").last.bounding_box(),
    )
    assert first
    assert last
    page.mouse.move(first["x"] + 120, first["y"] + 10)
    page.mouse.down()
    page.mouse.move(first["x"] + 120, last["y"] + last["height"] / 2 + 5, steps=12)
    page.mouse.up()
    assert items(page) == [*before[1:], before[0]]
    page.mouse.move(first["x"] + 120, first["y"] + 10)
    assert items(page) == [*before[1:], before[0]], "what is let go stays"
    assert page.locator(".quiz-grip").first.evaluate("grip => getComputedStyle(grip).touchAction") == "none"
    assert page.locator(".quiz-item").first.evaluate("item => getComputedStyle(item).touchAction") == "auto"


def test_answers_are_there_after_a_reload(site: Site, open_page: Open) -> None:
    page = open_parts(site, open_page)
    answer_partly(page)
    seen = (items(page), marks(page), page.locator("#blanks input").first.input_value())
    page.reload()
    wait_for_quiz(page)
    page.locator("#blanks [data-right]").first.wait_for()
    assert (items(page), marks(page), page.locator("#blanks input").first.input_value()) == seen
    stored = page.evaluate("JSON.parse(localStorage['lessonloom:/project/en/parts/parts'])")
    assert all(":" in pick for pick in stored["response"])
    assert stored["text"] == ["A pixel → A brightness", "A connection, w → The label of the picture"]
    assert stored["score"] == pytest.approx(1 / 3)
    start_over(page)
    assert [state(page, name) for name in PARTS] == ["open"] * 3
    assert items(page) != seen[0]


FOREIGN = """for (const id of ["steps", "parts", "blanks"]) {
  const { fingerprint } = document.getElementById(id).dataset;
  const response = id === "blanks" ? "<b>" : ["constructor", "a:b", "<b>"];
  const record = { v: 2, fingerprint, response, text: response, verdict: "partial", score: 0.5 };
  localStorage[`lessonloom:/project/en/parts/${id}`] = JSON.stringify(record);
}"""


def test_foreign_answers_lose_no_item(site: Site, open_page: Open) -> None:
    page = open_parts(site, open_page)
    page.evaluate(FOREIGN)
    page.reload()
    wait_for_quiz(page)
    assert sorted(items(page)) == sorted(RIGHT_ORDER)
    answer_right(page)
    assert [state(page, name) for name in PARTS] == ["right"] * 3


def test_an_edited_question_opens_again(
    site: Site, open_page: Open, serve: Callable[..., Site], tmp_path: Path
) -> None:
    page = open_parts(site, open_page)
    answer_right(page)
    kept = page.evaluate("JSON.stringify(localStorage)")
    shutil.copytree(COURSE, tmp_path / "course")
    lesson = tmp_path / "course" / "lessons" / "05-parts.yaml"
    text = lesson.read_text(encoding="utf-8")
    edits = {"Add the bias": "Add the bias,", "right: {en: A weight": "right: {en: One weight"}
    for old, new in edits.items():
        assert old in text
        text = text.replace(old, new)
    lesson.write_text(text, encoding="utf-8")
    build_site(tmp_path / "course" / "mkdocs.yml", tmp_path / "site" / "project")
    edited = serve(tmp_path / "site", "project/")
    page = open_page(f"{edited.url}en/no-quiz/")
    page.evaluate("kept => Object.assign(localStorage, kept)", json.loads(kept))
    page.goto(f"{edited.url}en/parts/")
    wait_for_quiz(page)
    assert [state(page, name) for name in PARTS] == ["open", "open", "right"]
    changed = page.locator("#steps .quiz-verdict, #parts .quiz-verdict").all_inner_texts()
    assert changed == [ui_text("quiz_changed", "en")] * 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(site: Site, open_page: Open, scheme: str) -> None:
    page = open_parts(site, open_page, color_scheme=scheme)
    assert_accessible(page)
    answer_partly(page)
    assert_accessible(page)
    for name in PARTS[:2]:
        press(page, name, "Show answer")
    fill_blanks(page, "784", "weights", "more")
    check_blanks(page)
    assert_accessible(page)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_narrow_phone(site: Site, open_page: Open, language: str) -> None:
    page = open_parts(site, open_page, language, viewport={"width": 360, "height": 740}, has_touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    targets = page.locator(
        ".quiz-move:visible, .quiz-letters label:visible, .quiz-blank :is(input, select)"
    ).all()
    held = [blank.bounding_box() for blank in page.locator("#blanks .quiz-held").all()]
    assert max(box["height"] for box in held if box) < 60, "a particle stays at its blank"
    sizes = [box for target in targets if (box := target.bounding_box())]
    assert min(min(box["width"], box["height"]) for box in sizes) >= 44


def test_without_javascript_and_on_paper(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.url}en/parts/", java_script_enabled=False)
    assert items(page) != RIGHT_ORDER
    assert page.locator(".quiz-move").count() == 0, "no button that does nothing"
    for name in PARTS:
        page.locator(f"#{name} summary").click()
    assert items(page) != [text.split(":")[0] for text in page.locator(".quiz-ordered li").all_inner_texts()]
    expect(page.locator("#parts .quiz-partners")).to_contain_text("From 0, black, to 1, white.")
    expect(page.locator("#blanks .quiz-blank-reasons")).to_contain_text("That is one row.")
    assert page.locator("#blanks .quiz-filled").all_inner_texts() == ["784 neurons", "weights", "more"]
    page.emulate_media(media="print")
    forms = [page.locator(f"#{name} form").bounding_box() for name in PARTS]
    answers = [page.locator(f"#{name} .quiz-answer").bounding_box() for name in PARTS]
    assert max(box["y"] for box in forms if box) < min(box["y"] for box in answers if box)
