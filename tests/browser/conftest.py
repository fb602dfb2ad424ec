"""Real sites, really built, in a real browser.

Two sites are built once: the course of this folder, with every type of question, and the repository's own. A
page fails its test if a script throws, a file is missing or anything is asked of another machine.
"""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request

ROOT = Path(__file__).parents[2]
COURSE = Path(__file__).parent / "course"
GALLERY = ROOT / "docs" / "authoring" / "gallery.yaml"
LIVE_GALLERY = Path(__file__).parent / "live.yaml"


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves modules as what they are on every system, and says nothing."""

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        return "text/javascript" if str(path).endswith(".mjs") else super().guess_type(path)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(http.server.ThreadingHTTPServer):
    """Says nothing of pages that were left before everything had arrived."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@dataclass(frozen=True)
class Site:
    """A built site and the address it is served at."""

    folder: Path
    url: str

    @property
    def assets(self) -> str:
        """The URL that the modules lie below."""
        (folder,) = (self.folder / "assets" / "lessonloom").iterdir()
        return f"{self.url}assets/lessonloom/{folder.name}/"

    def lessons(self, language: str) -> list[str]:
        """The URLs of the lessons' pages, as the home page lists them."""
        home = (self.folder / language / "index.html").read_text(encoding="utf-8")
        names = re.findall(r'<h3[^>]*><a href="([a-z0-9-]+)/"', home)
        return [f"{self.url}{language}/{name}/" for name in names]


@dataclass
class Watch:
    """What a page did that it must not."""

    faults: list[str] = field(default_factory=list)

    def on(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        page.on("request", self.note_request)
        page.on("response", lambda response: self.note_status(response.url, response.status))
        page.on("dialog", lambda dialog: self.faults.append(f"dialog: {dialog.message}"))

    def note_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.hostname != "127.0.0.1":
            self.faults.append(f"request to another machine: {request.url}")

    def note_status(self, url: str, status: int) -> None:
        if status >= 400:
            self.faults.append(f"{status}: {url}")


def build_site(config: Path, folder: Path) -> None:
    """A strict build with the real command."""
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "-q",
        "--strict",
        "-f",
        str(config),
        "-d",
        str(folder),
    ]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert run.returncode == 0, run.stdout + run.stderr


def build_gallery(folder: Path, text: str) -> Path:
    """A site whose one lesson is ``text``; returns its folder."""
    (folder / "lessons").mkdir(parents=True, exist_ok=True)
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
    shutil.copy(COURSE / "mkdocs.yml", folder)
    (folder / "lessons" / "course.yaml").write_text("title: Gallery\nlanguages: [en]\n", encoding="utf-8")
    (folder / "lessons" / "gallery.yaml").write_text(text, encoding="utf-8")
    build_site(folder / "mkdocs.yml", folder / "site")
    return folder / "site"


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path, str], Site]]:
    """Serves folders on loopback until the session ends; ``below`` is the path the site stands under."""
    servers: list[Server] = []

    def start(folder: Path, below: str = "") -> Site:
        handler = functools.partial(Handler, directory=str(folder))
        server = Server(("127.0.0.1", 0), handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return Site(folder / below, f"http://127.0.0.1:{server.server_port}/{below}")

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path, str], Site]) -> Site:
    """The course of this folder, under a sub-path as on project Pages."""
    folder = tmp_path_factory.mktemp("quiz-site")
    build_site(COURSE / "mkdocs.yml", folder / "project")
    return serve(folder, "project/")


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path, str], Site]) -> Site:
    """The repository's own course."""
    folder = tmp_path_factory.mktemp("own-site")
    build_site(ROOT / "mkdocs.yml", folder)
    return serve(folder, "")


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path, str], Site]) -> str:
    """The address of the gallery's lesson, which has every type of question, as the only one of a course."""
    folder = tmp_path_factory.mktemp("gallery")
    return f"{serve(build_gallery(folder, GALLERY.read_text(encoding='utf-8')), '').url}en/gallery/"


@pytest.fixture(scope="session")
def live_gallery(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path, str], Site]) -> str:
    """The address of a lesson with a neuron to paint and tasks of every kind."""
    folder, text = tmp_path_factory.mktemp("live-gallery"), LIVE_GALLERY.read_text(encoding="utf-8")
    return f"{serve(build_gallery(folder, text), '').url}en/gallery/"


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page in a fresh profile; keywords are those of Playwright's ``new_context``."""
    watch = Watch()
    contexts = []

    def open_one(url: str, **options: object) -> Page:
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        watch.on(page)
        page.goto(url)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert watch.faults == []
