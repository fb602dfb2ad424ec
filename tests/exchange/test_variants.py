"""Notes as they also come: other names, other preambles, missing parts, odd answers, times in disorder."""

from __future__ import annotations

from typing import Any

import pytest

from generator.spec.questions import TextQuestion

from .conftest import Importer

SECTIONS = [
    {"timestamp": "00:00:05", "section_title": "Waves", "content": "A wave carries energy."},
    {"timestamp": "00:01:00", "section_title": "Sound", "content": "Sound needs a medium such as air."},
]
CUES = [{"timestamp": "0:00:07", "content": "Look."}, {"timestamp": "0:01:02", "content": "Listen."}]
NOTES: dict[str, Any] = {"videoTitle": "Waves and sound", "Lecture Note": SECTIONS, "script": CUES}


def accepted(question: object) -> list[str]:
    assert isinstance(question, TextQuestion)
    return sorted({text for texts in question.accept.values() for text in texts})


def test_english_names(imported: Importer) -> None:
    lesson, result = imported(
        {
            "title": "Waves and sound",
            "description": "Two kinds.",
            "url": "https://youtu.be/abcdefghijk?t=9",
            "sections": [{"start": "0:05", "heading": "Waves", "text": "A wave carries energy."}],
            "quiz": [{"prompt": "What does a wave carry?", "answer": "energy"}],
            "transcript": [{"time": "0:07", "text": "Look."}],
        }
    )
    section = lesson.sections[0]
    assert (dict(lesson.title), lesson.video) == (
        {"en": "Waves and sound"},
        "https://www.youtube.com/watch?v=abcdefghijk",
    )
    assert (section.start, accepted(section.questions[0])) == (5, ["energy"])
    assert section.transcript is not None and section.transcript.cues[0].at == 7
    assert result.notes.remarks == ()


def test_korean_names(imported: Importer) -> None:
    lesson, _ = imported(
        {
            "제목": "파동",
            "강의 노트": [{"시간": "0:05", "소제목": "소리", "내용": "소리는 공기를 흔듭니다."}],
            "질문": [{"질문": "소리는 무엇을 흔드나요?", "답": "공기"}],
            "자막": [{"시간": "0:06", "대사": "들어 보세요."}],
        }
    )
    section = lesson.sections[0]
    assert (section.id, accepted(section.questions[0])) == ("sori", ["공기"])
    assert section.transcript is not None and section.transcript.language == "ko"


@pytest.mark.parametrize("questions", [{}, {"questions": []}, {"questions": None}, {"questions": ""}])
def test_without_questions(questions: dict[str, Any], imported: Importer) -> None:
    lesson, _ = imported(NOTES | questions)
    assert lesson.all_questions() == ()


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("energy", ["energy"]),
        (["energy", "power", "energy"], ["energy", "power"]),
        (42, ["42"]),
        (0.50, ["0.5"]),
        (True, ["true"]),
        ([1, ["two"]], ["1", "two"]),
        ("two\nlines", ["two lines"]),
        ({"text": "energy"}, []),
        ("", []),
        (None, []),
        ("…", []),
    ],
)
def test_answers(answer: object, expected: list[str], imported: Importer) -> None:
    lesson, result = imported(
        NOTES | {"questions": [{"question": "What does a wave carry?", "answer": answer}]}
    )
    assert [accepted(question) for question in lesson.all_questions()] == ([expected] if expected else [])
    left_out = any("a question without an answer: left out" in each.message for each in result.notes.remarks)
    assert left_out is not bool(expected)


def test_numbers_are_taken_as_they_are_written(imported: Importer) -> None:
    lesson, _ = imported('{"notes": ["Waves"], "questions": [{"question": "How far?", "answer": 0.50}]}')
    assert accepted(lesson.all_questions()[0]) == ["0.50"]


def test_questions_without_a_clear_section_stand_at_the_end(imported: Importer) -> None:
    asked = [
        {"question": "What does sound need?", "answer": "a medium"},
        {"question": "Who is speaking?", "answer": "nobody knows"},
        {"question": "What is this?", "answer": "a surprise", "time": "0:30"},
    ]
    lesson, _ = imported(NOTES | {"questions": asked})
    assert [len(section.questions) for section in lesson.sections] == [1, 1]
    assert [question.ask["en"] for question in lesson.sections[0].questions] == ["What is this?"]
    assert [question.ask["en"] for question in lesson.questions] == ["Who is speaking?"]


