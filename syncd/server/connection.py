"""One WebSocket connection, from the upgrade to the last byte.

It has no greenlet of its own: it is attended to whenever something has come or
is due. Frames are taken apart by `syncd.server.frames`, messages by
`syncd.protocol`, and what they mean is the session's business. States and close
codes are those of ``spec/protocol.md``, sections 10 and 11.
"""

from __future__ import annotations

import contextlib
import logging
import math
import os
import socket
from typing import TYPE_CHECKING

import gevent
from websockets.frames import Close as CloseReason
from websockets.frames import CloseCode, Frame, Opcode

from syncd.errors import RemoteProtocolError
from syncd.protocol.codec import decode_message
from syncd.protocol.framing import decoded_size
from syncd.protocol.messages import Hello
from syncd.protocol.state import ConnectionState, Event, advance
from syncd.server.alarm import Alarm
from syncd.server.arrival import Arrival
from syncd.server.assembly import ViolationError
from syncd.server.farewell import CLOSE_TIMEOUT, leave_at_once, shortened, take_leave
from syncd.server.frames import Frames, Signal
from syncd.server.handshake import RefusalError
from syncd.server.pace import TURN, Pace
from syncd.server.unfinished import SMALL
from syncd.server.valve import Valve
from syncd.server.writer import Writer
from syncd.session import Close, Join, Leave, Peer, Received


if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gevent.socket import socket as Socket  # noqa: N812 - it is a class

    from syncd.protocol import Payload
    from syncd.server.frames import Item
    from syncd.server.gate import Admission
    from syncd.server.service import Service
    from syncd.session import Session


__all__ = ["Connection"]

_log = logging.getLogger("syncd.server.connection")

_HELLO_TIMEOUT = 10.0
"""Seconds until the first message (section 2.3)."""

_MIN_PATIENCE = 2.0
"""Seconds that a peer may be silent at least, however often it is pinged."""

_BATCH = 32768
"""Bytes of frames after which no more are written with one call."""

_HEADER = 64
"""Bytes that a frame counts for at least: the kernel takes 1,024 pieces."""

_GRAINS = 25
"""Times between two pings of a peer at which anybody is pinged."""

_LIGHT = 4_096
"""Bytes of a message up to which it is not asked what it takes in memory."""

_PING = b"\x89\x00"
_ENDED = ConnectionState.CLOSED
_SPEAKING = frozenset({ConnectionState.GREETING, ConnectionState.LIVE})

_REFUSAL_CODES = {"draining": 1001, "session_gone": 4410, "too_many_sessions": 4429}


