"""lessonloom report: what it prints in each format, what it says of bad files, and how it exits."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.errors import count_columns
from tests.results.conftest import LESSONS

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "authoring" / "results.md"


@pytest.fixture
def three(save, answer):
    save(
        "mina.json",
        answer("where", "a pixel", tries=3, hints=2),
        answer("name", "활성값"),
        answer("rule", "True"),
    )
    save("jun.json", answer("where", "a pixel", tries=2), answer("name", " 활성값 "), answer("rule", "False"))
    save("sol.json", answer("where", "a connection"), answer("name", "activation"))


def test_the_guide_shows_what_is_printed(report, three):
    output, errors, exit_code = report("mina.json", "jun.json", "sol.json")
    shown = re.search(r"^```text\n(file .*?)^```$", GUIDE.read_text(encoding="utf-8"), re.M | re.S)
    assert shown
    assert (output, errors, exit_code) == (shown[1], "", 0)


def test_json_has_every_number(report, three):
    output, _, _ = report("mina.json", "jun.json", "sol.json", "--format", "json")
    data = json.loads(output)
    assert data["version"] == 1
    assert data["learners"][0] == {"file": "mina.json", "answered": 3, "right": 1, "points": 1}
    assert data["questions"][0] == {
        **{"question": "en/neurons/where", "current": True, "ask": "What does a weight belong to?"},
        **{"answered": 3, "first_tries": 3, "first_right": 1, "difficulty": 0.333, "mean_score": 1.0},
        **{"mean_tries": 2.0, "hints": 2, "discrimination": None, "look_at": ["wrong-answer"]},
        "wrong": [{"text": "a pixel", "count": 2}],
    }


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", '"=1', "a,b\n=1"]


def test_no_spreadsheet_computes_what_a_learner_typed(report, save, answer):
    for place, formula in enumerate(FORMULAS):
        save(f"{place}.json", answer("name", formula))
        output, _, _ = report(f"{place}.json", "--format", "csv")
        assert output.startswith("\ufeffquestion,current,ask,")
        (row,) = csv.DictReader(io.StringIO(output.removeprefix("\ufeff")))
        assert row["wrong"][0] not in "=+-@\t\r\n ", formula
        assert row["wrong"].lstrip("'") == " ".join(formula.split()).strip()
        assert row["discrimination"] == ""


def test_no_terminal_obeys_what_a_learner_typed(report, save, answer):
    hostile = "\x1b]0;owned\x07\x1b[31m\u202egnorw\ud800\r\n" + "가" * 100
    save("a\u202eb.json", answer("name", hostile))
    output, errors, exit_code = report("a\u202eb.json")
    assert exit_code == 0
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\ud800]", output + errors)
    assert "a�b.json" in output


def test_wide_characters_stay_in_their_columns(report, save, answer):
    save("김민아.json", answer("name", "활성값"))
    save("b.json", answer("name", "weight"), answer("where", "a pixel"))
    output, _, _ = report("김민아.json", "b.json")
    rows = output.splitlines()[:3]
    ends = {
        count_columns(row[: row.index(number)])
        for row, number in zip(rows, ("ed  ", "1 ", "2 "), strict=True)
    }
    assert len({count_columns(row) for row in rows}) == 1, rows
    assert len(ends) == 2, "numbers end where their heading ends"


def broken(tmp_path):
    (tmp_path / "syntax.json").write_text('{\n "format": }', encoding="utf-8")
    (tmp_path / "list.json").write_text("[]", encoding="utf-8")
    (tmp_path / "deep.json").write_text("[" * 100_000, encoding="utf-8")
    (tmp_path / "latin.json").write_bytes(b'{"a": "\xff"}')
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "large.json").write_bytes(b" " * 4_000_001)


BROKEN = """\
syntax.json:2:12: this is not JSON: Expecting value [not-results]
list.json:1:1: this is not a file of results [not-results]
      = learners save theirs with 'Download my results' on the course's home page
deep.json:1:1: this is not JSON in UTF-8 [not-results]
latin.json:1:1: this is not JSON in UTF-8 [not-results]
folder.json:1:1: this is not a file [file-not-found]
large.json:1:1: the file is too large: more than 4 MB [file-too-large]
gone.json:1:1: there is no such file [file-not-found]
later.json:1:1: results of version 2; this lessonloom reads version 1 [results-version]
      = the course's site was built with a newer lessonloom: install that one
