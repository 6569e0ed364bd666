"""The callbacks that time or another thread sets off, as a document offers them."""

from __future__ import annotations

from collections import deque
from functools import partial, update_wrapper
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar

from syncd.document.events import SessionCallbackAdded, SessionCallbackRemoved


if TYPE_CHECKING:
    from syncd.aliases import Callback
    from syncd.document.callbacks import (
        CallbackRegistry,
        NextTickCallback,
        PeriodicCallback,
        SessionCallback,
        TimeoutCallback,
    )
    from syncd.document.events import ScheduleEvent

_H = TypeVar("_H", bound="SessionCallback")

__all__ = ["LockedCallback", "Scheduling"]

Policy: TypeAlias = Literal["every", "latest"]


class Scheduling:
    """The part of a document that runs callbacks later."""

    if TYPE_CHECKING:
        callbacks: CallbackRegistry

        def tell_scheduled(self, kind: ScheduleEvent, handle: SessionCallback) -> None:  # noqa: D102  # see there
            ...

    @property
    def session_callbacks(self) -> list[SessionCallback]:
        """The handles of the callbacks that wait for their time; a copy."""
        return self.callbacks.waiting

    def add_periodic_callback(
        self, callback: Callback, period_milliseconds: float, *, always: bool = False
    ) -> PeriodicCallback:
        """Run a callback every so many milliseconds, never overlapping itself.

        Args:
            callback: Takes no argument.
            period_milliseconds: From one start to the next; a run that takes
                longer delays the next one, missed ones are not made up.
            always: Run also while no browser watches the session.

        Returns:
            A handle for `remove_periodic_callback`.
        """
        seconds = _seconds("period", period_milliseconds)
        handle = self.callbacks.add_timed(callback, seconds, "periodic", always=always)
        return self._added(handle)

    def add_timeout_callback(
        self, callback: Callback, timeout_milliseconds: float
    ) -> TimeoutCallback:
        """Run a callback once, after so many milliseconds."""
        seconds = _seconds("timeout", timeout_milliseconds)
        return self._added(self.callbacks.add_timed(callback, seconds, "timeout"))

    def add_next_tick_callback(self, callback: Callback) -> NextTickCallback:
        """Run a callback once, as soon as the session can.

        It may be called from any thread or greenlet, as all methods may that add
        and remove such callbacks. When the session has ended nothing comes of it.
        """
        return self._added(self.callbacks.add_next_tick(callback))

    def locked_callback(
        self, callback: Callback, policy: Policy = "every"
    ) -> LockedCallback:
        """Return what runs a callback in the session's turn, whoever calls it.

        May be used as a decorator.

        Args:
            callback: Any callable; what it returns nobody gets.
            policy: ``"every"`` runs it once for each call. ``"latest"`` runs it
                once for all calls that have come meanwhile, as the last of them.

        Raises:
            ValueError: There is no such policy, or it is not callable.
        """
        return LockedCallback(self.callbacks, callback, policy)

    def remove_periodic_callback(self, handle: SessionCallback) -> None:
        """Stop a periodic callback; `ValueError` if it is not running."""
        self._removed(self.callbacks.remove(handle, "periodic"))

    def remove_timeout_callback(self, handle: SessionCallback) -> None:
        """Cancel a timeout callback; `ValueError` if it ran already."""
        self._removed(self.callbacks.remove(handle, "timeout"))

    def remove_next_tick_callback(self, handle: SessionCallback) -> None:
        """Cancel a next-tick callback; `ValueError` if it ran already."""
        self._removed(self.callbacks.remove(handle, "next_tick"))

    def _added(self, handle: _H) -> _H:
        self.tell_scheduled(SessionCallbackAdded, handle)
        return handle

    def _removed(self, handle: SessionCallback) -> None:
        self.tell_scheduled(SessionCallbackRemoved, handle)


class LockedCallback:
    """A callback that may be called from any thread, and runs in the session's turn.

    Calls after the end of the session come to nothing.

    Args:
        registry: The callbacks of the document.
        callback: What is to be run.
        policy: Whether each call counts, or only the latest.
    """

    def __init__(
        self, registry: CallbackRegistry, callback: Any, policy: Policy
    ) -> None:
        if not callable(callback):
            message = f"a callback must be callable, got {callback!r}"
            raise ValueError(message)  # noqa: TRY004  # as for all callbacks
        if policy not in {"every", "latest"}:
            message = f"the policy is {policy!r}, expected 'every' or 'latest'"
            raise ValueError(message)
        self._registry = registry
        self._callback = callback
        self._every = policy == "every"
        self._latest: deque[tuple[tuple[Any, ...], dict[str, Any]]] = deque(maxlen=1)
        # Whoever takes what is in here has to schedule the next run.
        self._free: deque[None] = deque([None])
        self._closed = False
        update_wrapper(self, callback)
        # It has the lock, whatever the callback is marked as.
        self.__dict__.pop("nolock", None)

    @property
    def closed(self) -> bool:
        """Whether calls come to nothing, since it or the session has ended."""
        return self._closed or self._registry.closed

    def close(self) -> None:
        """Let further calls, and those that wait, come to nothing."""
        self._closed = True

    def __call__(self, *args: Any, **kwargs: Any) -> None:
        """Have the callback run with these arguments; `LimitError` if too many wait."""
        if self.closed:
            return
        if self._every:
            self._registry.add_next_tick(partial(self._run, args, kwargs))
            return
        self._latest.append((args, kwargs))
        try:
            self._free.pop()
        except IndexError:
            return  # a run is on its way
        try:
            self._registry.add_next_tick(self._run_latest)
        except BaseException:
            self._free.append(None)
            raise

    def _run(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        return None if self._closed else self._callback(*args, **kwargs)

    def _run_latest(self) -> Any:
        self._free.append(None)
        try:
            args, kwargs = self._latest.pop()
        except IndexError:
            return None
        return self._run(args, kwargs)


def _seconds(what: str, milliseconds: Any) -> float:
    """Return milliseconds as seconds; callback and time are easily swapped."""
    try:
        return float(milliseconds / 1000)
    except TypeError:
        message = (
            f"the {what} is {milliseconds!r}, expected milliseconds: the callback comes"
            " first"
        )
        raise ValueError(message) from None
