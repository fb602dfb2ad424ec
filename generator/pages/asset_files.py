"""What browsers load beside the pages: modules, style sheets, fonts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from generator.kept_file import keep, load_kept
from generator.pages import bundle as bundler
from generator.pages import js_tokens, short_names
from generator.pages.bundle import bundle, modules_of
from generator.pages.short_names import shorten
from generator.pages.site_file import SiteFile

ASSETS = Path(__file__).parent.parent / "assets"
GRADER = "grade"
_SHORTENING = (__file__, bundler.__file__, js_tokens.__file__, short_names.__file__)
_kept: Path | None = None


def keep_modules(file: Path) -> None:
    """From now on shortened modules outlive this process in ``file``, as long as they are the same."""
    global _kept
    _kept = file


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
    shipped = _shipped_or_kept(sources)
    files |= {f"js/{name}.mjs": source.encode() for name, source in shipped.items()}
    return [SiteFile(f"{root}/{name}", content) for name, content in sorted(files.items())]


def shipped_modules(sources: Mapping[str, str]) -> dict[str, str]:
    """The modules (name → source) as browsers get them: without what only their readers need.

    The grader of typed answers is one file with all that it imports, whether pages import that, too, or not.
    """
    own = {name: sources[name] for name in modules_of(GRADER, sources)}
    pages = {name for entry in sources.keys() - own.keys() for name in modules_of(entry, sources)}
    shipped = {name: sources[name] for name in pages} | {GRADER: bundle(GRADER, own)}
    return {name: shorten(source) for name, source in sorted(shipped.items())}


def _shipped_or_kept(sources: Mapping[str, str]) -> dict[str, str]:
    """Shortening takes a tenth of a second, so it is done once."""
    if _kept is None:
        return shipped_modules(sources)
    digest = sha256(repr(sorted(sources.items())).encode())
    for path in _SHORTENING:
        digest.update(Path(path).read_bytes())
    made_from = digest.hexdigest()
    if text := load_kept(_kept, made_from):
        kept: dict[str, str] = json.loads(text)
        return kept
    shipped = shipped_modules(sources)
    keep(_kept, made_from, json.dumps(shipped, ensure_ascii=False))
    return shipped


def _asset_paths() -> list[Path]:
    return sorted(path for path in ASSETS.rglob("*") if path.is_file() and not path.name.startswith("."))
