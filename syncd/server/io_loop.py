"""The event loop of a server that runs in a program of somebody else's."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import gevent

from syncd.server.service import wait


if TYPE_CHECKING:
    from collections.abc import Callable

    from gevent import Greenlet

__all__ = ["IOLoop"]

_log = logging.getLogger("syncd.server")


class IOLoop:
    """What programs know of the loop that their server runs on.

    There is nothing to be started, since all greenlets of a process share one loop;
    to start it is to wait until somebody stops it.

    Args:
        run: Serves until the server is stopped.
        stop: Stops it.
    """

    def __init__(self, run: Callable[[], None], stop: Callable[[], None]) -> None:
        self._run = run
        self._stop = stop

    def start(self) -> None:
        """Serve until the server or the loop is stopped, or the process is told to end."""
        self._run()

    def stop(self) -> None:
        """Let `start` return."""
        self._stop()

    def add_callback(
        self, callback: Callable[..., Any], *args: Any, **kwargs: Any
    ) -> None:
        """Call a function soon, in a greenlet of its own."""
        gevent.spawn(_call, callback, args, kwargs)

    spawn_callback = add_callback

    def call_later(
        self, delay: float, callback: Callable[..., Any], *args: Any, **kwargs: Any
    ) -> Greenlet[..., None]:
        """Call a function after some seconds; `remove_timeout` takes what is returned."""
        return gevent.spawn_later(delay, _call, callback, args, kwargs)

    def remove_timeout(self, timeout: Greenlet[..., None]) -> None:
        """Call a function not after all."""
        timeout.kill(block=False)


def _call(
    callback: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> None:
    try:
        result = callback(*args, **kwargs)
        if hasattr(result, "__await__"):
            wait(result)
    except Exception:  # noqa: BLE001 - nobody waits for it
        _log.exception("a callback of the loop failed")
