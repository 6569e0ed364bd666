"""Threads of the operating system that work for all sessions."""

from __future__ import annotations

import concurrent.futures
from collections import deque
from contextvars import copy_context
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, ParamSpec, TypeVar

import gevent
from gevent import monkey
from gevent.threadpool import ThreadPool

from syncd.document import running_document
from syncd.util.threads import Task


if TYPE_CHECKING:
    from collections.abc import Callable


__all__ = ["HubThreads"]

_SIZE = 32
"""Threads that there may be."""

_EACH = 8
"""Threads that may work for one session at a time."""

_IDLE = 2
"""Seconds without work after which a thread ends."""

_thread_id = monkey.get_original("_thread", "get_ident")

P = ParamSpec("P")
T = TypeVar("T")


class _Job(NamedTuple):
    task: Task[Any]
    work: Callable[[], Any]


class HubThreads(concurrent.futures.Executor):
    """Runs functions in threads of the operating system, for greenlets of one hub.

    Each session has a queue of its own, and they take turns.
    """

    def __init__(self) -> None:
        self._hub = gevent.get_hub()
        self._hub_thread = _thread_id()
        self._pool = ThreadPool(_SIZE, self._hub, idle_task_timeout=_IDLE)
        self._running: dict[Any, int] = {}
        self._queues: dict[Any, deque[_Job]] = {}

    def submit(
        self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Task[T]:
        """Run a function in a thread as soon as one is free; from any thread."""
        task: Task[T] = Task()
        document: Any = running_document()
        # Callbacks without the lock have a proxy each.
        owner = id(getattr(document, "_document", document))
        job = _Job(task, partial(copy_context().run, fn, *args, **kwargs))
        if _thread_id() == self._hub_thread:
            self._enter(owner, job)
        else:
            self._hub.loop.run_callback_threadsafe(self._enter, owner, job)
        return task

    def _enter(self, owner: int, job: _Job) -> None:
        self._queues.setdefault(owner, deque()).append(job)
        self._start()

    def _start(self) -> None:
        """Start what can be started; nothing here lets other greenlets run."""
        while sum(self._running.values()) < _SIZE:
            owner = next(
                (
                    owner
                    for owner in self._queues
                    if self._running.get(owner, 0) < _EACH
                ),
                None,
            )
            if owner is None:
                return
            queue = self._queues.pop(owner)
            job = queue.popleft()
            if queue:
                self._queues[owner] = queue  # behind all others
            if job.task.set_running_or_notify_cancel():
                self._running[owner] = self._running.get(owner, 0) + 1
                result = self._pool.spawn(_outcome, job.work)
                result.rawlink(partial(self._done, owner, job.task))

    def _done(self, owner: int, task: Task[Any], result: Any) -> None:
        """Hand on what came of it; runs in the hub."""
        self._running[owner] -= 1
        if not self._running[owner]:
            del self._running[owner]
        value, error = result.value
        if error is None:
            task.set_result(value)
        else:
            task.set_exception(error)
        self._start()


def _outcome(work: Callable[[], Any]) -> tuple[Any, BaseException | None]:
    """Return a function's result, or what it raises; runs in the thread."""
    try:
        return work(), None
    except BaseException as error:  # noqa: BLE001 - who waits for it is told
        return None, error
