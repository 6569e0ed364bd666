"""Event loops of asyncio on a hub that they share with everybody else.

`syncd.server.sharing` says what they have to share.
"""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING, Any, TypeVar, TypeVarTuple

import gevent
from gevent import monkey
from gevent.selectors import GeventSelector

from syncd.util.threads import thread_executor


if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from concurrent.futures import Executor
    from contextvars import Context
    from selectors import SelectorKey


__all__ = ["HubLoop"]

Args = TypeVarTuple("Args")
T = TypeVar("T")

_thread_id = monkey.get_original("_thread", "get_ident")


class _Selector(GeventSelector):
    """Waits in the hub, for files and for a call of `wake`.

    Args:
        loop: Whose it is.
    """

    def __init__(self, loop: HubLoop) -> None:
        super().__init__()
        self.loop: HubLoop | None = loop

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        loop = self.loop
        assert loop is not None
        found: list[tuple[SelectorKey, int]]
        if timeout is not None and timeout <= 0:
            return super().select(0)
        if loop.about_to_wait(endlessly=timeout is None and not self.get_map()):
            return []
        loop.parked = True
        try:
            found = super().select(timeout)
        finally:
            loop.parked = False
        return found

    def wake(self) -> None:
        self._ready.set()  # type: ignore[attr-defined]  # its stubs lack that

    def close(self) -> None:
        super().close()
        self.loop = None


class HubLoop(asyncio.SelectorEventLoop):
    """An event loop that lets other greenlets run where it would block.

    It takes no file descriptors of its own. Whoever shares its thread may
    schedule something on it while it waits, as if it were the loop's own code.
    """

    def __init__(self) -> None:
        self.parked = False
        self._has_own_executor = False
        self.tasks: set[asyncio.Task[Any]] = set()
        """Those that have not ended."""
        self._hub = gevent.get_hub()
        self._hub_thread = _thread_id()
        self._hub_selector = _Selector(self)
        super().__init__(self._hub_selector)
        self.set_task_factory(_make_task)  # type: ignore[arg-type]

    def about_to_wait(self, *, endlessly: bool) -> bool:
        """Take note that the loop has nothing to do; return whether to stop it.

        Args:
            endlessly: Only a call of `wake` will change that.
        """
        del endlessly
        return False

    def wake(self) -> None:
        """Look at once what there is to do; in the thread of the hub."""
        if self.parked:
            self._hub_selector.wake()

    def call_soon(
        self,
        callback: Callable[[*Args], object],
        *args: *Args,
        context: Context | None = None,
    ) -> asyncio.Handle:
        """Call a function as soon as the loop can, waking it if it waits."""
        handle = super().call_soon(callback, *args, context=context)
        self.wake()
        return handle

    def call_at(
        self,
        when: float,
        callback: Callable[[*Args], object],
        *args: *Args,
        context: Context | None = None,
    ) -> asyncio.TimerHandle:
        """Call a function at a time by the loop's clock, which it learns at once."""
        handle = super().call_at(when, callback, *args, context=context)
        self.wake()
        return handle

    # What the base class would do with a pair of sockets

    def _make_self_pipe(self) -> None:
        """Make none: there is `wake`."""

    def _close_self_pipe(self) -> None:
        """Close none."""

    def _write_to_self(self) -> None:
        """Wake up, from any thread."""
        if _thread_id() == self._hub_thread:
            self.wake()
        else:
            self._hub.loop.run_callback_threadsafe(self.wake)

    # What the base class would do in threads that are greenlets

    def set_default_executor(self, executor: Any) -> None:
        """Use another executor by default."""
        self._has_own_executor = True
        super().set_default_executor(executor)

    def run_in_executor(
        self,
        executor: Executor | None,
        func: Callable[[*Args], T],
        *args: *Args,
    ) -> asyncio.Future[T]:
        """Call a function in an executor, by default that of `run_in_thread`."""
        if executor is None and not self._has_own_executor:
            executor = thread_executor()
        return super().run_in_executor(executor, func, *args)

    async def getaddrinfo(
        self,
        host: Any,
        port: Any,
        *,
        family: int = 0,
        type: int = 0,  # noqa: A002 - the base class calls it that
        proto: int = 0,
        flags: int = 0,
    ) -> Any:
        """Look a name up as all greenlets do."""
        return await self._in_greenlet(
            socket.getaddrinfo, host, port, family, type, proto, flags
        )

    async def getnameinfo(self, sockaddr: Any, flags: int = 0) -> Any:
        """Look an address up as all greenlets do."""
        return await self._in_greenlet(socket.getnameinfo, sockaddr, flags)

    async def _in_greenlet(self, function: Callable[..., Any], *args: Any) -> Any:
        future = self.create_future()

        def work() -> None:
            try:
                result = function(*args)
            except BaseException as error:  # noqa: BLE001 - who asked is told
                if not future.done():
                    future.set_exception(error)
            else:
                if not future.done():
                    future.set_result(result)

        greenlet = gevent.spawn(work)
        try:
            return await future
        finally:
            greenlet.kill(block=False)


def _make_task(
    loop: Any, coroutine: Coroutine[Any, Any, Any], **options: Any
) -> asyncio.Task[Any]:
    task: asyncio.Task[Any] = asyncio.Task(coroutine, loop=loop, **options)
    loop.tasks.add(task)
    task.add_done_callback(loop.tasks.discard)
    return task
