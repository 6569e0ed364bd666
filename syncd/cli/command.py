"""``syncd`` and its subcommands."""

from __future__ import annotations

import sys

import click

from syncd import __version__
from syncd.cli.about import info, secret, settings_command
from syncd.cli.ending import INTERRUPTED, WRONG_USE, end
from syncd.cli.json import json
from syncd.cli.serve import serve, static


__all__ = ["run"]


class _Group(click.Group):
    """The commands; what the guides of Bokeh call the same has another name."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return super().get_command(ctx, "serve" if cmd_name == "server" else cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, command, rest = super().resolve_command(ctx, args)
        return (command.name if command else name), command, rest


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(
    __version__, "-v", "--version", prog_name="syncd", message="%(prog)s %(version)s"
)
def command() -> None:
    """Keep Python documents in sync with browsers."""


for _command in (info, json, secret, serve, settings_command, static):
    command.add_command(_command)


def run() -> None:
    """Run the command as its command line says."""
    try:
        sys.exit(command.main(prog_name="syncd", standalone_mode=False) or 0)
    except click.exceptions.NoArgsIsHelpError as error:
        end(error.ctx.get_help(), WRONG_USE)
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "syncd"
        words = " ".join(error.format_message().split()).rstrip(".")
        end(f"{path}: {words}; see {path} --help", WRONG_USE)
    except click.Abort:
        sys.exit(INTERRUPTED)
