"""The live preview: an edit shows, a mistake is told on its page, and the server always answers."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.site.worlds import COURSE, ENGLISH, ENVIRONMENT, LESSONS, Project

DEADLINE = 60


class Server:
    """``mkdocs serve`` on a free port."""

    def __init__(self, project: Project) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.project = project
        address = f"127.0.0.1:{self.port}"
        self.log = (project.folder / "serve.log").open("w", encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "serve", "--strict", "-a", address]
        self.process = subprocess.Popen(
            command, cwd=project.folder, env=ENVIRONMENT, stdout=self.log, stderr=self.log
        )

    def get(self, url: str) -> str:
        """The page, or the number of the error it answers with; "" while nobody listens yet."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/course/{url}", timeout=20) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            return f"{error.code} {error.read().decode()}"
        except urllib.error.URLError:
            return ""

    def wait(self, url: str, until: Callable[[str], bool]) -> str:
        """The page as soon as it is as wanted; fails after a minute."""
        end = time.monotonic() + DEADLINE
        while time.monotonic() < end:
            page = self.get(url)
            if until(page):
                return page
            assert self.process.poll() is None, (self.project.folder / "serve.log").read_text(
                encoding="utf-8"
            )
            time.sleep(0.1)
        raise AssertionError(f"{url} did not come to be as wanted:\n{page}")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)
        self.log.close()

    def edit(self, name: str, text: str) -> None:
        (self.project.folder / "lessons" / f"{name}.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    servers: list[Server] = []

    def start(**changes: object) -> Server:
        servers.append(Server(Project(tmp_path, **changes).write()))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


def test_an_edit_a_mistake_and_its_mend_show(serve: Callable[..., Server]):
    server = serve()
    server.wait("en/only/", lambda page: "Words." in page)
    server.edit("03-only", ENGLISH.replace("Words.", "Other words."))
    server.wait("en/only/", lambda page: "Other words." in page)
    server.edit("03-only", ENGLISH.replace("sections", "<b>sektions"))
    page = server.wait("en/only/", lambda page: "loom-problems" in page)
    assert "lessons/03-only.yaml:3:1: unknown field &#39;&lt;b&gt;sektions&#39;" in page
    assert "Other words." in page, "the page as it last was"
    assert "loom-problems" not in server.get("en/network/")
    assert "03-only.yaml" in server.get("ko/"), "the home page tells every problem"
    server.edit("03-only", ENGLISH)
    page = server.wait("en/only/", lambda page: "loom-problems" not in page)
    assert "Words." in page and "Other" not in page


def test_a_lesson_that_was_broken_from_the_start_has_a_page_too(serve: Callable[..., Server]):
    server = serve(lessons={**LESSONS, "04-new": "title: {en: Fresh\n"})
    page = server.wait("en/new/", lambda page: "loom-problems" in page)
    assert "lessons/04-new.yaml:" in page
    assert "loom-problems" not in server.get("en/network/")
    server.edit("04-new", ENGLISH.replace("Only here", "Fresh"))
    server.wait("en/new/", lambda page: "Fresh" in page and "loom-problems" not in page)


def test_a_broken_course_file_is_told_on_the_home_page(serve: Callable[..., Server]):
    server = serve(course="title: [\n")
    page = server.wait("en/", lambda page: "loom-problems" in page)
    assert "lessons/course.yaml:" in page
    server.edit("course", COURSE)
    page = server.wait("en/", lambda page: "Networks &amp; hands" in page)
    assert "loom-problems" not in page
    server.edit("course", COURSE + "colour: red\n")
    page = server.wait("en/", lambda page: "loom-problems" in page)
    assert "Networks &amp; hands" in page, "the title as it last was"


def test_lessons_come_and_go(serve: Callable[..., Server]):
    server = serve()
    server.wait("en/only/", lambda page: "Words." in page)
    server.edit("04-new", ENGLISH.replace("Only here", "Just come"))
    server.wait("en/new/", lambda page: "Just come" in page)
    assert "Just come" in server.get("en/network/")
    (server.project.folder / "lessons" / "04-new.yaml").unlink()
    server.wait("en/new/", lambda page: "There is no such page" in page or page.startswith("404"))
    assert "Just come" not in server.get("en/network/")
    assert "livereload(" in server.get("en/new/"), "an open tab comes back when the lesson does"


def test_a_failing_build_leaves_the_server_answering(serve: Callable[..., Server]):
    server = serve()
    server.wait("en/only/", lambda page: "Words." in page)
    log = server.project.folder / "serve.log"
    (server.project.folder / "mkdocs.yml").write_text("site_name: [\n", encoding="utf-8")
    end = time.monotonic() + DEADLINE
    while "could not be built" not in log.read_text(encoding="utf-8") and time.monotonic() < end:
        time.sleep(0.1)
    assert "could not be built" in log.read_text(encoding="utf-8")
    assert "Words." in server.get("en/only/")
