"""Whether a path leads to a file that ends: a pipe waits for ever, a device never runs dry.

Floor 0, because lessons, weight files, data sets and foreign notes may all come from anywhere.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Literal

FileCode = Literal["file-not-found", "file-too-large"]


class PlainFileError(Exception):
    """Why a file cannot be read, in words without its path; ``code`` is that of a diagnostic."""

    def __init__(self, code: FileCode, message: str) -> None:
        super().__init__(message)
        self.code = code


def is_folder(path: Path) -> bool:
    """Whether there is such a folder. Path's own method raises for a name that is too long, for example."""
    return os.path.isdir(path)  # noqa: PTH112


def is_file(path: Path) -> bool:
    """Whether there is such a file, where Path's own method may raise, too."""
    return os.path.isfile(path)  # noqa: PTH113


def exists(path: Path) -> bool:
    """Whether there is anything at ``path``, be it a link that leads nowhere. Never raises."""
    return os.path.lexists(path)


def leads_outside(path: Path, folder: Path) -> bool:
    """Whether a path, all links followed, lies outside a folder. What leads nowhere at all does not."""
    try:
        return not path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):  # an impossible name; links in a circle, before Python 3.13
        return False


def require_plain_file(path: Path, limit: int) -> None:
    """Raise PlainFileError unless ``path`` leads to a regular file of at most ``limit`` bytes."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise PlainFileError("file-not-found", "there is no such file") from error
    except OSError as error:
        reason = error.strerror or "for an unknown reason"
        raise PlainFileError("file-not-found", f"the file cannot be read: {reason}") from error
    if not stat.S_ISREG(status.st_mode):
        raise PlainFileError("file-not-found", "this is not a file")
    if status.st_size > limit:
        raise PlainFileError("file-too-large", f"the file is too large: more than {limit / 1e6:.0f} MB")
