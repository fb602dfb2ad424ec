"""What ``weight_grid`` says of the difference of two networks."""

from __future__ import annotations

from dataclasses import replace

from generator.figures.numerals import signed
from generator.figures.words import Say, colour, layer_name, pick
from generator.figures.words.weight_grid import WeightFacts


def say_difference(language: str, facts: WeightFacts, say: Say, names: tuple[str, str]) -> Say:
    """Which network minus which, and how far they are apart; the reading is that of weights."""
    one, other = names
    place, place_ko = _place("en", facts), _place("ko", facts)
    low, high = signed(facts.low), signed(facts.high)
    largest = low if abs(facts.low) > abs(facts.high) else high
    up, down = (colour(sign, language, facts.video) for sign in ("positive", "negative"))
    return pick(
        language,
        en=replace(
            say,
            label=f"The weights {place}: network “{one}” minus network “{other}”.",
            description="One square per weight, coloured by the sign and size of the difference. "
            f"The differences run from {low} to {high}.",
            caption=f"The weights {place}: those of network “{one}” minus those of network “{other}”, "
            f"all on one scale. Where the weight of “{one}” is higher it is {up}, where lower {down}. "
            f"The largest difference is {largest}.",
        ),
        ko=replace(
            say,
            label=f"{place_ko}: 신경망 ‘{one}’의 값에서 신경망 ‘{other}’의 값을 뺀 차.",
            description="칸마다 가중치의 차를 부호와 크기에 따라 칠했습니다. "
            f"차의 범위는 {low}에서 {high}까지입니다.",
            caption=f"{place_ko}: 신경망 ‘{one}’의 값에서 신경망 ‘{other}’의 값을 뺀 차를 "
            f"모두 같은 색 눈금으로 그렸습니다. ‘{one}’ 쪽이 더 크면 {up}색, 더 작으면 {down}색입니다. "
            f"가장 큰 차는 {largest}입니다.",
        ),
    )


def _place(language: str, facts: WeightFacts) -> str:
    """Whose weights they are."""
    layer = layer_name(language, facts.layer, facts.last)
    some = facts.neuron is None and facts.shown < facts.neurons
    if language == "ko":
        if facts.neuron is not None:
            return f"{layer}의 뉴런 {facts.neuron}번으로 들어오는 가중치"
        neurons = f"앞쪽 뉴런 {facts.shown}개로" if some else "모든 뉴런으로"
        return f"{layer}의 {neurons} 들어오는 가중치"
    if facts.neuron is not None:
        return f"into neuron {facts.neuron} of layer “{layer}”"
    return f"into {f'the first {facts.shown} neurons' if some else 'all neurons'} of layer “{layer}”"
