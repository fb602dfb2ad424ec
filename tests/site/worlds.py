"""Small projects: text goes in, the real MkDocs runs, a site comes out."""

from __future__ import annotations

import os
import subprocess
import sys
from base64 import b64decode
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}

CONFIG = """\
site_name: Docs of the course
site_url: https://example.org/course/
theme: {name: material}
plugins: [search, lessonloom]
"""
COURSE = """\
title: {ko: 만져 보는 신경망, en: "Networks & hands"}
summary:
  ko: "작은 신경망 하나를 봅니다. [처음으로](lesson:network)"
  en: 'One small *network*: ![a > b](images/dot.png "$x$") [begin](lesson:network#weights "x > y"), $a < b$.'
languages: [ko, en]
"""
BOTH = """\
title: {ko: 신경망이란, en: What is a network?}
summary:
  ko: "첫 레슨입니다. [다음](lesson:slope), ![점](images/dot.png)"
  en: "The **first** lesson, before [another](lesson:only). ![a dot](<images/dot.png>)"
video: https://www.youtube.com/watch?v=aircAruvnKk
sections:
  - id: weights
    title: {ko: 가중치, en: Weights}
    start: "9:08"
    text: {ko: 가중치와 편향을 배웁니다., en: We learn zebrafish weights.}
    figures: [{id: three, kind: digit, digit: 3-1}]
    questions:
      - {id: sum, type: number, ask: {ko: "둘 더하기 둘은?", en: "Two and two?"}, answer: 4}
  - id: bias
    title: {ko: 편향, en: Bias}
    text: {ko: 편향은 옮깁니다., en: A bias shifts.}
"""
KOREAN = """\
language: ko
title: 기울기 하강
summary: "![점](images/dot.png) [앞](lesson:network)"
sections: [{id: slope, title: 내리막, text: 조금씩 걷습니다.}]
"""
ENGLISH = """\
language: en
title: Only here
sections: [{id: here, title: Here, text: Words.}]
"""
# One pixel: links to images must lead somewhere on every page that shows them.
DOT = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
LESSONS = {"01-network": BOTH, "02-slope": KOREAN, "03-only": ENGLISH}


@dataclass
class Project:
    """A folder with mkdocs.yml, lessons/ and docs/."""

    folder: Path
    lessons: dict[str, str] = field(default_factory=lambda: dict(LESSONS))
    course: str = COURSE
    config: str = CONFIG
    docs: dict[str, str] = field(
        default_factory=lambda: {"authoring/index.md": "# Guide\n\nFor quokka authors.\n"}
    )

    def write(self) -> Project:
        texts = {"mkdocs.yml": self.config, "lessons/course.yaml": self.course}
        texts |= {f"lessons/{name}.yaml": text for name, text in self.lessons.items()}
        texts |= {f"docs/{name}": text for name, text in self.docs.items()}
        (self.folder / "docs").mkdir(parents=True, exist_ok=True)
        (self.folder / "lessons" / "images").mkdir(parents=True, exist_ok=True)
        (self.folder / "lessons" / "images" / "dot.png").write_bytes(DOT)
        for name, text in texts.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return self

    def build(self, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """``mkdocs build --strict`` in a process of its own."""
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", *options]
        return subprocess.run(
            command,
            cwd=self.folder,
            env={**ENVIRONMENT, **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def page(self, url: str) -> str:
        """The HTML of a page by its URL below the site's root."""
        return (self.site / url / "index.html").read_text(encoding="utf-8")


@dataclass
class Element:
    """A start tag."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


class Elements(HTMLParser):
    """Every element of a page in order, each with the text up to its first child."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[Element] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        if self.found:
            self.found[-1].text += data.strip()

    def of(self, tag: str, **attributes: str) -> list[Element]:
        """Elements with that tag and those attribute values; ``class_`` asks for one class."""
        wanted_class = attributes.pop("class_", "")
        return [
            each
            for each in self.found
            if each.tag == tag
            and (not wanted_class or wanted_class in each.attributes.get("class", "").split())
            and all(each.attributes.get(name) == value for name, value in attributes.items())
        ]


def hrefs(html: str, class_: str = "") -> list[str]:
    """Where the links of a page lead, in order."""
    links = Elements(html).of("a", **({"class_": class_} if class_ else {}))
    return [link.attributes["href"] for link in links if "href" in link.attributes]
