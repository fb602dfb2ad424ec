"""What tests of several folders share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.get_chromium import FLAGS, ChromiumMissingError, find_chromium


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one browser of a run: Playwright can be started only once in a process."""
    try:
        chromium = find_chromium()
    except ChromiumMissingError as error:
        pytest.fail(str(error), pytrace=False)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield started
        started.close()
