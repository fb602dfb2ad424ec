"""What the search finds of a page: whole sentences, headings as they read, words in brackets."""

from __future__ import annotations

import re

import pytest

from generator.pages.maths import render_maths
from generator.pages.search_index import SEPARATOR, index_page


def test_a_heading_has_no_permalink_in_it():
    page = '<h1>T</h1><h2 id="w">가중치<a class="headerlink" href="#w" title="Link">#</a></h2><p>글</p>'
    assert [entry["title"] for entry in index_page("x/", page)] == ["T", "가중치"]


@pytest.mark.parametrize(
    ("latex", "shown"), [("0.731", "0.731"), ("w_1", "w1"), (r"\frac{1}{2}", "…"), ("a < b", "a &lt; b")]
)
def test_a_formula_leaves_no_hole_in_its_sentence(latex: str, shown: str):
    (entry,) = index_page("x/", f"<h1>T</h1><p>값은 {render_maths(latex, 'ko', display=False)}입니다.</p>")
    assert entry["text"] == f"<p>값은 {shown}입니다.</p>"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("시그모이드(sigmoid)는", ["시그모이드", "sigmoid", "는"]),
        ("“말”, ‘글’: 13,002개의 값.", ["말", "글", "13,002개의", "값"]),
        ("0.731, and/or… don't!", ["0.731", "and", "or", "don", "t"]),
        ("a &lt; b &amp; c", ["a", "b", "c"]),
    ],
)
def test_punctuation_parts_words_and_not_numbers(text: str, words: list[str]):
    assert [word for word in re.split(SEPARATOR, text) if word] == words
