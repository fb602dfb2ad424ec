"""Take the README's picture from the built site: ``make screenshot``."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from get_chromium import FLAGS, find_chromium
from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "docs" / "images" / "lesson.png"
PAGE, FIGURE = "en/neural-network/", "#flow-three"
WIDTH, HEIGHT = 1280, 720
COLOURS = 192  # enough for a drawing, and half of the bytes


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line for each."""

    def log_message(self, *_: object) -> None: ...


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The folder on a free port of the loopback; yields its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def take(address: str, target: Path) -> None:
    """The page at laptop size, scrolled to the figure, when its fonts are there."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        size = {"width": WIDTH, "height": HEIGHT}
        page = browser.new_page(viewport=size, color_scheme="light", reduced_motion="reduce")
        page.goto(f"{address}{PAGE}", wait_until="networkidle")
        page.evaluate("document.fonts.ready")
        page.locator(FIGURE).evaluate("element => element.scrollIntoView({block: 'center'})")
        page.wait_for_timeout(500)  # the table of contents follows
        page.screenshot(path=target)
        browser.close()


def main() -> None:
    """Write the picture, and say how large it is."""
    TARGET.parent.mkdir(exist_ok=True)
    with serving(ROOT / "site") as address:
        take(address, TARGET)
    with Image.open(TARGET) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(TARGET, optimize=True)
    sys.stdout.write(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size / 1000:.0f} kB\n")


if __name__ == "__main__":
    main()
