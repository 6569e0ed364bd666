"""Work in threads of the operating system, for whatever would keep others waiting.

In a daemon, the threads that Python makes (`threading`,
`concurrent.futures.ThreadPoolExecutor`) are greenlets: they take turns with
everybody else, when they wait. A computation does not wait, nor does a library
written in C. `run_in_thread` takes such work elsewhere.
"""

from __future__ import annotations

import concurrent.futures
from functools import cache
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar


if TYPE_CHECKING:
    from collections.abc import Callable, Generator


__all__ = ["Task", "run_in_thread", "thread_executor", "use_executor"]

P = ParamSpec("P")
T = TypeVar("T")

_chosen: list[concurrent.futures.Executor] = []
"""The daemon's executor, if this is one."""


class Task(concurrent.futures.Future[T]):
    """What comes of work in a thread; a future that can also be awaited.

    ``task.result()`` waits for it in a plain callback, ``await task`` in a
    coroutine, ``yield task`` in a generator. Meanwhile others go on.
    """

    def __await__(self) -> Generator[Any, None, T]:
        """Wait for the result; raises what the work has raised."""
        import asyncio  # noqa: PLC0415 - whoever awaits has imported it

        return asyncio.wrap_future(self).__await__()

    def set_exception(self, exception: BaseException | None) -> None:
        """Note what the work has raised.

        ``StopIteration`` would mean to coroutines that they are done, so nothing
        that awaits can be told of it.
        """
        if isinstance(exception, StopIteration):
            cause, exception = exception, RuntimeError("a thread raised StopIteration")
            exception.__cause__ = cause
        super().set_exception(exception)


def run_in_thread(
    function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
) -> Task[T]:
    """Run a function in a thread of the operating system.

    It must not change documents, which belong to their sessions: what it returns
    is for the callback that asked, and on its way there
    ``doc.add_next_tick_callback`` may be called. ``curdoc()`` is the document of
    the callback that asked.

    Args:
        function: What would keep others waiting.
        *args: Its arguments.
        **kwargs: Its arguments by name.

    Returns:
        A future to wait for. Of many that are asked for at a time, some wait for
        a thread; those of one session never take all there are.

    Example:
        >>> run_in_thread(pow, 2, 10).result()
        1024
    """
    task = thread_executor().submit(function, *args, **kwargs)
    assert isinstance(task, Task)
    return task


def thread_executor() -> concurrent.futures.Executor:
    """Return what `run_in_thread` uses, for ``loop.run_in_executor`` and the like."""
    return _chosen[-1] if _chosen else _own_executor()


def use_executor(executor: concurrent.futures.Executor) -> None:
    """Let `run_in_thread` use another executor, whose futures are `Task`."""
    _chosen[:] = [executor]


@cache
def _own_executor() -> concurrent.futures.Executor:
    return _Threads(thread_name_prefix="run_in_thread")


class _Threads(concurrent.futures.ThreadPoolExecutor):
    """Python's own, where there is no daemon."""

    def submit(
        self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Task[T]:
        task: Task[T] = Task()
        future = super().submit(fn, *args, **kwargs)

        def done(future: concurrent.futures.Future[T]) -> None:
            if not task.set_running_or_notify_cancel():
                return
            error = future.exception()
            if error is None:
                task.set_result(future.result())
            else:
                task.set_exception(error)

        future.add_done_callback(done)
        return task
