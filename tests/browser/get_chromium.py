"""Find Chromium, or get it: the one place that knows how.

``find_chromium`` is what the tests call. ``make test`` runs this file beforehand: it also installs a browser
where there is none, and prints its path.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

VARIABLE = "CHROMIUM"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
COMMANDS = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome")
MAC_APPLICATIONS = ("Google Chrome", "Chromium", "Microsoft Edge")
MISSING = (
    "no Chromium or Chrome was found: install one, name it in the variable CHROMIUM, or run "
    "'.venv/bin/python -m playwright install chromium'"
)


class ChromiumMissingError(Exception):
    """No browser that starts; the message says what to do."""


def find_chromium() -> Path:
    """The first browser that really starts. Raises ChromiumMissingError with one line."""
    if named := os.environ.get(VARIABLE):
        if starts(Path(named)):
            return Path(named)
        raise ChromiumMissingError(f"the variable {VARIABLE} names {named}, which does not start")
    for candidate in candidates():
        if starts(candidate):
            return candidate
    raise ChromiumMissingError(MISSING)


def candidates() -> Iterator[Path]:
    """Places where a browser may be, likeliest first."""
    for command in COMMANDS:
        if found := shutil.which(command):
            yield Path(found)
    for folder in (Path("/Applications"), Path.home() / "Applications"):
        for name in MAC_APPLICATIONS:
            yield folder / f"{name}.app" / "Contents" / "MacOS" / name
    yield from playwright_browsers()


def playwright_browsers() -> Iterator[Path]:
    """Where Playwright would put, or has put, a browser of its own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield Path(playwright.chromium.executable_path)


def starts(browser: Path) -> bool:
    """Whether it shows a page. Ubuntu's /usr/bin/chromium-browser may be a stub that only asks for a snap."""
    if not browser.is_file():
        return False
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [browser, *FLAGS, f"--user-data-dir={profile}", "--dump-dom", "data:text/html,<p>ready"]
        try:
            run = subprocess.run(command, capture_output=True, timeout=60, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return False
    return b"<p>ready" in run.stdout


def install_chromium() -> None:
    """Debian and Ubuntu's own package where this user may install it, else Playwright's."""
    packages = shutil.which("apt-get") is not None and os.geteuid() == 0
    if packages:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]):
            subprocess.run(["apt-get", *step], env=environment, stdout=sys.stderr, check=False)
        if any(starts(candidate) for candidate in candidates()):
            return
    options = ["--with-deps"] if packages else []
    command = [sys.executable, "-m", "playwright", "install", *options, "chromium"]
    subprocess.run(command, stdout=sys.stderr, check=False)


def main() -> int:
    """Print the path of a browser that starts, installing one if there is none."""
    try:
        try:
            browser = find_chromium()
        except ChromiumMissingError:
            if os.environ.get(VARIABLE):
                raise
            print("No Chromium found; installing it for the browser tests.", file=sys.stderr)
            install_chromium()
            browser = find_chromium()
    except ChromiumMissingError as error:
        print(f"get_chromium: {error}", file=sys.stderr)
        return 1
    print(browser)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
