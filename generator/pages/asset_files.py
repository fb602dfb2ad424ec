"""What browsers load beside the pages: modules, style sheets, fonts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from generator.pages.bundle import bundle, modules_of
from generator.pages.short_names import shorten
from generator.pages.site_file import SiteFile

ASSETS = Path(__file__).parent.parent / "assets"
GRADER = "grade"


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
    """Every file below generator/assets as it is now, the grader as one module; ``asset_root`` follows."""
    asset_root.cache_clear()
    root = asset_root()
    paths = _asset_paths()
    sources = {path.stem: path.read_text(encoding="utf-8") for path in paths if path.suffix == ".mjs"}
    files = {
        path.relative_to(ASSETS).as_posix(): path.read_bytes() for path in paths if path.suffix != ".mjs"
    }
    files |= {f"js/{name}.mjs": source.encode() for name, source in shipped_modules(sources).items()}
    return [SiteFile(f"{root}/{name}", content) for name, content in sorted(files.items())]


def shipped_modules(sources: Mapping[str, str]) -> dict[str, str]:
    """The modules (name → source) as browsers get them: without what only their readers need.

    The grader of typed answers is one file with all that it imports, whether pages import that, too, or not.
    """
    own = {name: sources[name] for name in modules_of(GRADER, sources)}
    pages = {name for entry in sources.keys() - own.keys() for name in modules_of(entry, sources)}
    shipped = {name: sources[name] for name in pages} | {GRADER: bundle(GRADER, own)}
    return {name: shorten(source) for name, source in sorted(shipped.items())}


def _asset_paths() -> list[Path]:
    return sorted(path for path in ASSETS.rglob("*") if path.is_file() and not path.name.startswith("."))