class Connection:
    """A socket that has been upgraded, and the peer at its other end.

    Args:
        sock: The socket, which nobody else uses.
        beginning: What was read together with the request.
        admission: The session that the peer was let into.
        service: What the process serves.
    """

    __slots__ = (
        "_admission",
        "_alarm",
        "_arrival",
        "_clean",
        "_ending_until",
        "_failed",
        "_fileno",
        "_frames",
        "_heard",
        "_hello_until",
        "_pace",
        "_peer",
        "_pinged",
        "_retired",
        "_service",
        "_session",
        "_sock",
        "_state",
        "_valve",
        "_writer",
    )

    def __init__(
        self, sock: Socket, beginning: bytes, admission: Admission, service: Service
    ) -> None:
        now = service.worker.clock()
        self._sock = sock
        self._fileno = sock.fileno()
        self._admission: Admission | None = admission
        self._service = service
        self._state = ConnectionState.GREETING
        self._frames = Frames(service.max_message)
        self._frames.feed(memoryview(beginning))
        self._pace = Pace(now)
        self._writer = Writer(sock, self._take)
        self._peer: Peer | None = None
        self._session: Session | None = None
        self._arrival = Arrival(None)
        self._clean = False
        self._failed = False
        self._retired = False
        self._hello_until = now + _HELLO_TIMEOUT
        self._ending_until = math.inf
        self._alarm = Alarm(service.reader, self, now)
        self._valve = Valve(
            service, self, writer=self._writer, pace=self._pace, alarm=self._alarm
        )
        self._heard = self._pinged = now

    # What others call

    def start(self) -> None:
        """Serve the peer from now on, until the connection has ended."""
        service = self._service
        service.connections.add(self)
        service.metrics.connections += 1
        assert self._admission is not None
        self._arrival = Arrival(service.session(self._admission))
        self._valve.open(self._fileno)
        service.reader.call(self)

    def shut_down(self, code: int, reason: str) -> None:
        """Say goodbye to the peer, because the daemon stops."""
        if self._state in _SPEAKING:
            self._close(Event.SHUTDOWN, code, reason)

    def last_words(self, code: int, reason: str) -> None:
        """Say goodbye from another thread, while the hub is stuck.

        Nothing else of the connection may be touched: only if the peer waits for
        no rest of a frame, and the kernel takes it at once, is it told.
        """
        if self._state in _SPEAKING:
            frame = Frame(Opcode.CLOSE, CloseReason(code, reason).serialize())
            self._writer.write_last(frame.serialize(mask=False))

    def let_go(self) -> None:
        """End without a word, and give back what has come of a message."""
        self._valve.large = False
        self._abort()
        self._frames.close()
        self._service.reader.call(self)

    def attend(self) -> None:
        """Read what has come and do what is due; for the `Reader`."""
        if self._retired:
            return
        if self._state is _ENDED:
            self._retire()
            return
        now = self._service.worker.clock()
        valve = self._valve
        try:
            if valve.until is not None and valve.go_on(now):
                self._heard = now
            due = self._alarm.rung
            if valve.until is None and not (due and self._is_fine(now)):
                self._read(now)
            if due:
                self._look_after(now)
        except OSError:
            self._advance(Event.LOST)
        except Exception:  # noqa: BLE001 - a fault of ours, of which the peer is told
            _log.exception("a connection failed")
            self._fail(CloseCode.INTERNAL_ERROR, "internal error")
        if self._state is ConnectionState.CLOSED or self._failed:
            self._retire()

    # Reading

    def _read(self, now: float) -> None:
        reader, frames, valve = self._service.reader, self._frames, self._valve
        if valve.large and valve.overfed():
            # Others have brought much since it began.
            valve.wait_for_room(now)
            return
        if not frames.waiting:
            room = frames.room(reader.buffer)
            try:
                size = os.readv(self._fileno, (room,))
            except BlockingIOError:
                return
            if not size:
                self._advance(Event.LOST)
                return
            self._heard = now
            frames.feed(room[:size])
        metrics, unfinished = self._service.metrics, self._service.unfinished
        done = metrics.messages
        self._handle_frames(now)
        size = frames.unfinished
        if valve.large or size > SMALL:
            fresh = done != metrics.messages
            valve.large = unfinished.follow(self, size, fresh=fresh)
            if valve.large and valve.overfed():
                valve.wait_for_room(now)
        if frames.waiting:
            frames.keep()
            reader.call(self)

    def _handle_frames(self, now: float) -> None:
        """Handle the frames that have come, in order, and not too many."""
        valve = self._valve
        try:
            for _ in range(TURN):
                item = self._frames.next()
                if item is None:
                    break
                self._handle(item)
                if self._state is ConnectionState.CLOSED:
                    return
                if self._pace.spent():
                    valve.hold_until(now, now + self._pace.renew(now))
                if valve.overfed():
                    valve.wait_for_room(now)
                if valve.until is not None:
                    break
        except RemoteProtocolError as error:
            self._fail(error.close_code, str(error))
            return
        if not self._frames.plain:
            self._send_answers()

    def _handle(self, item: Item) -> None:
        if item is Signal.CLOSE:
            self._on_close()
        elif item is not Signal.OTHER and self._state is not ConnectionState.CLOSING:
            self._service.metrics.messages += 1
            self._on_message(*item)

    def _send_answers(self) -> None:
        """Send what the frames themselves ask for."""
        self._writer.send(self._frames.answers())
        if self._frames.broken and not self._frames.waiting:
            # The close frame was among the answers.
            self._failed = True
            self._violate()

    def _on_message(self, data: bytes, text: bool) -> None:  # noqa: FBT001 - as the frame says
        message = decode_message(data, max_size=self._service.max_message, text=text)
        if self._session is not None and not isinstance(message, Hello):
            assert self._peer is not None
            size = len(data)
            if size > _LIGHT:
                size = decoded_size(data, text=text)
                self._pace.charge(size)
            self._session.put(Received(self._peer, message, size=size))
        elif self._state is ConnectionState.LIVE:
            raise ViolationError(4400, "hello was said before")
        elif not isinstance(message, Hello):
            raise ViolationError(4400, "the first message must be hello")
        else:
            self._join(message)

    def _on_close(self) -> None:
        """The peer closes, or answers our close frame."""
        code = self._frames.close_code
        self._clean = code in {CloseCode.NORMAL_CLOSURE, CloseCode.GOING_AWAY}
        goodbye = self._clean or self._state is ConnectionState.CLOSING
        if self._state is ConnectionState.GREETING:
            goodbye = False
        self._writer.send(self._frames.answers())
        self._advance(Event.GOODBYE if goodbye else Event.LOST)

    # What is due

    def _is_fine(self, now: float) -> bool:
        """Tell whether it is time for a ping only; the loop tells what has come."""
        return not self._frames.waiting and now - self._heard < self._patience

    def _look_after(self, now: float) -> None:
        """Do what is due: ping, or give up."""
        if self._session is not None and self._session.closed:
            self._expect_end()
        if now >= self._ending_until:
            # The peer has not answered our close frame.
            self._abort()
        elif self._state is ConnectionState.GREETING and now >= self._hello_until:
            self._close(Event.TIMEOUT, 4408, "no hello within 10 s")
        elif now - self._heard >= self._patience:
            self._advance(Event.LOST)
        elif now - self._pinged >= self._service.keep_alive:
            self._pinged = now
            if self._state in _SPEAKING:
                self._writer.send((_PING,))
        self._alarm.set(now, self._next_due())

    @property
    def _patience(self) -> float:
        # A whole interval to answer the ping that ends the one before.
        return max(2 * self._service.keep_alive, _MIN_PATIENCE)

    def _next_due(self) -> float:
        keep_alive = self._service.keep_alive
        due = min(self._heard + self._patience, self._pinged + keep_alive)
        # To wake up costs more than to ping, so many are pinged together.
        grain = keep_alive / _GRAINS
        due = min(math.ceil(due / grain) * grain, self._ending_until)
        if self._valve.until is not None:
            due = min(due, self._valve.until)
        if self._state is ConnectionState.GREETING:
            due = min(due, self._hello_until)
        return due

    # Joining and leaving

    def _join(self, hello: Hello) -> None:
        """Enter the session, which is made if it does not live."""
        admission, self._admission = self._admission, None
        assert admission is not None
        if admission.tab not in {None, hello.tab}:
            raise ViolationError(4400, "the resume key is another tab's")
        self._advance(Event.HELLO)
        try:
            session = self._service.enter(admission, hello.arguments)
            self._session = session
            self._peer = Peer(hello.tab, session.environment.limits, self._writer)
            self._valve.lead_to(session, self._peer)
            session.put(Join(self._peer, hello))
        except RefusalError as error:
            self._close(Event.SHUTDOWN, _REFUSAL_CODES[error.error], error.message)
        finally:
            self._arrival.end()

    def _leave(self) -> None:
        if self._session is not None and self._peer is not None:
            self._peer.outbox.clear()
            self._session.put(Leave(self._peer, self._clean))

    # Writing

    def _take(self) -> Sequence[bytes]:
        """Return the next frames of the outbox, for the writer."""
        if self._peer is None or self._state is not ConnectionState.LIVE:
            return ()
        if not self._frames.open:
            return ()  # nothing follows a close frame
        alone = self._peer.outbox.take_alone()
        if alone is not None:  # as mostly
            self._writer.more = False
            return self._service.framer.frame(alone)
        return self._take_several(self._peer.outbox.take)

    def _take_several(
        self, take: Callable[[], Payload | Close | None]
    ) -> Sequence[bytes]:
        frame, size = self._service.framer.frame, 0
        chunks: list[bytes] = []
        while size < _BATCH and (item := take()) is not None:
            if isinstance(item, Close):
                closing = self._start_closing(Event.SHUTDOWN, item.code, item.reason)
                chunks += closing or ()
                break
            chunks += frame(item)
            size += len(item.data) + _HEADER
        self._writer.more = size >= _BATCH
        return chunks

    # Closing

    def _close(self, event: Event, code: int, reason: str) -> None:
        self._writer.send(self._start_closing(event, code, reason) or ())

    def _start_closing(
        self, event: Event, code: int, reason: str
    ) -> list[bytes] | None:
        """Return our close frame; the peer has some seconds to answer it."""
        if not self._frames.open:
            return None
        self._advance(event)
        self._frames.protocol.send_close(code, shortened(reason))
        self._expect_end()
        return self._frames.answers()

    def _expect_end(self) -> None:
        """Give the peer some seconds to read what is left and answer it."""
        if self._ending_until == math.inf:
            now = self._service.worker.clock()
            self._ending_until = now + CLOSE_TIMEOUT
            self._alarm.advance(now, self._ending_until)

    def _fail(self, code: int, reason: str) -> None:
        """Close because of what the peer did; nothing it sends counts any more."""
        if self._failed:
            return
        self._failed = True
        if self._frames.open:
            self._frames.protocol.fail(code, shortened(reason))
        self._writer.send(self._frames.answers())
        self._violate()

    def _violate(self) -> None:
        if self._state in {ConnectionState.GREETING, ConnectionState.LIVE}:
            self._advance(Event.VIOLATION)

    def _abort(self) -> None:
        """Wait no longer for the peer."""
        with contextlib.suppress(OSError):  # it has gone already
            self._sock.shutdown(socket.SHUT_RDWR)
        self._advance(Event.LOST)

    def _advance(self, event: Event) -> None:
        before = self._state
        if before is not ConnectionState.CLOSED:
            self._state = advance(before, event)
            self._valve.live = self._state is ConnectionState.LIVE
            if event is not Event.HELLO:
                self._arrival.end()
            if _log.isEnabledFor(logging.DEBUG):
                _log.debug("%s: %s → %s", event.value, before.value, self._state.value)

    def _retire(self) -> None:
        """Be attended to no more; the rest is done by a greenlet."""
        self._retired = True
        self._valve.close()
        self._alarm.stop()
        self._service.connections.discard(self)
        if self._valve.large:
            self._service.unfinished.note(self, 0)
        self._leave()
        if not self._failed and leave_at_once(self._sock, self._writer):
            self._forget()
        else:
            gevent.spawn(self._end)

    def _end(self) -> None:
        """Send what is left of it, let the peer stop, and close the socket."""
        clock = self._service.worker.clock
        take_leave(self._sock, self._writer, clock, failed=self._failed)
        self._forget()

    def _forget(self) -> None:
        """Let go of everything; nothing is left of the connection."""
        self._advance(Event.LOST)
        self._frames.close()
        self._peer = self._session = None
