"""Distorted copies: each distortion does what its name says, and a seed decides which."""

from __future__ import annotations

import numpy as np
import pytest

from generator.network.augment import Distortion, augmented, distort

NONE = Distortion(rotation=0, scale=0, shear=0, shift=0, elastic=0)


def bar(count: int = 200) -> np.ndarray:
    """An upright bar, three pixels wide, in the middle of 21×21."""
    images = np.zeros((count, 21, 21), np.uint8)
    images[:, 4:17, 9:12] = 200
    return images


def moments(images: np.ndarray) -> tuple[np.ndarray, ...]:
    """Of each picture: mean row and column, variance of rows and of columns, and their covariance."""
    mass = images.astype(float)
    total = mass.sum(axis=(1, 2))
    rows, columns = np.mgrid[0:21, 0:21]
    y, x = ((mass * grid).sum(axis=(1, 2)) / total for grid in (rows, columns))
    dy, dx = rows - y[:, None, None], columns - x[:, None, None]
    return (y, x, *(((mass * part).sum(axis=(1, 2)) / total) for part in (dy**2, dx**2, dy * dx)))


def test_no_distortion_changes_nothing(rng: np.random.Generator) -> None:
    images = rng.integers(0, 256, (7, 5, 8), dtype=np.uint8)
    np.testing.assert_array_equal(distort(images, NONE, rng), images)


def test_shift_moves_the_centre_as_far_as_it_says(rng: np.random.Generator) -> None:
    y, x, *_ = moments(distort(bar(), Distortion(0, 0, 0, 2.0, 0), rng))
    for place in (y, x):
        assert 1.8 < np.abs(place - 10).max() < 2.05
        assert abs(place.mean() - 10) < 0.3


def test_rotation_slants_the_bar_but_keeps_its_centre(rng: np.random.Generator) -> None:
    y, x, tall, wide, slant = moments(distort(bar(), Distortion(20, 0, 0, 0, 0), rng))
    angle = np.degrees(0.5 * np.arctan2(2 * slant, tall - wide))
    assert 18 < np.abs(angle).max() < 21 and abs(angle.mean()) < 2
    np.testing.assert_allclose([y, x], 10, atol=0.1)


def test_scale_changes_height_and_width_apart(rng: np.random.Generator) -> None:
    _, _, tall, wide, _ = moments(distort(bar(), Distortion(0, 0.3, 0, 0, 0), rng))
    assert 0.5 < np.log(tall).max() - np.log(tall).min() < 1.3  # ± 0.3 of length is ± 0.6 of its square
    assert abs(np.corrcoef(np.log(tall), np.log(wide))[0, 1]) < 0.3


def test_shear_slants_the_bar_and_keeps_its_height(rng: np.random.Generator) -> None:
    _, _, tall, _, slant = moments(distort(bar(), Distortion(0, 0, 0.4, 0, 0), rng))
    assert 0.3 < np.abs(slant / tall).max() < 0.42
    np.testing.assert_allclose(tall, tall[0], rtol=0.01)


def test_elastic_bends_by_its_root_mean_square(rng: np.random.Generator) -> None:
    # On a picture whose brightness is 10 × column, one pixel of bending is 10 levels of brightness.
    ramp = np.broadcast_to((10 * np.arange(21)).astype(np.uint8), (400, 21, 21))
    bent = distort(ramp, Distortion(0, 0, 0, 0, 0.8), rng)[:, 5:16, 5:16].astype(float) - ramp[:, 5:16, 5:16]
    assert np.sqrt((bent**2).mean()) / 10 == pytest.approx(0.8, abs=0.05)
    neighbours = np.corrcoef(bent[:, 5, 5], bent[:, 5, 6])[0, 1]
    strangers = np.corrcoef(bent[:, 0, 0], bent[:, 10, 10])[0, 1]
    assert neighbours > 0.95 and abs(strangers) < 0.3


def test_a_seed_decides_the_copies() -> None:
    images, copies = bar(300), [np.random.default_rng(seed) for seed in (1, 1, 2)]
    first, again, other = (augmented(images, 2, Distortion(), rng) for rng in copies)
    assert first.shape == (900, 21, 21) and first.dtype == np.uint8
    np.testing.assert_array_equal(first, again)
    np.testing.assert_array_equal(first[:300], images)
    assert not np.array_equal(first, other) and not np.array_equal(first[300:600], first[600:])
