"""One WebSocket connection, from the upgrade to the last byte.

The socket is read by the greenlet that accepted it; frames are taken apart by
`websockets`, messages by `syncd.protocol`, and what they mean is the session's
business. States and close codes are those of ``spec/protocol.md``, sections 10
and 11.
"""

from __future__ import annotations

import contextlib
import logging
import socket
from typing import TYPE_CHECKING, Any, cast

import gevent
from websockets.frames import Close as CloseReason
from websockets.frames import CloseCode, Frame, Opcode
from websockets.protocol import CLOSED, OPEN, SERVER, Protocol

from syncd.errors import RemoteProtocolError
from syncd.protocol.codec import decode_message
from syncd.protocol.messages import Hello
from syncd.protocol.state import ConnectionState, Event, advance
from syncd.server.assembly import Assembly, ViolationError
from syncd.server.handshake import RefusalError
from syncd.server.pace import Pace
from syncd.server.writer import Writer, frame_header
from syncd.session import Close, Join, Leave, Peer, Received


if TYPE_CHECKING:
    from collections.abc import Sequence
    from io import BufferedReader

    from gevent.socket import socket as Socket  # noqa: N812 - it is a class

    from syncd.server.gate import Admission
    from syncd.server.service import Service
    from syncd.session import Session


__all__ = ["Connection"]

_log = logging.getLogger("syncd.server.connection")
_frames_log = logging.getLogger("syncd.server.frames")

_HELLO_TIMEOUT = 10.0
"""Seconds until the first message (section 2.3)."""

_MIN_PATIENCE = 2.0
"""Seconds that a peer may be silent at least, however often it is pinged."""

_CLOSE_TIMEOUT = 5.0
"""Seconds that a peer has to answer our close frame, and to stop sending."""

_QUIET = 0.3
"""Seconds without data after which nothing is expected of a failed peer.
Closing while it sends would make the kernel answer with a reset, and a proxy
would drop our close frame."""

_PAUSE = 0.01
"""Seconds between looks at whether a full session may be fed again."""

_MAX_BACKLOG = 64
"""Control frames that may wait until the peer is not read any more."""

_READ_SIZE = 65536
_MAX_REASON = 123

_REFUSAL_CODES = {"draining": 1001, "session_gone": 4410, "too_many_sessions": 4429}


