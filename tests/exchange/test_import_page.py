"""docs/authoring/import.md names the fields that the program knows and quotes what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.exchange.note_fields import ROOT, our_name

from .conftest import NOTES, Importer

PAGE = (Path(__file__).parents[2] / "docs/authoring/import.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("part", ROOT)
def test_every_name_is_listed(part: str) -> None:
    row = re.search(rf"^\| {part} \| (.+) \|$", PAGE, re.MULTILINE)
    assert row is not None
    listed = re.findall(r"`([^`]+)`", row[1])
    assert {our_name(name, ROOT) for name in listed} == {part}
    assert sorted(re.sub(r"\W", "", name).casefold() for name in listed) == sorted(ROOT[part].split())


def test_the_example_is_imported(imported: Importer) -> None:
    example = re.search(r"```json\n(.+?)```", PAGE, re.DOTALL)
    assert example is not None
    lesson, result = imported(example[1])
    assert [len(lesson.sections), len(lesson.all_questions()), len(result.notes.cues)] == [1, 1, 1]


def test_the_account_is_quoted_as_it_is() -> None:
    quoted = re.search(r"```\n(Odd in .+?)```", PAGE, re.DOTALL)
    assert quoted is not None
    account = (NOTES / "soap-bubbles.account.txt").read_text(encoding="utf-8")
    assert all(line in account.split("\n") for line in quoted[1].split("\n"))
