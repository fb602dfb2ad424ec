"""A report → text for the terminal, JSON or CSV.

What learners typed can steer neither a terminal nor a spreadsheet.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from generator.errors import count_columns, cut_to_columns, visible
from generator.results.report import HARD, LearnerReport, QuestionReport, Report

Value: TypeAlias = "str | int | float | list[str] | None"

ANSWER_COLUMNS = 40
ASK_COLUMNS = 76
VERSION = 1
# What spreadsheets take for the beginning of a formula.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
RULES = {
    "wrong-answer": "a wrong answer was given more often than a right one",
    "hard": f"difficulty below {HARD}",
    "discrimination": "learners who do better elsewhere do worse here",
}
HEAD = (
    "question",
    "answered",
    "right at first",
    "difficulty",
    "score",
    "tries",
    "discr.",
    "most frequent wrong answer",
)
COLUMNS = (
    *("question", "current", "ask", "answered", "first_tries", "first_right", "difficulty", "mean_score"),
    *("mean_tries", "hints", "discrimination", "look_at", "wrong", "wrong_count"),
)
LEARNER_HEAD = ("file", "answered", "right", "points")


# ---- Text ----


def render_text(report: Report) -> str:
    """Tables of learners and questions, then the questions to look at and why."""
    parts = [
        _table(LEARNER_HEAD, [(_learner_row(learner), "") for learner in report.learners], right=(1, 2, 3)),
        _table(HEAD, [(_row(each), _ask(each)) for each in report.questions], right=(1, 2, 3, 4, 5, 6)),
        "\n".join(_look_at(report.questions)),
    ]
    return "\n\n".join(part for part in parts if part)


def _learner_row(learner: LearnerReport) -> tuple[str, ...]:
    return (
        _cut(learner.path, ANSWER_COLUMNS),
        f"{learner.answered}",
        f"{learner.right}",
        f"{round(learner.points, 2):g}",
    )


def _row(each: QuestionReport) -> tuple[str, ...]:
    wrong = each.wrong[0] if each.wrong else None
    return (
        _name(each),
        str(each.answered),
        f"{each.first_right} of {each.first_tries}",
        _number(each.difficulty),
        _number(each.mean_score),
        _number(each.mean_tries, 1),
        _number(each.discrimination),
        f"{_cut(wrong.text, ANSWER_COLUMNS)} ({wrong.count})" if wrong else "–",
    )


def _name(each: QuestionReport) -> str:
    return each.asked.key if each.is_current else f"{each.asked.key}, another version"


def _ask(each: QuestionReport) -> str:
    return _cut(each.asked.ask, ASK_COLUMNS) if each.is_current else ""


def _number(value: float | None, digits: int = 2) -> str:
    return "–" if value is None else f"{value:.{digits}f}".replace("-", "−")


def _look_at(questions: Sequence[QuestionReport]) -> Iterator[str]:
    found = [each for each in questions if each.look_at]
    if not found:
        return
    yield "Questions to look at"
    for each in found:
        yield f"  {_name(each)}: {'; '.join(RULES[rule] for rule in each.look_at)}"


def _table(head: Sequence[str], rows: Sequence[tuple[Sequence[str], str]], *, right: Sequence[int]) -> str:
    """Rows with a note below each. ``right`` are the columns of numbers."""
    if not rows:
        return ""
    widths = [
        max(map(count_columns, column)) for column in zip(head, *(cells for cells, _ in rows), strict=True)
    ]
    lines = [_line(head, widths, right)]
    for cells, note in rows:
        lines.append(_line(cells, widths, right))
        lines += [f"  {note}"] if note else []
    return "\n".join(lines)


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[int]) -> str:
    padded = []
    for place, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        space = " " * (width - count_columns(cell))
        padded.append(space + cell if place in right else cell + space)
    return "  ".join(padded).rstrip()


def _cut(text: str, columns: int) -> str:
    return cut_to_columns(visible(" ".join(text.split())), columns)


# ---- JSON and CSV ----


def render_json(report: Report) -> str:
    """One object: ``version``, ``learners``, ``questions``; numbers that cannot be known are null."""
    data = {
        "version": VERSION,
        "learners": [
            {"file": each.path, "answered": each.answered, "right": each.right, "points": each.points}
            for each in report.learners
        ],
        "questions": [
            {**_values(each), "wrong": [{"text": given.text, "count": given.count} for given in each.wrong]}
            for each in report.questions
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def render_csv(report: Report) -> str:
    """A row a question. It begins with a byte order mark, without which Excel garbles Hangul."""
    rows = []
    for each in report.questions:
        wrong = each.wrong[0] if each.wrong else None
        values = _values(each)
        values["look_at"] = " ".join(each.look_at)
        values["wrong"] = wrong.text if wrong else ""
        values["wrong_count"] = wrong.count if wrong else 0
        rows.append({name: _cell(value) for name, value in values.items()})
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return "\ufeff" + file.getvalue().removesuffix("\n")


def _values(each: QuestionReport) -> dict[str, Value]:
    return {
        "question": each.asked.key,
        "current": each.is_current,
        "ask": each.asked.ask if each.is_current else "",
        "answered": each.answered,
        "first_tries": each.first_tries,
        "first_right": each.first_right,
        "difficulty": _rounded(each.difficulty),
        "mean_score": _rounded(each.mean_score),
        "mean_tries": _rounded(each.mean_tries),
        "hints": each.hints,
        "discrimination": _rounded(each.discrimination),
        "look_at": list(each.look_at),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _cell(value: Value) -> Value:
    """A text that a spreadsheet would compute is led by an apostrophe, which makes it text."""
    if not isinstance(value, str):
        return value
    text = visible(value)
    return f"'{text}" if text.lstrip(" \u3000").startswith(FORMULA_SIGNS) else text


LAYOUTS: dict[str, Callable[[Report], str]] = {"text": render_text, "json": render_json, "csv": render_csv}
