"""Activations: values, slopes, and what happens far out."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest

from generator.network.activations import ACTIVATIONS, DERIVATIVES
from generator.network.backprop import THROUGH
from generator.spec.figures.fields import FunctionName
from generator.spec.functions import FUNCTIONS
from generator.weight_header import ACTIVATION_NAMES, OF_OUTPUTS

FAR = np.array([[-1e4, -1e3, -50.0, 0.0, 50.0, 1e3, 1e4]])
ELEMENTWISE = [name for name in ACTIVATIONS if name != "softmax"]


def test_every_activation_has_a_derivative_and_a_way_back() -> None:
    assert list(ACTIVATIONS) == list(DERIVATIVES) == list(THROUGH)
    assert tuple(ACTIVATIONS) == ACTIVATION_NAMES, "weight headers are checked against these"


def test_curves_are_drawn_of_the_activations_that_any_layer_can_have() -> None:
    elementwise = set(ACTIVATION_NAMES) - set(OF_OUTPUTS)
    assert set(get_args(FunctionName)) == elementwise
    assert elementwise <= set(FUNCTIONS), "expressions know them, too"


@pytest.mark.parametrize(
    ("name", "z", "a"),
    [
        ("sigmoid", [0.0, 2.0, -2.0], [0.5, 0.8807970779778823, 0.11920292202211755]),
        ("tanh", [0.0, 1.0, -1.0], [0.0, 0.7615941559557649, -0.7615941559557649]),
        ("relu", [0.0, 1.5, -1.5], [0.0, 1.5, 0.0]),
        ("leaky_relu", [0.0, 1.5, -1.5], [0.0, 1.5, -0.015]),
        ("softmax", [0.0, np.log(2), np.log(5)], [0.125, 0.25, 0.625]),
    ],
)
def test_known_values(name: str, z: list[float], a: list[float]) -> None:
    np.testing.assert_allclose(ACTIVATIONS[name](np.array(z)), a, rtol=0, atol=1e-15)


@pytest.mark.parametrize("name", ACTIVATIONS)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_far_out_nothing_overflows(name: str, dtype: type) -> None:
    z = FAR.astype(dtype)
    with np.errstate(all="raise", under="ignore"):
        a, slope = ACTIVATIONS[name](z), DERIVATIVES[name](z)
    assert np.isfinite(a).all() and np.isfinite(slope).all()
    assert a.dtype == slope.dtype == dtype
    if name in ("sigmoid", "softmax"):
        assert ((a >= 0) & (a <= 1)).all()


def test_softmax_ignores_a_common_shift() -> None:
    z = np.array([[1.0, 2.0, 3.0]])
    np.testing.assert_allclose(ACTIVATIONS["softmax"](z + 1e4), ACTIVATIONS["softmax"](z), rtol=1e-11)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_out_is_filled_and_may_be_the_input(name: str) -> None:
    z = np.linspace(-3, 3, 12).reshape(2, 6)
    expected, out = ACTIVATIONS[name](z), np.empty_like(z)
    assert ACTIVATIONS[name](z, out=out) is out
    assert ACTIVATIONS[name](z, out=z) is z
    np.testing.assert_array_equal(out, expected)
    np.testing.assert_array_equal(z, expected)


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_slope_is_the_limit_of_the_difference_quotient(name: str) -> None:
    z, step = np.array([-4.0, -1.3, -0.2, 0.4, 2.1, 5.0]), 1e-5
    quotient = (ACTIVATIONS[name](z + step) - ACTIVATIONS[name](z - step)) / (2 * step)
    np.testing.assert_allclose(DERIVATIVES[name](z), quotient, rtol=1e-8)


def test_softmax_jacobian_is_the_limit_of_the_difference_quotient() -> None:
    z, step = np.array([0.3, -1.0, 2.0]), 1e-5
    columns = [
        (ACTIVATIONS["softmax"](z + step * unit) - ACTIVATIONS["softmax"](z - step * unit)) / (2 * step)
        for unit in np.eye(3)
    ]
    np.testing.assert_allclose(DERIVATIVES["softmax"](z), np.stack(columns, axis=-1), atol=1e-10)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_way_back_multiplies_by_the_derivative(name: str, rng: np.random.Generator) -> None:
    z, delta = rng.normal(0, 2, (4, 5)), rng.normal(0, 1, (4, 5))
    slope = DERIVATIVES[name](z)
    expected = np.einsum("bj,bjk->bk", delta, slope) if name == "softmax" else delta * slope
    THROUGH[name](delta, ACTIVATIONS[name](z), np.empty_like(z))
    np.testing.assert_allclose(delta, expected, atol=1e-12)
