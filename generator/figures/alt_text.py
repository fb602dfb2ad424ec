"""What a figure says in words, computed from the numbers it draws: its label, its description, its caption.

The label names the picture for a screen reader, the description adds what a sighted reader takes from the
drawing, and the caption below the picture says what there is to see. All are plain text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.figures.josa import josa
from generator.figures.numerals import count, fixed, percent, shortest, signed
from generator.figures.words import figure_language, layer_name, words


@dataclass(frozen=True)
class Say:
    """The three texts of a figure."""

    label: str
    description: str
    caption: str


def _pick(language: str, **texts: Say) -> Say:
    return texts[figure_language(language)]


def say_digit(language: str, label: int, lit: int, corner: tuple[int, int] | None) -> Say:
    """``lit`` counts the pixels above 0; ``corner`` is the (row, column), from 0, of the cut-out if there is
    one."""
    en_more = ko_more = ""
    if corner:
        row, column = corner[0] + 1, corner[1] + 1
        en_more = f" The cut-out shows rows {row}–{row + 8} and columns {column}–{column + 8} as numbers."
        ko_more = f" 밝기를 수로 나타낸 부분은 {row}~{row + 8}행, {column}~{column + 8}열입니다."
    return _pick(
        language,
        en=Say(
            f"A handwritten {label} of 28 by 28 pixels.",
            f"White strokes on black; {lit} of 784 pixels are brighter than 0.{en_more}",
            f"A handwritten {label} is 784 numbers to the network: 0 is black, 1 is white. "
            f"Here {lit} of them are above 0.",
        ),
        ko=Say(
            f"손으로 쓴 숫자 {label}, 28×28픽셀.",
            f"검은 바탕에 흰 획. 픽셀 784개 중 {lit}개가 0보다 밝습니다.{ko_more}",
            f"손으로 쓴 {josa(label, '은/는')} 신경망이 보기에 수 784개입니다. 0은 검정, 1은 흰색이며, "
            f"여기서는 {lit}개가 0보다 큽니다.",
        ),
    )


@dataclass(frozen=True)
class WeightFacts:
    """The weights of one neuron, or of a layer (``neuron`` None). ``last`` is the number of the output
    layer."""

    layer: int
    last: int
    neuron: int | None
    inputs: int
    low: float
    high: float
    bias: float = 0.0
    video: bool = False
    shown: int = 0
    neurons: int = 0
    as_image: bool = True


_COLOUR_NAMES = {"en": (("Blue", "orange"), ("Green", "red")), "ko": (("파란", "주황"), ("초록", "빨간"))}


def say_weights(language: str, facts: WeightFacts) -> Say:
    """One neuron's weights."""
    up, down = _COLOUR_NAMES["en"][facts.video]
    up_ko, down_ko = _COLOUR_NAMES["ko"][facts.video]
    low, high, bias, n = signed(facts.low), signed(facts.high), signed(facts.bias), facts.neuron
    layer, layer_ko = (layer_name(code, facts.layer, facts.last) for code in ("en", "ko"))
    cells, cells_ko = ("pixels", "픽셀은") if facts.layer == 1 else ("inputs", "입력은")
    return _pick(
        language,
        en=Say(
            f"The {facts.inputs} weights into neuron {n} of layer “{layer}”.",
            f"{up} cells are positive, {down} ones negative. The weights run from {low} to {high}.",
            f"{up} {cells} push neuron {n} up, {down} ones push it down. "
            f"Its weights run from {low} to {high}; its bias is {bias}.",
        ),
        ko=Say(
            f"{layer_ko}의 뉴런 {josa(n, '으로/로')} 들어오는 가중치 {facts.inputs}개.",
            f"{up_ko}색 칸은 양수, {down_ko}색 칸은 음수입니다. 가중치의 범위는 {low}에서 {high}까지입니다.",
            f"{up_ko}색 {cells_ko} 값이 클수록 뉴런 {josa(n, '을/를')} 켜는 쪽으로, "
            f"{down_ko}색 {cells_ko} 끄는 쪽으로 작용합니다. "
            f"가중치의 범위는 {low}에서 {high}까지이고 편향은 {bias}입니다.",
        ),
    )


