"""The network in the page: a forward pass, and how fluently a figure follows a hand that draws."""

from __future__ import annotations

import functools
import http.server
import threading
from pathlib import Path
from statistics import mean, median, quantiles

from playwright.sync_api import Page, sync_playwright

from tests.bench.measure import Mark, Table
from tests.browser.conftest import Handler
from tests.browser.get_chromium import FLAGS, find_chromium
from tests.browser.live_course import build_live_course, wake

# Milliseconds of one pass through 784-16-16-10, over many.
FORWARD = """async (passes) => {
  const address = document.querySelector("script[src$='/live.mjs']").src;
  const { forward } = await import(address.replace("/live.mjs", "/forward.mjs"));
  const { network, pixels } = document.querySelector("nn-live").live;
  const run = (count) => { for (let pass = 0; pass < count; pass += 1) forward(network, pixels); };
  run(passes);
  const start = performance.now();
  run(passes);
  return (performance.now() - start) / passes;
}"""
# The pointer goes round in circles, a step for each frame; milliseconds between frames.
DRAW = """async (count) => {
  const pad = document.querySelector(".nn-pad");
  const { left, top, width, height } = pad.getBoundingClientRect();
  const times = [];
  let last = performance.now();
  for (let frame = 0; frame < count; frame += 1) {
    const angle = frame / 6;
    const share = 0.5 - 0.3 * (1 - frame / count);
    const clientX = left + width * (0.5 + share * Math.cos(angle));
    const clientY = top + height * (0.5 + share * Math.sin(angle));
    pad.dispatchEvent(new PointerEvent("pointermove", { clientX, clientY, buttons: 1 }));
    const now = await new Promise(requestAnimationFrame);
    times.push(now - last);
    last = now;
  }
  return times.slice(1);
}"""


def play(page: Page, url: str, *, passes: int, frames: int) -> tuple[float, list[float], list[float]]:
    """Milliseconds of a forward pass, and of each frame at rest and while drawing."""
    page.goto(url)
    wake(page)
    forward = page.evaluate(FORWARD, passes)
    idle = page.evaluate(DRAW, frames // 4)  # no button is down, so nothing is drawn
    box = page.locator(".nn-pad").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    drawing = page.evaluate(DRAW, frames)
    page.mouse.up()
    return forward, idle, drawing


def compare_live(folder: Path, *, passes: int, frames: int) -> Table:
    """In headless Chromium, which draws without a graphics card."""
    site = build_live_course(folder)
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Handler, directory=str(site))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        url = f"http://127.0.0.1:{server.server_port}/project/en/live/"
        forward, idle, drawing = play(page, url, passes=passes, frames=frames)
        browser.close()
    server.shutdown()
    rows = tuple((name, *numbers(times)) for name, times in (("at rest", idle), ("drawing", drawing)))
    return Table(
        title="The network in the page",
        note=(
            "`live_network` in headless Chromium without a graphics card, 1280 × 900. One forward pass "
            f"through 784-16-16-10 takes {forward:.3f} ms (mean of {passes:,}). Below, {frames} frames while "
            f"the pointer draws circles, one step a frame, and {frames // 4} at rest."
        ),
        header=("", "frames a second", "median frame", "slowest 5 %"),
        rows=rows,
        marks=(
            Mark("a forward pass in the page", forward, 1.0, " ms"),
            Mark("a frame while drawing, mean", mean(drawing), 20.0, " ms"),
        ),
    )


def numbers(times: list[float]) -> tuple[str, str, str]:
    """Frames a second, the median frame, and where the slowest 5 % begin."""
    slow = quantiles(times, n=20)[-1]
    return f"{1000 / mean(times):.0f}", f"{median(times):.1f} ms", f"{slow:.1f} ms"
