"""The home page says what the course leads to and how long it takes."""

from __future__ import annotations

from pathlib import Path

from generator.build import build_site
from generator.spec import load_course

COURSE = """\
title: {en: Course, ko: 강좌}
goals: [{en: read *digits*, ko: 숫자를 읽을 수 있어요.}]
languages: [en, ko]
"""
LESSON = """\
title: {en: A lesson, ko: 수업}
sections: [{id: a, title: {en: A, ko: 가}, text: {en: Text., ko: 글.}}]
"""


def home(folder: Path, language: str = "en", **lessons: str) -> str:
    for name, text in {"course": COURSE, **lessons}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    files = {file.uri: file for file in build_site(load_course(folder))}
    return str(files[f"{language}/index.md"].content)


def test_goals_of_the_course_stand_above_its_lessons(tmp_path):
    html = home(tmp_path, one=LESSON)
    assert '<h2 id="your_goals">After this course you can</h2>' in html
    assert html.index("<li>read <em>digits</em></li>") < html.index('id="__lessons"')
    assert "이 강좌를 마치면" in home(tmp_path, "ko", one=LESSON)


def test_each_lesson_says_its_time_and_the_course_the_sum(tmp_path):
    html = home(tmp_path, one=f"{LESSON}minutes: 25\n", two=f"{LESSON}minutes: 50\n")
    facts = "<span>About 25 min</span><span>1 section</span>"
    assert facts in html and "<span>About 50 min</span>" in html
    assert "<span>2 lessons</span><span>About 1 h 15 min</span>" in html


def test_a_sum_that_leaves_lessons_out_is_not_told(tmp_path):
    html = home(tmp_path, one=f"{LESSON}minutes: 25\n", two=LESSON)
    assert html.count("min</span>") == 1