def say_layer_weights(language: str, facts: WeightFacts) -> Say:
    """The weights of a layer."""
    low, high = signed(facts.low), signed(facts.high)
    layer, layer_ko = (layer_name(code, facts.layer, facts.last) for code in ("en", "ko"))
    some = f"the first {facts.shown} of the" if facts.shown < facts.neurons else "the"
    some_ko = f" 중 앞의 {facts.shown}개" if facts.shown < facts.neurons else ""
    shape = "one grid per neuron" if facts.as_image else "one row per neuron and one column per input"
    shape_ko = "뉴런마다 격자 하나씩" if facts.as_image else "행은 뉴런, 열은 입력으로 하여"
    return _pick(
        language,
        en=Say(
            f"The weights into {some} {facts.neurons} neurons of layer “{layer}”.",
            f"Drawn with {shape}. The weights run from {low} to {high}.",
            f"The weights into {some} {facts.neurons} neurons of layer “{layer}”, {shape}, all on one scale. "
            f"They run from {low} to {high}.",
        ),
        ko=Say(
            f"{layer_ko}의 뉴런 {facts.neurons}개{some_ko}로 들어오는 가중치.",
            f"{shape_ko} 그렸습니다. 가중치의 범위는 {low}에서 {high}까지입니다.",
            f"{layer_ko}의 뉴런 {facts.neurons}개{some_ko}로 들어오는 가중치를 "
            f"{shape_ko}, 모두 같은 색 눈금으로 그렸습니다. "
            f"가중치의 범위는 {low}에서 {high}까지입니다.",
        ),
    )


@dataclass(frozen=True)
class FlowFacts:
    """What a digit became: the two strongest outputs, strongest first, as (neuron, activation)."""

    label: int
    sizes: tuple[int, ...]
    winner: tuple[int, float]
    runner_up: tuple[int, float] | None


def say_flow(language: str, facts: FlowFacts) -> Say:
    """A digit on its way through a network."""
    label, (winner, value) = facts.label, facts.winner
    wrong = label != winner
    second, second_ko = "", ""
    if facts.runner_up:
        other, other_value = facts.runner_up
        second = f" Runner-up: {other} with {fixed(other_value)}."
        second_ko = f" 그다음으로 밝은 출력은 {other}이고 활성값은 {fixed(other_value)}입니다."
    layers = ", ".join(count(size) for size in facts.sizes)
    read = "misreads" if wrong else "reads"
    read_ko = "잘못 읽었습니다" if wrong else "읽었습니다"
    return _pick(
        language,
        en=Say(
            f"A handwritten {label} on its way through the layers of the network.",
            f"Layers of {layers} neurons. The brightest output is {winner}.",
            f"The network {read} this {label} as {winner}, with activation {fixed(value)}.{second}",
        ),
        ko=Say(
            f"손으로 쓴 {josa(label, '이/가')} 신경망의 층을 차례로 지나가는 모습.",
            f"각 층의 뉴런은 차례로 {layers}개입니다. 가장 밝은 출력은 {winner}입니다.",
            f"신경망은 이 {josa(label, '을/를')} {josa(winner, '으로/로')} {read_ko}. "
            f"그 활성값은 {fixed(value)}입니다."
            f"{second_ko}",
        ),
    )


