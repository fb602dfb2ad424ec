"""Distorted copies of pictures: shifted, turned, scaled, sheared and bent like rubber.

Elastic bending after Simard, Steinkraus & Platt (2003): a random displacement per pixel, smoothed until
neighbours move together.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import radians

import numpy as np
from numpy.typing import NDArray

from generator.network.activations import Array

Bytes = NDArray[np.uint8]
CHUNK = 250  # pictures distorted at once: small enough for the processor's cache


@dataclass(frozen=True)
class Distortion:
    """The largest distortions; each copy draws its own evenly within ± these.

    ``rotation`` in degrees; ``scale`` as a natural logarithm, drawn for width and height apart (0.1 is about
    10 %); ``shear`` in pixels per pixel of height; ``shift`` in pixels; ``elastic`` is the root mean square
    of the bending in pixels, along each axis, and ``elastic_reach`` the σ in pixels within which neighbours
    move together.
    """

    rotation: float = 10.0
    scale: float = 0.1
    shear: float = 0.1
    shift: float = 0.0
    elastic: float = 1.0
    elastic_reach: float = 4.0


def distort(images: Bytes, distortion: Distortion, rng: np.random.Generator) -> Bytes:
    """One distorted copy of every picture: ``images`` and result (count, rows, columns), bytes."""
    result = np.empty_like(images)
    for start in range(0, len(images), CHUNK):
        part = images[start : start + CHUNK]
        result[start : start + CHUNK] = _sample(part, *_sources(part.shape, distortion, rng))
    return result


def augmented(images: Bytes, copies: int, distortion: Distortion, rng: np.random.Generator) -> Bytes:
    """The pictures followed by ``copies`` distorted copies of all: (count × (copies + 1), rows, columns)."""
    result = np.empty((copies + 1, *images.shape), np.uint8)
    result[0] = images
    for copy in result[1:]:
        copy[...] = distort(images, distortion, rng)
    return result.reshape(-1, *images.shape[1:])


def _sources(shape: tuple[int, ...], distortion: Distortion, rng: np.random.Generator) -> tuple[Array, Array]:
    """Where each pixel of the copies comes from: row and column coordinates, each (count, rows, columns)."""
    count, rows, columns = shape
    y = (np.arange(rows, dtype=np.float32) - (rows - 1) / 2)[:, None]
    x = (np.arange(columns, dtype=np.float32) - (columns - 1) / 2)[None, :]

    def draw(limit: float) -> NDArray[np.float32]:
        return rng.uniform(-limit, limit, (count, 1, 1)).astype(np.float32)

    angle, tilt = draw(radians(distortion.rotation)), draw(distortion.shear)
    height, width = np.exp(draw(distortion.scale)), np.exp(draw(distortion.scale))
    cosine, sine = np.cos(angle), np.sin(angle)
    source_y = height * (cosine * y - sine * x) + draw(distortion.shift) + (rows - 1) / 2
    source_x = width * (sine * y + cosine * x) + tilt * y + draw(distortion.shift) + (columns - 1) / 2
    if distortion.elastic:
        source_y += distortion.elastic * _smooth_noise(shape, distortion.elastic_reach, rng)
        source_x += distortion.elastic * _smooth_noise(shape, distortion.elastic_reach, rng)
    return source_y, source_x


def _smooth_noise(shape: tuple[int, ...], reach: float, rng: np.random.Generator) -> NDArray[np.float32]:
    """Normal noise of variance 1 everywhere, correlated over about ``reach`` pixels."""
    noise = rng.standard_normal(shape, dtype=np.float32)
    return np.asarray(_blur(shape[1], reach) @ noise @ _blur(shape[2], reach).T, np.float32)


def _blur(size: int, reach: float) -> NDArray[np.float32]:
    """A Gaussian blur as a matrix. Its rows have length 1, so white noise keeps its variance everywhere."""
    places = np.arange(size)
    distance = (places[:, None] - places) / reach
    kernel = np.exp(-0.5 * distance**2)
    kernel /= np.sqrt((kernel**2).sum(axis=1, keepdims=True))
    return np.asarray(kernel, np.float32)


def _sample(images: Bytes, y: Array, x: Array) -> Bytes:
    """Pixel values at broken coordinates, bilinear between the four pixels around; black outside."""
    count, rows, columns = images.shape
    padded = np.zeros((count, rows + 3, columns + 3), np.float32)  # a black pixel before, two after
    padded[:, 1 : rows + 1, 1 : columns + 1] = images
    y, x = np.clip(y, -1, rows) + 1, np.clip(x, -1, columns) + 1
    top, left = y.astype(np.int32), x.astype(np.int32)
    y -= top  # what is left is the way from the upper to the lower pixel, and from the left to the right one
    x -= left
    width = columns + 3
    corner = (top * width + left).astype(np.intp)
    corner += np.arange(count)[:, None, None] * padded[0].size
    flat = padded.reshape(-1)
    above = _between(flat.take(corner), flat.take(corner + 1), x)
    corner += width
    below = _between(flat.take(corner), flat.take(corner + 1), x)
    return (_between(above, below, y) + 0.5).astype(np.uint8)


def _between(start: Array, end: Array, way: Array) -> Array:
    """``start`` where ``way`` is 0, ``end`` where it is 1. The array ``end`` is used up."""
    end -= start
    end *= way
    end += start
    return end
