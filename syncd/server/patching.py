"""Puts gevent's sockets and sleeps in the place of Python's.

It has to come before anything else has a chance to take the originals: first in the
command that serves, and with the import of `syncd.server.server` in programs that
serve by themselves.
"""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from gevent import events, monkey

from syncd.deferred import defer, once_imported


if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["patch", "refuse_threads"]


def patch() -> None:
    """Let what waits in this process wait in greenlets from now on.

    ``ssl`` is left alone if somebody has imported it: classes that were taken from it
    would call themselves without an end.
    """
    if monkey.is_module_patched("socket"):
        return
    # gevent would look for its own plugins dozens of times, among all packages.
    events.notify_and_call_entry_points = events.notify  # type: ignore[attr-defined]
    ours = "ssl" not in sys.modules
    monkey.patch_all(ssl=False, subprocess=False)  # noqa: TID251 - this is the place
    # Whoever touches one of these gets it patched, and whoever imports gevent's.
    if ours:
        _patch_when_touched("ssl", monkey.patch_ssl)
    _patch_when_touched("subprocess", monkey.patch_subprocess)


def refuse_threads(name: str) -> None:
    """Refuse to patch a process in which other threads live.

    They hold locks, and would find others in their place; Python itself then fails to
    release those of the modules that are just imported.

    Args:
        name: The module that is to be imported earlier.

    Raises:
        RuntimeError: There are such threads.
    """
    threading = sys.modules.get("threading")
    if threading is None or monkey.is_module_patched("threading"):
        return
    own = threading.current_thread()
    others = [repr(one.name) for one in threading.enumerate() if one is not own]
    if others:
        message = (
            f"threads live already ({', '.join(others)}), which {name} would make"
            f" greenlets of; import {name} before anything starts threads, first in"
            " the program"
        )
        raise RuntimeError(message)


def _patch_when_touched(name: str, patch_it: Callable[[], object]) -> None:
    once_imported(f"gevent.{name}", patch_it)
    defer(name, partial(import_module, f"gevent.{name}"))