def say_diagram(language: str, sizes: Sequence[int], weights: int, biases: int, first_share: float) -> Say:
    """The layers of a network; ``first_share`` is the share of the first set of connections, 0–1."""
    total, share = count(weights + biases), percent(first_share)
    hidden = sizes[1:-1]
    listed = ", ".join(count(size) for size in sizes)
    hidden_en = (
        f"{len(hidden)} hidden layer{'s' if len(hidden) > 1 else ''} of {_and(hidden)}, " if hidden else ""
    )
    hidden_ko = f"은닉층 {len(hidden)}개({', '.join(count(n) for n in hidden)}), " if hidden else ""
    first_en = f" {share} of them lie between the input and the next layer." if hidden else ""
    first_ko = f" 그중 {josa(share, '이/가')} 입력층과 그다음 층 사이에 있습니다." if hidden else ""
    return _pick(
        language,
        en=Say(
            f"Diagram of a network with layers of {listed} neurons.",
            "Every neuron of a layer is connected to every neuron of the next layer.",
            f"{count(sizes[0])} inputs, {hidden_en}{count(sizes[-1])} outputs: {count(weights)} weights and "
            f"{count(biases)} biases make {total} parameters.{first_en}",
        ),
        ko=Say(
            f"각 층의 뉴런이 차례로 {listed}개인 신경망의 구조.",
            "한 층의 모든 뉴런이 다음 층의 모든 뉴런과 이어져 있습니다.",
            f"입력 {count(sizes[0])}개, {hidden_ko}출력 {count(sizes[-1])}개로 된 신경망입니다. 가중치 "
            f"{count(weights)}개와 편향 {josa(str(biases) + '개', '을/를')} 더하면 "
            f"매개변수는 모두 {total}개입니다."
            f"{first_ko}",
        ),
    )


def _and(sizes: Sequence[int]) -> str:
    named = [count(size) for size in sizes]
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)


@dataclass(frozen=True)
class CurveFacts:
    """One activation function on a range: from ``z`` to ``z`` it rises from ``a`` to ``a``; its steepest
    slope anywhere; the slopes of its ``left`` and ``right`` piece if it consists of two straight ones."""

    name: str
    z: tuple[float, float]
    a: tuple[float, float]
    steepest: float
    left: float | None = None
    right: float | None = None


_IN_SENTENCE = {"sigmoid": "the sigmoid", "relu": "ReLU", "tanh": "tanh", "leaky_relu": "leaky ReLU"}


def say_curve(language: str, facts: CurveFacts) -> Say:
    """One activation function."""
    name, name_ko = _IN_SENTENCE[facts.name], words("ko")[facts.name]
    start, stop = (shortest(z) for z in facts.z)
    low, high = (fixed(a) for a in facts.a)
    if facts.left is None or facts.right is None:
        steep = shortest(round(facts.steepest, 2))
        slope = f"The slope of {name} is never more than {steep}."
        slope_ko = f"{name_ko}의 기울기는 아무리 커도 {steep}입니다."
    else:
        left, right = shortest(facts.left), shortest(facts.right)
        slope = f"The slope of {name} is {left} left of 0 and {right} right of it."
        slope_ko = f"{name_ko}의 기울기는 0의 왼쪽에서 {left}, 오른쪽에서 {right}입니다."
    return _pick(
        language,
        en=Say(
            f"Graph of {name} for inputs z from {start} to {stop}, with its slope underneath.",
            f"It rises from {low} to {high}. {slope}",
            slope,
        ),
        ko=Say(
            f"입력 z가 {start}에서 {stop}까지일 때 {name_ko}의 그래프와 그 기울기.",
            f"값은 {low}에서 {high}까지 커집니다. {slope_ko}",
            slope_ko,
        ),
    )


def caption_curves(language: str, curves: Sequence[CurveFacts]) -> str:
    """One caption for all panels: every slope, and what the shading means."""
    listed = " ".join(say_curve(language, curve).caption for curve in curves)
    shading = {
        "en": "Shaded: where the slope is less than a tenth of its largest value.",
        "ko": "음영은 기울기가 최댓값의 10분의 1도 안 되는 구간입니다.",
    }
    return f"{listed} {shading[figure_language(language)]}"
