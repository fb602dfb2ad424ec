"""lessonloom import, from notes.txt to a page."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from click.testing import Result

from generator.build import build_site
from generator.spec import load_course

from .conftest import NOTES

Run = Callable[..., Result]


@pytest.fixture
def notes(folder: Path) -> str:
    return shutil.copy(NOTES / "soap-bubbles.txt", folder / "soap-bubbles.txt").name


def test_the_lesson_is_this_and_the_account_is_this(run: Run, notes: str) -> None:
    result = run("import", notes, "-o", "lessons/02-soap-bubbles.yaml")
    written = Path("lessons/02-soap-bubbles.yaml").read_text(encoding="utf-8")
    assert written == (NOTES / "soap-bubbles.yaml").read_text(encoding="utf-8")
    assert result.output == (NOTES / "soap-bubbles.account.txt").read_text(encoding="utf-8")
    assert result.exit_code == 0


def test_where_the_course_has_a_schema_editors_are_told(run: Run, notes: str) -> None:
    Path("docs").mkdir()
    run("schema", "docs")
    run("import", notes, "-o", "lessons/02-soap-bubbles.yaml")
    first, rest = Path("lessons/02-soap-bubbles.yaml").read_text(encoding="utf-8").split("\n", 1)
    assert first == "# yaml-language-server: $schema=../docs/lesson.schema.json"
    assert rest == (NOTES / "soap-bubbles.yaml").read_text(encoding="utf-8")
    assert run("check", "lessons").exit_code == 0


def test_check_asks_for_nothing_but_other_words_for_the_answers(run: Run, notes: str) -> None:
    run("import", notes, "-o", "lessons/02-soap-bubbles.yaml")
    result = run("check", "lessons")
    assert result.exit_code == 0
    assert set(re.findall(r"\[([a-z-]+)\]$", result.output, re.MULTILINE)) == {"single-spelling"}


def test_the_lesson_builds_as_it_is(run: Run, notes: str) -> None:
    run("import", notes, "-o", "lessons/02-soap-bubbles.yaml")
    pages = {file.uri: file for file in build_site(load_course(Path("lessons")))}
    page = pages["ko/soap-bubbles.md"]
    shown = unescape("".join([str(page.content), *page.fragments.values()]))
    for text in (
        "🔵 공 모양의 비밀",
        "영상을 만든 해는 언제인가요?",
        "behaves like a stretched skin.",
    ):
        assert text in shown


def test_every_cue_stands_on_one_line(run: Run, notes: str) -> None:
    run("import", notes, "-o", "lessons/02-soap-bubbles.yaml")
    lines = Path("lessons/02-soap-bubbles.yaml").read_text(encoding="utf-8").split("\n")
    cues = [line for line in lines if "{at:" in line]
    assert len(cues) == 11
    assert all(line.startswith("        - {at: ") and line.endswith("}") for line in cues)


def test_an_existing_lesson_is_not_replaced_unless_asked(run: Run, notes: str) -> None:
    target = Path("lessons/mine.yaml")
    target.write_text("my work", encoding="utf-8")
    refused = run("import", notes, "-o", "lessons/mine.yaml")
    assert (refused.exit_code, refused.output) == (
        1,
        "lessons/mine.yaml: the file exists; --force replaces it\n",
    )
    assert target.read_text(encoding="utf-8") == "my work"
    assert run("import", notes, "-o", "lessons/mine.yaml", "--force").exit_code == 0
    assert "비눗방울" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("lessons/mine.txt", "lessons/mine.txt: the name of a lesson file ends in .yaml"),
        ("nowhere/mine.yaml", "nowhere/mine.yaml: there is no folder nowhere"),
        ("lessons/course.yaml", "lessons/course.yaml: this name belongs to the course file; choose another"),
        ("lessons/mine.yml", "lessons/mine.yml: the name of a lesson file ends in .yaml"),
        (
            "lessons/_x.yaml",
            "lessons/_x.yaml: a course takes no lesson from files that begin with '.' or '_'",
        ),
        (
            "lessons/.x.yaml",
            "lessons/.x.yaml: a course takes no lesson from files that begin with '.' or '_'",
        ),
        ("folder.yaml", "folder.yaml: this is not a file, so it cannot be replaced"),
        (f"{'x' * 300}.yaml", f"{'x' * 300}.yaml: the file cannot be written (File name too long)"),
        (f"{'x' * 300}/y.yaml", f"{'x' * 300}/y.yaml: there is no folder {'x' * 300}"),
    ],
)
def test_where_a_lesson_can_be_written(run: Run, notes: str, output: str, message: str) -> None:
    Path("folder.yaml").mkdir()
    result = run("import", notes, "-o", output, "--force")
    assert (result.exit_code, result.output) == (1, f"{message}\n")


def test_a_failed_import_writes_nothing(run: Run, folder: Path) -> None:
    (folder / "broken.txt").write_text('{"title": "T", ', encoding="utf-8")
    assert run("import", "broken.txt", "-o", "lessons/broken.yaml").exit_code == 1
    assert not Path("lessons/broken.yaml").exists()


def test_a_course_that_lists_its_lessons_is_mentioned(run: Run, notes: str) -> None:
    with Path("lessons/course.yaml").open("a", encoding="utf-8") as course:
        course.write("lessons: [other]\n")
    output = run("import", notes, "-o", "lessons/02-soap-bubbles.yaml").output
    assert output.endswith("  Add the lesson to 'lessons' in lessons/course.yaml.\n")


def test_what_the_course_does_not_take_is_told_at_once(run: Run, notes: str) -> None:
    Path("lessons/course.yaml").write_text("title: Practice\nlanguages: [en]\n", encoding="utf-8")
    result = run("import", notes, "-o", "lessons/02-soap-bubbles.yaml")
    assert result.exit_code == 1
    assert (
        "'lessonloom check' finds:\n"
        "  lessons/02-soap-bubbles.yaml:3:11: the course has no language 'ko' [unknown-language]\n"
    ) in result.stdout
    assert result.stderr == (
        "lessons/02-soap-bubbles.yaml is written, but cannot be built before the errors above are mended.\n"
    )


def test_a_note_too_long_for_one_text_is_kept_and_refused(run: Run, folder: Path) -> None:
    note = "words and more words. " * 3_500
    (folder / "long.txt").write_text(f'{{"title": "Long", "notes": ["{note}"]}}', encoding="utf-8")
    result = run("import", "long.txt", "-o", "lessons/long.yaml")
    assert "[file-too-large]" in result.stdout
    assert "lessons/long.yaml is written, but cannot be built" in result.stderr
    assert result.exit_code == 1
    assert len(Path("lessons/long.yaml").read_text(encoding="utf-8")) > 75_000


def test_a_hostile_file_cannot_command_the_terminal(run: Run, folder: Path) -> None:
    (folder / "notes.txt").write_text(
        '\x1b[31mred\n{"title": "a\\u001b[2Jb", "notes": ["x"]}', encoding="utf-8"
    )
    assert "\x1b" not in run("import", "notes.txt", "-o", "lessons/n.yaml").output


@pytest.mark.parametrize(
    ("name", "lesson_id"),
    [
        ("03-waves", "waves"),
        ("강의 노트", "gangui-noteu"),
        ("Lecture_1", "lecture-1"),
        ("search", "lesson-search"),
    ],
)
def test_the_lesson_has_an_id_whatever_its_file_is_called(
    run: Run, notes: str, name: str, lesson_id: str
) -> None:
    run("import", notes, "-o", f"lessons/{name}.yaml")
    assert run("check", "lessons").exit_code == 0
    (loaded,) = load_course(Path("lessons")).lessons
    assert loaded.lesson.id == lesson_id