@pytest.mark.parametrize(
    "text",
    [
        '{"title": "T", "notes": [{"title": "A", "time": "0:01", "content": "a",},],}',
        '\ufeff{"title": "T",\r\n "notes": [{"title": "A", "time": "0:01", "content": "a"}]}\r\n',
        'Here {enjoy}:\n```json\n{"title": "T", "notes": [{"title": "A", "time": 1, "text": "a"}]}\n```\n',
        '{"x": 1}\n{"title": "T", "notes": [{"title": "A", "time": "00:00:01,500", "content": "a"}]} bye',
        '{"TITLE": "T", "Notes": {"title": "A", "time": "[0:01]", "content": "a"}}',
        '{"title": "T", "title": "U", "notes": [{"title": "A", "time": "1.9", "content": ["a"]}]}',
    ],
)
def test_wrappings(text: str, imported: Importer) -> None:
    lesson, _ = imported(text)
    (section,) = lesson.sections
    assert (dict(lesson.title), dict(section.title), section.start) == ({"en": "T"}, {"en": "A"}, 1)
    assert section.text is not None and dict(section.text) == {"en": "a"}


def test_utf_16_is_read_too(imported: Importer) -> None:
    lesson, _ = imported('{"title": "파동", "notes": ["소리"]}'.encode("utf-16"))
    assert dict(lesson.title) == {"ko": "파동"}


def test_times_in_disorder_are_put_into_order(imported: Importer) -> None:
    shuffled = {"Lecture Note": SECTIONS[::-1], "script": CUES[::-1]}
    lesson, result = imported(NOTES | shuffled)
    assert [section.id for section in lesson.sections] == ["waves", "sound"]
    spoken = [section.transcript.cues[0].text for section in lesson.sections if section.transcript]
    assert spoken == ["Look.", "Listen."]
    told = [each.message for each in result.notes.remarks]
    assert "the section 'Waves' came too early: put into order" not in told
    assert "the section 'Sound' came too early: put into order" in told
    assert "this cue is out of order (0:07 after 1:02): put into order" in told


@pytest.mark.parametrize("time", ["99:99", "soon", "1:2:3:4", "-5", "12:60", "9" * 40])
def test_what_is_no_time_is_told(time: str, imported: Importer) -> None:
    lesson, result = imported({"title": "T", "notes": [{"title": "A", "time": time, "content": "a"}]})
    assert lesson.sections[0].start is None
    assert f"'{time}' is not a time" in [each.message for each in result.notes.remarks]


def test_everything_that_is_not_used_is_told_by_line(imported: Importer) -> None:
    text = '\n'.join(
        [
            "model: speech-9",
            '{"title": "T", "rating": 5,',
            ' "url": "https://example.org/film",',
            ' "notes": [{"title": "A", "text": "a", "mood": "calm"}, {"title": "B", "mood": "up"}, {}, "C"],',
            ' "script": [{"time": "0:01"}]}',
            "bye",
        ]
    )  # fmt: skip
    _, result = imported(text)
    assert [(each.line, each.message) for each in result.notes.remarks] == [
        (1, "not used: model: speech-9"),
        (2, "'rating' of the notes is not used"),
        (3, "this is no YouTube address: the lesson has no video"),
        (4, "a section without title and text: left out"),
        (4, "a section without a title: its first line becomes the title"),
        (4, "'mood' of sections is not used (2 times)"),
        (4, "a section without a text: its title stands for it"),
        (4, "a section without a text: its title stands for it"),
        (5, "a cue without text: left out"),
        (6, "not used: bye"),
    ]


def test_without_a_title_the_files_name_stands_for_it(imported: Importer) -> None:
    lesson, result = imported({"notes": ["Waves"]}, "my notes.txt")
    assert dict(lesson.title) == {"en": "my notes"}
    assert (0, "there is no title: the file's name stands for it") in [
        (each.line, each.message) for each in result.notes.remarks
    ]


def test_ids_are_unique_and_ascii(imported: Importer) -> None:
    titles = ["가중치", "가중치", "🎉", "no", "2024-01-01", "ReLU 활성화 함수", "Ünïcode", "無", "x" * 90]
    sections = [
        {"title": title, "time": f"0:{index:02}", "content": "x"} for index, title in enumerate(titles)
    ]
    lesson, _ = imported({"title": "T", "notes": sections})
    assert [section.id for section in lesson.sections] == [
        "gajungchi",
        "gajungchi-2",
        "at-0-02",
        "no",
        "2024-01-01",
        "relu-hwalseonghwa-hamsu",
        "unicode",
        "at-0-07",
        "x" * 40,
    ]
