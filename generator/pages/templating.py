"""Our own page templates: Jinja with every value escaped unless it says that it is HTML."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache, FileSystemLoader, StrictUndefined
from jinja2 import Environment as Environment
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


class CompiledTemplates(BytecodeCache):
    """Keeps compiled templates while the program runs: the host makes a new environment for every rebuild."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template's code back unless its source has changed since."""
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        self._kept[bucket.key] = (bucket.checksum, bucket.code)
