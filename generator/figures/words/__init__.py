"""What figures say, per language: words inside the pictures here, sentences about a picture beside it.

A figure kind brings its own module ``words/<kind>.py``: its ``WORDS``, and a function that says what the
picture shows (``Say``). What several kinds need is here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Literal

LANGUAGES = ("en", "ko")
Words = Callable[[str], Mapping[str, str]]

_SHARED: dict[str, dict[str, str]] = {
    "en": {
        "activation": "activation",
        "bias": "bias",
        "biases": "biases",
        "hidden": "hidden",
        "hidden_n": "hidden {n}",
        "input": "input",
        "neuron": "Neuron {n}",
        "output": "output",
        "pixels": "pixels",
        "higher": "higher",
        "lower": "lower",
        "pushes_down": "pushes down",
        "pushes_up": "pushes up",
        "relu": "ReLU",
        "leaky_relu": "Leaky ReLU",
        "sigmoid": "Sigmoid",
        "tanh": "tanh",
        "weight": "weight",
        "weights": "weights",
    },
    "ko": {
        "activation": "활성값",
        "bias": "편향",
        "biases": "편향",
        "hidden": "은닉층",
        "hidden_n": "은닉층 {n}",
        "input": "입력층",
        "neuron": "뉴런 {n}",
        "output": "출력층",
        "pixels": "픽셀",
        "higher": "더 큼",
        "lower": "더 작음",
        "pushes_down": "끄는 쪽",
        "pushes_up": "켜는 쪽",
        "relu": "ReLU",
        "leaky_relu": "Leaky ReLU",
        "sigmoid": "시그모이드",
        "tanh": "tanh",
        "weight": "가중치",
        "weights": "가중치",
    },
}


def figure_language(language: str) -> str:
    """The language a figure speaks: the page's, or English where we have no words."""
    return language if language in LANGUAGES else "en"


def vocabulary(en: Mapping[str, str], ko: Mapping[str, str]) -> Words:
    """A kind's own words on top of the shared ones: a function from a language to all of them."""
    known = {"en": {**_SHARED["en"], **en}, "ko": {**_SHARED["ko"], **ko}}
    return lambda language: known[figure_language(language)]


words = vocabulary({}, {})


def layer_name(language: str, layer: int, last: int) -> str:
    """``hidden 1`` for layer 1 of a network whose output is layer ``last``."""
    say = words(language)
    if layer in (0, last):
        return say["input" if layer == 0 else "output"]
    return say["hidden"] if last == 2 else say["hidden_n"].format(n=layer)


@dataclass(frozen=True)
class Say:
    """What a figure says in words, all of it computed from the numbers that it draws.

    ``label`` names the picture for a screen reader, ``description`` adds what a sighted reader takes from the
    drawing, ``caption`` says what there is to see, and ``reading`` how to read it. All are plain text, but
    the last two may name colours with ``colour``.
    """

    label: str
    description: str
    caption: str
    reading: str = ""


def pick(language: str, **texts: Say) -> Say:
    """The ``Say`` of a language: ``pick(language, en=Say(…), ko=Say(…))``."""
    return texts[figure_language(language)]


# The reader chooses the colours, so a sentence that names one holds both names, between signs that no font
# and no lesson has: U+E000 default U+E001 video U+E002.
_COLOURS = {
    "en": {"positive": ("blue", "green"), "negative": ("orange", "red")},
    "ko": {"positive": ("파란", "초록"), "negative": ("주황", "빨간")},
}
_EITHER = re.compile("\ue000([^\ue001]*)\ue001([^\ue002]*)\ue002")


def colour(role: Literal["positive", "negative"], language: str, video: bool = False) -> str:
    """The name of a sign's colour, for captions and readings. ``video``: the author has chosen the lecture's
    colours. Korean names are adnominal and want 색 after them."""
    usual, lecture = _COLOURS[figure_language(language)][role]
    return lecture if video else f"\ue000{usual}\ue001{lecture}\ue002"


def capital(phrase: str) -> str:
    """A phrase at the beginning of a sentence, even if it begins with a colour."""
    names = _EITHER.match(phrase)
    if not names:
        return phrase[:1].upper() + phrase[1:]
    usual, lecture = (name[:1].upper() + name[1:] for name in names.groups())
    return f"\ue000{usual}\ue001{lecture}\ue002{phrase[names.end() :]}"


def to_html(sentence: str) -> str:
    """A caption as HTML. Both names of a colour are in it; figures.css shows the one that is seen."""
    spans = r'<span class="nn-usual">\1</span><span class="nn-lecture" hidden>\2</span>'
    return _EITHER.sub(spans, escape(sentence, quote=False))
