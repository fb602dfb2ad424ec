"""Where code, maths, placements and links stand in a text."""

from __future__ import annotations

import pytest

from generator.spec.markup import find_links, find_placements, find_segments


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$5 and $10", []),
        ("$5-$10, US$3 or A$ 4", []),
        ("커피는 $5이고 빵은 $10이다", []),
        ("between $5 and 10$", []),
        (r"costs \$5 or \$6", []),
        ("a lone $ and $ signs", []),
        ("$x$", [("maths", "x")]),
        ("함수$f$는 $a$, $b$.", [("maths", "f"), ("maths", "a"), ("maths", "b")]),
        (r"$2 \times 3$", [("maths", r"2 \times 3")]),
        (r"$784\times16 + 42$", [("maths", r"784\times16 + 42")]),
        (r"$\text{\$5}$", [("maths", r"\text{\$5}")]),
        ("$$\na = b\n$$", [("display", "\na = b\n")]),
        ("$a\nb$", [("maths", "a\nb")]),
        ("$a\n\nb$", []),
        ("`$x$` and $y$", [("code", "$x$"), ("maths", "y")]),
        ("``a ` $b$`` $c$", [("code", "a ` $b$"), ("maths", "c")]),
        ("```py\n$x$\n```\n$y$", [("code", "$x$\n"), ("maths", "y")]),
        ("~~~\n```\n$x$\n~~~\n$y$", [("code", "```\n$x$\n"), ("maths", "y")]),
        (r"\`$x$\`", [("maths", "x")]),
    ],
)
def test_what_is_code_and_what_is_maths(text, expected):
    found = list(find_segments(text))
    assert [(segment.kind, segment.inner) for segment in found] == expected
    for segment in found:
        assert text[segment.inner_start :].startswith(segment.inner)
        assert segment.inner in text[segment.start : segment.end]


def test_placements_are_lines_of_their_own_outside_code():
    text = "[[one]]\n  [[two]]  \nsee [[three]]\n```\n[[four]]\n```\n\\[[five]]\n[[  six ]]"
    marks = list(find_placements(text))
    assert [mark.value for mark in marks] == ["one", "two", "six"]
    assert text[marks[1].start : marks[1].end] == "  [[two]]  "


def test_which_links_are_images():
    text = "![a\nb](x.png) ![a [b] c](<y z.png>) [d](e) \\![f](g) ![h][i] [![j](k)](l)\n\n[i]: m\n[n]: o"
    assert [(link.value, link.image) for link in find_links(text)] == [
        *[("x.png", True), ("y z.png", True), ("e", False), ("g", False)],
        *[("k", True), ("l", False), ("m", True), ("o", False)],
    ]


def test_an_address_may_hold_what_reads_as_a_formula_but_not_stand_in_one():
    text = "[a](https://e.org/?b=$c$&d=$e$) $[f](g)$ ![$h$](i.png)"
    assert [link.value for link in find_links(text)] == ["https://e.org/?b=$c$&d=$e$", "i.png"]


def test_links_and_images_outside_code_and_maths():
    text = "[a](lesson:x#y) ![b](<pic.png> 'title') `[c](no)` $[d](no)$ \\](no) [e]: no\n\n[f]: https://g.h"
    marks = list(find_links(text))
    assert [mark.value for mark in marks] == ["lesson:x#y", "pic.png", "https://g.h"]
    assert all(text[mark.start : mark.end] == mark.value for mark in marks)
