"""``syncd serve`` and ``syncd static``: commands that serve until stopped."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from syncd.cli.dev import DevCommand
from syncd.cli.logs import set_up_logging
from syncd.cli.options import ServeCommand, setting_options
from syncd.cli.reading import read_settings, warn_of_idle
from syncd.config import Settings
from syncd.errors import ConfigError, DocSyncError


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from syncd.apps import Application
    from syncd.config import Setting, Value
    from syncd.document import Document


__all__ = ["serve", "static"]

_log = logging.getLogger("syncd")

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
    values = read_settings(given, file)

    def find() -> Mapping[str, Application]:
        from syncd.apps import find_applications  # noqa: PLC0415 - all of the models

        if not paths:
            return find_applications({"/": _empty})
        return find_applications(_expand(paths) if glob else paths, argv)

    settings = Settings.of(values)
    companion = None
    if settings.dev:
        from syncd.dev import Reloader  # noqa: PLC0415 - only in development

        if not paths:
            raise ConfigError("PATH", "", "something to reload, as --dev is on")
        companion = Reloader(dev_files)
    _run(values, settings, find, companion, _shower(values) if show else None)


def _of_static(setting: Setting) -> bool:
    return setting.name in _STATIC_NAMES


@click.command(cls=ServeCommand)
@use_config
@setting_options(_of_static)
def static(file: str | None, **given: Any) -> None:
    """Serve the files of the browser's part, and nothing else, until stopped."""
    values = read_settings(given, file)
    settings = replace(
        Settings.of(values),
        allowed_hosts=("*",),  # it is the same for everybody
        control_bind="none",
        disable_index=True,
    )
    _run(values, settings, dict)


def _run(
    values: list[Value],
    settings: Settings,
    find: Callable[[], Mapping[str, Application]],
    companion: Callable[[Any], None] | None = None,
    ready: Callable[[list[str]], None] | None = None,
) -> None:
    from syncd.server.daemon import Daemon  # noqa: PLC0415 - only here is gevent wanted

    set_up_logging(settings)
    warn_of_idle(values)
    try:
        Daemon(settings, find(), companion, ready).run()
    except DocSyncError as error:
        if settings.log_file is not None:  # whoever reads that sees no other
            _log.critical("%s", error)
        raise


def _empty(doc: Document) -> None:
    """Build nothing: a client fills the document."""


def _expand(patterns: Sequence[str]) -> Iterable[str]:
    """Return the paths that patterns stand for.

    Raises:
        ConfigError: One stands for none.
    """
    from glob import glob  # noqa: PLC0415 - a few command lines have patterns

    for pattern in patterns:
        found = sorted(glob(pattern, recursive=True))  # noqa: PTH207 - paths as they are given
        if not found:
            raise ConfigError("PATH", pattern, "a pattern of paths that exist")
        yield from found


def _shower(values: list[Value]) -> Callable[[list[str]], None]:
    """Return what opens addresses in a browser."""
    from syncd.cli.show import Show  # noqa: PLC0415 - few want it

    by_name = {value.setting.name: value for value in values}
    address, browser = by_name["address"], by_name["browser"]
    return Show(address.value if address.given else None, browser.value)
