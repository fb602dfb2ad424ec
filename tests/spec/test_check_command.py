"""lessonloom check: what it prints in each format, and how it exits."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

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
