"""The IDX format of the MNIST files, gzipped or not (format: Yann LeCun, "The MNIST database").

A file is: two zero bytes, a type byte (8 = unsigned bytes, the only one used here), the number of dimensions,
each dimension as a big-endian 32-bit number, then the data, last dimension fastest.
"""

from __future__ import annotations

import gzip
import zlib
from math import prod
from pathlib import Path
from typing import IO, cast

import numpy as np
from numpy.typing import NDArray

from generator.errors import DataError
from generator.plain_file import PlainFileError, require_plain_file

MAX_BYTES = 2**28  # five times the 60,000 training digits; more is a damaged or hostile file
HEADER_ROOM = 16  # of a file with three dimensions
GZIP_SIGN = b"\x1f\x8b"
UNSIGNED_BYTES = 8


def read_idx(path: Path, dimensions: int) -> NDArray[np.uint8]:
    """An array of bytes with the given number of dimensions. Raises DataError with a sentence for the user.

    Never reads more than the header announces plus one byte, and refuses announcements above 256 MB, so a
    small gzipped file cannot fill the memory.
    """
    try:
        require_plain_file(path, MAX_BYTES + HEADER_ROOM)
        with _open(path) as file:
            return _read(file, path, dimensions)
    except PlainFileError as error:
        raise DataError(f"{path}: {error}") from error
    except OSError as error:  # of the system with its words; of gzip without, so in ours
        reason = error.strerror or "the gzip data are damaged"
        raise DataError(f"{path}: the file cannot be read: {reason}") from error
    except (EOFError, zlib.error) as error:
        raise DataError(f"{path}: the file cannot be read: the gzip data are damaged") from error


def _open(path: Path) -> IO[bytes]:
    with path.open("rb") as file:
        zipped = file.read(2) == GZIP_SIGN
    return cast(IO[bytes], gzip.open(path, "rb")) if zipped else path.open("rb")


def _read(file: IO[bytes], path: Path, dimensions: int) -> NDArray[np.uint8]:
    start = file.read(4)
    if len(start) < 4 or start[:2] != b"\0\0":
        raise DataError(f"{path}: this is not an IDX file (it does not begin with two zero bytes)")
    if start[2] != UNSIGNED_BYTES:
        raise DataError(f"{path}: expected unsigned bytes (type 8), found IDX type {start[2]}")
    if start[3] != dimensions:
        kind = "images" if dimensions == 3 else "labels"
        raise DataError(f"{path}: {kind} have {dimensions} dimension(s), this file has {start[3]}")
    raw_shape = file.read(4 * dimensions)
    if len(raw_shape) < 4 * dimensions:
        raise DataError(f"{path}: the file ends within its header")
    shape = tuple(int(n) for n in np.frombuffer(raw_shape, ">u4"))
    size = prod(shape)
    if size > MAX_BYTES:
        raise DataError(f"{path}: the header announces {size:,} bytes; at most {MAX_BYTES:,} are read")
    data = file.read(size + 1)
    if len(data) != size:
        found = "more" if len(data) > size else f"{len(data):,}"
        raise DataError(f"{path}: the header announces {size:,} bytes of data, the file holds {found}")
    return np.frombuffer(data, np.uint8).reshape(shape)
