"""What ``live_network`` says: its buttons and messages in the page, and the sentences beside it."""

from __future__ import annotations

from dataclasses import replace

from generator.figures.words import Say, pick, vocabulary
from generator.figures.words.activation_flow import WORDS as FLOW_WORDS
from generator.figures.words.activation_flow import FlowFacts, say_flow

_OF_FLOW = ("adds", "edges_note", "strongest_pixels", "subtracts")
WORDS = vocabulary(
    en={
        **{name: FLOW_WORDS("en")[name] for name in _OF_FLOW},
        "answer": "The network’s answer",
        "activations": "activations",
        "choose": "Choose a neuron to see what it adds up.",
        "centre": "Centre and scale it, as MNIST did",
        "draw_here": "Draw a digit here",
        "note_empty": "Nothing is drawn. Even to that the network answers.",
        "erase": "Erase",
        "input_n": "neuron {n}",
        "lowered": "brush down",
        "lifted": "brush up",
        "network": "Network",
        "network_grid": "Neurons, layer by layer. Arrow keys move between them",
        "neuron_in": "{layer}, neuron {n}",
        "next": "Next neuron",
        "noise": "Feed noise",
        "note_noise": "Random pixels. The network answers all the same.",
        "pad": "Drawing area. Arrow keys move the brush, with Shift further; Space lowers and lifts it; "
        "Delete erases; Tab leaves",
        "pixel_n": "row {row}, column {column}",
        "previous": "Previous neuron",
        "products": "weight × input",
        "received": "what it receives",
        "runner_up": "Runner-up",
        "sample": "Sample digit",
        "sample_n": "{label} (no. {n})",
        "sample_misread": "{label}, misread (no. {n})",
        "step_bias": "the bias",
        "step_down": "all products below 0",
        "step_sum": "weighted sum z",
        "step_up": "all products above 0",
        "step_activation": "activation {f}(z)",
        "step_softmax": "activation, as a share of the whole layer",
        "strongest": "Strongest inputs",
        "with_activation": "with activation {value}",
    },
    ko={
        **{name: FLOW_WORDS("ko")[name] for name in _OF_FLOW},
        "answer": "신경망의 답",
        "activations": "활성값",
        "choose": "뉴런을 고르면 무엇을 더하는지 볼 수 있어요.",
        "centre": "MNIST처럼 가운데로 옮기고 크기 맞추기",
        "draw_here": "여기에 숫자를 그려 보세요",
        "note_empty": "아무것도 그리지 않았습니다. 그래도 신경망은 답을 냅니다.",
        "erase": "지우기",
        "input_n": "뉴런 {n}",
        "lowered": "붓을 댐",
        "lifted": "붓을 뗌",
        "network": "신경망",
        "network_grid": "층별 뉴런. 화살표 키로 옮겨 다닙니다",
        "neuron_in": "{layer} 뉴런 {n}",
        "next": "다음 뉴런",
        "noise": "잡음 넣기",
        "note_noise": "무작위 픽셀입니다. 신경망은 그래도 답을 냅니다.",
        "pad": "그리는 곳. 화살표 키로 붓을 옮기고(Shift와 함께 누르면 더 멀리), "
        "스페이스로 붓을 대거나 떼고, Delete로 지우며, Tab으로 나갑니다",
        "pixel_n": "{row}행 {column}열",
        "previous": "이전 뉴런",
        "products": "가중치 × 입력",
        "received": "신경망이 받는 것",
        "runner_up": "그다음",
        "sample": "견본 숫자",
        "sample_n": "{label} ({n}번)",
        "sample_misread": "잘못 읽는 {label} ({n}번)",
        "step_bias": "편향",
        "step_down": "0보다 작은 곱의 합",
        "step_sum": "가중합 z",
        "step_up": "0보다 큰 곱의 합",
        "step_activation": "활성값 {f}(z)",
        "step_softmax": "활성값(층 전체에서 차지하는 몫)",
        "strongest": "영향이 가장 큰 입력",
        "with_activation": "활성값 {value}",
    },
)
_READING = {
    "en": "Draw with a mouse, a finger or the keyboard, or choose a digit. The network reads 28 × 28"
    " pixels: your drawing is scaled into 20 × 20 of them and its centre of mass moved to the"
    " middle, as was done with the digits it learnt from; switch that off to see why it matters."
    " The fuller a circle, the higher the activation. A line is weight × activation: solid lines"
    " add, dashed ones subtract, and all lines into one layer share one scale. Choose a neuron to"
    " see what it adds up. By keyboard: in the drawing area arrow keys move the brush, Space lowers"
    " and lifts it, Delete erases; in the network arrow keys go from neuron to neuron. Everything"
    " is computed in this page, and nothing is sent anywhere.",
    "ko": "마우스나 손가락, 키보드로 그리거나 견본 숫자를 고르세요. 신경망은 28 × 28픽셀을 읽습니다. 그린"
    " 것은 이 신경망이 배운 숫자들과 똑같이 20 × 20픽셀 안으로 크기를 맞추고 무게중심을 가운데로"
    " 옮깁니다. 왜 그래야 하는지는 이 기능을 꺼 보면 알 수 있습니다. 원이 진할수록 활성값이 큽니다."
    " 선은 가중치 × 활성값이고, 실선은 더하고 파선은 빼며, 같은 층으로 들어가는 선은 모두 같은"
    " 눈금으로 그렸습니다. 뉴런을 고르면 무엇을 더하는지 볼 수 있습니다. 키보드로는 그리는 곳에서"
    " 화살표 키로 붓을 옮기고, 스페이스로 대거나 떼고, Delete로 지웁니다. 신경망에서는 화살표 키로"
    " 뉴런 사이를 옮겨 다닙니다. 모든 계산은 이 페이지 안에서 이루어지고, 아무것도 밖으로 보내지"
    " 않습니다.",
}


def say_live(language: str, facts: FlowFacts) -> Say:
    """Beside a network that can be played with; ``facts`` are those of the digit on paper."""
    reading = pick(language, en=Say("", "", "", _READING["en"]), ko=Say("", "", "", _READING["ko"])).reading
    return replace(say_flow(language, facts), reading=reading)
