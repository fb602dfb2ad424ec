"""Files that save work and may go at any time: below a folder that git ignores, whole or not there.

Floor 0, because pictures and modules are both kept so.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path


def keep(path: Path, made_from: str, text: str) -> None:
    """Keep what was made from something; nothing where the folder cannot be written.

    Whoever reads meanwhile sees all of it or nothing.
    """
    part = path.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        if not (ignored := path.parent / ".gitignore").exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            ignored.write_text("*\n", encoding="utf-8")
        part.write_text(f"{_seal(made_from, text)}\n{text}", encoding="utf-8")
        part.replace(path)


def load_kept(path: Path, made_from: str) -> str | None:
    """What is kept there, if it is whole and was made from just this."""
    try:
        seal, _, text = path.read_text(encoding="utf-8").partition("\n")
    except (OSError, ValueError):
        return None
    return text if seal == _seal(made_from, text) else None


def _seal(made_from: str, text: str) -> str:
    return sha256(f"{len(made_from)} {made_from} {text}".encode()).hexdigest()
