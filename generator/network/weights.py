"""Weight files: a network's numbers with a header that says where they come from.

An .npz file of arrays only: ``weights_1``, ``biases_1``, … per layer (float16, half the size and exact
enough: see docs/develop/network.md) and ``header``, a 0-d string array of JSON. Order in the file: header,
all weights, all biases, in layer order.
"""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from math import prod
from pathlib import Path
from typing import Any

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from generator.errors import WeightsError
from generator.network.activations import Array
from generator.network.model import Network
from generator.plain_file import PlainFileError, exists, is_folder, require_plain_file
from generator.weight_header import (
    MAX_FILE_BYTES,
    WeightHeader,
    open_archive,
    read_member,
    read_weight_header,
)

FIXED_TIME = (1980, 1, 1, 0, 0, 0)  # the first moment a zip file can name
FLOAT_TYPES = ("float16", "float32", "float64")
NPY_HEADER_ROOM = 4096


def write_arrays(path: Path, arrays: dict[str, NDArray[Any]]) -> None:
    """Write an .npz file whose bytes depend on nothing but the arrays (numpy.savez notes the time).

    A file that was there before stays whole until the new one is.
    """
    part = _part_of(path)
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for name, array in arrays.items():
                buffer = io.BytesIO()
                npy.write_array(buffer, np.asarray(array), allow_pickle=False)
                member = zipfile.ZipInfo(f"{name}.npy", FIXED_TIME)
                member.compress_type = zipfile.ZIP_DEFLATED
                member.external_attr = 0o644 << 16
                archive.writestr(member, buffer.getvalue())
        part.replace(path)
    except OSError:
        # Under a folder that is none even this may fail.
        with suppress(OSError):
            part.unlink()
        raise


def _part_of(path: Path) -> Path:
    """Where a file is written before it takes its place."""
    return path.with_name(f"{path.name}.part")


def require_writable(path: Path, what: str = "weights") -> None:
    """Raise WeightsError unless a file can be written there: to be asked before a long training."""
    if not is_folder(path.parent):
        raise WeightsError(f"{path}: there is no folder {path.parent}")
    part = _part_of(path)
    try:
        if exists(path):
            require_plain_file(path, MAX_FILE_BYTES)
            path.open("r+b").close()  # a file that is protected is not replaced
        part.open("wb").close()
        part.unlink()
    except PlainFileError as error:
        raise WeightsError(f"{path}: the {what} cannot be written: {error}") from error
    except OSError as error:
        raise WeightsError(f"{path}: the {what} cannot be written: {error.strerror}") from error


def save_weights(path: Path, network: Network, header: WeightHeader) -> None:
    """Write a weight file. Raises WeightsError if a number does not fit float16 or the file fails."""
    arrays: dict[str, NDArray[Any]] = {"header": np.array(header.to_json())}
    for k, w in enumerate(network.weights, 1):
        arrays[f"weights_{k}"] = _as_half(w, path)
    for k, b in enumerate(network.biases, 1):
        arrays[f"biases_{k}"] = _as_half(b, path)
    try:
        write_arrays(path, arrays)
    except OSError as error:
        raise WeightsError(f"{path}: the weights cannot be written: {error.strerror}") from error


def as_stored(network: Network) -> Network:
    """The network as it will be read back: its numbers rounded to float16."""
    return network.astype(np.float16).astype(np.float64)


def load_weights(path: Path) -> tuple[Network, WeightHeader]:
    """Read a network (float64) and its header. Raises WeightsError unless the file is as its header says."""
    header = read_weight_header(path)
    pairs = list(zip(header.sizes[1:], header.sizes[:-1], strict=True))  # (neurons, inputs) of each layer
    with open_archive(path, "there is no array '{name}' for a layer that the header names") as archive:
        weights = [_floats(archive, f"weights_{k}", pair, path) for k, pair in enumerate(pairs, 1)]
        biases = [_floats(archive, f"biases_{k}", pair[:1], path) for k, pair in enumerate(pairs, 1)]
    return Network(tuple(weights), tuple(biases), header.activations), header


def _as_half(array: Array, path: Path) -> NDArray[np.float16]:
    with np.errstate(over="ignore"):
        half = array.astype(np.float16)
    if not np.isfinite(half).all():
        raise WeightsError(f"{path}: not saved, because a weight is infinite, not a number or beyond ±65,504")
    return half


def read_array(
    archive: zipfile.ZipFile, name: str, shape: tuple[int, ...], types: tuple[str, ...], path: Path
) -> NDArray[Any]:
    """An array of a known shape and type; nothing larger than that is ever read. Raises WeightsError."""
    count = prod(shape)
    payload = io.BytesIO(read_member(archive, f"{name}.npy", 8 * count + NPY_HEADER_ROOM))
    found, by_column, dtype = _npy_header(payload, name)
    if found != shape:
        raise WeightsError(f"{path}: {name} has the shape {found}, expected {shape}")
    if dtype.name not in types or by_column:
        raise WeightsError(f"{path}: {name} must hold {', '.join(types)} row by row, not {dtype.name}")
    data = payload.read()
    if len(data) != dtype.itemsize * count:
        raise WeightsError(f"{path}: {name} holds {len(data):,} bytes, not {dtype.itemsize * count:,}")
    return np.frombuffer(data, dtype).reshape(shape)


def _floats(archive: zipfile.ZipFile, name: str, shape: tuple[int, ...], path: Path) -> Array:
    array = read_array(archive, name, shape, FLOAT_TYPES, path).astype(np.float64)
    # NaN is not at most anything; what float16 cannot hold would overflow on its way through the layers.
    if not (np.abs(array) <= np.finfo(np.float16).max).all():
        raise WeightsError(f"{path}: {name} holds a value that is infinite, not a number or beyond ±65,504")
    return array


def _npy_header(payload: io.BytesIO, name: str) -> tuple[tuple[int, ...], bool, np.dtype[Any]]:
    """Raises ValueError. Numpy may run what it cannot read through a tokenizer with errors of its own."""
    try:
        version = npy.read_magic(payload)
        if version == (1, 0):
            return npy.read_array_header_1_0(payload)
        if version == (2, 0):
            return npy.read_array_header_2_0(payload)
    except Exception as error:
        raise ValueError(f"{name} is not an .npy array") from error
    raise ValueError(f"{name} has the .npy version {version[0]}.{version[1]}, which is not known")
