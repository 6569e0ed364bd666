"""When a connection is read: not while there is too much to do for it already."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from syncd.server.alarm import Alarm
    from syncd.server.pace import Pace
    from syncd.server.reader import Attended
    from syncd.server.service import Service
    from syncd.server.writer import Writer
    from syncd.session import Peer, Session

__all__ = ["Valve"]

_PAUSE = 0.01
"""Seconds between looks at whether a peer has taken enough to be read again."""

_MAX_BACKLOG = 64
"""Control frames that may wait until the peer is not read any more."""

_READ = 1  # what libev calls it


class Valve:
    """Has what a peer sends read, or left where it is: then the peer has to wait.

    Args:
        service: What the process serves; its reader attends to the connection.
        attended: The connection.
        writer: What goes to the peer.
        pace: How fast the peer may send.
        alarm: Has the connection attended to when there is room again.
    """

    __slots__ = (
        "_alarm",
        "_attended",
        "_pace",
        "_peer",
        "_service",
        "_session",
        "_watch",
        "_writer",
        "large",
        "live",
        "until",
    )

    def __init__(
        self,
        service: Service,
        attended: Attended,
        *,
        writer: Writer,
        pace: Pace,
        alarm: Alarm,
    ) -> None:
        self._service = service
        self._attended: Attended | None = attended
        self._writer = writer
        self._pace = pace
        self._alarm = alarm
        self._watch: Any = None
        self._session: Session | None = None
        self._peer: Peer | None = None
        self.large = False
        """Whether a part of a large message has come."""
        self.live = False
        """Whether what comes is for the session."""
        self.until: float | None = None
        """The time until which nothing is read; ``None`` while the peer is."""

    def open(self, fileno: int) -> None:
        """Read from now on what comes through a socket."""
        self._watch = self._service.reader.loop.io(fileno, _READ)
        self._watch.start(self._service.reader.call, self._attended)

    def close(self) -> None:
        """Read nothing any more, and let go of who was attended to."""
        self._watch.stop()
        self._watch.close()
        self._watch = self._attended = None
        if self._session is not None and self._peer is not None:
            self._session.when_room(self._peer, None)
        self._session = self._peer = None

    def lead_to(self, session: Session, peer: Peer) -> None:
        """Ask a session from now on whether it has room for what a peer brings."""
        self._session, self._peer = session, peer

    def overfed(self) -> bool:
        """Tell whether there is too much to do already."""
        if self._writer.backlog >= _MAX_BACKLOG:
            return True
        session, peer = self._session, self._peer
        if not self.live or session is None or peer is None or session.closed:
            return False
        return session.full(peer, large=self.large)

    def wait_for_room(self, now: float) -> None:
        """Read no more until there is less to do."""
        if self._writer.backlog >= _MAX_BACKLOG:
            self.hold_until(now, now + _PAUSE)
        elif self._peer is not None and self._session is not None:
            # That may be in an hour. Looking again and again would cost others.
            self._session.when_room(self._peer, self._have_room)
            self.hold_until(now, math.inf)

    def hold_until(self, now: float, until: float) -> None:
        """Read no more until then, or until what was said before if that is later."""
        if until > now:
            until = max(until, self.until or until)
            self.until = until
            self._watch.stop()
            self._alarm.advance(now, until)

    def go_on(self, now: float) -> bool:
        """Read again, if that is possible; tell whether the peer's silence is ours.

        It says nothing while we do not listen. But who takes none of our answers has
        no longer than others.
        """
        assert self.until is not None
        excused = self._writer.backlog < _MAX_BACKLOG and not self._writer.broken
        if now >= self.until:
            if self.overfed():
                self.wait_for_room(now)
            else:
                self.until = None
                self._watch.start(self._service.reader.call, self._attended)
        return excused

    def _have_room(self) -> None:
        """Take note that the session has dealt with a message."""
        if self._peer is None or self._session is None:
            return
        now = self._service.worker.clock()
        self._session.when_room(self._peer, None)
        until = self.until = max(now, self._pace.until)
        if self.overfed():
            self.wait_for_room(now)
        elif until > now:
            self._alarm.advance(now, until)
        elif self._attended is not None:
            self._service.reader.call(self._attended)
