"""Runs the coroutines, generators and unlocked callbacks of one session.

All of a session's coroutines share one event loop, so that what one of them makes
(a client with its connections, a queue) serves the others. It is run by a greenlet
of its own, and only while there is something to do: a coroutine that waits for
another thread, or for a queue to be filled, costs no greenlet.

Those that a callback has left unfinished have the session's turn, and its greenlet
waits for them. They alone may change the document: they are known by a context
variable, which tasks inherit, together with the greenlet that they run in.
"""

from __future__ import annotations

import contextlib
import logging
from contextvars import ContextVar, copy_context
from types import CoroutineType, GeneratorType
from typing import TYPE_CHECKING, Any

import gevent
from gevent.event import Event

from syncd.document import UnlockedDocumentProxy, current
from syncd.errors import LimitError
from syncd.server.awaiting import settle
from syncd.server.loops import HubLoop
from syncd.server.sharing import share_hub
from syncd.session import SessionEndedError


if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from syncd.aliases import Callback
    from syncd.session import Session


__all__ = ["SessionHost"]

_log = logging.getLogger("syncd.session")

_GRACE = 2.0
"""Seconds that cancelled coroutines have to clean up."""

_MAX_UNLOCKED = 1_000
"""Callbacks without the lock that a session may have under way."""


class _Turn:
    """One turn of a session, as far as coroutines take part in it."""

    __slots__ = ("cancelled", "changed", "tasks")

    def __init__(self) -> None:
        self.tasks: set[asyncio.Task[Any]] = set()
        """What the turn waits for."""
        self.changed = Event()
        self.cancelled = False


_turn: ContextVar[_Turn | None] = ContextVar("docsync_turn", default=None)


class _Loop(HubLoop):
    """The loop of a session, run whenever it has something to do.

    Args:
        start: Sees to it that a greenlet runs the loop.
        pausing: Called whenever the loop is about to wait.
    """

    def __init__(self, start: Callable[[], None], pausing: Callable[[], None]) -> None:
        self._start: Callable[[], None] | None = start
        self._pausing: Callable[[], None] | None = pausing
        self.hosted = False
        """Whether it is the host's greenlet that runs it."""
        self.idle = False
        """Whether it has stopped because it has nothing to do."""
        self.ending = False
        """Whether it is to stop for good."""
        super().__init__()

    def about_to_wait(self, *, endlessly: bool) -> bool:
        if self._pausing is not None:
            self._pausing()
        if not (endlessly and self.hosted):
            return False
        self.idle = True
        self.stop()
        return True

    def wake(self) -> None:
        self.idle = False
        if self.parked:
            super().wake()
        elif self._start is not None and not self.is_running():
            self._start()

    def run_forever(self) -> None:
        """Run the loop; what others leave on it goes on when they have run it."""
        try:
            super().run_forever()
        finally:
            if not self.hosted:
                self.wake()

    def close(self) -> None:
        self._start = self._pausing = None
        super().close()


