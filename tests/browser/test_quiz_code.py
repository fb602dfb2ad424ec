"""How much code the questions of a page cost, compressed as servers do: on opening, and after their use."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.conftest import Site
from tests.browser.gallery import QUESTIONS, answer
from tests.browser.learner import wait_for_quiz

Open = Callable[..., Page]
KILOBYTE = 1024
CHOICE_ONLY = 7 * KILOBYTE
EVERY_TYPE = 12 * KILOBYTE
# The grader of typed answers comes with the first field that a learner enters: one file, and most of this.
EVERY_TYPE_USED = 38 * KILOBYTE
# What tasks are made of, here in three kinds: the network, and what learners do with it.
TASKS = 14 * KILOBYTE
OF_TASKS = re.compile(r"task|live|neuron|weight|network|forward|brush|radios|reading")


def module_sizes(page: Page) -> dict[str, int]:
    """Of every module that the page has loaded so far, but for the switches of the site's head."""
    page.wait_for_load_state("networkidle")
    urls = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    modules = {url for url in urls if url.endswith(".mjs") and not re.search("language-switch|palette", url)}
    return {
        url.rpartition("/")[2]: len(gzip.compress(page.request.get(url).body(), 9)) for url in sorted(modules)
    }


def test_a_page_without_questions_loads_none(site: Site, open_page: Open) -> None:
    assert module_sizes(open_page(f"{site.url}en/no-quiz/")) == {}


def test_a_page_of_choice_questions(site: Site, open_page: Open) -> None:
    sizes = module_sizes(open_page(f"{site.url}en/only-choice/"))
    assert {"choice.mjs", "score.mjs"} < sizes.keys() and "typed.mjs" not in sizes
    assert sum(sizes.values()) <= CHOICE_ONLY, sizes


def test_a_page_of_every_type_before_and_after_its_use(gallery: str, open_page: Open) -> None:
    page = open_page(gallery)
    wait_for_quiz(page)
    loaded = module_sizes(page)
    sizes = {name: size for name, size in loaded.items() if not OF_TASKS.search(name)}
    tasks = sum(loaded.values()) - sum(sizes.values())
    assert "task.mjs" in loaded and tasks <= TASKS, f"{tasks} bytes of tasks: {loaded}"
    assert {"choice.mjs", "typed.mjs", "cloze.mjs", "order.mjs", "match.mjs", "video.mjs"} < sizes.keys()
    assert sum(sizes.values()) <= EVERY_TYPE, f"{sum(sizes.values())} bytes on opening: {sizes}"
    for name, ways in QUESTIONS.items():
        answer(page, name, ways.wrong)
    used = {name: size for name, size in module_sizes(page).items() if not OF_TASKS.search(name)}
    assert used.keys() - sizes.keys() == {"grade.mjs"}
    assert sum(used.values()) <= EVERY_TYPE_USED, f"{sum(used.values())} bytes after use: {used}"
