"""The course's own pictures, plots among them: no text overlaps another or leaves its picture."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Site
from tests.figures.test_text_boxes import COLUMNS, MEASURE

COUNT = "document.querySelectorAll('figure svg text').length"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_texts_keep_apart_on_a_laptop_and_on_a_phone(
    own_site: Site, open_page: Callable[..., Page], language: str
) -> None:
    found, texts = [], 0
    page = open_page("about:blank", viewport={"width": 1280, "height": 900})
    for lesson in own_site.lessons(language):
        page.goto(lesson)
        texts += page.evaluate(COUNT)
        for screen in COLUMNS:
            page.set_viewport_size({"width": screen, "height": 900})
            found += [f"{lesson} {screen}: {each}" for each in page.evaluate(MEASURE)]
    assert texts > 1000
    assert found == []
