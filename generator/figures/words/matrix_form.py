"""What ``matrix_form`` says."""

from __future__ import annotations

from dataclasses import dataclass

from generator.figures.josa import josa
from generator.figures.numerals import fixed
from generator.figures.words import Say, capital, colour, pick, vocabulary

WORDS = vocabulary(
    en={"neuron_number": "neuron"},
    ko={"neuron_number": "뉴런"},
)
_FUNCTIONS = {"sigmoid": "σ", "relu": "ReLU", "tanh": "tanh", "softmax": "softmax"}


def function_sign(name: str) -> str:
    """How a formula writes an activation function."""
    return _FUNCTIONS.get(name, "f")


@dataclass(frozen=True)
class MatrixFacts:
    """A layer of ``rows`` neurons with ``columns`` inputs; ``neuron`` is its most active one."""

    label: int
    layer: str
    function: str
    rows: int
    columns: int
    neuron: int
    z: float
    a: float


def say_matrix(language: str, facts: MatrixFacts) -> Say:
    """The layer's formula with its numbers."""
    sign, rows, columns, neuron = function_sign(facts.function), facts.rows, facts.columns, facts.neuron
    line = f"{sign}({fixed(facts.z)}) = {fixed(facts.a)}"
    blue, orange = (colour(role, language) for role in ("positive", "negative"))
    size = f"{rows} × {columns} = {rows * columns}"
    return pick(
        language,
        en=Say(
            f"One line for a whole layer: {sign}(Wa + b) for a handwritten {facts.label}.",
            f"W has {rows} rows and {columns} columns. The most active neuron is {neuron}: {line}.",
            f"W has {size} weights. Row {neuron} times the column a, plus the bias, "
            f"is {fixed(facts.z)}, and {line}: the strongest neuron of the layer.",
            f"Each row of W belongs to one neuron of this layer ({facts.layer}), each column to one before. "
            f"{capital(blue)} weights are positive, {orange} ones negative. Multiply a row with column a, "
            "entry by entry, add up, and add the neuron's entry of b: that is z. "
            f"{sign} of it is the activation a′. The frame follows the strongest neuron from left to right.",
        ),
        ko=Say(
            f"층 하나를 식 한 줄로: 손으로 쓴 {josa(facts.label, '을/를')} 볼 때의 {sign}(Wa + b).",
            f"W는 {rows}행 {columns}열입니다. 가장 활성화된 뉴런은 {neuron}번이고 {line}입니다.",
            f"W에는 가중치가 {size}개 있습니다. {neuron}행과 열 a를 칸끼리 곱해 모두 더하고 편향까지 더하면 "
            f"z = {fixed(facts.z)}입니다. {line}이므로 이 층에서 가장 크게 활성화된 뉴런입니다.",
            f"W의 행 하나는 이 층({facts.layer})의 뉴런 하나, 열 하나는 앞 층의 뉴런 하나에 해당합니다. "
            f"{blue}색 가중치는 양수, {orange}색 가중치는 음수입니다. 한 행과 열 a를 칸끼리 곱해 모두 더하고 "
            "b의 같은 칸을 더한 값이 z이고, 거기에 활성화 함수를 적용한 값이 활성값 a′입니다. "
            "테두리는 가장 크게 활성화된 뉴런을 왼쪽에서 오른쪽으로 따라갑니다.",
        ),
    )
