"""What ``plot`` says where the function that draws it says nothing."""

from __future__ import annotations

from generator.figures.words import vocabulary

WORDS = vocabulary(
    en={"described": "A chart, computed when this page was made."},
    ko={"described": "이 페이지를 만들 때 계산하여 그린 도표입니다."},
)
