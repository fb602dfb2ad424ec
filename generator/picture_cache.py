"""Pictures on disk, found by a digest of all that decides how they look, so that each is drawn once.

A file that is damaged, or not of our making, counts as none; a folder that cannot be written keeps nothing.
What has not been used for longest goes first.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict
from functools import cached_property
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from generator.kept_file import keep, load_kept
from generator.pages.figure_html import FigureHtml

MOST = 1000
"""So many pictures are kept."""
_PACKAGE = Path(__file__).parent
_SOURCES = (
    *("figures", "network", "spec/explain.py", "spec/figures", "spec/site_file.py", "spec/text.py"),
    *("errors.py", "pages/render.py", "plain_file.py", "spec/near_names.py"),
    *("spec/hand_set.py", "training_record.py", "weight_header.py"),
)
_LIBRARIES = ("numpy", "matplotlib")


def _digest(*parts: str | bytes) -> str:
    """Of several parts: what one ends with and the next begins with makes a difference."""
    total = blake2b(digest_size=20)
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode()
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()


def digest_files(files: Iterable[tuple[str, Path]]) -> str:
    """Of named files; one that cannot be read counts as empty, and whoever needs it says so."""
    parts: list[str | bytes] = []
    for name, path in files:
        parts.append(name)
        try:
            parts.append(path.read_bytes())
        except OSError:
            parts.append(b"")
    return _digest(*parts)


def source_files() -> Iterator[tuple[str, Path]]:
    """Everything that draws, with what it reads by, and the networks and data that come with it."""
    for part in (_PACKAGE / each for each in _SOURCES):
        for path in sorted(part.rglob("*")) if part.is_dir() else (part,):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path.relative_to(_PACKAGE).as_posix(), path


class PictureCache:
    """Pictures in a folder, which need not be there."""

    def __init__(self, folder: Path, most: int = MOST) -> None:
        self._folder = folder
        self._most = most
        self._room = 0  # so many more pictures surely fit

    @cached_property
    def _program(self) -> str:
        """The code that draws, and what it stands on; as it was when the first picture was asked for."""
        libraries = (f"{name} {version(name)}" for name in _LIBRARIES)
        return _digest(sys.version, *libraries, digest_files(source_files()))

    def name(self, *decides: str) -> str:
        """The name of the picture that ``decides`` and the program together determine."""
        return _digest(self._program, *decides)

    def load(self, name: str) -> FigureHtml | None:
        """The picture of that name, if it is there and whole."""
        path = self._path(name)
        text = load_kept(path, name)
        if text is None:
            return None
        with suppress(OSError):
            os.utime(path)
        fields = json.loads(text)
        table, files = fields.pop("table"), fields.pop("files")
        rows, pairs = table and tuple(map(tuple, table)), tuple((uri, text) for uri, text in files)
        return FigureHtml(**fields, table=rows, files=pairs)

    def save(self, name: str, picture: FigureHtml) -> None:
        """Keep a picture, and no more of them than there is room for."""
        keep(self._path(name), name, json.dumps(asdict(picture), ensure_ascii=False))
        with suppress(OSError):
            self._prune()

    def _prune(self) -> None:
        """Where there may be no room, forget what has not been used for longest, whole or not."""
        if self._room:
            self._room -= 1
            return
        used = {
            path: path.stat().st_mtime_ns for path in self._folder.glob("*.*") if path.stem != ".gitignore"
        }
        for path in sorted(used, key=used.__getitem__, reverse=True)[self._most :]:
            path.unlink()
        self._room = max(0, self._most - len(used))

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.json"
