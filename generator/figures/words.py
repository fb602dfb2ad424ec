"""The words inside the pictures, per language. Sentences about a picture are in alt_text.py."""

from __future__ import annotations

from collections.abc import Mapping

_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "activation": "activation",
        "adds": "adds",
        "all_weights": "{count} weights",
        "bias": "bias",
        "black": "black",
        "edges_note": "line = weight × activation",
        "first_of": "first {shown} of {count}",
        "handwritten": "a handwritten {label}",
        "hidden": "hidden",
        "hidden_n": "hidden {n}",
        "input": "input",
        "largest": "largest weight",
        "largest_activation": "the layer’s largest",
        "leaky_relu": "Leaky ReLU",
        "matrix": "rows: neurons, columns: inputs",
        "most_active": "{shown} most active of {count}",
        "neuron": "Neuron {n}",
        "neurons": "{count} neurons",
        "no_flat": "no upper limit",
        "output": "output",
        "partly_drawn": "16 most active neurons per layer",
        "pixel_numbers": "9 × 9 of them, as numbers",
        "pixels": "pixels",
        "pixels_28": "28 × 28 pixels",
        "pushes_down": "pushes down",
        "pushes_up": "pushes up",
        "relu": "ReLU",
        "row_column": "row / column",
        "right_answer": "dotted: the right answer, {label}",
        "saturated": "saturated",
        "sigmoid": "Sigmoid",
        "slope": "slope",
        "slope_of": "slope {slope}",
        "smallest": "smallest weight",
        "steepest": "steepest: slope {slope}",
        "subtracts": "subtracts",
        "tanh": "tanh",
        "total": "{count} weights and biases in total",
        "input_number": "input",
        "pixel_place": "pixel",
        "place": "row {row}, column {column}",
        "strongest_lines": "{n} strongest lines per layer",
        "strongest_pixels": "{n} strongest pixels per neuron",
        "weight": "weight",
        "biases": "biases",
        "layer": "into layer",
        "share": "share",
        "sum": "together",
        "weights": "weights",
        "white": "white",
        "z": "input z",
    },
    "ko": {
        "activation": "활성값",
        "adds": "더함",
        "all_weights": "가중치 {count}개",
        "bias": "편향",
        "black": "검정",
        "edges_note": "선 = 가중치 × 활성값",
        "first_of": "뉴런 {count}개 중 앞의 {shown}개",
        "handwritten": "손글씨 {label}",
        "hidden": "은닉층",
        "hidden_n": "은닉층 {n}",
        "input": "입력층",
        "largest": "가장 큰 가중치",
        "largest_activation": "층에서 가장 큰 활성값",
        "leaky_relu": "Leaky ReLU",
        "matrix": "행은 뉴런, 열은 입력",
        "most_active": "{count}개 중 활성값 상위 {shown}개",
        "neuron": "뉴런 {n}",
        "neurons": "{count}개",
        "no_flat": "위쪽 한계 없음",
        "output": "출력층",
        "partly_drawn": "층마다 활성값이 큰 뉴런 16개",
        "pixel_numbers": "그중 9 × 9칸의 밝기",
        "pixels": "픽셀",
        "pixels_28": "28 × 28픽셀",
        "pushes_down": "끄는 쪽",
        "pushes_up": "켜는 쪽",
        "relu": "ReLU",
        "row_column": "행 / 열",
        "right_answer": "점선 테두리: 정답 {label}",
        "saturated": "포화",
        "sigmoid": "시그모이드",
        "slope": "기울기",
        "slope_of": "기울기 {slope}",
        "smallest": "가장 작은 가중치",
        "steepest": "가장 가파름: 기울기 {slope}",
        "subtracts": "뺌",
        "tanh": "tanh",
        "total": "가중치와 편향, 모두 {count}개",
        "input_number": "입력",
        "pixel_place": "픽셀",
        "place": "{row}행 {column}열",
        "strongest_lines": "층마다 영향이 큰 선 {n}개",
        "strongest_pixels": "뉴런마다 영향이 큰 픽셀 {n}개",
        "weight": "가중치",
        "biases": "편향",
        "layer": "층",
        "share": "비율",
        "sum": "합계",
        "weights": "가중치",
        "white": "흰색",
        "z": "입력 z",
    },
}


def figure_language(language: str) -> str:
    """The language a figure speaks: the page's, or English where we have no words."""
    return language if language in _WORDS else "en"


def words(language: str) -> Mapping[str, str]:
    """Every word of a language. Unknown languages get English."""
    return _WORDS[figure_language(language)]


def layer_name(language: str, layer: int, last: int) -> str:
    """``hidden 1`` for layer 1 of a network whose output is layer ``last``."""
    say = words(language)
    if layer in (0, last):
        return say["input" if layer == 0 else "output"]
    return say["hidden"] if last == 2 else say["hidden_n"].format(n=layer)
