"""The words around a lesson's sections: goals, time, recap, sources. Part of ``UI_TEXT``."""

from __future__ import annotations

COURSE_TEXT: dict[str, dict[str, str]] = {
    "en": {
        "page_goals": "After this lesson you can",
        "site_goals": "After this course you can",
        "page_minutes": "About {minutes} min",
        "page_hours": "About {hours} h",
        "page_hours_minutes": "About {hours} h {minutes} min",
        "page_recap": "In short",
        "page_readings": "Sources and further reading",
        "page_glossary": "Glossary",
        "page_glossary_lead": "The words of this course, each explained in a few sentences.",
        "page_glossary_places": "First met in:",
    },
    "ko": {
        "page_goals": "이 수업을 마치면",
        "site_goals": "이 강좌를 마치면",
        "page_minutes": "약 {minutes}분",
        "page_hours": "약 {hours}시간",
        "page_hours_minutes": "약 {hours}시간 {minutes}분",
        "page_recap": "한눈에 정리",
        "page_readings": "출처와 더 읽을거리",
        "page_glossary": "용어 사전",
        "page_glossary_lead": "이 강좌에 나오는 용어를 짧게 풀이했습니다.",
        "page_glossary_places": "처음 나오는 곳:",
    },
}
