"""Positions: every key, every value, and every character of a text in whatever YAML style it is written."""

from __future__ import annotations

import pytest

from generator.spec.places import Problem
from generator.spec.source import parse_source


def source_of(text: str):
    source = parse_source(text.encode("utf-8"), "lesson.yaml")
    assert source.diagnostics == ()
    return source


def in_file(text: str, line: int, column: int) -> str:
    """What stands in the file from a place to the end of its line."""
    return text.splitlines()[line - 1][column - 1 :]


STYLES = {
    "plain": "a: one {{ x }} two\n",
    "plain over lines": "a: one\n  two {{ x }}\n  three\n",
    "single quotes": "a: 'it''s {{ x }}'\n",
    "double quotes": 'a: "\\"q\\" \\u00e9 {{ x }}"\n',
    "double quotes over lines": 'a: "one\n\n  two \\\n  {{ x }}"\n',
    "literal": "a: |\n  한글 one\n\n    {{ x }} two\n",
    "literal with indentation": "a: |2-\n    one\n   {{ x }}\n",
    "folded": "a: >\n  one\n  two {{ x }}\n\n  three\n",
    "folded with a comment": "a: >- # | not this\n  one {{ x }}\n",
    "flow": "a: {b: [one, 'two {{ x }}']}\n",
}


@pytest.mark.parametrize("text", STYLES.values(), ids=STYLES.keys())
def test_a_character_of_a_text_is_found_in_the_file(text):
    source = source_of(text)
    loc = ("a", "b", 1) if "[" in text else ("a",)
    value = source.value_at(loc)
    assert in_file(text, *source.locate(loc, value.index("{{"))).startswith("{{ x }}")
    assert in_file(text, *source.locate(loc, value.index("}}"))).startswith("}}")


def test_windows_line_ends_and_a_byte_order_mark_change_no_place():
    plain = "title: One\nsections:\n  - id: x\n    text: |\n      one\n      {{ y }}\n"
    loc = ("sections", 0, "text")
    expected = source_of(plain).locate(loc, 4)
    windows = parse_source(b"\xef\xbb\xbf" + plain.replace("\n", "\r\n").encode(), "lesson.yaml")
    assert windows.locate(loc, 4) == expected == (6, 7)
    assert windows.data == source_of(plain).data


def test_carets_stand_under_keys_values_and_parts_of_texts():
    source = source_of("sections:\n  - id: x\n    title: 신경망 {{ x }}\n")
    loc = ("sections", 0, "title")
    at_key, at_value = source.at_key(loc, "c", "m"), source.at_value(loc, "c", "m")
    at_text = source.at_text(loc, 4, 7, Problem("c", "m"))
    assert [(d.line, d.column, d.length) for d in (at_key, at_value, at_text)] == [
        (3, 5, 5),
        (3, 12, 11),
        (3, 16, 7),
    ]
    missing = source.at_value(("sections", 0, "text"), "c", "m")
    assert (missing.line, missing.column, missing.length) == (2, 5, 2)


def test_what_yaml_agrees_on_is_read_as_everywhere():
    text = "a: 1\nb: -2.5\nc: 1e3\nd: true\ne: 'true'\nf: [x, 1:2x]\ng: 1.2.3\nh: +5\n"
    values = {
        "a": 1,
        "b": -2.5,
        "c": 1000.0,
        "d": True,
        "e": "true",
        "f": ["x", "1:2x"],
        "g": "1.2.3",
        "h": 5,
    }
    assert source_of(text).data == values
