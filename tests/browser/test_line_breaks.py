"""Where lines end in Korean."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Site

Open = Callable[..., Page]
# Hangul at the beginning of a line, right behind a sign or a formula in the same paragraph.
LEFT_ALONE = """() => {
  const found = [];
  const place = (node, at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  for (const paragraph of document.querySelectorAll(".md-content p")) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let before = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < node.data.length; at += 1) {
        if (node.data[at] === "\\u2060") continue;
        const [sign, bottom] = before ?? [" ", 0];
        const here = place(node, at);
        if (/[가-힣]/.test(node.data[at]) && /[^\\s가-힣]/.test(sign) && bottom && here.top > bottom - 4) {
          found.push(sign + node.data.slice(at, at + 8));
        }
        before = here.height ? [node.data[at], here.bottom] : null;
      }
    }
  }
  return found;
}"""


@pytest.mark.parametrize("width", [390, 800])
def test_no_particle_is_left_alone_at_the_beginning_of_a_line(
    own_site: Site, open_page: Open, width: int
) -> None:
    found = {}
    for address in own_site.lessons("ko"):
        page = open_page(address, viewport={"width": width, "height": 900})
        found[address] = page.evaluate(LEFT_ALONE)
    assert not any(found.values()), found