"""


@pytest.mark.parametrize("version", ["2\x1b[31m\u202e" * 9_000, ["x" * 99_999], None, {"a": 1}])
def test_a_version_of_somebody_elses_is_told_in_short(report, save, version):
    save("odd.json", version=version)
    _, errors, exit_code = report("odd.json")
    assert exit_code == 1
    assert re.match(r"odd\.json:1:1: results of version .{1,21}; this lessonloom reads version 1", errors)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", errors)


def test_broken_files_are_named_and_the_others_counted(report, save, answer, tmp_path):
    broken(tmp_path)
    save("later.json", version=2)
    save("good.json", answer("name", "activation"))
    names = re.findall(r"^(\w+\.json)", BROKEN, re.M)
    output, errors, exit_code = report(*names, "good.json")
    assert (errors, exit_code) == (BROKEN, 1)
    assert re.search(r"^good\.json +1 +1 +1$", output, re.M)


DOUBTFUL = """\
odd.json:1:1: warning: 4 answers are not readable and left out [unreadable-answer]
copy.json:1:1: warning: the same answers as in good.json; counted once [results-repeated]
old.json:1:1: warning: answers to questions that this course does not have: en/neurons/gone [unknown-question]
old.json:1:1: warning: answers to other versions of questions, counted apart: en/neurons/where [other-version]
other.json:1:1: warning: no answer in this file belongs to a question of this course [unknown-question]
"""


def test_doubtful_answers_are_named_and_never_mixed_in(report, save, answer):
    good, name = answer("where", "a connection", at=7), answer("name", "activation")
    gone = {**name, "key": "en/neurons/gone"}
    save("good.json", good)
    save("copy.json", good)
    save("old.json", gone, {**answer("where", "a layer"), "fingerprint": "before"}, name)
    save("other.json", gone, {**gone, "key": "__proto__"})
    save("odd.json", None, {}, {**good, "response": 7}, {**good, "verdict": "right"}, name)
    output, errors, exit_code = report("good.json", "copy.json", "old.json", "other.json", "odd.json")
    assert (errors, exit_code) == (DOUBTFUL, 0)
    rows = [row.split()[:3] for row in output.splitlines() if row.startswith("en/")]
    assert rows == [
        ["en/neurons/where", "1", "1"],
        ["en/neurons/where,", "another", "version"],
        ["en/neurons/name", "2", "2"],
    ]


@pytest.mark.parametrize("count", [10**400, -1, True, 1.5, "9"], ids="abcde")
@pytest.mark.parametrize("layout", ["text", "json", "csv"])
def test_what_nobody_can_have_counted_counts_nothing(report, save, answer, count, layout):
    counts = dict.fromkeys(("tries", "hints", "at"), count)
    save("odd.json", {**answer("name", "activation"), **counts})
    save("nil.json", {**answer("name", "activation"), **dict.fromkeys(counts, 0)})
    odd, errors, exit_code = report("odd.json", "--format", layout)
    nil, _, _ = report("nil.json", "--format", layout)
    assert (odd.replace("odd.json", "nil.json"), errors, exit_code) == (nil, "", 0)


def test_a_course_that_cannot_be_read_is_said_so(report, save, answer, tmp_path):
    save("good.json", answer("name", "activation"))
    (tmp_path / "lesson.yaml").write_text("title: A\nsection: []\n", encoding="utf-8")
    output, errors, exit_code = report("good.json", course=tmp_path)
    assert (output, exit_code) == ("", 1)
    assert "[unknown-field]" in errors
    assert errors.endswith("Error: the course cannot be read; mend it first\n")


def test_a_course_without_expressions_needs_no_numpy(save, answer, tmp_path):
    save("good.json", answer("name", "activation"))
    arguments = ["report", str(tmp_path / "good.json"), "--course", str(LESSONS)]
    program = f"from generator.cli import main; main({arguments}, standalone_mode=False)"
    check = "import sys; print('numpy' in sys.modules)"
    code = f"try:\n    {program}\nexcept SystemExit: pass\n{check}"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "False"
