"""Transcripts: lists of cues, SubRip, WebVTT, plain lines, and what speech tools do to them."""

from __future__ import annotations

import pytest

from generator.exchange import Imported
from generator.exchange.languages import detect_language
from generator.spec import Lesson

from .conftest import Importer

SRT = """\
1
00:00:01,000 --> 00:00:03,000
Hello <i>you</i>,
and welcome.

2
00:00:04,500 --> 00:00:06,000
{\\an8}3 < 4 & 5 > 4

3
00:01:00,000 --> 00:01:02,000
42
"""
VTT = """\
WEBVTT - a talk
Kind: captions

STYLE
::cue { color: red }

NOTE
not spoken

intro
00:01.000 --> 00:03.000 align:start position:0%
<v Ann>Hello <c.loud>you</c>,
and <00:00:02.000>welcome.

00:04.500 --> 00:06.000
3 &lt; 4 &amp; 5 &gt; 4

NOTE again

01:00.000 --> 01:02.000
42
"""
SPOKEN = [(1, "Hello you, and welcome."), (4, "3 < 4 & 5 > 4"), (60, "42")]


def spoken(lesson: Lesson) -> list[tuple[int, str]]:
    transcripts = [section.transcript for section in lesson.sections if section.transcript]
    return [(cue.at, cue.text) for transcript in transcripts for cue in transcript.cues]


def told(result: Imported) -> list[tuple[int, str]]:
    return [(each.line, each.message) for each in result.notes.remarks]


@pytest.mark.parametrize("text", [SRT, VTT], ids=["srt", "vtt"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_subtitle_file_by_itself(text: str, ending: str, imported: Importer) -> None:
    lesson, _ = imported("\ufeff" + text.replace("\n", ending), "A talk.srt")
    assert spoken(lesson) == SPOKEN
    assert [dict(section.title) for section in lesson.sections] == [{"en": "A talk"}]


@pytest.mark.parametrize("text", [SRT, VTT], ids=["srt", "vtt"])
def test_subtitles_inside_the_json(text: str, imported: Importer) -> None:
    notes = [{"title": "A", "time": "0:00", "content": "a"}, {"title": "B", "time": "0:59", "content": "b"}]
    lesson, _ = imported({"title": "T", "notes": notes, "script": text})
    assert spoken(lesson) == SPOKEN
    assert [len(section.transcript.cues) for section in lesson.sections if section.transcript] == [2, 1]


@pytest.mark.parametrize(
    "script",
    [
        "0:01 Hello.\n[0:05] - Bye.",
        ["0:01 Hello.", "(00:00:05) Bye."],
        [{"time": 1, "text": "Hello."}, {"start": "5.25", "content": "Bye."}],
        ["1\n00:00:01,000 --> 00:00:02,000\nHello.", {"at": "0:05", "text": "Bye."}],
    ],
)
def test_other_shapes_of_a_script(script: object, imported: Importer) -> None:
    lesson, _ = imported({"title": "T", "notes": ["A"], "script": script})
    assert spoken(lesson) == [(1, "Hello."), (5, "Bye.")]


def test_lines_without_times_stand_at_the_time_before_them(imported: Importer) -> None:
    lesson, result = imported('{"title": "T", "notes": ["A"],\n"script": ["One.", "0:07 Two.", "Three."]}')
    assert spoken(lesson) == [(0, "One."), (7, "Two."), (7, "Three.")]
    assert (2, "a cue without a time: placed at 0:07") in told(result)


def test_cues_before_the_first_section_belong_to_it(imported: Importer) -> None:
    notes = [{"title": "A", "time": "1:00", "content": "a"}, {"title": "B", "time": "2:00", "content": "b"}]
    cues = [{"time": time, "text": time} for time in ("0:05", "1:59", "2:00")]
    lesson, _ = imported({"title": "T", "notes": notes, "script": cues})
    found = [
        [cue.text for cue in section.transcript.cues] for section in lesson.sections if section.transcript
    ]
    assert found == [["0:05", "1:59"], ["2:00"]]


def glued(text: str) -> dict[str, object]:
    return {
        "title": "T",
        "notes": ["A"],
        "script": [{"time": "0:10", "text": text}, {"time": "0:30", "text": "End."}],
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. 7 00:00:20,500 --> 00:00:22,000 Two.", [(10, "One."), (20, "Two."), (30, "End.")]),
        ("One. 00:20.500 --> 00:22.000 Two.", [(10, "One."), (20, "Two."), (30, "End.")]),
        ("One.\n\n7\n00:00:20,500 --> 00:00:22,000\nTwo.", [(10, "One."), (20, "Two."), (30, "End.")]),
        (
            "One. 7 0:00:20 --> 0:00:22 Two. 8 0:00:25 --> 0:00:27 Three.",
            [(10, "One."), (20, "Two."), (25, "Three."), (30, "End.")],
        ),
        ("7 00:00:20,500 --> 00:00:22,000 Two.", [(20, "Two."), (30, "End.")]),
        ("One. 7 00:00:20,500 --> 00:00:22,000", [(10, "One."), (30, "End.")]),
        ("At 7 00:20 it began --> see 00:22.", [(10, "At 7 00:20 it began --> see 00:22."), (30, "End.")]),
    ],
)
def test_a_cue_with_another_glued_into_it(
    text: str, expected: list[tuple[int, str]], imported: Importer
) -> None:
    lesson, _ = imported(glued(text))
    assert spoken(lesson) == expected


def test_a_split_cue_is_told_with_its_line(imported: Importer) -> None:
    _, result = imported(glued("One. 7 00:00:20,500 --> 00:00:19,000 Two."))
    assert (
        9,
        "a second cue (number 7), 00:00:20,500 --> 00:00:19,000, stood inside this one: they are two now; "
        "its end lies before its beginning, the beginning counts",
    ) in told(result)


def test_cues_that_share_a_second_are_told_and_kept_in_order(imported: Importer) -> None:
    cues = '{"time": "0:05", "text": "First."},\n{"time": "0:05", "text": "Second."}'
    lesson, result = imported(f'{{"title": "T", "notes": ["A"], "script": [\n{cues}]}}')
    assert spoken(lesson) == [(5, "First."), (5, "Second.")]
    assert (3, "this cue and the one before it of line 2 share 0:05") in told(result)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("가중치와 편향", "ko"),
        ("ReLU 활성화 함수의 동기", "ko"),
        ("weights and biases", "en"),
        ("重みとバイアス", "ja"),
        ("权重和偏置", "zh"),
        ("веса и смещения", "ru"),
        ("123 …", "en"),
        ("", "en"),
    ],
)
def test_languages_are_told_by_their_script(text: str, language: str) -> None:
    assert detect_language([text]) == language
