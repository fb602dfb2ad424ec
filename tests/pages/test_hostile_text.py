"""Whatever an author or a transcript says, nothing runs and the page keeps its shape."""

from __future__ import annotations

import pytest

from tests.pages.small_page import Outline, lesson_page, whole_page

HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><style>*{display:none}</style></svg>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<iframe src=//example.org></iframe><form action=//example.org><input name=q>",
    "<nn-video></nn-video><details open><summary>x",
    "</div></section></main><h1>mine</h1>",
    '<div data-loom="why"></div>',
    "<!-- a comment that never ends",
    "<style>body{display:none}</style>",
    "<p style='position:fixed' class=x id=weights>x",
    "[x](javascript:alert(1)) [y](JaVaScRiPt:alert(1)) [z](data:text/html,<script>alert(1)</script>)",
    "[x](&#106;avascript:alert(1)) [y](java\nscript:alert(1)) [z](//example.org) [w](../../x)",
    '[x]: javascript:alert(1)\n\n[x] ![i](https://example.org/pixel.png) ![j](x" onerror="alert(1))',
    '<javascript:alert(1)> <https://example.org/"onclick=alert(1)>',
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;",
    "\ue0000\ue001 &#xE000;0&#xE001; \x02wzxhzdk:0\x03 \x02klzzwxh:0001\x03",
    "{{ 7 * 7 }} {% raw %} {# x #} {{ lesson.__class__ }}",
    "\u202eevil\u202d \u2066x &#x202E;y",
    "`</code><script>alert(1)</script>`\n\n```\n</pre><script>alert(1)</script>\n```",
    "```html onclick=alert(1)\nx\n```\n\n``` {.x onclick=alert(1)}\ny\n```",
    "# heading {#weights onclick=alert(1)}\n\npara {: onclick=alert(1) }",
    "|<td>|\n|-|\n|</table><script>alert(1)</script>|",
    "$<script>alert(1)</script>$ $\\text{</math><script>alert(1)</script>}$",
    '$$\\href{javascript:alert(1)}{x}$$ $\\text{" onload=alert(1)}$',
    "<kbd onclick=alert(1)>x</kbd> <sub><b></sub> </sup></kbd> <br onload=alert(1)>",
    "*".join("_" * 40) + "[" * 200 + "(" * 200,
]
FORBIDDEN = {"script", "iframe", "form", "style", "object", "embed", "link", "base", "input", "svg"}
OURS = {
    "section",
    "header",
    "h1",
    "h2",
    "figure",
    "figcaption",
    "nn-video",
    "details",
    "summary",
    "div",
    "main",
}


def lesson(text: str) -> dict:
    section = {
        "id": "weights",
        "title": text,
        "start": "0:04",
        "text": text,
        "figures": [{"id": "grid", "kind": "weight_grid", "caption": text}],
        "transcript": {"language": "en", "cues": [{"at": "0:04", "text": text}]},
    }
    video = "https://youtu.be/aircAruvnKk"
    return {"id": "x", "title": text, "summary": text, "video": video, "sections": [section]}


def shape(outline: Outline) -> list[tuple[str, str | None, str | None]]:
    return [(tag, each.get("class"), each.get("id")) for tag, each in outline.tags if tag in OURS]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_runs(text):
    picture = Outline(whole_page(lesson_page(lesson("calm")))).named("svg")
    outline = Outline(whole_page(lesson_page(lesson(text))))
    assert len(outline.named("svg")) == len(picture)
    for tag, attributes in outline.tags:
        assert tag == "svg" or tag not in FORBIDDEN
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "srcdoc")]
        assert (attributes.get("src") or "../../assets/course/").startswith("../../assets/course/")
        address = (attributes.get("href") or "https:").lower()
        assert address.startswith(("https://www.youtube.com/", "https:", "http:", "#", "../", "mailto:"))


@pytest.mark.parametrize("text", HOSTILE)
def test_the_page_keeps_its_shape(text):
    calm = shape(Outline(whole_page(lesson_page(lesson("calm")))))
    assert shape(Outline(whole_page(lesson_page(lesson(text))))) == calm


def test_tags_are_shown_as_they_were_typed():
    html = whole_page(lesson_page(lesson("<script>alert(1)</script>")))
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 5


def test_directions_cannot_be_turned_round():
    html = whole_page(lesson_page(lesson("\u202eevil &#x202E;too")))
    prose = html[html.index("<section") : html.index("<figure")]
    assert "\u202e" not in prose[prose.index("</header>") :]
