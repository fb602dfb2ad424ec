"""What browsers load beside the pages: modules, style sheets, fonts."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from generator.pages.site_file import SiteFile

ASSETS = Path(__file__).parent.parent / "assets"


@lru_cache(maxsize=1)
def asset_root() -> str:
    """Where the assets stand below the site's root.

    The folder's name changes with its content, so that browsers may keep the files for ever and still never
    mix an old module with a new page.
    """
    digest = sha256()
    for path in _asset_paths():
        digest.update(path.relative_to(ASSETS).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return f"assets/lessonloom/{digest.hexdigest()[:12]}"


def asset_files() -> list[SiteFile]:
    """Every file below generator/assets as it is now; ``asset_root`` follows."""
    asset_root.cache_clear()
    root = asset_root()
    return [
        SiteFile(f"{root}/{path.relative_to(ASSETS).as_posix()}", _shipped(path)) for path in _asset_paths()
    ]


def _shipped(path: Path) -> bytes:
    """A file as browsers get it: modules without what only their readers need."""
    return slim(path.read_text(encoding="utf-8")).encode() if path.suffix == ".mjs" else path.read_bytes()


def slim(module: str) -> str:
    """A module without indentation, empty lines and lines that are a comment.

    Line by line, so it may only be done to modules in which no text runs over lines; a test sees to that.
    """
    lines = [line.strip() for line in module.splitlines()]
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


def _asset_paths() -> list[Path]:
    return sorted(path for path in ASSETS.rglob("*") if path.is_file() and not path.name.startswith("."))
