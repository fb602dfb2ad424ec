"""What authors write and what readers get."""

from __future__ import annotations

import random

import pytest

from generator.pages.prose import LESSONS, render_block, render_inline


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**가중치**가 크면", "<strong>가중치</strong>가 크면"),
        ("**'인용'**은", "<strong>'인용'</strong>\u2060은"),
        ("**경사하강법(gradient descent)**을", "<strong>경사하강법(gradient descent)</strong>\u2060을"),
        (
            "값은 **0.5**이고 *기울기*는 **1**이다",
            "값은 <strong>0.5</strong>이고 <em>기울기</em>는 <strong>1</strong>이다",
        ),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("a < b, c > d & e", "a &lt; b, c &gt; d &amp; e"),
        ("`a < b`", "<code>a &lt; b</code>"),
        ("1. January", "1. January"),
        ("- 3", "- 3"),
        ("# 1", "# 1"),
        (r"\[[not-a-figure]] and \{\{ x }}", "[[not-a-figure]] and {{ x }}"),
        (r"\$5, \*, \<b>, \`x\`", "$5, *, &lt;b&gt;, `x`"),
        ("It costs $5 and $10.", "It costs $5 and $10."),
        ("H<sub>2</sub>O, <kbd>Tab</kbd>", "H<sub>2</sub>O, <kbd>Tab</kbd>"),
        ("&lt;b&gt; &amp; &copy;", "&lt;b&gt; &amp; ©"),
        (r"\&lt;b> \&amp; \&x \\&copy; `\&lt;`", r"&amp;lt;b&gt; &amp;amp; &amp;x \© <code>\&amp;lt;</code>"),
    ],
)
def test_a_line(text, html):
    assert render_inline(text, "ko", LESSONS) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("one\n\ntwo", "<p>one</p>\n<p>two</p>"),
        ("one\n\n*two*", "<p>one</p>\n<p><em>two</em></p>"),
        ("Two kinds:\n- a\n- b", "<p>Two kinds:</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. c\n4. d", '<ol start="3">\n<li>c</li>\n<li>d</li>\n</ol>'),
        ("# Big\n\n#### Small", "<h3>Big</h3>\n<h4>Small</h4>"),
        ("    indented is not code", "<p>indented is not code</p>"),
        ("```python\n**a** < $b$\n```", '<pre><code class="language-python">**a** &lt; $b$\n</code></pre>'),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
    ],
)
def test_blocks(text, html):
    assert render_block(text, "en", LESSONS) == html


@pytest.mark.parametrize("indent", ["  ", "   ", "    "])
def test_lists_nest_by_two_to_four_spaces(indent):
    html = render_block(f"- a\n{indent}- b\n- c", "en", LESSONS)
    assert html.replace("\n", "") == "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"


def test_tables_keep_their_alignment_and_may_hold_formulas():
    html = render_block("|a|b|\n|:-|-:|\n|$|x|$|2|", "en", LESSONS)
    assert '<th align="left">a</th>' in html
    assert '<td align="right">2</td>' in html
    assert html.count("<td") == 2


def test_a_table_scrolls_in_a_box_with_a_name_and_its_tag_in_a_title_stays_words():
    html = render_block("|a|b|\n|-|-|\n|1|2|\n\n[x](#y '<table>')", "ko", LESSONS)
    assert html.startswith('<nn-scroll class="nn-table" data-name="표"><table class="nn-table__cells">')
    assert (html.count("<nn-scroll "), html.count("</table></nn-scroll>")) == (1, 1)


@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("https://example.org/a?b=c&d", "https://example.org/a?b=c&amp;d"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("#weights", "#weights"),
        ("lesson:gradient-descent", "../gradient-descent/"),
        ("lesson:gradient-descent#cost", "../gradient-descent/#cost"),
    ],
)
def test_links_lead_out_within_the_page_and_to_other_lessons(address, href):
    assert (
        render_inline(f"[x]({address})", "en", LESSONS) == f'<a href="{href}" rel="noopener noreferrer">x</a>'
    )


def test_images_come_from_the_course_folder_alone():
    html = render_inline("![a neuron](images/neuron.png)", "en", LESSONS)
    assert html == '<img alt="a neuron" loading="lazy" src="../../assets/course/images/neuron.png">'
    for refused in (
        "https://e.org/x.png",
        "//e.org/x.png",
        "../x.png",
        "%2e%2e/x.png",
        "/x.png",
        "x.svg",
        "x.yaml",
    ):
        assert "src" not in render_inline(f"![x]({refused})", "en", LESSONS)


def test_links_from_the_home_page_start_from_there():
    assert 'href="gradient-descent/"' in render_inline("[x](lesson:gradient-descent)", "en", "")


def test_formulas_are_put_back_whole_and_one_after_the_other():
    html = render_inline("**$a_1$** is *not* $b*c*d$", "en", LESSONS)
    assert html.startswith("<strong><math ")
    assert html.index("<mi>a</mi>") < html.index("<em>not</em>") < html.index("<mi>b</mi>")
    assert html.count("</math>") == 2


@pytest.mark.parametrize("signs", ["- ", "> ", "1. ", "> - ", "[", "![](", "**a ", "*_", "|a|b|\n|-|-|\n"])
def test_greedy_text_is_shown_and_the_next_one_is_read_as_usual(signs):
    assert render_block(signs * 400 + "end", "en", LESSONS).count("end") == 1
    assert render_block("- a", "en", LESSONS) == "<ul>\n<li>a</li>\n</ul>"


def test_one_text_leaves_nothing_behind_for_the_next():
    render_block("[a]: https://example.org\n\n$x$", "en", LESSONS)
    assert render_block("[a] \ue0000\ue001", "en", LESSONS) == "<p>[a] 0</p>"


def test_strong_words_without_markdown_read_as_with_it():
    code = "\n\n`x`"  # makes Markdown read the whole text
    rng = random.Random(0)
    pieces = ("**", "**", "**", " ", "a", "b.", "\n", "\n\n", "가", "1", "-", "(", "*", ":")
    texts = ["".join(rng.choices(pieces, k=rng.randint(1, 12))).strip() for _ in range(2000)]
    for text in filter(None, texts):
        assert (
            render_block(text + code, "en", LESSONS)
            == render_block(text, "en", LESSONS) + "\n<p><code>x</code></p>"
        ), text
