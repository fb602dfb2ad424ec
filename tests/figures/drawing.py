"""Figures drawn by the real program, and their SVG read back as data."""

from __future__ import annotations

import base64
import json
import re
import struct
import zlib
from functools import cache
from html import unescape
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import numpy as np
from pydantic import TypeAdapter

from generator.figures import Picture, illustrate
from generator.network import Library, Network, load_library
from generator.spec.figures import Figure
from generator.spec.site_file import PlotSource, load_site_file

FIGURE = TypeAdapter(Figure)
LANGUAGES = ("en", "ko")
KINDS = tuple(get_args(model.model_fields["kind"].annotation)[0] for model in get_args(get_args(Figure)[0]))
"""Every figure kind; tests/figures/cases has a module for each."""
_CASES = [import_module(f"tests.figures.cases.{kind}") for kind in KINDS]
FIGURES = {name: fields for cases in _CASES for name, fields in cases.FIGURES.items()}
ALSO = {name: case for cases in _CASES for name, case in getattr(cases, "ALSO", {}).items()}
ROOT = Path(__file__).parents[2]
PLOTS = {
    **load_site_file(ROOT / "mkdocs.yml").plots,
    "everything": PlotSource(Path(__file__).with_name("plots.py"), "draw_everything"),
}
OTHER_NETWORKS = {
    "one-layer": (784, 10),
    "short": (784, 32, 10),
    "large": (784, 128, 64, 10),
    "long": (784, 20, 20, 20, 20, 20, 26),
    "tiny": (2, 3, 1),
}


def random_network(sizes: tuple[int, ...], activation: str = "relu") -> Network:
    rng = np.random.default_rng(sum(sizes))
    pairs = list(pairwise(sizes))
    weights = tuple((rng.normal(size=(b, a)) / np.sqrt(a)).astype(np.float32) for a, b in pairs)
    biases = tuple(rng.normal(size=b).astype(np.float32) for _, b in pairs)
    return Network(weights, biases, (*(activation for _ in pairs[1:]), "sigmoid"))


@cache
def library() -> Library:
    """The shipped networks and digits, and networks of other sizes."""
    shipped = load_library()
    others = {name: random_network(sizes) for name, sizes in OTHER_NETWORKS.items()}
    return Library({**shipped.models, **others}, shipped.headers, shipped.digits, shipped.records)


def draw_anew(fields: dict, language: str = "en", model: str = "digits", name: str = "fig") -> Picture:
    figure = FIGURE.validate_python({"id": name, **fields})
    return illustrate(figure, library(), model=model, language=language, plots=PLOTS)


@cache
def _drawn(fields: str, language: str, model: str, name: str) -> Picture:
    return draw_anew(json.loads(fields), language, model, name)


def draw(fields: dict, language: str = "en", model: str = "digits", name: str = "fig") -> Picture:
    """A figure by its YAML fields; drawn once per session."""
    return _drawn(json.dumps(fields), language, model, name)


def rename(svg: str, name: str) -> str:
    """The drawing of "fig" as that of another figure, which need not be drawn for it."""
    return re.sub(r'(id="|#|describedby=")fig_', rf"\1{name}_", svg)


def parse(svg: str) -> ElementTree.Element:
    """The figure as a tree, its names without namespace."""
    root = ElementTree.fromstring(svg)
    for node in root.iter():
        node.tag = node.tag.rpartition("}")[2]
    return root


def plain(phrase: str) -> str:
    """A caption as readers see it who have not chosen the lecture's colours."""
    return unescape(re.sub(r'<span class="nn-lecture" hidden>.*?</span>|</?span[^>]*>', "", phrase))


def sheets(picture: Picture) -> list[ElementTree.Element]:
    """Every <svg> of a figure: one, twins, or panels."""
    return list(parse(picture.svg).iter("svg"))


def by_id(root: ElementTree.Element, name: str) -> ElementTree.Element:
    (found,) = (node for node in root.iter() if node.get("id") == name)
    return found


def texts(root: ElementTree.Element) -> list[str]:
    """Every text of a drawing as a reader sees it."""
    return ["".join(node.itertext()) for node in root.iter("text")]


def points(path: str) -> np.ndarray:
    """The absolute points of a line of straight pieces, (points, 2)."""
    found, x, y = [], 0.0, 0.0
    for command, written in re.findall(r"([Mlhv])([^Mlhvz]*)", path):
        numbers = [float(number) for number in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", written)]
        steps = {"h": [(n, 0.0) for n in numbers], "v": [(0.0, n) for n in numbers]}.get(command)
        for right, down in steps or zip(numbers[::2], numbers[1::2], strict=True):
            x, y = (right, down) if command == "M" else (x + right, y + down)
            found.append((x, y))
    return np.array(found)


def cells_of(path: str) -> list[tuple[int, int]]:
    """The (row, column) of every cell that a path of run-length strokes covers."""
    cells, x, y = [], 0, 0
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", path):
        values = [float(value) for value in numbers.split()]
        if command == "M":
            x, y = int(values[0]), int(values[1])
        elif command == "m":
            x += int(values[0])
        else:
            cells += [(y, column) for column in range(x, x + int(values[0]))]
            x += int(values[0])
    return cells


def levels_of(group: ElementTree.Element, steps: int, shape: tuple[int, int]) -> np.ndarray:
    """The levels 0 … ``steps`` that a group of strokes draws; fails if a cell is drawn twice."""
    levels = np.zeros(shape, dtype=int)
    for path in group.iter("path"):
        for cell in cells_of(path.get("d")):
            assert levels[cell] == 0
            levels[cell] = round(float(path.get("stroke-opacity")) * steps)
    return levels


def decode_png(uri: str) -> np.ndarray:
    """The grey levels 0–15 of a 4-bit PNG data URI, read by the PNG specification and not by our writer."""
    data = base64.b64decode(uri.removeprefix("data:image/png;base64,"))
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    chunks, at = {}, 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        body = data[at + 4 : at + 8 + length]
        assert struct.unpack(">I", data[at + 8 + length : at + 12 + length])[0] == zlib.crc32(body)
        chunks[body[:4]] = body[4:]
        at += 12 + length
    width, height, depth, kind = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    assert (depth, kind) == (4, 0)
    rows = np.frombuffer(zlib.decompress(chunks[b"IDAT"]), dtype=np.uint8).reshape(height, -1)
    assert not rows[:, 0].any()
    return np.stack([rows[:, 1:] >> 4, rows[:, 1:] & 15], axis=2).reshape(height, -1)[:, :width]
