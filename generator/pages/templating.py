"""Our own page templates: Jinja with every value escaped unless it says that it is HTML."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment as Environment
from jinja2 import FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2 import __version__ as jinja_version
from jinja2.bccache import Bucket

TEMPLATES = Path(__file__).parent / "templates"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates below generator/pages/templates."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        auto_reload=False,  # or every question would ask the disk whether its templates have changed
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.clear()  # no template of ours needs Jinja's own, and every rendering would copy them
    return made


def render_template(name: str, **values: object) -> str:
    """One template as text."""
    return environment().get_template(name).render(**values)


class _KeptTemplates(FileSystemBytecodeCache):
    """Compiled templates in a folder, found again while their source is the same; none where it cannot be
    written."""

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        folder = Path(self.directory)
        with suppress(OSError):
            if not folder.is_dir():
                folder.mkdir(parents=True)
                (folder / ".gitignore").write_text("*\n", encoding="utf-8")
            super().dump_bytecode(bucket)


def keep_compiled(templates: Environment, folder: Path) -> None:
    """Compile templates once: compiled ones outlive this process in ``folder``."""
    how = (jinja_version, *sorted(templates.extensions), templates.trim_blocks, templates.lstrip_blocks)
    digest = sha256(repr(how).encode()).hexdigest()[:10]
    templates.bytecode_cache = _KeptTemplates(str(folder), f"{digest}-%s")


class _VisibleTemplates(FileSystemLoader):
    """Lists nothing that lies in a folder with a dot."""

    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for root in self.searchpath:
            for folder, folders, names in os.walk(root):
                folders[:] = [name for name in folders if not name.startswith(".")]
                below = Path(folder).relative_to(root)
                found.update((below / name).as_posix() for name in names)
        return sorted(found)


def leave_icons_out(make: Callable[[], Environment]) -> Callable[[], Environment]:
    """The host lists all of a theme's files to copy those that are no templates. Material's 14,000 icons are
    templates, but listing them takes a tenth of a small build."""

    def make_without() -> Environment:
        made = make()
        if isinstance(made.loader, FileSystemLoader):
            made.loader = _VisibleTemplates(made.loader.searchpath)
        return made

    return make_without
