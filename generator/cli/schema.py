"""lessonloom schema: write the JSON Schemas that editors complete and check lessons with."""

from __future__ import annotations

from pathlib import Path

import click

from generator.spec.schema import SCHEMAS, render_schema


@click.command("schema")
@click.argument("folder", default="docs", type=click.Path(path_type=Path, exists=True, file_okay=False))
def command(folder: Path) -> None:
    """Write the schemas of lessons, course.yaml and glossary.yaml into FOLDER (default: docs)."""
    for name, root in SCHEMAS.items():
        path = folder / name
        path.write_text(render_schema(root), encoding="utf-8")
        click.echo(f"wrote {path}")
