"""docs/authoring/expressions.md lists the vocabulary that the program has, in the program's words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.spec.expressions import fill_text
from generator.spec.functions import FUNCTIONS, GATHERERS
from generator.spec.vocabulary import MEMBERS, World

PAGE = (Path(__file__).parents[2] / "docs/authoring/expressions.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([^`]+)` \| (.+) \|$", re.MULTILINE)


def rows(heading: str) -> list[tuple[str, str]]:
    """The table under a heading."""
    section = re.split(r"^#+ ", PAGE.split(f"# {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    return ROW.findall(section)


@pytest.mark.parametrize("kind", MEMBERS)
def test_every_attribute_is_listed(kind: str) -> None:
    assert rows(kind) == [(member.name, member.meaning) for member in MEMBERS[kind].values()]


def test_every_function_is_listed() -> None:
    known = {**FUNCTIONS, **GATHERERS}
    assert rows("Functions") == [(name, meaning) for name, (meaning, _) in known.items()]


def test_every_name_is_listed(headers_only: World) -> None:
    assert {name.split("[")[0] for name, _ in rows("Names")} == set(headers_only.names())


@pytest.mark.parametrize(("written", "shown"), rows("How a number is written"))
def test_every_example_is_true(written: str, shown: str, world: World) -> None:
    assert fill_text(written, world).text == shown
