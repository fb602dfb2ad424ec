"""What the author could not see: computed options that read the same, texts that vanish."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import Workshop, build_site
from generator.errors import SpecError, format_diagnostic
from generator.preview import Preview
from generator.spec import load_course

LESSON = """\
title: Computed
sections:
  - id: one
    title: One
    text: '{{ "" }}'
    questions:
      - id: pick
        type: choice
        ask: Which?
        choices:
          - {text: "{{ 1 + 1 }}", correct: true}
          - {text: "2", because: No.}
          - {text: "{{ 4 / 2 }}", because: No.}
"""

EXPECTED = """\
01-computed.yaml:5:11: this text is empty [empty-text]
    5 |     text: '{{ "" }}'
      |           ^^^^^^^^^^ write it, or leave the field out
01-computed.yaml:12:20: options 1 and 2 read the same in en [duplicate-option]
   12 |           - {text: "2", because: No.}
      |                    ^^^
01-computed.yaml:13:20: options 1 and 3 read the same in en [duplicate-option]
   13 |           - {text: "{{ 4 / 2 }}", because: No.}
      |                    ^^^^^^^^^^^^^
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "course.yaml").write_text("title: C\n", encoding="utf-8")
    (tmp_path / "01-computed.yaml").write_text(LESSON, encoding="utf-8")
    return Path()


def test_the_build_stops_at_the_places(folder: Path) -> None:
    course = load_course(folder)  # as long as nothing is computed, nothing is wrong
    with pytest.raises(SpecError) as caught:
        build_site(course)
    told = "\n".join(format_diagnostic(each) for each in caught.value.diagnostics) + "\n"
    assert told == EXPECTED


def test_the_preview_shows_them_on_the_page(folder: Path) -> None:
    files, problems = Preview(folder, Workshop()).files()
    assert [problem.split(": ")[0] for problem in problems] == [
        "01-computed.yaml:5:11",
        "01-computed.yaml:12:20",
        "01-computed.yaml:13:20",
    ]
    (page,) = (file for file in files if file.uri == "en/computed.md")
    assert "options 1 and 2 read the same in en" in str(page.content)
