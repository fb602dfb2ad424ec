"""What a weight file says about itself, read without numpy.

Floor 0, because both ``spec`` (which checks layer and neuron numbers in 0.3 s and must not import numpy) and
``network`` (which writes the header) need it, and neither may import the other.
"""

from __future__ import annotations

import ast
import json
import struct
import zipfile
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from generator.errors import WeightsError

HEADER_NAME = "header.npy"
MAX_HEADER_BYTES = 1_000_000


@dataclass(frozen=True)
class WeightHeader:
    """The header of a weight file: a JSON object in a 0-d string array called ``header``.

    ``sizes`` counts the neurons of each layer, input first; ``activations`` names one function for every layer
    after the input; ``accuracy`` is the cross-validated share of right answers (0–1), ``None`` if not measured.
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
        return json.dumps(asdict(self), ensure_ascii=True)

    @classmethod
    def from_json(cls, text: str, path: Path) -> WeightHeader:
        try:
            raw = json.loads(text)
            known = {f.name for f in fields(cls)}
            values = {key: value for key, value in raw.items() if key in known}
            values["sizes"] = tuple(int(size) for size in raw["sizes"])
            values["activations"] = tuple(str(name) for name in raw["activations"])
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise WeightsError(f"{path}: the header of the weight file is damaged ({error})") from error
        return cls(**values)


def read_npy_string(payload: bytes) -> str:
    """Decode a 0-d unicode array in NumPy's .npy format (versions 1–3) with the standard library only."""
    if payload[:6] != b"\x93NUMPY":
        raise ValueError("not an .npy array")
    width, start = ("<H", 10) if payload[6] == 1 else ("<I", 12)
    (length,) = struct.unpack(width, payload[8:start])
    description = ast.literal_eval(payload[start : start + length].decode("latin-1"))
    kind = str(description["descr"])
    if description["shape"] != () or kind[:2] not in ("<U", ">U"):
        raise ValueError(f"expected one piece of text, found {kind} {description['shape']}")
    raw = payload[start + length : start + length + 4 * int(kind[2:])]
    return raw.decode("utf-32-le" if kind[0] == "<" else "utf-32-be").rstrip("\0")


def read_text_array(path: Path, member: str = HEADER_NAME) -> str:
    """Return a 0-d string array of an .npz file. Raises WeightsError with a sentence for the author."""
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo(member).file_size > MAX_HEADER_BYTES:
                raise WeightsError(f"{path}: the header is larger than {MAX_HEADER_BYTES} bytes")
            return read_npy_string(archive.read(member))
    except FileNotFoundError as error:
        raise WeightsError(f"{path}: there is no such weight file") from error
    except KeyError as error:
        raise WeightsError(f"{path}: the file has no header; was it made by 'lessonloom train'?") from error
    except (zipfile.BadZipFile, OSError, ValueError, SyntaxError, struct.error) as error:
        raise WeightsError(f"{path}: this is not a weight file ({error})") from error


def read_weight_header(path: Path) -> WeightHeader:
    """Read a weight file's header. Raises WeightsError if it is missing or damaged."""
    return WeightHeader.from_json(read_text_array(path), path)
