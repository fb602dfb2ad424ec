"""docs/authoring/text.md names every maths command there is, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from generator.pages.prose import LESSONS, render_block
from generator.spec import maths_symbols as known
from generator.spec.maths import check_maths

GUIDE = (Path(__file__).parents[2] / "docs" / "authoring" / "text.md").read_text(encoding="utf-8")
TABLE = GUIDE[GUIDE.index("| What | Commands |") : GUIDE.index("* `13{,}002`")]


def test_the_table_is_the_white_list():
    named = set(re.findall(r"`\\([A-Za-z]+|[^A-Za-z])`", TABLE)) - {"\\"}
    assert named == known.COMMANDS


def test_the_environments_are_named():
    line = next(line for line in TABLE.splitlines() if line.startswith("| Their names"))
    assert set(re.findall(r"`([^`]+)`", line)) == set(known.ENVIRONMENTS)


def test_the_example_is_drawn():
    example = re.search(r"```markdown\n(.*?)```", GUIDE, re.DOTALL)[1]
    assert list(check_maths(example)) == []
    assert render_block(example, "en", LESSONS).count("<math ") == 2
