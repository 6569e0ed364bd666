"""One live document and those who watch it.

A session is an actor. What happens to it is put into its inbox, and whoever
runs it calls `Session.run_next` until there is nothing to do: one item after
another, so application code needs no locks. The session does no I/O and
knows no clock; the server gives it both.
"""

from __future__ import annotations

import logging
import math
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from syncd.document import (
    Document,
    SessionCallback,
    make_current,
    restore_current,
)
from syncd.errors import AppError, ForeignWriterError, LimitError
from syncd.model.callbacks import is_unlocked
from syncd.protocol import encode_message
from syncd.session.dispatch import Dispatch
from syncd.session.expiring import UNWATCHED, Expiring
from syncd.session.failure import Failures, describe
from syncd.session.history import History
from syncd.session.inbox import Inbox
from syncd.session.intake import Intake
from syncd.session.item import Call, Join, Leave, Received, Start, Stop
from syncd.session.roster import Roster
from syncd.session.rows import RowLogs
from syncd.tracebacks import begin_with_application


if TYPE_CHECKING:
    from collections.abc import Callable

    from syncd.aliases import Callback
    from syncd.document import Transaction
    from syncd.protocol import ClientPatch, Payload
    from syncd.session.environment import Environment, Host
    from syncd.session.item import Item
    from syncd.session.outcome import Outcome
    from syncd.session.peer import Peer

__all__ = ["Session", "SessionEndedError"]

_log = logging.getLogger("syncd.session")

_columned = attrgetter("_columned")


