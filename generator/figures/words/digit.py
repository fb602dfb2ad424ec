"""What ``digit`` says."""

from __future__ import annotations

from generator.figures.josa import josa
from generator.figures.words import Say, pick, vocabulary

WORDS = vocabulary(
    en={
        "black": "black",
        "pixel_numbers": "9 × 9 of them, as numbers",
        "pixels_28": "28 × 28 pixels",
        "row_column": "row / column",
        "white": "white",
    },
    ko={
        "black": "검정",
        "pixel_numbers": "그중 9 × 9칸의 밝기",
        "pixels_28": "28 × 28픽셀",
        "row_column": "행 / 열",
        "white": "흰색",
    },
)


def say_digit(language: str, label: int, lit: int, corner: tuple[int, int] | None) -> Say:
    """``lit`` counts the pixels above 0; ``corner`` is the (row, column), from 0, of the cut-out if there is
    one."""
    en_more = ko_more = en_frame = ko_frame = ""
    if corner:
        row, column = corner[0] + 1, corner[1] + 1
        en_more = f" The cut-out shows rows {row}–{row + 8} and columns {column}–{column + 8} as numbers."
        ko_more = f" 밝기를 수로 나타낸 부분은 {row}~{row + 8}행, {column}~{column + 8}열입니다."
        en_frame = (
            " The frame marks the 9 × 9 of them that are shown as numbers: "
            "those with the most pixels between black and white."
        )
        ko_frame = " 테두리는 수로 적은 9 × 9칸의 자리로, 검정도 흰색도 아닌 칸이 가장 많은 곳입니다."
    return pick(
        language,
        en=Say(
            f"A handwritten {label} of 28 by 28 pixels.",
            f"White strokes on black; {lit} of 784 pixels are brighter than 0.{en_more}",
            f"A handwritten {label} is 784 numbers to the network: 0 is black, 1 is white. "
            f"Here {lit} of them are above 0.",
            f"Every square is one number from 0 (black) to 1 (white).{en_frame}",
        ),
        ko=Say(
            f"손으로 쓴 숫자 {label}, 28×28픽셀.",
            f"검은 바탕에 흰 획. 픽셀 784개 중 {lit}개가 0보다 밝습니다.{ko_more}",
            f"손으로 쓴 {josa(label, '은/는')} 신경망이 보기에 수 784개입니다. 0은 검정, 1은 흰색이며, "
            f"여기서는 {lit}개가 0보다 큽니다.",
            f"칸 하나가 0(검정)에서 1(흰색)까지의 수 하나입니다.{ko_frame}",
        ),
    )
