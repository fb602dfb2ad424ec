"""The words of questions of several parts, and of what parts earn. Part of ``UI_TEXT``."""

from __future__ import annotations

from generator.pages.ui_text_task import TASK_TEXT

PARTS_TEXT: dict[str, dict[str, str]] = {
    "en": {
        **TASK_TEXT["en"],
        "quiz_how_cloze": "Fill in the blanks",
        "quiz_how_order": "Put in order",
        "quiz_how_match": "Find what belongs together",
        "quiz_blank": "Blank {number} of {total}",
        "quiz_up": "Move up",
        "quiz_down": "Move down",
        "quiz_place": "{item}: {place} of {total}",
        "quiz_in_order": "In order",
        "quiz_out_of_order": "Out of place",
        "quiz_right_order": "The right order",
        "quiz_your_order": "Your order",
        "quiz_nearly": "Almost right",
        "quiz_no_answer": "No answer",
        "quiz_no_partner": "belongs to nothing",
        "quiz_earned": "{earned} of {points} points.",
        "quiz_earned_one": "{earned} of 1 point.",
        "quiz_parts": "Partly right: {right} of {total}.",
        "quiz_empty_cloze": "Fill in a blank first.",
        "quiz_empty_order": "Move something first.",
        "quiz_empty_match": "Pick a letter first.",
    },
    "ko": {
        **TASK_TEXT["ko"],
        "quiz_how_cloze": "빈칸 채우기",
        "quiz_how_order": "순서대로 놓기",
        "quiz_how_match": "서로 맞는 것끼리 잇기",
        "quiz_blank": "빈칸 {number}/{total}",
        "quiz_up": "위로 옮기기",
        "quiz_down": "아래로 옮기기",
        "quiz_place": "{item}: {total}개 중 {place}번째",
        "quiz_in_order": "순서에 맞음",
        "quiz_out_of_order": "자리가 틀림",
        "quiz_right_order": "올바른 순서",
        "quiz_your_order": "내가 놓은 순서",
        "quiz_nearly": "거의 맞음",
        "quiz_no_answer": "답하지 않음",
        "quiz_no_partner": "짝이 없음",
        "quiz_earned": "{points}점 중 {earned}점입니다.",
        "quiz_earned_one": "1점 중 {earned}점입니다.",
        "quiz_parts": "일부만 맞았습니다. {total}개 중 {right}개가 맞습니다.",
        "quiz_empty_cloze": "먼저 빈칸을 채우세요.",
        "quiz_empty_order": "먼저 순서를 바꿔 보세요.",
        "quiz_empty_match": "먼저 글자를 고르세요.",
    },
}
