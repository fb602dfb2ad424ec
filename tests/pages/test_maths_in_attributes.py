"""A formula inside an attribute or an address is text: it cannot leave it, and the address stays whole."""

from __future__ import annotations

import random

import pytest

from generator.pages.prose import LESSONS, render_block, render_inline
from tests.pages.small_page import Outline

FORMULAS = [
    "$x_1$",
    '$x" onfocus="document.title=(99)" autofocus="$',
    "$x' onfocus=document.title=(99) tabindex=0 y$",
    "$x><script>document.title=99</script><y$",
    '$"><img src=x onerror=document.title=99>$',
    "$x autofocus tabindex=0 onfocus=document.title=(99) y$",
    "$$a & b &lt; c &quot; d$$",
    "$\\text{</math>\"'<b>}$",
    "$&#34; onfocus=&#34;x$",
]
# Every place of a formula that ends up in an attribute; {} is the formula.
PLACES = [
    '[a](https://e.org "{}")',
    "[a](https://e.org '{}')",
    "[a](https://e.org/?q={})",
    "[a](<https://e.org/{}>)",
    "[a](lesson:{})",
    "[a](#{})",
    "[a]({})",
    "[a](mailto:{})",
    "![{}](a.png)",
    '![a](a.png "{}")',
    "![a]({}.png)",
    "![a](<{}.png>)",
    "<https://e.org/{}>",
    '[a][r] ![b][r]\n\n[r]: https://e.org/{} "{}"',
    '![b][r]\n\n[r]: a.png "{}"',
    "[{}][r] ![{}][r]\n\n[r]: a.png",
    "```{}\nx\n```",
    "``` {{.python #{} title={}}}\nx\n```",
    "[![{}](a.png)](https://e.org '{}')",
    '[a](https://e.org "&#xE000;0&#xE001; {}") &#xE000;0&#xE001;',
]
ALLOWED = {
    **{"a": {"href", "title", "rel"}, "img": {"alt", "src", "title", "loading"}, "code": {"class"}},
    **{"math": {"alttext", "display", "data-search-exclude"}},
    **{"nn-scroll": {"class", "data-name"}, "table": {"class"}},
}
MATHML = set(
    "class displaystyle fence form linethickness lspace mathvariant maxsize minsize movablelimits rspace "
    "scriptlevel stretchy width".split()
)
TAGS = {
    "a",
    "blockquote",
    "br",
    "code",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "em",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "nn-scroll",
    "strong",
    "td",
    "th",
    "ul",
}


def assert_harmless(html: str) -> None:
    """Only our tags with their attributes, and every ``<`` and ``"`` that is neither is an entity."""
    for tag, attributes in Outline(html).tags:
        assert tag in TAGS or tag == "math" or tag.startswith("m"), html
        assert set(attributes) <= ALLOWED.get(tag, MATHML), html
        if tag != "math":
            assert not any("<math" in str(value) for value in attributes.values()), html


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("formula", FORMULAS)
def test_no_formula_leaves_its_attribute(place, formula):
    text = place.format(*[formula] * place.count("{}"))
    assert_harmless(render_block(text, "en", LESSONS))
    assert_harmless(render_inline(text, "en", LESSONS))


def test_no_mixture_of_signs_does():
    rng = random.Random(0)
    pieces = [
        "$",
        "$$",
        '"',
        "'",
        "<",
        ">",
        "[a](",
        "![",
        "](a.png",
        "https://e.org",
        ")",
        " onfocus=x ",
        "&",
    ]
    pieces += ["`", "\n\n[r]: ", "[r]", "x_1", "\\", "&#xE000;0&#xE001;", "*", "- ", "lesson:", " "]
    for _ in range(3000):
        assert_harmless(render_block("".join(rng.choices(pieces, k=rng.randint(4, 24))), "en", LESSONS))


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        ('[a](https://e.org "$x < y$ &")', "a", {"href": "https://e.org", "title": "$x < y$ &"}),
        ("[a](https://x.y/?a=$b$&c=$d$)", "a", {"href": "https://x.y/?a=$b$&c=$d$"}),
        ("<https://x.y/?a=$b$>", "a", {"href": "https://x.y/?a=$b$"}),
        ('[a][r]\n\n[r]: https://e.org "$\\"$"', "a", {"href": "https://e.org", "title": '$\\"$'}),
        ('[a](https://e.org "$&lt;b$")', "a", {"href": "https://e.org", "title": "$&lt;b$"}),
        ("![alt $x_1$](a.png)", "img", {"alt": "alt $x_1$", "src": "../../assets/course/a.png"}),
    ],
)
def test_attributes_hold_the_formula_as_it_was_written(text, tag, expected):
    (attributes,) = Outline(render_block(text, "en", LESSONS)).named(tag)
    assert {name: value for name, value in attributes.items() if name not in ("rel", "loading")} == expected


def test_an_address_is_judged_with_its_formula_in_it():
    assert "src" not in render_inline("![a]($/../../$/../a.png)", "en", LESSONS)
    assert "href" not in render_inline("[a]($javascript:alert(1)$)", "en", LESSONS)


def test_a_links_words_may_hold_a_formula():
    html = render_inline("[see $x$](https://e.org)", "en", LESSONS)
    assert '<math alttext="x"' in html
    assert html.endswith("</math></a>")
