"""Ctrl-C in a program whose threads are greenlets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import gevent


if TYPE_CHECKING:
    from types import FrameType

__all__ = ["Interrupts"]


class Interrupts:
    """Raises `KeyboardInterrupt` where the program waits, and in no session's work.

    Python raises it in whatever runs, which is as likely a session in the middle of an
    edit. Who asks a second time, because a callback never lets go, gets that.

    Args:
        hub: The hub of the main thread.
    """

    def __init__(self, hub: Any) -> None:
        self._hub = hub
        self._under_way = False

    def __call__(self, number: int, frame: FrameType | None) -> None:
        """Handle the signal; between two instructions of whatever runs."""
        del number, frame
        if self._under_way or gevent.getcurrent() is self._hub.parent:
            raise KeyboardInterrupt
        self._under_way = True
        self._hub.loop.run_callback_threadsafe(self._raise)

    def _raise(self) -> None:
        self._under_way = False
        self._hub.handle_system_error(KeyboardInterrupt, KeyboardInterrupt())
