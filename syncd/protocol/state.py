"""The states of a connection, server side (section 11 of the protocol).

The table is the law: nothing else decides what a connection may do next.
"""

from __future__ import annotations

from enum import Enum

from syncd.errors import LocalProtocolError


__all__ = ["TRANSITIONS", "ConnectionState", "Event", "advance"]


class ConnectionState(Enum):
    """Where a connection stands."""

    GREETING = "greeting"
    """Upgraded; the peer has not said ``hello`` yet."""

    LIVE = "live"
    """Messages go both ways."""

    CLOSING = "closing"
    """We sent a close frame and wait for the peer's."""

    CLOSED = "closed"
    """The end; nothing leads out of it."""


class Event(Enum):
    """What can happen to a connection."""

    HELLO = "hello"
    MESSAGE = "message"
    TIMEOUT = "timeout"
    VIOLATION = "violation"
    SHUTDOWN = "shutdown"
    GOODBYE = "goodbye"
    LOST = "lost"


TRANSITIONS: dict[tuple[ConnectionState, Event], ConnectionState] = {
    (ConnectionState.GREETING, Event.HELLO): ConnectionState.LIVE,
    (ConnectionState.GREETING, Event.TIMEOUT): ConnectionState.CLOSING,
    (ConnectionState.GREETING, Event.VIOLATION): ConnectionState.CLOSING,
    (ConnectionState.GREETING, Event.SHUTDOWN): ConnectionState.CLOSING,
    (ConnectionState.GREETING, Event.LOST): ConnectionState.CLOSED,
    (ConnectionState.LIVE, Event.MESSAGE): ConnectionState.LIVE,
    (ConnectionState.LIVE, Event.VIOLATION): ConnectionState.CLOSING,
    (ConnectionState.LIVE, Event.SHUTDOWN): ConnectionState.CLOSING,
    (ConnectionState.LIVE, Event.GOODBYE): ConnectionState.CLOSED,
    (ConnectionState.LIVE, Event.LOST): ConnectionState.CLOSED,
    (ConnectionState.CLOSING, Event.GOODBYE): ConnectionState.CLOSED,
    (ConnectionState.CLOSING, Event.LOST): ConnectionState.CLOSED,
}
"""The next state for every pair that can occur."""


def advance(state: ConnectionState, event: Event) -> ConnectionState:
    """Return the state that follows when the event happens.

    Raises:
        LocalProtocolError: The pair is not in the table; the caller let
            something happen that cannot happen in this state.
    """
    try:
        return TRANSITIONS[state, event]
    except KeyError:
        raise LocalProtocolError(
            f"{event.value} cannot happen to a connection that is {state.value}"
        ) from None