class Session(Expiring):
    """One live document, its peers, and what waits to happen to it.

    Args:
        id: The public part of the session's id.
        app: The path of the application, for logs.
        build: Builds the document; run once, as the first item.
        environment: What the server layer gives.
    """

    def __init__(
        self,
        id: str,  # noqa: A002  # the field's word
        app: str,
        build: Callable[[Document], None],
        environment: Environment,
    ) -> None:
        self.id = id
        self.app = app
        self.environment = environment
        self.document = Document(epoch=environment.random_id())
        self.document.guard = self._guard
        self.document.on_commit = self._committed
        if environment.host is not None:
            self.document.on_awaitable = self._wait
            self.document.on_unlocked = self._run_unlocked
        self.document.callbacks.clock = environment.clock
        self.document.callbacks.notify = self._notify
        self.error: AppError | None = None
        """Why the application could not build its document."""
        self.failure: dict[str, Any] | None = None
        """What peers may know of that, as an ``error`` message."""
        self.closed = False
        self.started = False
        self._ending = (4410, "the session was destroyed")
        self._last_words: Payload | None = None
        self.history = History(environment.limits.history_bytes, environment.budget)
        self.roster = Roster(self)
        self.rows = RowLogs()
        self.intake = Intake(
            self.document, environment.limits.browser_bytes, environment.clock
        )
        self.waits_for: tuple[Session, ...] = ()
        """The sessions whose turns it waits for in its own."""
        self._build: Callable[[Document], None] | None = build
        self._dispatch = Dispatch(self)
        self._inbox = Inbox(environment.limits, environment.backlog)
        self._host: Host | None = None
        self._stopping = False
        self._failures: Failures | None = None
        self._runner: object = None
        self._turn = 0
        self.kept = False
        """Whether somebody has done something in it, or stayed for a while."""
        self.expiration_requested = False
        """Whether it ends as soon as nobody watches."""
        self._expiration_blocks = self._expected = 0
        self._expires = environment.clock() + environment.limits.goodbye_lifetime
        self._inbox.put(Start())

    def __repr__(self) -> str:
        return f"Session({self.app!r}, {self.id[:6]}…)"

    # From outside

    def put(self, item: Item) -> None:
        """Add an item to the inbox; never blocks, runs nothing."""
        if self.closed:
            self._refuse(item, *self._ending)
            return
        if isinstance(item, Call):
            most = self.environment.limits.inbox_calls
            if self._inbox.calls >= most:
                what = f"requests that wait for {self!r}"
                item.reply(None, LimitError(what, most + 1, most))
                return
        self._inbox.put(item)
        self.environment.ready(self)
        if isinstance(item, Stop):
            self._stopping = True
            if self._host is not None:
                self._host.cancel_turn()
        elif isinstance(item, Leave) and self._runner is not None:
            self._note_departure()

    def full(self, peer: Peer, *, large: bool = False) -> bool:
        """Tell whether so much waits that the peer should not be read.

        Args:
            peer: Who sends.
            large: Whether a large message of the peer is coming in.
        """
        limits, inbox = self.environment.limits, self._inbox
        return (
            peer.messages_waiting >= limits.inbox_messages
            or peer.bytes_waiting >= limits.inbox_bytes
            or (
                inbox.size >= limits.inbox_bytes
                and (large or peer.messages_waiting > 0)
                and inbox.crowded
            )
        )

    def when_room(self, peer: Peer, call: Callable[[], None] | None) -> None:
        """Call whenever it is worth asking again whether the peer should be read."""
        peer.on_room = call
        if call is None:
            self._inbox.shut_out.pop(peer, None)
        elif not peer.messages_waiting:
            self._inbox.shut_out[peer] = None

    @property
    def spare(self) -> bool:
        """Whether nobody would miss it: those who came did nothing, and left soon.

        Who was cut off for a moment, or is still on the way, finds it.
        """
        roster, environment = self.roster, self.environment
        if self.kept or roster.watched or self._held or self.closed:
            return False
        if self._stopping or self._inbox.items or self.busy:
            return False
        return environment.clock() - roster.left_at >= environment.limits.arrival

    @property
    def busy(self) -> bool:
        """Whether an item is being dealt with."""
        return self._runner is not None

    def next_deadline(self) -> float | None:
        """Return when `run_next` should be called next, by the clock.

        ``-inf`` means at once, ``None`` never unless something is put.
        """
        if self.closed:
            return None
        if self._inbox.items:
            return -math.inf
        watched, callbacks = self.roster.watched, self.document.callbacks
        due = callbacks.next_deadline(watched=watched)
        if watched or not self.started or self._held:
            return due
        return self._expires if due is None else min(due, self._expires)

    def run_next(self, now: float) -> bool:
        """Deal with one item; return whether there was any.

        Args:
            now: The time by the clock, in seconds.
        """
        if self.closed or self._runner is not None:
            return False
        work = self._next_work(now)
        if work is None:
            return False
        self._runner = self.environment.runner()
        before = make_current(self.document)
        try:
            if isinstance(work, SessionCallback):
                self._run_callback(work, now)
            else:
                self._run_item(work)
        finally:
            self._runner = None
            if self._host is not None:
                self._host.end_turn()
            if self.roster.waiting:
                self.roster.wake_waiting()
            restore_current(before)
        return True

    def _next_work(self, now: float) -> Item | SessionCallback | None:
        """Choose between inbox, next ticks and timers, each in its turn."""
        inbox, callbacks = self._inbox, self.document.callbacks
        if not self.started or (inbox.items and callbacks.idle):
            return inbox.take()
        # Where there is nothing but timers, it is their turn.
        self._turn = self._turn if inbox.items or callbacks.next_ticks else 1
        for _ in range(3):
            turn = self._turn = (self._turn + 1) % 3
            work: Item | SessionCallback | None = None
            if turn == 0:
                if inbox.items:
                    return inbox.take()
            elif turn == 1:
                if callbacks.next_ticks:
                    work = callbacks.take_next_tick()
            elif callbacks.timed:
                work = callbacks.take_due(now, watched=self.roster.watched)
            if work is not None:
                return work
        if now >= self._expires and self._expired(now) and not self.roster.watched:
            return Stop(4410, UNWATCHED)
        return None

    # Items

    def _run_item(self, item: Item) -> None:
        if isinstance(item, Received):
            if item.peer.live:
                self._dispatch.receive(item.peer, item.message, item.merged)
        elif isinstance(item, Join):
            self.roster.join(item.peer, item.hello)
        elif isinstance(item, Leave):
            self.roster.leave(item.peer, clean=item.clean)
        elif isinstance(item, Call):
            self._run_call(item)
        elif isinstance(item, Start):
            self._start()
        else:
            if item.last is not None:
                item.last(self)
            self.end(item.code, item.reason)

    def _start(self) -> None:
        build, self._build = self._build, None
        assert build is not None
        self.started = True
        try:
            self.document.build(lambda: build(self.document))
            for model in filter(_columned, self.document.models.values()):
                model.forget_drops()
        except BaseException as error:  # noqa: BLE001  # whatever the application raises
            stop = self._inbox.first_stop() if self._stopping else None
            if stop is not None and isinstance(error, SessionEndedError):
                self.end(stop.code, stop.reason)
            else:
                self._fail_to_build(error)
            return
        self.postpone_expiry(self.environment.limits.goodbye_lifetime)

    def _fail_to_build(self, error: BaseException) -> None:
        """End before there was anything, and tell those who wait for it why."""
        number = self.environment.random_id()[:8]
        begin_with_application(error)
        self.error = AppError(self.app, error)
        _log.error(
            "%s could not build its document (error %s)",
            self.app,
            number,
            exc_info=error,
        )
        failure = describe(error, number, reveal=self.environment.reveal_errors)
        self.failure = failure
        if self.environment.reveal_errors:
            self._last_words = encode_message(failure)
        self.end(4500, failure["message"])

    def _run_call(self, call: Call) -> None:
        if not self.roster.watched:
            soonest = (
                self.environment.clock() + self.environment.limits.goodbye_lifetime
            )
            # A tab that is lost may be waited for longer.
            self._expires = max(self._expires, soonest)
        try:
            result = call.function(self)
        except BaseException as error:  # noqa: BLE001  # the caller is told
            call.reply(None, error)
        else:
            call.reply(result, None)

    def _run_callback(self, handle: SessionCallback, now: float) -> None:
        callback = handle.callback
        if self.document.on_unlocked is not None and is_unlocked(callback):
            self.run_guarded(self._run_unlocked, callback, (), (handle, now))
            return
        document = self.document
        begun = document.begin()
        try:
            self.run_guarded(callback)
        finally:
            try:
                if begun:
                    document.commit()
            finally:
                if handle.kind == "periodic":
                    document.callbacks.rearm(handle, now)

    def run_guarded(self, function: Callable[..., Any], *args: Any) -> None:
        """Run application code; what it raises is logged, the session lives.

        That is anything: a script may call ``sys.exit``, and the time-outs of
        gevent and the cancellations of asyncio are no `Exception` either.
        """
        try:
            result = function(*args)
            if result is not None:
                self.document.finish(result)
        except BaseException as error:  # noqa: BLE001  # whatever the application raises
            self.failed(error)

    # Callbacks that go on after they have returned, and those beside the session

    @property
    def host(self) -> Host:
        """What runs coroutines, generators and unlocked callbacks."""
        if self._host is None:
            assert self.environment.host is not None
            self._host = self.environment.host(self)
        return self._host

    @property
    def runner(self) -> object:
        """Who deals with an item, as the environment identifies it, or ``None``."""
        return self._runner

    def _wait(self, result: Any) -> None:
        self.document.check_writer("what a callback returned was to be awaited")
        if self._stopping:
            if hasattr(result, "close"):
                result.close()
            raise SessionEndedError("the session is about to end")
        if not self.roster.watched:
            self._remind(self._expires)
        self.host.wait(result)

    def _run_unlocked(
        self,
        callback: Callback,
        args: tuple[Any, ...],
        timed: tuple[SessionCallback, float] | None = None,
    ) -> None:
        def done() -> None:
            if timed is not None and not self.closed:
                handle, started = timed
                if handle.kind == "periodic":
                    self.document.callbacks.rearm(handle, started)
                self.environment.ready(self)

        self.host.spawn(callback, args, done)

    def failed(self, error: BaseException) -> None:
        """Log what a callback raised, and tell the peers that it did."""
        if self._stopping and isinstance(error, SessionEndedError):
            _log.info("a callback of %s was cancelled", self)
            return
        number = self.environment.random_id()[:8]
        if self._failures is None:
            self._failures = Failures()
        self._failures.log(self, error, number, self.environment.clock())
        reveal = self.environment.reveal_errors
        self.roster.announce(encode_message(describe(error, number, reveal=reveal)))

    # The control API: for the functions of a `Call`

    def pull(self, **members: Any) -> Payload:
        """Return the whole document as a ``snapshot`` with further members."""
        self.kept = True
        self.document.tell_held()
        return self.roster.snapshot_of(**members)

    def apply(self, message: ClientPatch) -> Outcome:
        """Apply a patch of the control API as one transaction."""
        self.kept = True
        return self._dispatch.edit(None, message)

    # Transactions

    def _guard(self, action: str, *names: str) -> None:
        if self._runner != self.environment.runner() and not (
            self._host is not None and self._host.acting
        ):
            raise ForeignWriterError(action % names)

    def _notify(self) -> None:
        self.environment.ready(self)

    def _remind(self, at: float) -> None:
        if self.environment.remind is not None:
            self.environment.remind(self, at)

    def _committed(self, transaction: Transaction) -> None:
        self.rows.note(transaction)
        self.roster.broadcast(transaction, self._dispatch.pending)
        if not transaction.final:
            self.environment.send()

    # The end

    def end(self, code: int, reason: str) -> None:
        """Close all peers, refuse what waits, and let go of everything."""
        if self.closed:
            return
        self.closed = True
        self._ending = (code, reason)
        self.roster.close_all(code, reason)
        for item in self._inbox.clear():
            self._refuse(item, code, reason)
        self.history.clear()
        self.rows.clear()
        self.environment.closed(self)
        if self._host is not None:
            self._host.close()
            self._host = None
        self.document.destroy()
        context = self.document.session_context
        if context is not None:
            context.destroyed = True
        # No cycle is left: what holds the session alone decides when it is freed.
        self.roster.release()
        self._dispatch.release()
        if self.environment.destroyed is not None:
            self.environment.destroyed(self)

    def _refuse(self, item: Item, code: int, reason: str) -> None:
        """Tell whoever put an item that it came too late."""
        if isinstance(item, Join):
            if self._last_words is not None:
                item.peer.outbox.put(self._last_words)
            item.peer.outbox.close(code, reason)
            self.environment.wake(item.peer)
        elif isinstance(item, Call):
            item.reply(None, self.error or SessionEndedError(reason))


class SessionEndedError(RuntimeError):
    """Raised when a session ended before it dealt with a request."""
