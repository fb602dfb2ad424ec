"""JSON Schemas of the files an author writes, for editors: made from the models, never written by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping

from generator.spec.course import CourseFile
from generator.spec.glossary import GlossaryFile
from generator.spec.lesson import Lesson
from generator.spec.places import Data
from generator.spec.text import Model

DRAFT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS: Mapping[str, type[Model]] = {
    "lesson.schema.json": Lesson,
    "course.schema.json": CourseFile,
    "glossary.schema.json": GlossaryFile,
}
"""File name → what it describes."""


def render_schema(root: type[Model]) -> str:
    """The schema as the text of a file."""
    schema = _simplify(root.model_json_schema())
    title = f"A {root.noun}" if root is Lesson else root.noun
    return json.dumps({"$schema": DRAFT, **schema, "title": title}, ensure_ascii=False, indent=2) + "\n"


def _simplify(node: Data) -> Data:
    """Drop what no author writes and no editor uses: ``null``, computed titles, ``discriminator``."""
    if isinstance(node, list):
        return [_simplify(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: value for key, value in node.items() if key != "discriminator"}
    if isinstance(kept.get("title"), str):
        del kept["title"]
    if kept.get("default", 0) in (None, "", [], {}):
        del kept["default"]
    options = kept.get("anyOf")
    if isinstance(options, list) and {"type": "null"} in options:
        written = [option for option in options if option != {"type": "null"}]
        del kept["anyOf"]
        kept = {**(written[0] if len(written) == 1 else {"anyOf": written}), **kept}
    simple = {key: _simplify(value) for key, value in kept.items()}
    _describe_choice(simple)
    return simple


def _describe_choice(schema: dict[str, Data]) -> None:
    """``type: number`` is described by what a number question is."""
    for field in ("type", "kind"):
        choice = schema.get("properties", {}).get(field)
        if isinstance(choice, dict) and "const" in choice:
            choice.setdefault("description", schema.get("description", ""))
