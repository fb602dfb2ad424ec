"""lessonloom check. (First cut.)"""

from __future__ import annotations

from pathlib import Path

import click

from generator.spec import load_course


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def command(paths: tuple[Path, ...]) -> None:
    """Check lessons without building them."""
    for path in paths or (Path("lessons"),):
        load_course(path)
