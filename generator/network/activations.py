"""Activation functions. (First cut; derivatives come with training.)"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]


def sigmoid(z: Array) -> Array:
    """σ(z) = 1 / (1 + e⁻ᶻ), written as ½·tanh(½z) + ½ so that no exponential overflows."""
    return 0.5 * np.tanh(0.5 * z) + 0.5


ACTIVATIONS: dict[str, Callable[[Array], Array]] = {"sigmoid": sigmoid}
