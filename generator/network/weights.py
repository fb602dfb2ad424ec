"""Weight files: a network's numbers with a header that says where they come from.

An .npz file of arrays only: ``weights_1``, ``biases_1``, … per layer (float16, half the size and exact
enough: see docs/develop/network.md) and ``header``, a 0-d string array of JSON. Order in the file: header,
all weights, all biases, in layer order.
"""

from __future__ import annotations

import io
import zipfile
from math import prod
from pathlib import Path
from typing import Any

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from generator.errors import WeightsError
from generator.network.activations import ACTIVATIONS, Array
from generator.network.model import Network
from generator.weight_header import ZIP_ERRORS, WeightHeader, read_member, read_weight_header

FIXED_TIME = (1980, 1, 1, 0, 0, 0)  # the first moment a zip file can name
FLOAT_TYPES = ("float16", "float32", "float64")
NPY_HEADER_ROOM = 4096


def write_arrays(path: Path, arrays: dict[str, NDArray[Any]]) -> None:
    """Write an .npz file whose bytes depend on nothing but the arrays (numpy.savez notes the time)."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, array in arrays.items():
            buffer = io.BytesIO()
            npy.write_array(buffer, np.asarray(array), allow_pickle=False)
            member = zipfile.ZipInfo(f"{name}.npy", FIXED_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            archive.writestr(member, buffer.getvalue())


def save_weights(path: Path, network: Network, header: WeightHeader) -> None:
    """Write a weight file. Raises WeightsError if a number does not fit float16 or the file fails."""
    arrays: dict[str, NDArray[Any]] = {"header": np.array(header.to_json())}
    for k, w in enumerate(network.weights, 1):
        arrays[f"weights_{k}"] = _as_half(w, path)
    for k, b in enumerate(network.biases, 1):
        arrays[f"biases_{k}"] = _as_half(b, path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_arrays(path, arrays)
    except OSError as error:
        raise WeightsError(f"{path}: the weights cannot be written ({error})") from error


def as_stored(network: Network) -> Network:
    """The network as it will be read back: its numbers rounded to float16."""
    return network.astype(np.float16).astype(np.float64)


def load_weights(path: Path) -> tuple[Network, WeightHeader]:
    """Read a network (float64) and its header. Raises WeightsError unless the file is as its header says."""
    header = read_weight_header(path)
    unknown = [name for name in header.activations if name not in ACTIVATIONS]
    if unknown:
        raise WeightsError(f"{path}: unknown activation {unknown[0]!r}; there are {', '.join(ACTIVATIONS)}")
    pairs = list(zip(header.sizes[1:], header.sizes[:-1], strict=True))  # (neurons, inputs) of each layer
    try:
        with zipfile.ZipFile(path) as archive:
            weights = [_floats(archive, f"weights_{k}", pair, path) for k, pair in enumerate(pairs, 1)]
            biases = [_floats(archive, f"biases_{k}", pair[:1], path) for k, pair in enumerate(pairs, 1)]
    except KeyError as error:
        raise WeightsError(f"{path}: a layer that the header names is missing ({error.args[0]})") from error
    except ZIP_ERRORS as error:
        raise WeightsError(f"{path}: the weight file is damaged ({error})") from error
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
    found, by_column, dtype = _npy_header(payload)
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
    if not np.isfinite(array).all():
        raise WeightsError(f"{path}: {name} holds a value that is infinite or not a number")
    return array


def _npy_header(payload: io.BytesIO) -> tuple[tuple[int, ...], bool, np.dtype[Any]]:
    version = npy.read_magic(payload)
    if version == (1, 0):
        return npy.read_array_header_1_0(payload)
    if version == (2, 0):
        return npy.read_array_header_2_0(payload)
    raise ValueError(f".npy version {version} is not known")
