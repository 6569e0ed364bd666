"""What ``syncd serve`` and ``syncd static`` do, once their command line is read."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from syncd.cli.logs import set_up_logging
from syncd.cli.reading import read_settings, warn_of_idle
from syncd.config import Settings
from syncd.errors import ConfigError, DocSyncError


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from syncd.apps import Application
    from syncd.config import Value
    from syncd.document import Document


__all__ = ["Order", "serve_applications", "serve_static"]

_log = logging.getLogger("syncd")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a command line asks to be served.

    Args:
        paths: The applications; without any, an empty document is served.
        dev_files: Further files that ``--dev`` watches.
        file: The file of ``--use-config``.
        show: Open the applications in a browser.
        glob: Each path is a pattern.
        argv: What applications find in ``sys.argv``.
        given: What the options of settings say, by the names of settings.
    """

    paths: tuple[str, ...] = ()
    dev_files: tuple[str, ...] = ()
    file: str | None = None
    show: bool = False
    glob: bool = False
    argv: tuple[str, ...] = ()
    given: Mapping[str, Any] = field(default_factory=dict)


def serve_applications(order: Order) -> None:
    """Serve applications until stopped.

    Raises:
        DocSyncError: A setting or an application is wrong, or an address taken.
    """
    values = read_settings(order.given, order.file)
    paths = order.paths

    def find() -> Mapping[str, Application]:
        from syncd.apps import find_applications  # noqa: PLC0415 - all of the models

        if not paths:
            return find_applications({"/": _empty})
        return find_applications(_expand(paths) if order.glob else paths, order.argv)

    settings = Settings.of(values)
    companion = None
    if settings.dev:
        from syncd.dev import Reloader  # noqa: PLC0415 - only in development

        if not paths:
            raise ConfigError("PATH", "", "something to reload, as --dev is on")
        companion = Reloader(order.dev_files)
    _run(values, settings, find, companion, _shower(values) if order.show else None)


def serve_static(order: Order) -> None:
    """Serve the files of the browser's part, and nothing else, until stopped.

    Raises:
        DocSyncError: A setting is wrong, or an address taken.
    """
    values = read_settings(order.given, order.file)
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
    from syncd.server.showing import Show  # noqa: PLC0415 - few want it

    by_name = {value.setting.name: value for value in values}
    address, browser = by_name["address"], by_name["browser"]
    return Show(address.value if address.given else None, browser.value)
