"""The JSON Schemas are those of the models, and describe every field."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.spec.schema import SCHEMAS, render_schema

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_in_the_docs_is_fresh(name):
    fresh = render_schema(SCHEMAS[name])
    assert (DOCS / name).read_text(encoding="utf-8") == fresh, "run: lessonloom schema"


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_has_a_description(name):
    schema = json.loads((DOCS / name).read_text(encoding="utf-8"))
    objects = {"": schema, **schema.get("$defs", {})}
    bare = [
        f"{owner}.{field}"
        for owner, definition in objects.items()
        for field, value in definition.get("properties", {}).items()
        if not value.get("description")
    ]
    assert bare == []


def test_the_command_writes_both_schemas(tmp_path):
    result = CliRunner().invoke(main, ["schema", str(tmp_path)])
    assert result.exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(SCHEMAS)
