"""What the live preview remembers and forgets between two edits."""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import generator.figures
from generator.build import Workshop, build_site
from generator.errors import Diagnostic, format_diagnostic
from generator.figures import illustrate
from generator.pages import asset_files
from generator.pages.problems import Told, split_problem
from generator.pages.site_file import SiteFile
from generator.preview import Preview
from generator.spec import load_course

LESSON = """\
language: en
title: One
sections: [{id: a, title: A, figures: [{id: f, kind: digit, digit: 3-1, caption: First}]}]
"""


@pytest.fixture
def course(tmp_path: Path) -> Callable[..., Path]:
    """Write files of a course; without a text the file goes."""

    def write(**texts: str | None) -> Path:
        for name, text in texts.items():
            path = tmp_path / f"{name}.yaml"
            if text is None:
                path.unlink()
            else:
                path.write_text(text, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the digits that were drawn, in order."""
    names: list[str] = []

    def watched(figure, library, **about):
        names.append(figure.digit)
        return illustrate(figure, library, **about)

    monkeypatch.setattr(generator.figures, "illustrate", watched)
    return names


def page(files: list[SiteFile], uri: str) -> str:
    (found,) = (str(file.content) + "".join(file.fragments.values()) for file in files if file.uri == uri)
    return found


def test_a_new_caption_needs_no_new_picture(course, drawn):
    preview = Preview(course(course="title: C\n", one=LESSON), Workshop())
    assert "<figcaption" in page(preview.files()[0], "en/one.md")
    course(one=LESSON.replace("First", "Second"))
    assert "Second" in page(preview.files()[0], "en/one.md")
    assert drawn == ["3-1"]


def test_pictures_that_no_page_shows_are_forgotten(course, drawn):
    preview = Preview(course(course="title: C\n", one=LESSON), Workshop())
    preview.files()
    course(one=LESSON.replace("3-1", "4-1"))
    preview.files()
    preview.files()
    course(one=LESSON)
    preview.files()
    assert drawn == ["3-1", "4-1", "3-1"]


def test_pictures_of_a_lesson_that_is_broken_for_a_moment_are_kept(course, drawn):
    preview = Preview(course(course="title: C\n", one=LESSON), Workshop())
    for text in (LESSON, LESSON.replace("sections", "sektions"), LESSON):
        course(one=text)
        preview.files()
    assert drawn == ["3-1"]


def test_a_lesson_that_went_is_forgotten(course, drawn):
    preview = Preview(course(course="title: C\n", one=LESSON), Workshop())
    preview.files()
    course(one=None)
    preview.files()
    course(one=LESSON.replace("sections", "sektions"))
    assert "<figcaption" not in page(preview.files()[0], "en/one.md"), (
        "the page as it was belongs to the other"
    )
    course(one=LESSON)
    preview.files()
    assert drawn == ["3-1", "3-1"]


def test_a_figure_of_another_network_is_another_picture(course, drawn):
    course(course="title: C\n", one=LESSON, two=LESSON + "model: digits-relu\n")
    Preview(course(), Workshop()).files()
    assert drawn == ["3-1", "3-1"]


def test_a_picture_that_cannot_be_read_is_told(course, monkeypatch: pytest.MonkeyPatch):
    def refuse(path: Path) -> bytes:
        if path.suffix == ".png":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return really_read(path)

    folder = course(course="title: C\n", one=LESSON)
    (folder / "a.png").touch()
    really_read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", refuse)
    files, problems = Preview(folder, Workshop()).files()
    assert problems == [f"{folder}/a.png: Permission denied"]
    assert "a.png: Permission denied" in page(files, "en/index.md")


def test_an_edited_style_sheet_gets_a_new_address(course, tmp_path, monkeypatch: pytest.MonkeyPatch):
    assets = tmp_path / "assets"
    (assets / "js").mkdir(parents=True)
    (assets / "js" / "grade.mjs").write_text("", encoding="utf-8")  # the grader is always shipped
    monkeypatch.setattr(asset_files, "ASSETS", assets)
    workshop, loaded, addresses = Workshop(), load_course(course(course="title: C\n", one=LESSON)), []
    for text in ("a {}", "b {}"):
        (assets / "new.css").write_text(text, encoding="utf-8")
        (sheet,) = (file for file in build_site(loaded, workshop) if file.uri.endswith("/new.css"))
        assert sheet.content == text.encode()
        assert sheet.uri == f"{asset_files.asset_root()}/new.css"
        addresses.append(sheet.uri)
    assert addresses[0] != addresses[1]
    asset_files.asset_root.cache_clear()


LINKED = """\
title: {en: One, ko: 하나}
sections:
  - {id: a, title: {en: A, ko: 가}, text: {en: Only English here.}}
"""


def test_warnings_stand_on_their_lessons_page_and_nowhere_else(course):
    folder = course(course="title: C\nlanguages: [en, ko]\n", one=LINKED, two=LESSON)
    files, told = Preview(folder, Workshop()).files()
    assert any("warning: " in line for line in told)
    for language in ("en", "ko"):
        text = page(files, f"{language}/one.md")
        assert "loom-warnings" in text and "one.yaml:3:" in text
    assert "loom-warnings" not in page(files, "en/two.md")
    assert "loom-warnings" not in page(build_site(load_course(folder)), "ko/one.md")


def test_warnings_of_no_lesson_stand_on_the_home_page(course):
    files, _ = Preview(course(course="title: C\n"), Workshop()).files()
    assert "there is no lesson in this folder" in page(files, "en/index.md")


def test_message_excerpt_and_hint_are_told_apart():
    diagnostic = Diagnostic(
        "one.yaml", 3, 7, "odd", "this is odd", hint="mend it", excerpt="text: wrong", length=5
    )
    told = split_problem(format_diagnostic(diagnostic))
    assert told == Told(
        "one.yaml:3:7: this is odd [odd]", "    3 | text: wrong\n      |       ^^^^^", "mend it"
    )
    long = split_problem(format_diagnostic(replace(diagnostic, hint="mend it " * 20)))
    assert long.hint.startswith("mend it mend it") and "mend" not in long.excerpt


GLOSSARY = "terms: [{id: digit, term: digit, text: A sign for a number.}]\n"
MENTION = LESSON.replace("figures:", "text: A digit., figures:")


def test_a_new_glossary_links_at_once_and_draws_nothing(course, drawn):
    preview = Preview(course(course="title: C\n", one=MENTION), Workshop())
    assert "nn-term" not in page(preview.files()[0], "en/one.md")
    course(glossary=GLOSSARY)
    files = preview.files()[0]
    assert 'href="../glossary/#digit"' in page(files, "en/one.md")
    assert "A sign for a number." in page(files, "en/glossary.md")
    course(glossary=None)
    assert "nn-term" not in page(preview.files()[0], "en/one.md")
    assert drawn == ["3-1"]


def test_a_broken_glossary_leaves_the_last_good_one(course):
    preview = Preview(course(course="title: C\n", one=MENTION, glossary=GLOSSARY), Workshop())
    preview.files()
    course(glossary="terms: [{id: digit}]\n")
    files, problems = preview.files()
    assert "A sign for a number." in page(files, "en/glossary.md")
    assert "a term needs the field" in page(files, "en/index.md")
    assert len(problems) == 2
