"""What the fields of lecture notes may be called. Case, spaces and signs do not matter."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.exchange.json_reader import Node

Names = Mapping[str, str]

_TIME = "timestamp time start starttime at 시간 시각 시작"
ROOT: Names = {
    "title": "videotitle title lecturetitle name 제목 영상제목 강의제목",
    "description": "videodescription description summary abstract 설명 영상설명 요약",
    "video": "video videourl videolink url link 영상링크 영상주소 링크",
    "sections": "lecturenote lecturenotes notes note sections chapters 강의노트 노트 섹션",
    "questions": "questions quiz quizzes qna 질문 문제 퀴즈",
    "script": "script transcript subtitles captions cues 스크립트 자막 대본",
}
SECTION: Names = {
    "time": _TIME,
    "title": "sectiontitle title heading name 제목 소제목 섹션제목",
    "text": "content text body summary notes 내용 본문",
}
QUESTION: Names = {
    "time": _TIME,
    "ask": "question ask prompt q text 질문 문제",
    "answer": "answer answers accept a solution 답 정답 답변",
}
CUE: Names = {"time": _TIME, "text": "content text line caption 내용 대사"}


def our_name(name: str, names: Names) -> str:
    """What we call a field that a file calls ``name``; "" if we do not know it."""
    plain = re.sub(r"[\W_]+", "", name).casefold()
    return next((ours for ours, theirs in names.items() if plain in theirs.split()), "")


def known_fields(node: Node, names: Names) -> dict[str, Node]:
    """Our name → value. Of two fields with one meaning the first counts; ``null`` is as good as nothing."""
    found: dict[str, Node] = {}
    if isinstance(node.content, dict):
        for name, value in node.content.items():
            if value.content is not None and (ours := our_name(name, names)):
                found.setdefault(ours, value)
    return found


def unknown_fields(node: Node, names: Names) -> dict[str, Node]:
    """Their name → value, for every field that we have no use for."""
    content = node.content if isinstance(node.content, dict) else {}
    return {name: value for name, value in content.items() if not our_name(name, names)}
