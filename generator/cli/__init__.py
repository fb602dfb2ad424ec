"""The command line: parse arguments, call one function, print, exit.

One module per command, imported only when it runs: ``lessonloom check`` must not load numpy or mkdocs.
"""

from __future__ import annotations

import os
from importlib import import_module

import click

COMMANDS = {
    "check": "check",
    "evaluate": "evaluate",
    "import": "import_lesson",
    "schema": "schema",
    "train": "train",
}


# pydantic would look through every installed package for plugins, which takes longer than reading a lesson.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


class LazyGroup(click.Group):
    """A group that imports a command's module when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"generator.cli.{COMMANDS[cmd_name]}").command
        return command


@click.group(cls=LazyGroup)
@click.version_option(package_name="lessonloom")
def main() -> None:
    """Make lesson and quiz sites from YAML."""
