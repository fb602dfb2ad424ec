"""The command line: parse arguments, call one function, print, exit.

One module per command, imported only when it runs: ``lessonloom check`` must not load numpy or mkdocs.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from types import ModuleType

import click

COMMANDS = {
    "check": "check",
    "depths": "depths",
    "evaluate": "evaluate",
    "figure": "figure",
    "import": "import_lesson",
    "report": "report",
    "schema": "schema",
    "train": "train",
}


# pydantic would look through every installed package for plugins, which takes longer than reading a lesson;
# and though it is told not to, it would load all that it needs for that.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
_no_plugins = ModuleType("pydantic.plugin._loader")
_no_plugins.get_plugins = tuple  # type: ignore[attr-defined]
sys.modules.setdefault(_no_plugins.__name__, _no_plugins)


class LazyGroup(click.Group):
    """A group that imports a command's module when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"generator.cli.{COMMANDS[cmd_name]}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the name that was probably meant."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches  # only a slip pays for it

            near = get_close_matches(args[0], COMMANDS, n=1)
            if not near:
                raise
            message = f"no such command '{args[0]}'; did you mean '{near[0]}'?"
            raise click.UsageError(message, ctx) from error


@click.group(cls=LazyGroup)
@click.version_option(package_name="lessonloom")
def main() -> None:
    """Make lesson and quiz sites from YAML."""
