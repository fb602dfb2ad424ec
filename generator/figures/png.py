"""A tiny PNG writer: 4-bit greyscale, which is all a mask needs."""

from __future__ import annotations

import base64
import struct
import zlib

import numpy as np
from numpy.typing import NDArray

MAX_GREY = 15


def _chunk(kind: bytes, payload: bytes) -> bytes:
    body = kind + payload
    return struct.pack(">I", len(payload)) + body + struct.pack(">I", zlib.crc32(body))


def _deflate(raw: bytes) -> bytes:
    """The shortest of what zlib makes in its several ways: noise wants another than smooth pictures."""
    made = []
    for strategy in (zlib.Z_DEFAULT_STRATEGY, zlib.Z_FILTERED, zlib.Z_HUFFMAN_ONLY):
        packer = zlib.compressobj(9, strategy=strategy)
        made.append(packer.compress(raw) + packer.flush())
    return min(made, key=len)


def encode_grey4(pixels: NDArray[np.uint8]) -> bytes:
    """A greyscale PNG with 4 bits per pixel from an array (rows, columns) of 0 (black) to 15 (white).

    Format: https://www.w3.org/TR/png-3/. Every row uses filter 0; an odd row is padded with a black pixel.
    """
    rows, columns = pixels.shape
    padded = np.zeros((rows, columns + columns % 2), dtype=np.uint8)
    padded[:, :columns] = pixels
    packed = (padded[:, 0::2] << 4) | padded[:, 1::2]
    raw = b"".join(b"\0" + row.tobytes() for row in packed)
    header = struct.pack(">IIBBBBB", columns, rows, 4, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", _deflate(raw))
        + _chunk(b"IEND", b"")
    )


def data_uri(png: bytes) -> str:
    """A PNG that travels inside the page."""
    return "data:image/png;base64," + base64.b64encode(png).decode("ascii")
