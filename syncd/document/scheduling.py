"""The callbacks that time or another thread sets off, as a document offers them."""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from syncd.aliases import Callback
    from syncd.document.callbacks import CallbackRegistry, SessionCallback

__all__ = ["Scheduling"]


class Scheduling:
    """The part of a document that runs callbacks later."""

    if TYPE_CHECKING:
        callbacks: CallbackRegistry

    def add_periodic_callback(
        self, callback: Callback, period_milliseconds: float, *, always: bool = False
    ) -> SessionCallback:
        """Run a callback every so many milliseconds, never overlapping itself.

        Args:
            callback: Takes no argument.
            period_milliseconds: From one start to the next; a run that takes
                longer delays the next one, missed ones are not made up.
            always: Run also while no browser watches the session.

        Returns:
            A handle for `remove_periodic_callback`.
        """
        seconds = period_milliseconds / 1000
        return self.callbacks.add_timed(callback, seconds, "periodic", always=always)

    def add_timeout_callback(
        self, callback: Callback, timeout_milliseconds: float
    ) -> SessionCallback:
        """Run a callback once, after so many milliseconds."""
        return self.callbacks.add_timed(
            callback, timeout_milliseconds / 1000, "timeout"
        )

    def add_next_tick_callback(self, callback: Callback) -> SessionCallback:
        """Run a callback once, as soon as the session can.

        The one method that may be called from any thread or greenlet.
        """
        return self.callbacks.add_next_tick(callback)

    def remove_periodic_callback(self, handle: SessionCallback) -> None:
        """Stop a periodic callback; `ValueError` if it is not running."""
        self.callbacks.remove(handle, "periodic")

    def remove_timeout_callback(self, handle: SessionCallback) -> None:
        """Cancel a timeout callback; `ValueError` if it ran already."""
        self.callbacks.remove(handle, "timeout")

    def remove_next_tick_callback(self, handle: SessionCallback) -> None:
        """Cancel a next-tick callback; `ValueError` if it ran already."""
        self.callbacks.remove(handle, "next_tick")
