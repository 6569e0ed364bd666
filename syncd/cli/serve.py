"""``syncd serve`` and ``syncd static``: commands that serve until stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from syncd.cli.dev import DevCommand
from syncd.cli.options import ServeCommand, setting_options
from syncd.cli.serving import Order, serve_applications, serve_static


if TYPE_CHECKING:
    from syncd.config import Setting


__all__ = ["serve", "static"]

_STATIC_NAMES = frozenset({"address", "port", "log_level", "log_format", "log_file"})

use_config = click.option(
    "--use-config",
    "file",
    metavar="FILE",
    help="A YAML file of settings; it comes before the environment.",
)


class _Serve(ServeCommand, DevCommand):
    """The command line of ``serve``."""


@click.command(cls=_Serve)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--show", is_flag=True, help="Open the applications in a browser.")
@click.option("--glob", is_flag=True, help="Take each PATH for a pattern, as of *.py.")
@use_config
@click.option(
    "--args",
    "_",
    metavar="...",
    help="What applications find in sys.argv: all that follows.",
)
@setting_options()
@click.pass_context
def serve(
    context: click.Context,
    /,
    paths: tuple[str, ...],
    dev_files: tuple[str, ...],
    file: str | None,
    *,
    show: bool,
    glob: bool,
    **given: Any,
) -> None:
    """Serve applications until stopped.

    PATH is a Python file, a notebook, or a folder with a main.py; its name is
    the address. Without any, an empty document is served at /.

    An option comes before --use-config, that before its environment variable.
    """
    argv: tuple[str, ...] = context.meta.get("--args", ())
    order = Order(
        paths=paths,
        dev_files=dev_files,
        file=file,
        show=show,
        glob=glob,
        argv=argv,
        given=given,
    )
    serve_applications(order)


def _of_static(setting: Setting) -> bool:
    return setting.name in _STATIC_NAMES


@click.command(cls=ServeCommand)
@use_config
@setting_options(_of_static)
def static(file: str | None, **given: Any) -> None:
    """Serve the files of the browser's part, and nothing else, until stopped."""
    serve_static(Order(file=file, given=given))