class SessionHost:
    """What a session has for callbacks that go on after they have returned.

    Args:
        session: Whose it is.
    """

    __slots__ = ("_greenlet", "_loop", "_session", "_turn", "_unlocked")

    def __init__(self, session: Session) -> None:
        share_hub()
        self._session: Session | None = session
        self._loop: _Loop | None = None
        self._greenlet: Any = None
        self._turn: _Turn | None = None
        self._unlocked = 0

    @property
    def session(self) -> Session | None:
        """Whose it is, until that has ended."""
        return self._session

    # Whose turn it is

    @property
    def acting(self) -> bool:
        """Whether the caller is a step of a coroutine that has the turn."""
        turn = self._turn
        return (
            turn is not None
            and gevent.getcurrent() is self._greenlet
            and _turn.get() is turn
        )

    def join(self) -> asyncio.AbstractEventLoop:
        """Return the loop; what the session's turn makes on it has the turn."""
        session = self._session
        assert session is not None
        if session.runner is gevent.getcurrent():
            _turn.set(self._current_turn())
        return self._made_loop()

    def _current_turn(self) -> _Turn:
        if self._turn is None:
            self._turn = _Turn()
        return self._turn

    def end_turn(self) -> None:
        """Take the turn from whatever has not been waited for."""
        self._turn = None

    def cancel_turn(self) -> None:
        """Cancel what the turn waits for, which has a moment to clean up."""
        turn = self._turn
        if turn is not None:
            turn.cancelled = True
            for task in tuple(turn.tasks):
                task.cancel("the session ends")
            turn.changed.set()

    # In the session's turn

    def wait(self, result: Any) -> None:
        """Wait in the session's turn for what a callback returned.

        Raises:
            SessionEndedError: It was cancelled, since the session ends.
            BaseException: Whatever came of it.
        """
        turn = self._current_turn()
        if gevent.getcurrent() is self._greenlet:
            self._begin(turn, result).add_done_callback(self._tell_failure)
            return
        task = self._begin(turn, result)
        try:
            self._wait_for(turn)
        finally:
            for unfinished in tuple(turn.tasks):
                unfinished.cancel()
        if task.cancelled() and turn.cancelled:
            raise SessionEndedError("cancelled, since the session ends")
        task.result()

    def _begin(self, turn: _Turn, result: Any) -> asyncio.Task[Any]:
        context = copy_context()
        context.run(_turn.set, turn)
        loop = self._made_loop()
        task = loop.create_task(settle(result), context=context)
        turn.tasks.add(task)

        def done(task: asyncio.Task[Any]) -> None:
            if task.cancelled() and isinstance(result, CoroutineType | GeneratorType):
                result.close()  # it may not have begun, of which Python would warn
            turn.tasks.discard(task)
            turn.changed.set()

        task.add_done_callback(done)
        return task

    @staticmethod
    def _wait_for(turn: _Turn) -> None:
        """Wait until all that has the turn is done, or was cancelled in vain."""
        while turn.tasks:
            turn.changed.clear()
            cancelled = turn.cancelled
            if turn.changed.wait(_GRACE if cancelled else None) or not cancelled:
                continue
            for task in turn.tasks:
                _log.warning("%r goes on although it was cancelled", task.get_coro())
            turn.tasks.clear()
            raise SessionEndedError("the session ends")

    def _tell_failure(self, task: asyncio.Task[Any]) -> None:
        """Log what a coroutine raised that nobody waits for."""
        if self._session is None or task.cancelled():
            return
        error = task.exception()
        if error is not None:
            self._session.failed(error)

    # Beside the session

    def spawn(
        self, callback: Callback, args: tuple[Any, ...], done: Callable[[], None]
    ) -> None:
        """Run a callback beside the session; ``done`` is called after its end.

        Raises:
            LimitError: Too many are under way.
        """
        if self._unlocked >= _MAX_UNLOCKED:
            under_way = self._unlocked + 1
            raise LimitError("callbacks without the lock", under_way, _MAX_UNLOCKED)
        self._unlocked += 1
        gevent.spawn(self.run_unlocked, callback, args, done)

    def run_unlocked(
        self, callback: Callback, args: tuple[Any, ...], done: Callable[[], None]
    ) -> None:
        """Run a callback beside the session, in a greenlet of its own."""
        session = self._session
        if session is None:
            return

        def landed(_: object = None) -> None:
            self._unlocked -= 1
            done()

        document: Any = UnlockedDocumentProxy(session.document)
        try:
            with current(document):
                result = callback(*args)
                task = self._begin_unlocked(result)
        except BaseException as error:  # noqa: BLE001 - whatever the application raises
            session.failed(error)
            task = None
        if task is None:
            landed()
        else:
            task.add_done_callback(self._tell_failure)
            task.add_done_callback(landed)

    def _begin_unlocked(self, result: Any) -> asyncio.Task[Any] | None:
        """Let what an unlocked callback returned go on, if it does."""
        if result is None:
            return None
        if self._session is not None:
            return self._made_loop().create_task(settle(result))
        if hasattr(result, "close"):
            result.close()  # it came too late
        return None

    # The loop

    def _made_loop(self) -> _Loop:
        if self._loop is None:
            assert self._session is not None
            self._loop = _Loop(self._start, self._pausing)
            self._loop.set_exception_handler(self._note_failure)
        return self._loop

    def _start(self) -> None:
        if self._greenlet is None:
            self._greenlet = gevent.spawn(self.run_loop)

    def run_loop(self) -> None:
        """Run the loop for as long as it has something to do."""
        loop = self._loop
        # A plain callback may run it, and wakes us when it has.
        while loop is not None and not loop.is_closed() and not loop.is_running():
            loop.hosted = True
            try:
                loop.run_forever()
            except BaseException:  # noqa: BLE001 - whatever an application raises
                if not loop.ending:
                    _log.exception("the coroutines of %s: interrupted", self._session)
                with contextlib.suppress(BaseException):
                    gevent.sleep(0)  # should it be so again and again
            finally:
                loop.hosted = False
            # Nothing may switch greenlets from the loop's last look to here.
            if loop.idle or loop.ending:
                break
        self._greenlet = None

    def _pausing(self) -> None:
        """Send what the turn has changed so far: nothing else happens for now."""
        if self._turn is not None and self._turn.tasks and self._session is not None:
            self._session.document.hand_on()

    def _note_failure(
        self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]
    ) -> None:
        """Log what went wrong where nobody waits: an exception never asked for."""
        del loop
        session, error = self._session, context.get("exception")
        if session is not None and error is not None:
            session.failed(error)
        else:
            _log.error("%s in %s", context.get("message"), session, exc_info=error)

    # The end

    def close(self) -> None:
        """Cancel everything, and wait a moment for it to clean up."""
        loop, self._turn = self._loop, None
        if loop is not None:
            _finish(loop)
            loop.ending = True
            loop.stop()
            loop.wake()
            if self._greenlet is not None and not _ended(self._greenlet):
                self._greenlet.kill(timeout=_GRACE)
            if not loop.is_running():
                loop.close()
        self._session = self._loop = self._greenlet = None


def _ended(greenlet: Any) -> bool:
    """Tell whether a greenlet that was told to end does so soon."""
    greenlet.join(_GRACE)
    return bool(greenlet.dead)


def _finish(loop: _Loop) -> None:
    """Cancel all tasks of a loop and let it stop."""
    for end in (_cancel, _end_generators):
        drained = Event()
        end(loop, drained)
        if not drained.wait(_GRACE):
            for task in loop.tasks:
                _log.warning("%r goes on although it was cancelled", task.get_coro())


def _cancel(loop: _Loop, drained: Event) -> None:
    def ended(_: object) -> None:
        if not loop.tasks:
            drained.set()

    tasks = tuple(loop.tasks)
    for task in tasks:
        task.cancel("the session has ended")
        task.add_done_callback(ended)
    ended(None)


def _end_generators(loop: _Loop, drained: Event) -> None:
    task = loop.create_task(loop.shutdown_asyncgens())
    task.add_done_callback(lambda _: drained.set())
