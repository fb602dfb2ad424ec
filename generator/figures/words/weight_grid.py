"""What ``weight_grid`` says."""

from __future__ import annotations

from dataclasses import dataclass

from generator.figures.josa import josa
from generator.figures.numerals import signed
from generator.figures.words import Say, capital, colour, layer_name, pick, vocabulary

WORDS = vocabulary(
    en={
        "all_weights": "{count} weights",
        "bias_delta": "Δ bias",
        "bias_difference": "bias difference",
        "difference": "difference",
        "first_of": "first {shown} of {count}",
        "input_number": "input",
        "largest": "largest weight",
        "largest_difference": "largest difference",
        "matrix": "rows: neurons, columns: inputs",
        "pixel_place": "pixel",
        "place": "row {row}, column {column}",
        "smallest": "smallest weight",
        "smallest_difference": "smallest difference",
    },
    ko={
        "all_weights": "가중치 {count}개",
        "bias_delta": "Δ편향",
        "bias_difference": "편향의 차",
        "difference": "가중치의 차",
        "first_of": "뉴런 {count}개 중 앞의 {shown}개",
        "input_number": "입력",
        "largest": "가장 큰 가중치",
        "largest_difference": "가장 큰 차",
        "matrix": "행은 뉴런, 열은 입력",
        "pixel_place": "픽셀",
        "place": "{row}행 {column}열",
        "smallest": "가장 작은 가중치",
        "smallest_difference": "가장 작은 차",
    },
)


@dataclass(frozen=True)
class WeightFacts:
    """The weights of one neuron, or of a layer (``neuron`` None). ``last`` is the number of the output
    layer; ``clipped`` says that some weights lie beyond the ends of the scale."""

    layer: int
    last: int
    neuron: int | None
    inputs: int
    low: float
    high: float
    clipped: bool
    bias: float = 0.0
    video: bool = False
    shown: int = 0
    neurons: int = 0
    as_image: bool = True
    difference: bool = False


def _reading(language: str, facts: WeightFacts) -> str:
    """Where a weight is drawn, what its colour means, and what ≤ and ≥ are for."""
    beyond = {
        "en": " ≤ and ≥: the strongest half percent lies beyond the ends of the scale.",
        "ko": " ≤와 ≥는 가장 강한 0.5%가 색 눈금의 끝을 벗어난다는 뜻입니다.",
    }
    if language == "ko":
        place = "칸마다 그 자리의 픽셀에서 오는 가중치" if facts.as_image else "칸 하나가 가중치 하나"
        said = f"{place}이고, 색이 옅을수록 0에 가깝습니다."
    else:
        place = (
            "Every square is the weight from the pixel at its place"
            if facts.as_image
            else ("Every square is one weight")
        )
        said = f"{place}; the paler it is, the closer to 0."
    return said + (beyond[language] if facts.clipped else "")


def say_weights(language: str, facts: WeightFacts) -> Say:
    """One neuron's weights."""
    up, up_ko = (colour("positive", code, facts.video) for code in ("en", "ko"))
    down, down_ko = (colour("negative", code, facts.video) for code in ("en", "ko"))
    low, high, bias, n = signed(facts.low), signed(facts.high), signed(facts.bias), facts.neuron
    layer, layer_ko = (layer_name(code, facts.layer, facts.last) for code in ("en", "ko"))
    cells, cells_ko = ("pixels", "픽셀은") if facts.layer == 1 else ("inputs", "입력은")
    return pick(
        language,
        en=Say(
            f"The {facts.inputs} weights into neuron {n} of layer “{layer}”.",
            f"One square per weight, coloured by its sign and size. The weights run from {low} to {high}.",
            f"{capital(up)} {cells} push neuron {n} up, {down} ones push it down. "
            f"Its weights run from {low} to {high}; its bias is {bias}.",
            _reading("en", facts),
        ),
        ko=Say(
            f"{layer_ko}의 뉴런 {josa(n, '으로/로')} 들어오는 가중치 {facts.inputs}개.",
            f"칸마다 가중치 하나를 부호와 크기에 따라 칠했습니다. "
            f"가중치의 범위는 {low}에서 {high}까지입니다.",
            f"{up_ko}색 {cells_ko} 값이 클수록 뉴런 {josa(n, '을/를')} 켜는 쪽으로, "
            f"{down_ko}색 {cells_ko} 끄는 쪽으로 작용합니다. "
            f"가중치의 범위는 {low}에서 {high}까지이고 편향은 {bias}입니다.",
            _reading("ko", facts),
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
    return pick(
        language,
        en=Say(
            f"The weights into {some} {facts.neurons} neurons of layer “{layer}”.",
            f"Drawn with {shape}. The weights run from {low} to {high}.",
            f"The weights into {some} {facts.neurons} neurons of layer “{layer}”, {shape}, all on one scale. "
            f"They run from {low} to {high}.",
            _reading("en", facts),
        ),
        ko=Say(
            f"{layer_ko}의 뉴런 {facts.neurons}개{some_ko}로 들어오는 가중치.",
            f"{shape_ko} 그렸습니다. 가중치의 범위는 {low}에서 {high}까지입니다.",
            f"{layer_ko}의 뉴런 {facts.neurons}개{some_ko}로 들어오는 가중치를 "
            f"{shape_ko}, 모두 같은 색 눈금으로 그렸습니다. "
            f"가중치의 범위는 {low}에서 {high}까지입니다.",
            _reading("ko", facts),
        ),
    )
