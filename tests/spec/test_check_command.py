"""lessonloom check: what it prints in each format, and how it exits."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

BAD = Path(__file__).parent / "bad"
GOOD = "title: One\nsections:\n  - {id: a, title: A, text: T}\n"
WARNED = GOOD.replace("id: a, ", "")


def test_a_good_lesson_outside_a_course_is_fine(check, tmp_path):
    (tmp_path / "one.yaml").write_text(GOOD, encoding="utf-8")
    assert check(tmp_path, "one.yaml") == ("1 lesson checked: no problems.\n", 0)
    assert check(tmp_path, ".") == ("1 lesson checked: no problems.\n", 0)


def test_warnings_fail_only_when_strict(check, tmp_path):
    (tmp_path / "one.yaml").write_text(WARNED, encoding="utf-8")
    output, exit_code = check(tmp_path, "one.yaml")
    assert (output.splitlines()[-1], exit_code) == ("1 warning in 1 file; 1 lesson checked.", 0)
    output, exit_code = check(tmp_path, "one.yaml", "--strict")
    assert (output.splitlines()[-1], exit_code) == ("1 error in 1 file; 1 lesson checked.", 1)


def test_several_paths_are_checked_once_each_and_sorted(check):
    output, exit_code = check(BAD, "yaml_tag.yaml", "section_empty.yaml", "yaml_tag.yaml")
    places = [line.split(": ")[0] for line in output.splitlines() if "yaml:" in line]
    assert places == ["section_empty.yaml:3:5", "yaml_tag.yaml:5:11"]
    assert (output.splitlines()[-1], exit_code) == ("2 errors in 2 files; 2 lessons checked.", 1)


def test_a_missing_file_and_an_empty_folder_are_named(check, tmp_path):
    assert check(tmp_path, "none.yaml") == (
        "none.yaml:1:1: there is no such file [file-not-found]\n\n1 error in 1 file; 1 lesson checked.\n",
        1,
    )
    (tmp_path / "empty").mkdir()
    output, exit_code = check(tmp_path, "empty")
    assert output.splitlines()[0] == "empty:1:1: there is no lesson in this folder [no-lessons]"
    assert exit_code == 1


def test_json_holds_every_field_of_every_problem(check):
    output, exit_code = check(
        BAD, "language_missing.yaml", "field_unknown_far_from_any.yaml", "--format", "json"
    )
    report = json.loads(output)
    assert (report["version"], report["errors"], report["warnings"], exit_code) == (1, 1, 2, 1)
    assert report["diagnostics"][0] == {
        "path": "field_unknown_far_from_any.yaml",
        "line": 6,
        "column": 5,
        "code": "unknown-field",
        "message": "unknown field 'colour' in a section",
        "severity": "error",
        "excerpt": "    colour: red",
        "length": 6,
        "hint": "there are: id, title, start, text, figures, questions, transcript",
    }


def test_github_gets_workflow_commands(check):
    output, exit_code = check(BAD, "language_missing.yaml", "field_unknown.yaml", "--format", "github")
    assert exit_code == 1
    assert output.splitlines()[:2] == [
        "::error file=field_unknown.yaml,line=11,col=9,endColumn=14,title=unknown-field"
        "::unknown field 'anwser' in a number question (did you mean 'answer'?)",
        "::error file=field_unknown.yaml,line=12,col=9,endColumn=17,title=unknown-field"
        "::unknown field 'tolerence' in a number question (did you mean 'tolerance'?)",
    ]
    assert output.splitlines()[2].startswith("::warning file=language_missing.yaml,line=4,")


def test_a_terminal_without_hangul_gets_escapes_and_no_traceback():
    command = [sys.executable, "-X", "utf8=0", "-m", "generator", "check", "id_missing.yaml"]
    environment = {"PYTHONIOENCODING": "latin-1", "PATH": "", "LC_ALL": "C"}
    done = subprocess.run(command, cwd=BAD, env=environment, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    assert rb"\uac00\uc911\uce58" in done.stdout


def folder_named_like_a_lesson(folder: Path) -> None:
    (folder / "x.yaml").mkdir()


def link_to_nothing(folder: Path) -> None:
    (folder / "x.yaml").symlink_to("gone")


def link_to_itself(folder: Path) -> None:
    (folder / "x.yaml").symlink_to("x.yaml")


def pipe(folder: Path) -> None:
    os.mkfifo(folder / "x.yaml")


def pipe_for_a_course(folder: Path) -> None:
    os.mkfifo(folder / "course.yaml")


def pipe_for_weights(folder: Path) -> None:
    os.mkfifo(folder / "own.npz")
    (folder / "x.yaml").write_text(GOOD, encoding="utf-8")
    (folder / "course.yaml").write_text("title: C\nmodels: {own: own.npz}\n", encoding="utf-8")


def weights_linked_in_a_circle(folder: Path) -> None:
    (folder / "own.npz").symlink_to("own.npz")
    (folder / "course.yaml").write_text("title: C\nmodels: {own: own.npz}\n", encoding="utf-8")


def image_linked_in_a_circle(folder: Path) -> None:
    (folder / "loop.png").symlink_to("loop.png")
    (folder / "x.yaml").write_text(GOOD.replace("text: T", "text: '![x](loop.png)'"), encoding="utf-8")


def newline_in_the_name(folder: Path) -> None:
    (folder / "x\n::error::y.yaml").write_text("title: [\n", encoding="utf-8")


ODD_FILES = [
    (folder_named_like_a_lesson, "x.yaml:1:1: this is not a file [file-not-found]"),
    (link_to_nothing, "x.yaml:1:1: there is no such file [file-not-found]"),
    (
        link_to_itself,
        "x.yaml:1:1: the file cannot be read: Too many levels of symbolic links [file-not-found]",
    ),
    (pipe, "x.yaml:1:1: this is not a file [file-not-found]"),
    (pipe_for_a_course, "course.yaml:1:1: this is not a file [file-not-found]"),
    (pipe_for_weights, "course.yaml:2:15: 'own.npz': this is not a file [bad-weights]"),
    (
        weights_linked_in_a_circle,
        "course.yaml:2:15: 'own.npz': the file cannot be read: Too many levels of symbolic links",
    ),
    (image_linked_in_a_circle, "x.yaml:3:35: there is no image 'loop.png' [missing-image]"),
    (newline_in_the_name, "x\ufffd::error::y.yaml:"),
]


@pytest.mark.parametrize(("make", "message"), ODD_FILES)
def test_what_is_no_file_gets_a_message(make, message, check, tmp_path):
    make(tmp_path)
    output, exit_code = check(tmp_path, ".")
    assert message in output
    assert exit_code == 1


@pytest.mark.parametrize("name", ["x" * 5_000, f"{'y' * 300}.yaml", "a/b\nc.yaml", "one.yaml/two.yaml"])
def test_a_path_that_leads_nowhere_gets_a_message(name, check, tmp_path):
    (tmp_path / "one.yaml").write_text(GOOD, encoding="utf-8")
    reason = "the file cannot be read: File name too long" if len(name) > 99 else "there is no such file"
    output, exit_code = check(tmp_path, name)
    shown = name.replace("\n", "\ufffd")
    assert output.startswith(f"{shown}:1:1: {reason} [file-not-found]\n")
    assert exit_code == 1


def test_a_file_that_may_not_be_read_gets_a_message(check, tmp_path, monkeypatch):
    """Tests may run as root, who may read everything, so the system's refusal is played here."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    (tmp_path / "one.yaml").write_text(GOOD, encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    output, exit_code = check(tmp_path, "one.yaml")
    assert output.startswith("one.yaml:1:1: the file cannot be read: Permission denied [file-not-found]\n")
    assert exit_code == 1
