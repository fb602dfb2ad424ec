"""``layer_hopes``: what one hopes hidden layers do, against what they learnt."""

from __future__ import annotations

from typing import Literal

from generator.spec.figures.fields import FigureBase, Inputs


class LayerHopes(FigureBase):
    """Edges, loops and digits that hidden layers might look for, against what the network really learnt."""

    kind: Literal["layer_hopes"]

    def inputs(self) -> Inputs:
        return "digit"

    def build(self) -> tuple[int, int]:
        return 2, 10
