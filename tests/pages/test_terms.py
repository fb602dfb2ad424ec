"""The first mention of a glossary's word becomes a link: whole words only, and only in running prose."""

from __future__ import annotations

import re

import pytest

from generator.pages.terms import TermFinder
from generator.spec.glossary import GlossaryFile

WORDS = {
    "weight": ("weight", ["weights"], "가중치", []),
    "sum": ("weighted sum", [], "가중합", ["가중 합"]),
    "layer": ("layer", ["layers"], "층", []),
    "hidden": ("hidden layer", ["hidden layers"], "은닉층", []),
    "relu": ("ReLU", [], "ReLU", ["렐루"]),
    "rate": ("learning rate", [], "학습률", []),
    "signs": ("R&D <b>", [], "R&D", []),
    "batch": ("mini-batch", ["mini-batches"], "미니배치", []),
}
GLOSSARY = GlossaryFile.model_validate(
    {
        "terms": [
            {
                "id": name,
                "term": {"en": english, "ko": korean},
                "also": {"en": more, "ko": others},
                "text": {"en": f"What **{english}** says & means.", "ko": f"{korean}의 뜻."},
            }
            for name, (english, more, korean, others) in WORDS.items()
        ]
    }
)


def linked(html: str, language: str = "en") -> list[tuple[str, str]]:
    """(term, the linked words) in order."""
    found = TermFinder(GLOSSARY, language).link(html, "here", "../glossary/", {})
    return re.findall(r'<a class="nn-term" href="\.\./glossary/#(\w+)"[^>]*>([^<]*)</a>', found)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Each weight. The weights, the weight.</p>", [("weight", "weight")]),
        ("<p>Weights matter.</p>", [("weight", "Weights")]),
        ("<p>A hidden layer, a layer.</p>", [("hidden", "hidden layer"), ("layer", "layer")]),
        ("<p>the weighted\nsum of it</p>", [("sum", "weighted\nsum")]),
        ("<p>weightless, overweight, layer-wise, relu, WEIGHT, &layer;</p>", []),
        ("<p><strong>ReLU</strong>’s (learning rate)</p>", [("relu", "ReLU"), ("rate", "learning rate")]),
        ("<p>on R&amp;D &lt;b&gt; only</p>", [("signs", "R&amp;D &lt;b&gt;")]),
        ("<p>mini-batches of a mini-batch</p>", [("batch", "mini-batches")]),
    ],
)
def test_english_words_are_found_whole(html, expected):
    assert linked(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>가중치를 곱합니다. 가중치는</p>", [("weight", "가중치")]),
        ("<p>은닉층의 층마다</p>", [("hidden", "은닉층"), ("layer", "층")]),
        ("<p>층에서만은, 층입니다.</p>", [("layer", "층")]),
        ("<p>층층이 심층 층계 한층 가중치화된 가중합계</p>", []),
        ("<p>ReLU는, 렐루라고도</p>", [("relu", "ReLU")]),
        ("<p>‘가중치’(weight)와 가중 합이란</p>", [("weight", "가중치"), ("sum", "가중 합")]),
        ("<p>학습률들이</p>", [("rate", "학습률")]),
    ],
)
def test_korean_words_may_be_followed_by_particles(html, expected):
    assert linked(html, "ko") == expected


@pytest.mark.parametrize(
    "html",
    [
        "<h3>A <em>layer</em></h3>",
        '<p><a href="#x">the <b>layer</b></a></p>',
        "<p><code>layer</code></p><pre><code>weight = layer</code></pre>",
        '<p><math alttext="layer"><mtext>layer</mtext></math></p>',
        '<p><img alt="a layer > weight" src="layer"></p>',
        "<table><thead><tr><th>layer</th></tr></thead></table>",
    ],
)
def test_nothing_is_linked_in_headings_links_code_maths_and_tags(html):
    assert linked(html) == []
    assert linked(f"{html}<p>a layer</p>") == [("layer", "layer")]


def test_a_link_explains_and_a_mention_is_remembered():
    mentions: dict[str, str] = {"layer": "before"}
    finder = TermFinder(GLOSSARY, "en")
    html = finder.link("<p>A layer has a weight.</p>", "section", "../glossary/", mentions)
    link = '<a class="nn-term" href="../glossary/#weight" title="What weight says &amp; means.">weight</a>'
    assert html == f"<p>A layer has a {link}.</p>"
    assert mentions == {"layer": "before", "weight": "section"}


def test_a_language_without_words_finds_none():
    html = "<p>layer</p>"
    assert TermFinder(GLOSSARY, "de").link(html, "here", "", {}) == html
