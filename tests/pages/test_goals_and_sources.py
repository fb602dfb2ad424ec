"""What stands around a lesson's sections: goals and time above, the recap before the quiz, sources last."""

from __future__ import annotations

import re

import pytest

from generator.pages.goals import describe_time
from generator.spec.lesson import Lesson
from tests.pages.small_page import Outline, lesson_page, whole_page

AROUND = {
    "title": {"en": "Lesson", "ko": "수업"},
    "goals": [{"en": "say **what**", "ko": "말할 수 있어요."}, {"en": "count <b>", "ko": "셀 수 있어요."}],
    "minutes": 95,
    "recap": {"en": "It was $w$.\n\nAnd *more*.", "ko": "정리."},
    "sources": [
        {"title": "A & B", "url": "https://example.org/?a=1&b=2", "note": {"en": "a *book*", "ko": "책"}},
        {"title": {"en": "Talk", "ko": "강의"}, "url": "http://example.org"},
    ],
}


def lesson(**more) -> dict:
    question = {"id": "last", "type": "true_false", "ask": "So?", "answer": True}
    section = {"id": "one", "title": {"en": "One", "ko": "하나"}, "text": {"en": "Text.", "ko": "글."}}
    return {"id": "lesson", "sections": [section], "questions": [question], **AROUND, **more}


def test_everything_has_its_place():
    page = lesson_page(lesson())
    html = whole_page(page)
    ids = [heading["id"] for heading in Outline(html).named("h2")]
    assert ids == ["your_goals", "one", "in_short", "end_quiz", "further_reading"]
    assert [each.id for each in page.headings] == ids
    assert [each.title for each in page.headings][::4] == [
        "After this lesson you can",
        "Sources and further reading",
    ]
    assert html.index("<quiz-score") < html.index("further_reading")


def test_goals_are_markdown_and_the_time_stands_above():
    html = whole_page(lesson_page(lesson()))
    assert "<li>say <strong>what</strong></li>\n<li>count &lt;b&gt;</li>" in html
    assert html.index("About 1 h 35 min") < html.index("your_goals")
    assert "<li>말할 수 있어요.</li>" in whole_page(lesson_page(lesson(), "ko"))


def test_sources_lead_out_and_nothing_of_theirs_is_markup():
    html = whole_page(lesson_page(lesson()))
    link = '<a href="https://example.org/?a=1&amp;b=2" rel="noopener">A &amp; B</a>'
    assert f'{link} <span class="nn-readings__note">a <em>book</em></span>' in html
    assert '<li><a href="http://example.org" rel="noopener">Talk</a></li>' in html
    korean = whole_page(lesson_page(lesson(), "ko"))
    assert ">강의</a>" in korean
    assert 'rel="noopener">A &amp; B</a> <span class="nn-readings__note">책</span>' in korean


def test_what_is_not_translated_says_so():
    goal = {"title": "A", "url": "https://a.org", "note": "Only English"}
    html = whole_page(lesson_page(lesson(goals=["read"], recap="So.", sources=[goal]), "ko"))
    assert '<li lang="en">read</li>' in html
    assert '<div lang="en"><p>So.</p></div>' in html
    assert '<span class="nn-readings__note" lang="en">Only English</span>' in html


def test_a_lesson_without_them_has_nothing_of_them():
    bare = {"goals": [], "sources": [], "minutes": None, "recap": None}
    html = whole_page(lesson_page(lesson(**bare)))
    assert [heading["id"] for heading in Outline(html).named("h2")] == ["one", "end_quiz"]
    assert not re.search("nn-goals|nn-time|nn-readings", html)


@pytest.mark.parametrize(
    ("minutes", "english", "korean"),
    [
        (1, "About 1 min", "약 1분"),
        (59, "About 59 min", "약 59분"),
        (60, "About 1 h", "약 1시간"),
        (130, "About 2 h 10 min", "약 2시간 10분"),
    ],
)
def test_time_is_told_as_people_tell_it(minutes, english, korean):
    assert (describe_time(minutes, "en"), describe_time(minutes, "ko")) == (english, korean)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)//a.b", "//a.b", "https://", 'https://a.b/"x', "ftp://a.b"]
)
def test_a_source_leads_to_the_web_only(url):
    with pytest.raises(ValueError, match=r"sources\.0\.url"):
        Lesson.model_validate(lesson(sources=[{"title": "X", "url": url}]))
