"""A lesson becomes a page: what stands where, where it leads, and what search may read."""

from __future__ import annotations

import re

from tests.pages.small_page import Outline, lesson_page, whole_page

FIGURE = {"kind": "weight_grid", "layer": 1, "neuron": 3}


def question(name: str) -> dict:
    return {"id": name, "type": "text", "ask": f"What is {name}?", "accept": "secret answer"}


def lesson(**more) -> dict:
    section = {
        "id": "weights",
        "title": {"en": "Weights & biases", "ko": "가중치와 편향"},
        "start": "9:08",
        "text": {
            "en": "First.\n\n[[grid]]\n\nThen $w$.\n\n[[why]]\n\nLast.",
            "ko": "처음.\n\n[[why]]\n\n끝.",
        },
        "figures": [
            {"id": "loose", **FIGURE},
            {"id": "grid", **FIGURE, "caption": {"en": "**Ours**", "ko": "우리 것"}},
        ],
        "questions": [question("how"), question("why")],
        "transcript": {"language": "en", "cues": [{"at": "9:08", "text": "So <b>weights</b>"}]},
    }
    title = {"en": "Lesson", "ko": "수업"}
    return {"id": "lesson", "title": title, "sections": [section | more.pop("section", {})], **more}


VIDEO = {"video": "https://youtu.be/aircAruvnKk?si=x"}


def ids_in_order(html: str) -> list[str]:
    wanted = ("weights", "grid", "loose", "how", "why", "last", "end_quiz")
    found = re.findall(r'\bid="([a-z_]+)"', html)
    return [name for name in found if name in wanted]


def test_figures_and_questions_stand_where_they_are_put_and_the_rest_follows():
    page = lesson_page(lesson(questions=[question("last")]))
    assert ids_in_order(whole_page(page)) == ["weights", "grid", "why", "loose", "how", "end_quiz", "last"]
    assert page.content.index("First.") < page.content.index('"grid"') < page.content.index("Then ")


def test_each_language_places_by_its_own_text():
    html = whole_page(lesson_page(lesson(), "ko"))
    assert ids_in_order(html) == ["weights", "why", "loose", "grid", "how"]
    assert "우리 것" in html


def test_questions_are_numbered_as_they_are_read():
    html = whole_page(lesson_page(lesson(questions=[question("last")])))
    assert list(dict.fromkeys(re.findall(r"Question (\d)", html))) == ["1", "2", "3"]


def test_headings_are_sections_and_lead_to_their_ids():
    page = lesson_page(lesson(questions=[question("last")]))
    outline = Outline(whole_page(page))
    assert [heading["id"] for heading in outline.named("h2")] == ["weights", "end_quiz"]
    assert [(each.id, each.title) for each in page.headings] == [
        ("weights", "Weights & biases"),
        ("end_quiz", "Check yourself"),
    ]
    assert len(outline.named("h1")) == 1
    assert "Weights &amp; biases" in page.content


def test_a_figure_has_its_captions_and_its_numbers():
    html = whole_page(lesson_page(lesson()))
    figure = re.search(r'<figure class="nnf" id="grid".*?</figure>', html, re.DOTALL)[0]
    assert "<strong>Ours</strong>" in figure
    assert "Computed &lt;caption&gt;" in figure
    assert '<th scope="col">neuron</th>' in figure
    assert "<td>0.5</td>" in figure


def test_moments_lead_into_the_video_and_nothing_is_loaded():
    html = whole_page(lesson_page(lesson(**VIDEO)))
    links = [link["href"] for link in Outline(html).named("a") if "youtube" in (link.get("href") or "")]
    address = "https://www.youtube.com/watch?v=aircAruvnKk"
    assert links == [address, f"{address}&t=548s", f"{address}&t=548s"]
    assert not re.search(r"<(iframe|img|link|script src|source)|url\(|src=", html)


def test_without_a_video_times_are_no_links():
    html = whole_page(lesson_page(lesson()))
    assert '<span class="nn-moment">9:08</span>' in html
    assert "nn-video" not in html


def test_the_transcript_is_collapsed_literal_and_in_its_own_language():
    html = whole_page(lesson_page(lesson(), "ko"))
    details = re.search(r'<details class="nn-transcript">.*?</details>', html, re.DOTALL)[0]
    assert '<ol class="nn-cues" lang="en">' in details
    assert "So &lt;b&gt;weights&lt;/b&gt;" in details
    assert "자막 전문" in details


def test_a_missing_translation_falls_back_and_says_so():
    html = whole_page(
        lesson_page(lesson(section={"text": {"en": "Only English."}, "title": "English title"}), "ko")
    )
    assert re.search(r'<p class="nn-badge"[^>]*>아직 번역되지 않은 글 \(English\)</p>', html)
    assert '<div lang="en"><p>Only English.</p></div>' in html
    assert '<h2 id="weights" lang="en">' in html


def test_search_reads_prose_and_headings_but_no_answers_figures_or_transcripts():
    content = lesson_page(lesson(**VIDEO)).content
    assert "Last." in content
    for hidden in ("secret answer", "What is", "<svg", "Computed", "So &lt;b", "YouTube"):
        assert hidden not in content
    assert re.search(r"<math [^>]*data-search-exclude", content)


def test_a_page_asks_for_no_more_than_it_needs():
    plain = {"id": "plain", "title": "Plain", "sections": [{"id": "one", "title": "One", "text": "Text."}]}
    assert (lesson_page(plain).modules, lesson_page(plain).styles) == (
        (),
        ("css/lesson.css", "css/captions.css"),
    )
    full = lesson_page(lesson(**VIDEO))
    assert full.modules == ("js/define.mjs", "js/video.mjs", "js/scroll.mjs")
    names = ("lesson", "captions", "figures", "quiz", "quiz-help", "maths")
    assert set(full.styles) == {f"css/{name}.css" for name in names}
