"""Questions answered by doing: every kind of goal reached and missed, kept, given up, heard and printed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import LIVE_GALLERY, Site, build_gallery
from tests.browser.learner import press, state, wait_for_quiz
from tests.browser.test_pages import assert_accessible

Open = Callable[..., Page]
TASKS = {
    each["id"]: each
    for section in yaml.safe_load(LIVE_GALLERY.read_text(encoding="utf-8"))["sections"]
    for each in section.get("questions", ())
}


@pytest.fixture
def tasks(live_gallery: str, open_page: Open) -> Page:
    page = open_page(live_gallery)
    wait_for_quiz(page)
    return page


def check(page: Page, name: str, wanted: str) -> Locator:
    press(page, name, "Check")
    expect(page.locator(f"#{name}")).to_have_attribute("data-state", wanted)
    return page.locator(f"#{name}")


def reload(page: Page) -> None:
    page.reload()
    wait_for_quiz(page)


def words(task: Locator) -> Locator:
    return task.locator(".quiz-task-words")


def press_keys(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_weights_are_painted_by_keyboard_partly_then_as_asked(tasks: Page) -> None:
    task = tasks.locator("#top-bar")
    expect(words(task)).to_have_text("4 of 6 digits are as asked.")
    press(tasks, "top-bar", "Check")
    expect(task.locator(".quiz-verdict")).to_have_text("Change something first.")
    task.get_by_role("application").focus()
    press_keys(tasks, *["ArrowLeft"] * 5, "Space", *["ArrowRight"] * 9, "Space")
    check(tasks, "top-bar", "wrong")
    expect(task.locator("progress")).to_have_attribute("value", "3")
    task.get_by_role("radio", name="Negative weights").focus()
    tasks.keyboard.press("Space")
    task.get_by_role("application").focus()
    press_keys(tasks, *["ArrowUp"] * 3, "Space")
    expect(task).to_have_attribute("data-state", "open")
    press_keys(tasks, *["ArrowLeft"] * 9, "Space", *["ArrowDown"] * 6, "Space", *["ArrowRight"] * 9)
    expect(words(task)).to_have_text("6 of 6 digits are as asked.")
    check(tasks, "top-bar", "right")
    reload(tasks)
    assert state(tasks, "top-bar") == "right"
    expect(words(task)).to_have_text("6 of 6 digits are as asked.")
    assert task.locator(".nn-strip li[data-met=true]").count() == 6
    task.get_by_role("application").press("Space")
    expect(words(task)).to_have_text("6 of 6 digits are as asked.")


def test_a_bias_moved_by_keyboard_not_far_enough_then_all_the_way(tasks: Page) -> None:
    task, slider = tasks.locator("#silence"), tasks.locator("#silence").get_by_label("bias")
    slider.focus()
    press_keys(tasks, *["ArrowLeft"] * 16)
    task = check(tasks, "silence", "wrong")
    expect(task.locator(".quiz-verdict")).to_have_text("Partly right: 1 of 6.")
    slider.press("Home")
    expect(words(task)).to_have_text("6 of 6 digits are as asked.")
    expect(task.locator(".quiz-task > [role=status]")).to_have_text("6 of 6 digits are as asked.")
    check(tasks, "silence", "right")


def test_a_neuron_is_chosen_with_the_mouse(tasks: Page) -> None:
    task = tasks.locator("#lowest")
    task.locator("label").filter(has_text="Neuron 9").click()
    check(tasks, "lowest", "wrong")
    press(tasks, "lowest", "Try again")
    task.get_by_role("radio", name="Neuron 8", exact=True).focus()
    tasks.keyboard.press("Space")
    check(tasks, "lowest", "right")
    record = tasks.evaluate("Object.entries(localStorage).find(([key]) => key.endsWith('/lowest'))[1]")
    assert (json.loads(record)["response"], json.loads(record)["text"]) == (["8"], "Neuron 8")


def test_a_goal_that_was_edited_opens_its_task_again(
    tmp_path: Path, serve: Callable[[Path, str], Site], open_page: Open
) -> None:
    text = LIVE_GALLERY.read_text(encoding="utf-8")
    page = open_page(f"{serve(build_gallery(tmp_path, text), '').url}en/gallery/")
    wait_for_quiz(page)
    page.locator("#silence").get_by_label("bias").press("Home")
    check(page, "silence", "right")
    page.locator("#lowest").get_by_role("radio", name="Neuron 8", exact=True).check()
    check(page, "lowest", "right")
    assert text.count("at_most: 0.1\n") == 1
    build_gallery(tmp_path, text.replace("at_most: 0.1\n", "at_most: 0.2\n"))
    reload(page)
    assert (state(page, "silence"), state(page, "lowest")) == ("open", "right")
    task = page.locator("#silence")
    expect(task.locator(".quiz-verdict")).to_contain_text("has changed")
    expect(words(task)).not_to_have_text("6 of 6 digits are as asked.")
    task.get_by_label("bias").press("Home")
    check(page, "silence", "right")


def tap_pixels(page: Page, pixels: list[list[int]]) -> None:
    pad = page.locator("#fool .nn-pad svg")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    assert box
    for row, column in pixels:
        cell = box["width"] / 28
        page.touchscreen.tap(box["x"] + (column + 0.5) * cell, box["y"] + (row + 0.5) * cell)


def test_pixels_are_changed_by_finger(live_gallery: str, open_page: Open) -> None:
    page = open_page(live_gallery, viewport={"width": 360, "height": 800}, has_touch=True)
    wait_for_quiz(page)
    pixels = TASKS["fool"]["goal"]["solution"]["white"]
    tap_pixels(page, pixels[:2])
    task = page.locator("#fool")
    expect(words(task)).to_contain_text("2 of at most 10 pixels changed. The network reads 7")
    check(page, "fool", "wrong")
    tap_pixels(page, pixels[2:])
    expect(words(task)).to_contain_text("The network reads 9")
    check(page, "fool", "right")
    reload(page)
    expect(words(task)).to_contain_text("7 of at most 10 pixels changed. The network reads 9")


def draw(page: Page, lines: list[list[list[float]]]) -> None:
    pad = page.locator("#eight .nn-pad")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    assert box
    for line in lines:
        places = [(box["x"] + x * box["width"] / 28, box["y"] + y * box["height"] / 28) for x, y in line]
        page.mouse.move(*places[0])
        page.mouse.down()
        for place in places[1:]:
            page.mouse.move(*place)
        page.mouse.up()


def test_a_drawing_with_the_mouse(tasks: Page) -> None:
    task = tasks.locator("#eight")
    draw(tasks, [[[14, 4], [14, 24]]])
    expect(words(task)).to_contain_text("The network reads 1")
    check(tasks, "eight", "wrong")
    task.get_by_role("button", name="Start again").click()
    draw(tasks, TASKS["eight"]["goal"]["solution"]["strokes"])
    expect(words(task)).to_contain_text("The network reads 8, with activation 0.9")
    check(tasks, "eight", "right")
    reload(tasks)
    expect(words(task)).to_contain_text("The network reads 8, with activation 0.9")


def test_a_drawing_by_keyboard(tasks: Page) -> None:
    task = tasks.locator("#eight")
    task.get_by_role("application").focus()
    press_keys(tasks, *["ArrowUp"] * 8, "Space", *["ArrowDown"] * 16, "Space")
    expect(task.locator(".quiz-drawing [role=status]")).to_contain_text("brush up")
    expect(words(task)).to_contain_text("The network reads 1")
    check(tasks, "eight", "wrong")


@pytest.mark.parametrize("name", TASKS)
def test_the_shown_answer_reaches_the_goal(tasks: Page, name: str) -> None:
    task = tasks.locator(f"#{name}")
    wrong = {"choose": ["1"], "draw": [""], "change": ["1+783."], "bias": ["0.25"], "paint": ["0.25", "784."]}
    kind = TASKS[name]["goal"]["kind"]
    if kind == "draw":
        draw(tasks, [[[14, 4], [14, 24]]])
    else:
        task.evaluate("(task, response) => { task.response = response; }", wrong[kind])
    check(tasks, name, "wrong")
    press(tasks, name, "Show answer")
    assert state(tasks, name) == "shown"
    reached = "task => task.grade(task.key, task.widget.response).verdict"
    assert task.evaluate(reached) == "correct"
    expect(task.locator(".quiz-solution")).to_contain_text("One solution")
    press(tasks, name, "Try again")
    assert task.evaluate(reached) == "incorrect"


def test_axe_focus_order_and_a_narrow_phone(live_gallery: str, open_page: Open) -> None:
    page = open_page(live_gallery, viewport={"width": 360, "height": 800}, color_scheme="dark")
    wait_for_quiz(page)
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    order = []
    page.locator("#top-bar .nn-pad").focus()
    press_keys(page, "n", "s", "p", "/")
    assert page.url == live_gallery and page.evaluate("document.activeElement.className").startswith("nn-pad")
    for _ in range(6):
        order.append(page.evaluate("document.activeElement.textContent || document.activeElement.type"))
        page.keyboard.press("Tab")
    assert order[1:] == ["radio", "radio", "range", "Start again", "Check"]
    page.locator("#lowest label").first.click()
    check(page, "lowest", "wrong")
    assert_accessible(page)


def test_without_javascript_goal_picture_and_solution_are_there(live_gallery: str, open_page: Open) -> None:
    page = open_page(live_gallery, java_script_enabled=False)
    goals = page.locator(".quiz-goal").all_inner_texts()
    assert goals[1:3] == [
        "Goal An activation of at most 0.1 for all 6 digits.",
        "Goal The neuron of layer 1 with the lowest sum of weights.",
    ]
    for name in TASKS:
        expect(page.locator(f"#{name} svg.nn:visible").first).to_be_visible()
        page.locator(f"#{name} .quiz-answer summary").click()
        expect(page.locator(f"#{name} .quiz-solution")).to_contain_text("One solution")


def test_on_paper_the_neurons_to_choose_from_stand_once(tasks: Page) -> None:
    task = tasks.locator(".quiz:has(.quiz-neurons)").first
    expect(task.locator(".quiz-neurons")).to_be_visible()
    tasks.emulate_media(media="print")
    expect(task.locator(".quiz-neurons")).to_be_visible()
    expect(task.locator(".nn-live__still")).to_be_hidden()
