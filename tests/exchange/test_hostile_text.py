"""Imported text is text: on the page it looks as it did in its source, whatever signs are in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import TypeVar

import pytest

from generator.pages.prose import LESSONS, render_block, render_inline
from generator.spec.expressions import TextKind, fill_text
from generator.spec.lesson import Lesson
from generator.spec.vocabulary import World

from .conftest import Importer

HOSTILE = [
    "{{ model.parameter_count }}",
    r"\{{ a }} \\{{ b }} \\\{{ c }} {{",
    "{% raw %} {# note #} }}",
    "[[figure]]",
    "[[a]] and [[b]]",
    "$5, $x$ and $$y$$ or \\(z\\)",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "<b>bold</b> & &amp; &#x41; &lt;i&gt; R&D",
    "<!-- hidden --> <br> <sub>x</sub>",
    "**bold** _em_ `code` ~~gone~~ ==mark==",
    "# heading",
    "####### seven",
    "- item",
    "* item",
    "+ item",
    "1. one",
    "12) twelve",
    "2024. 3. 1. 시작",
    "> quotation",
    "--- a",
    "=== b",
    "~~~ c",
    "``` d",
    "| a | b |",
    "[link](javascript:alert(1)) ![image](x.png)",
    "[reference]: http://example.org",
    "<http://example.org> http://example.org/a_b_c",
    "back\\slash \\* the end \\",
    "a 'b' \"c\" ''d''",
    "# a: b #c",
    "{a: b} [c] &d *e !f %g @h `i",
    "no",
    "null x",
    "9:08",
    "0x1F",
    "- - x",
    "? key : value",
    "<<: *merge",
    "한글 **굵게**입니다, 그리고 _기울임_",
    "👩‍🏫 🇰🇷 ❤️ 👍🏽 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "{: .class #id } {#id}",
    ":smile: (c) ... [TOC] [^1]",
    "x^2^ H~2~O",
    "%YAML 1.1",
]
T = TypeVar("T")
NO_NETWORKS = World({}, (), "none")


def filled(text: str, kind: TextKind = "markdown") -> str:
    result = fill_text(text, NO_NETWORKS, kind)
    assert result.problems == ()
    return result.text


def only(text: Mapping[str, T]) -> T:
    """What a text says in the one language it is in."""
    (value,) = text.values()
    return value


def visible_text(html: str) -> str:
    """What a browser shows of simple HTML."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def shown(lesson: Lesson) -> dict[str, str]:
    """Every text of the lesson as a reader sees it."""
    section, question = lesson.sections[0], lesson.all_questions()[0]
    assert lesson.summary and section.text and section.transcript and question.type == "text"
    return {
        "title": filled(only(lesson.title), "plain"),
        "section title": filled(only(section.title), "plain"),
        "cue": section.transcript.cues[0].text,
        "accept": filled(only(question.accept)[0], "typed"),
        "summary": visible_text(render_inline(filled(only(lesson.summary)), "ko", LESSONS)),
        "ask": visible_text(render_inline(filled(only(question.ask)), "ko", LESSONS)),
        "text": visible_text(render_block(filled(only(section.text)), "ko", LESSONS)),
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_as_it_is(text: str, imported: Importer) -> None:
    text = f"{text} 가"
    lesson, _ = imported(
        {
            "title": text,
            "description": text,
            "notes": [{"time": "0:01", "title": text, "content": text}],
            "questions": [{"question": text, "answer": text}],
            "script": [{"time": "0:02", "text": text}],
        }
    )
    assert shown(lesson) == dict.fromkeys(shown(lesson), text)


def test_lines_stay_lines(imported: Importer) -> None:
    """Markdown would join the lines of a paragraph, and make a table or a list of these."""
    lines = ["| a | b |", "|---|---|", "- one", "- two", "    indented", "```", "x = 1", "```", "===", "end"]
    lesson, _ = imported({"title": "제목", "notes": [{"title": "절", "content": "\n".join(lines)}]})
    text = lesson.sections[0].text
    assert text is not None
    paragraphs = re.findall(r"<p>(.*?)</p>", render_block(filled(only(text)), "ko", LESSONS), re.DOTALL)
    assert [visible_text(paragraph) for paragraph in paragraphs] == [line.strip() for line in lines]


def test_signs_that_no_page_can_show_are_left_out_and_told(imported: Importer) -> None:
    source = '{"title": "가\\u0000나\x07다", "notes": ["라\\ud83d마\u202e바\ufeff"]}'
    lesson, result = imported(source)
    assert dict(lesson.title) == {"ko": "가나다"}
    assert dict(lesson.sections[0].title) == {"ko": "라마바"}
    told = [remark.message for remark in result.notes.remarks if "invisible" in remark.message]
    assert told == ["invisible signs left out: U+0007, U+202E"]
