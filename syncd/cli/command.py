"""``syncd`` and its subcommands.

Whatever goes wrong is one line on standard error. The exit status is then 1, and
2 if the command line is wrong or asks for what there is not yet.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import NoReturn

import click

from syncd import __version__
from syncd.cli.about import info, secret, settings_command
from syncd.cli.json import json
from syncd.cli.serve import serve, static
from syncd.errors import AppError, DocSyncError, UnavailableError


__all__ = ["main"]

_WRONG_USE = 2
_INTERRUPTED = 130


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


def main() -> None:
    """Run the command."""
    try:
        sys.exit(command.main(prog_name="syncd", standalone_mode=False) or 0)
    except click.exceptions.NoArgsIsHelpError as error:
        _end(error.ctx.get_help(), _WRONG_USE)
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "syncd"
        words = " ".join(error.format_message().split()).rstrip(".")
        _end(f"{path}: {words}; see {path} --help", _WRONG_USE)
    except UnavailableError as error:
        _end(f"syncd: {error}", _WRONG_USE)
    except DocSyncError as error:
        _end(f"syncd: {_explain(error)}", 1)
    except (KeyboardInterrupt, click.Abort):
        sys.exit(_INTERRUPTED)
    except BrokenPipeError:  # whoever read has read enough
        sys.exit(1)
    finally:
        _flush()


def _end(line: str, status: int) -> NoReturn:
    """Say why, and end."""
    with suppress(OSError):
        sys.stderr.write(f"{line}\n")
    sys.exit(status)


def _explain(error: DocSyncError) -> str:
    """Return an error in one line; of a bad script, its file and line."""
    if isinstance(error, AppError) and error.place is not None:
        cause = error.cause
        words = error.words
        if isinstance(cause, SyntaxError):
            words = f"{type(cause).__name__}: {cause.msg}"
        return f"{error.place}: {' '.join(words.split())}"
    return " ".join(str(error).split())


def _flush() -> None:
    """Write what is left, even if nobody reads it any more.

    Otherwise a closed terminal would turn a clean end into exit status 120.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
