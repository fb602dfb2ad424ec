"""``network_diagram``: layers and parameters."""

from __future__ import annotations

from typing import Literal

from generator.spec.figures.fields import FigureBase


class NetworkDiagram(FigureBase):
    """The layers, their connections and the number of parameters."""

    kind: Literal["network_diagram"]
