"""Lets callbacks be coroutines, on a hub that knows nothing of asyncio.

A coroutine runs on an event loop in the greenlet of its session, so that it may
change the document, and whatever it awaits holds up only that session. Where
the loop would block, it waits in gevent's selector, and other greenlets go on.
"""

from __future__ import annotations

import asyncio
from asyncio.events import _get_running_loop, _set_running_loop
from typing import TYPE_CHECKING, Any

from gevent.selectors import GeventSelector


if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from selectors import SelectorKey


__all__ = ["wait_for"]


class _Selector(GeventSelector):
    """Hides the loop from other greenlets while it waits.

    asyncio notes the running loop by thread, and greenlets share one: without
    this all of them would find a loop running, and could not run their own.

    Args:
        pausing: Called before it waits.
    """

    def __init__(self, pausing: Callable[[], None]) -> None:
        super().__init__()
        self._pausing = pausing

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        if timeout is None or timeout > 0:
            self._pausing()
        loop = _get_running_loop()
        _set_running_loop(None)
        try:
            found: list[tuple[SelectorKey, int]] = super().select(timeout)
        finally:
            _set_running_loop(loop)
        return found


def wait_for(awaitable: Awaitable[Any], pausing: Callable[[], None]) -> Any:
    """Return the result of an awaitable; other greenlets run meanwhile.

    Tasks that it has started and not awaited are cancelled when it is done:
    what shall go on belongs into a callback of its own. One such callback may
    cause another by what it changes; the outer one's loop then stands still.

    Args:
        awaitable: What to wait for.
        pausing: Called whenever other greenlets are about to run.
    """
    outer = _get_running_loop()
    _set_running_loop(None)
    try:
        return _run(awaitable, _Selector(pausing))
    finally:
        _set_running_loop(outer)


def _run(awaitable: Awaitable[Any], selector: _Selector) -> Any:
    loop = asyncio.SelectorEventLoop(selector)
    try:
        return loop.run_until_complete(_awaited(awaitable))
    finally:
        try:
            _cancel_all(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
        finally:
            loop.close()


async def _awaited(awaitable: Awaitable[Any]) -> Any:
    return await awaitable


def _cancel_all(loop: asyncio.AbstractEventLoop) -> None:
    tasks = asyncio.all_tasks(loop)
    for task in tasks:
        task.cancel()
    if tasks:
        loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