class Connection:
    """A socket that has been upgraded, and the peer at its other end.

    Args:
        sock: The socket.
        rfile: What reads from it; it may hold frames that came with the
            upgrade, so the socket itself is never read.
        admission: The session that the peer was let into.
        service: What the process serves.
    """

    def __init__(
        self,
        sock: Socket,
        rfile: BufferedReader,
        admission: Admission,
        service: Service,
    ) -> None:
        self._sock = sock
        self._rfile = rfile
        self._admission = admission
        self._service = service
        self._state = ConnectionState.GREETING
        self._protocol = Protocol(
            SERVER, max_size=service.max_message, logger=_frames_log
        )
        self._assembly = Assembly()
        self._pace = Pace(service.worker.clock)
        self._writer = Writer(sock, self._take)
        self._peer: Peer | None = None
        self._session: Session | None = None
        self._clean = False
        self._failed = False
        self._aborter: Any = None
        # A whole interval to answer the ping that ends the one before.
        self._patience = max(2 * service.keep_alive, _MIN_PATIENCE)
        now = service.worker.clock()
        self._hello_until = now + _HELLO_TIMEOUT
        self._heard = self._pinged = now

    # What others call

    def wake(self) -> None:
        """Send what waits in the outbox; never blocks."""
        self._writer.pump()

    def shut_down(self, code: int, reason: str) -> None:
        """Say goodbye to the peer, because the daemon stops."""
        if self._state in {ConnectionState.GREETING, ConnectionState.LIVE}:
            self._close(Event.SHUTDOWN, code, reason)

    def last_words(self, code: int, reason: str) -> None:
        """Say goodbye from another thread, while the hub is stuck.

        Nothing else of the connection may be touched: only if the peer waits for
        no rest of a frame, and the kernel takes it at once, is it told.
        """
        if self._state in {ConnectionState.GREETING, ConnectionState.LIVE}:
            frame = Frame(Opcode.CLOSE, CloseReason(code, reason).serialize())
            self._writer.write_last(frame.serialize(mask=False))

    def run(self) -> None:
        """Serve the connection until it has ended, and close the socket."""
        self._service.connections.add(self)
        self._service.metrics.connections += 1
        with contextlib.suppress(OSError):  # a unix socket has no Nagle
            self._sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            self._read()
        except OSError:
            self._advance(Event.LOST)
        except Exception:  # noqa: BLE001 - a fault of ours, of which the peer is told
            _log.exception("a connection failed")
            self._fail(CloseCode.INTERNAL_ERROR, "internal error")
        finally:
            self._service.connections.discard(self)
            self._leave()
            self._end()

    # Reading

    def _read(self) -> None:
        while self._state is not ConnectionState.CLOSED and not self._failed:
            data = self._receive()
            if data is None:
                self._look_after()
            elif not data:
                self._advance(Event.LOST)
            else:
                self._heard = self._service.worker.clock()
                self._protocol.receive_data(data)
                self._handle_events()
                self._look_after()

    def _receive(self) -> bytes | None:
        """Return data, nothing at the end, or ``None`` when it is time to look."""
        now = self._service.worker.clock()
        due = self._heard + self._patience
        if self._state is ConnectionState.GREETING:
            due = min(due, self._hello_until)
        due = min(due, self._pinged + self._service.keep_alive)
        return self._read_within(max(due - now, 0.001))

    def _read_within(self, seconds: float) -> bytes | None:
        """Return data, or ``None`` if there are none in time.

        The socket's own timeout would leave the buffer in a state of error.
        """
        timeout = gevent.Timeout.start_new(seconds)
        try:
            return self._rfile.read1(_READ_SIZE)
        except gevent.Timeout as expired:
            if expired is not timeout:
                raise
            return None
        finally:
            timeout.close()

    def _handle_events(self) -> None:
        """Handle the frames that have come, in order."""
        frames = cast("list[Frame]", self._protocol.events_received())
        for frame in frames:
            if self._state is ConnectionState.CLOSED or self._failed:
                return
            if frame.opcode is Opcode.CLOSE:
                self._on_close()
            elif frame.opcode not in {Opcode.PING, Opcode.PONG}:
                self._on_data(frame)
            self._pace.count()
            self._hold_back()
        self._writer.send(self._protocol.data_to_send())
        if self._protocol.parser_exc is not None and not self._failed:
            # websockets has put the close frame into what was just sent.
            self._failed = True
            self._violate()

    def _on_data(self, frame: Frame) -> None:
        if self._state is ConnectionState.CLOSING:
            return
        try:
            message = self._assembly.add(frame)
            if message is not None:
                self._service.metrics.messages += 1
                self._on_message(*message)
        except ViolationError as error:
            self._fail(error.close_code, str(error))
        except RemoteProtocolError as error:
            self._fail(error.close_code, str(error))

    def _on_message(self, data: bytes, text: bool) -> None:  # noqa: FBT001 - as the frame says
        message = decode_message(data, max_size=self._service.max_message, text=text)
        if self._state is ConnectionState.GREETING:
            if not isinstance(message, Hello):
                raise ViolationError(4400, "the first message must be hello")
            if self._admission.tab not in {None, message.tab}:
                raise ViolationError(4400, "the resume key is another tab's")
            self._advance(Event.HELLO)
            self._join(message)
        elif isinstance(message, Hello):
            raise ViolationError(4400, "hello was said before")
        else:
            self._advance(Event.MESSAGE)
            assert self._session is not None
            assert self._peer is not None
            self._session.put(Received(self._peer, message, size=len(data)))

    def _on_close(self) -> None:
        """The peer closes, or answers our close frame."""
        code = self._protocol.close_rcvd.code if self._protocol.close_rcvd else None
        self._clean = code in {CloseCode.NORMAL_CLOSURE, CloseCode.GOING_AWAY}
        goodbye = self._clean or self._state is ConnectionState.CLOSING
        if self._state is ConnectionState.GREETING:
            goodbye = False
        self._writer.send(self._protocol.data_to_send())
        self._advance(Event.GOODBYE if goodbye else Event.LOST)

    def _hold_back(self) -> None:
        """Read no more while there is too much to do, or the peer is too fast."""
        self._pace.keep()
        while self._state is ConnectionState.LIVE and self._overfed():
            gevent.sleep(_PAUSE)
            self._look_after()

    def _overfed(self) -> bool:
        if self._writer.backlog >= _MAX_BACKLOG and not self._writer.broken:
            return True
        if self._session is None or self._peer is None or self._session.closed:
            return False
        if self._session.full(self._peer):
            # It is we who do not listen; its silence says nothing.
            self._heard = self._service.worker.clock()
            return True
        return False

    def _look_after(self) -> None:
        """Do what is due: ping, or give up."""
        now = self._service.worker.clock()
        if self._session is not None and self._session.closed:
            self._expect_end()
        if self._state is ConnectionState.GREETING and now >= self._hello_until:
            self._close(Event.TIMEOUT, 4408, "no hello within 10 s")
        elif now - self._heard >= self._patience:
            self._advance(Event.LOST)
        elif now - self._pinged >= self._service.keep_alive:
            self._pinged = now
            if self._protocol.state is OPEN:
                self._protocol.send_ping(b"")
                self._writer.send(self._protocol.data_to_send())

    # Joining and leaving

    def _join(self, hello: Hello) -> None:
        """Enter the session, which is made if it does not live."""
        try:
            session = self._service.enter(self._admission, hello.arguments)
        except RefusalError as error:
            self._close(Event.SHUTDOWN, _REFUSAL_CODES[error.error], error.message)
            return
        self._session = session
        self._peer = Peer(hello.tab, session.environment.limits, self)
        session.put(Join(self._peer, hello))

    def _leave(self) -> None:
        if self._session is not None and self._peer is not None:
            self._peer.outbox.clear()
            self._session.put(Leave(self._peer, self._clean))

    # Writing

    def _take(self) -> Sequence[bytes] | None:
        """Return the next frame of the outbox, for the writer."""
        if self._peer is None or self._state is not ConnectionState.LIVE:
            return None
        item = self._peer.outbox.take()
        if item is None:
            return None
        if isinstance(item, Close):
            return self._start_closing(Event.SHUTDOWN, item.code, item.reason)
        return frame_header(len(item.data), text=item.text), item.data

    # Closing

    def _close(self, event: Event, code: int, reason: str) -> None:
        self._writer.send(self._start_closing(event, code, reason) or ())

    def _start_closing(
        self, event: Event, code: int, reason: str
    ) -> list[bytes] | None:
        """Return our close frame; the peer has some seconds to answer it."""
        if self._protocol.state is not OPEN:
            return None
        self._advance(event)
        self._protocol.send_close(code, _cut(reason))
        self._expect_end()
        return self._protocol.data_to_send()

    def _expect_end(self) -> None:
        """Give the peer some seconds to read what is left and answer it."""
        if self._aborter is None:
            self._aborter = gevent.spawn_later(_CLOSE_TIMEOUT, self._abort)

    def _fail(self, code: int, reason: str) -> None:
        """Close because of what the peer did; nothing it sends counts any more."""
        if self._failed:
            return
        self._failed = True
        if self._protocol.state is OPEN:
            self._protocol.fail(code, _cut(reason))
        self._writer.send(self._protocol.data_to_send())
        self._violate()

    def _violate(self) -> None:
        if self._state in {ConnectionState.GREETING, ConnectionState.LIVE}:
            self._advance(Event.VIOLATION)

    def _abort(self) -> None:
        """Wake the reader: the peer has not answered our close frame."""
        with contextlib.suppress(OSError):  # it has gone already
            self._sock.shutdown(socket.SHUT_RDWR)

    def _advance(self, event: Event) -> None:
        before = self._state
        if before is not ConnectionState.CLOSED:
            self._state = advance(before, event)
            _log.debug("%s: %s → %s", event.value, before.value, self._state.value)

    def _end(self) -> None:
        """Send what is left of it, let the peer stop, and close the socket."""
        if self._aborter is not None:
            self._aborter.kill(block=False)
        self._writer.wait_idle(_QUIET)
        with contextlib.suppress(OSError, ValueError):  # it has gone already
            if not self._failed:
                self._sock.shutdown(socket.SHUT_WR)
            self._drain()
        self._writer.stop()
        self._advance(Event.LOST)
        if self._protocol.state is not CLOSED:
            self._protocol.receive_eof()

    def _drain(self) -> None:
        """Read on until the peer has nothing more to say."""
        until = self._service.worker.clock() + _CLOSE_TIMEOUT
        while self._service.worker.clock() < until:
            if not self._read_within(_QUIET):
                return


def _cut(reason: str) -> str:
    """Return a reason that fits into a close frame (RFC 6455, 5.5)."""
    return reason.encode()[:_MAX_REASON].decode(errors="ignore")
