"""What a session's inbox holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec import Struct


if TYPE_CHECKING:
    from collections.abc import Callable

    from syncd.protocol import ClientPatch, Hello, Ping, UIEvent
    from syncd.session.peer import Peer

__all__ = ["Call", "Item", "Join", "Leave", "Received", "Start", "Stop"]


class Start(Struct, eq=False):
    """Build the document; the first item of every session."""


class Join(Struct, eq=False):
    """A peer has said hello."""

    peer: Peer
    hello: Hello


class Leave(Struct, eq=False):
    """A connection has ended; ``clean`` if the peer said goodbye."""

    peer: Peer
    clean: bool


class Received(Struct, eq=False):
    """A message of a live peer."""

    peer: Peer
    message: ClientPatch | UIEvent | Ping
    merged: int = 0
    """How many earlier messages this one stands for, too."""

    size: int = 0
    """The bytes that it takes in memory, about, if it is large."""


class Call(Struct, eq=False):
    """A request of the control API, run between other items.

    ``function`` is called with the session; ``reply`` with its result and
    ``None``, or with ``None`` and the exception.
    """

    function: Callable[[Any], Any]
    reply: Callable[[Any, BaseException | None], None]


class Stop(Struct, eq=False):
    """End the session; its peers are closed with this code.

    ``last`` is called with the session before that, in its turn.
    """

    code: int = 4410
    reason: str = "the session was destroyed"
    last: Callable[[Any], None] | None = None


Item: TypeAlias = Start | Join | Leave | Received | Call | Stop
