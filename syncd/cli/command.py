"""``syncd`` and its subcommands.

Whatever goes wrong is one line on standard error and exit status 1.
"""

from __future__ import annotations

import os
import secrets
import string
import sys
from typing import Any

import click

from syncd import __version__
from syncd.apps import find_applications
from syncd.cli.dev import DevCommand
from syncd.cli.logs import set_up_logging
from syncd.cli.options import setting_options
from syncd.config import Settings
from syncd.errors import AppError, ConfigError, DocSyncError


__all__ = ["main"]

_KEY_LENGTH = 44
"""Characters of a new key; as letters and digits they hold 261 bits."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="syncd", message="%(prog)s %(version)s")
def command() -> None:
    """Keep Python documents in sync with browsers."""


@command.command(cls=DevCommand)
@click.argument("paths", nargs=-1, metavar="PATH...")
@setting_options
def serve(paths: tuple[str, ...], dev_files: tuple[str, ...], **given: Any) -> None:
    """Serve applications, each a Python file, until stopped.

    Every option has an environment variable that means the same; the option
    comes first.
    """
    from syncd.server.daemon import Daemon  # noqa: PLC0415 - only here is gevent wanted

    settings = Settings.read(os.environ, **given)
    set_up_logging(settings.log_level)
    if not paths:
        raise ConfigError("PATH", "", "at least one application, such as app.py")
    companion = None
    if settings.dev:
        from syncd.dev import Reloader  # noqa: PLC0415 - only in development

        companion = Reloader(dev_files)
    Daemon(settings, find_applications(paths), companion).run()


@command.command()
def secret() -> None:
    """Print a new secret key for DOCSYNC_SECRET_KEY."""
    letters = string.ascii_letters + string.digits
    click.echo("".join(secrets.choice(letters) for _ in range(_KEY_LENGTH)))


def main() -> None:
    """Run the command."""
    try:
        command.main(prog_name="syncd", standalone_mode=True)
    except DocSyncError as error:
        sys.stderr.write(f"syncd: {_explain(error)}\n")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        _flush()


def _explain(error: DocSyncError) -> str:
    """Return an error in one line; of a bad script, its file and line."""
    if isinstance(error, AppError) and isinstance(error.cause, SyntaxError):
        cause = error.cause
        return f"{cause.filename}:{cause.lineno}: {type(cause).__name__}: {cause.msg}"
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
