"""What a weight file says about itself, read without numpy.

Floor 0, because both ``spec`` (which checks layer and neuron numbers in 0.3 s and must not import numpy) and
``network`` (which writes the header) need it, and neither may import the other.

A weight file may come from anywhere, so nothing in it is believed: no member is read beyond a limit, whatever
size it claims, and every field of the header is checked for type and range.
"""

from __future__ import annotations

import json
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import pairwise
from math import prod
from pathlib import Path
from typing import Any

from generator.errors import WeightsError
from generator.plain_file import PlainFileError, require_plain_file

DATA_FOLDER = Path(__file__).parent / "network" / "data"
SHIPPED_MODELS = {
    "digits": DATA_FOLDER / "digits_sigmoid.npz",
    "digits-relu": DATA_FOLDER / "digits_relu.npz",
    "digits-plain": DATA_FOLDER / "digits_plain.npz",
}
SAMPLE_DIGITS = DATA_FOLDER / "sample_digits.npz"

HEADER_NAME = "header.npy"
MAX_HEADER_BYTES = 100_000
MAX_LAYERS = 20
MAX_NEURONS = 10_000  # of one layer
MAX_PARAMETERS = 5_000_000
MAX_FILE_BYTES = 8 * MAX_PARAMETERS + 1_000_000

ACTIVATION_NAMES = ("sigmoid", "tanh", "relu", "leaky_relu", "softmax")
"""Every activation function that a layer can have; network/activations.py has one function for each."""
OF_OUTPUTS = ("softmax",)
"""Those of them that only the output layer can have: they make the neurons of a layer shares of one whole."""

_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What reading a damaged archive can raise, whatever is wrong with it.
_ARCHIVE_ERRORS = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, struct.error)
_TEXT_DTYPE = re.compile(r"'descr': '([<>])U(\d{1,6})'.*'shape': \(\)")


@dataclass(frozen=True)
class WeightHeader:
    """The header of a weight file: a JSON object in a 0-d string array called ``header``.

    ``sizes`` counts the neurons of each layer, input first; ``activations`` names one function for every
    layer after the input; ``accuracy`` is the cross-validated share of right answers (0–1), ``None`` if not
    measured.
    """

    sizes: tuple[int, ...]
    activations: tuple[str, ...]
    seed: int | None = None
    data: str = ""
    data_checksum: str = ""
    accuracy: float | None = None
    command: str = ""
    note: str = ""

    def to_json(self) -> str:
        """One line of JSON, ASCII only."""
        return json.dumps(asdict(self), ensure_ascii=True)

    @classmethod
    def from_json(cls, text: str, path: Path) -> WeightHeader:
        """Read a header back; unknown fields are ignored. Raises WeightsError, with ``path`` in the text."""
        try:
            raw = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise WeightsError(f"{path}: the header of the weight file is not JSON ({error})") from error
        problem = _problem(raw)
        if problem:
            raise WeightsError(f"{path}: the header of the weight file is damaged: {problem}")
        texts = {key: raw[key] for key in _TEXTS if key in raw}
        return cls(
            tuple(raw["sizes"]),
            tuple(raw["activations"]),
            raw.get("seed"),
            accuracy=raw.get("accuracy"),
            **texts,
        )


_TEXTS = ("data", "data_checksum", "command", "note")


