"""A word joiner stands between what ends a word and the Korean particle behind it, and nowhere else."""

from __future__ import annotations

import pytest

from generator.pages.line_breaks import hold_particles


@pytest.mark.parametrize(
    "html",
    [
        "(activation)|를",
        "90.3%|입니다",
        "‘바꿀 때’|라는",
        "<strong>역전파(backpropagation)</strong>|는",
        "'바꿀'|이라는",
        "편향(bias) 은",
        "a) b",
        '<img alt="가중치">',
        "가중치는",
    ],
)
def test_particles_are_held(html: str) -> None:
    assert hold_particles(html.replace("|", "")) == html.replace("|", "\u2060")


def test_a_formula_holds_its_particle() -> None:
    maths = "<math><mi>w</mi></math>"
    held = f'<span class="nn-held">{maths}는</span> 큽니다.'
    assert hold_particles(f"{maths}는 큽니다. {maths} 뒤") == f"{held} {maths} 뒤"
    assert hold_particles("<math display=\"block\"></math>는") == "<math display=\"block\"></math>는"