def _is_int(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _problem(raw: object) -> str:
    """What is wrong with a header, or an empty string."""
    if not isinstance(raw, dict):
        return "it is not an object"
    sizes, names = raw.get("sizes"), raw.get("activations")
    if not isinstance(sizes, list) or not all(_is_int(n) and 1 <= n <= MAX_NEURONS for n in sizes):
        return f"'sizes' must be a list of whole numbers from 1 to {MAX_NEURONS:,}"
    if not 2 <= len(sizes) <= MAX_LAYERS:
        return f"'sizes' must count 2 to {MAX_LAYERS} layers, not {len(sizes)}"
    if sum(prod(pair) + pair[1] for pair in pairwise(sizes)) > MAX_PARAMETERS:
        return f"'sizes' means more than {MAX_PARAMETERS:,} weights and biases"
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return "'activations' must be a list of names"
    if len(names) != len(sizes) - 1:
        return f"{len(sizes)} layers need {len(sizes) - 1} activations, not {len(names)}"
    return _problem_of_names(names) or _problem_of_details(raw)


def _problem_of_names(names: list[str]) -> str:
    for name in names:
        if name not in ACTIVATION_NAMES:
            return f"there is no activation {name[:40]!r}, only {', '.join(ACTIVATION_NAMES)}"
    early = [name for name in names[:-1] if name in OF_OUTPUTS]
    return f"only the last layer can have the activation {early[0]!r}" if early else ""


def _problem_of_details(raw: dict[str, Any]) -> str:
    seed, accuracy = raw.get("seed"), raw.get("accuracy")
    if seed is not None and not _is_int(seed):
        return "'seed' must be a whole number"
    if accuracy is not None and not (isinstance(accuracy, float | int) and 0 <= accuracy <= 1):
        return "'accuracy' must be a number from 0 to 1"
    wrong = [key for key in _TEXTS if not isinstance(raw.get(key, ""), str)]
    return f"{wrong[0]!r} must be text" if wrong else ""


def read_npy_string(payload: bytes) -> str:
    """Decode a 0-d unicode array in NumPy's .npy format (versions 1–3) with the standard library only.

    Raises ValueError or struct.error if the bytes are anything else.
    """
    if payload[:6] != b"\x93NUMPY":
        raise ValueError("not an .npy array")
    width, start = ("<H", 10) if payload[6:7] == b"\x01" else ("<I", 12)
    (length,) = struct.unpack(width, payload[8:start])
    found = _TEXT_DTYPE.search(payload[start : start + length].decode("latin-1"))
    if found is None:
        raise ValueError("expected an array that holds one piece of text")
    raw = payload[start + length :]
    if len(raw) != 4 * int(found[2]):
        raise ValueError("the text has another length than announced")
    return raw.decode("utf-32-le" if found[1] == "<" else "utf-32-be").rstrip("\0")


def read_member(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    """A member's bytes. ValueError if they are more than ``limit``, whatever size the file claims.

    Raises KeyError if there is no such member.
    """
    if name not in archive.namelist():
        raise KeyError(name)
    if archive.getinfo(name).compress_type not in _PACKINGS:
        raise ValueError(f"{name} is packed in another way than numpy packs")
    with archive.open(name) as member:
        payload = member.read(limit + 1)
    if len(payload) > limit:
        raise ValueError(f"{name} is larger than {limit:,} bytes")
    return payload


@contextmanager
def open_archive(path: Path, missing: str) -> Iterator[zipfile.ZipFile]:
    """An .npz file to read members of.

    Whatever is wrong with the file, here or while it is being read, raises WeightsError with a sentence;
    ``missing`` is the sentence for a member that is not there, with ``{name}`` for it.
    """
    try:
        require_plain_file(path, MAX_FILE_BYTES)
        archive = zipfile.ZipFile(path)
    except PlainFileError as error:
        raise WeightsError(f"{path}: {error}") from error
    except _ARCHIVE_ERRORS as error:
        raise WeightsError(f"{path}: this is not a weight file (it is no .npz archive)") from error
    try:
        with archive:
            yield archive
    except KeyError as error:
        name = str(error.args[0]).removesuffix(".npy")
        raise WeightsError(f"{path}: {missing.format(name=name)}") from error
    except _ARCHIVE_ERRORS as error:
        # The words of our own checks are ValueErrors; those of libraries are not for authors.
        reason = str(error) if type(error) is ValueError else "its contents are not as announced"
        raise WeightsError(f"{path}: the file is damaged ({reason})") from error


def read_text_array(path: Path, member: str = HEADER_NAME) -> str:
    """Return a 0-d string array of an .npz file. Raises WeightsError with a sentence for the author."""
    with open_archive(path, "the file has no {name}; was it made by 'lessonloom train'?") as archive:
        return read_npy_string(read_member(archive, member, MAX_HEADER_BYTES))


def read_weight_header(path: Path) -> WeightHeader:
    """Read a weight file's header. Raises WeightsError if it is missing or damaged."""
    return WeightHeader.from_json(read_text_array(path), path)


@dataclass(frozen=True)
class DigitList:
    """What sample_digits.npz says about itself: names and labels, and the rule that chose the digits."""

    names: tuple[str, ...]
    labels: tuple[int, ...]
    rule: str


def read_digit_list(path: Path = SAMPLE_DIGITS) -> DigitList:
    """Names and labels of the sample digits. Raises WeightsError if the file is missing or damaged."""
    try:
        raw = json.loads(read_text_array(path))
        digits = DigitList(tuple(raw["names"]), tuple(raw["labels"]), str(raw["rule"]))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise WeightsError(f"{path}: the list of sample digits is damaged ({error})") from error
    if len(digits.names) != len(digits.labels):
        raise WeightsError(f"{path}: {len(digits.names)} names, but {len(digits.labels)} labels")
    return digits
