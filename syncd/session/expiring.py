"""When a session ends: some time after everybody has left, or later."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from syncd.session.item import Join, Leave, Stop


if TYPE_CHECKING:
    from syncd.session.environment import Environment
    from syncd.session.inbox import Inbox
    from syncd.session.item import Item
    from syncd.session.roster import Roster

__all__ = ["UNWATCHED", "Expiring"]

_GRAIN = 0.25
"""Seconds that a session may live longer than it was to, or less: a sixteenth more."""

UNWATCHED = "nobody watched the session any more"


class Expiring:
    """The part of a session that knows when to end."""

    if TYPE_CHECKING:
        environment: Environment
        roster: Roster
        closed: bool
        expiration_requested: bool
        _inbox: Inbox
        _runner: object
        _expires: float
        _expected: int
        _expiration_blocks: int

        def put(self, item: Item) -> None:  # noqa: D102  # see there
            ...

        def _notify(self) -> None: ...

        def _remind(self, at: float) -> None: ...

    def postpone_expiry(self, seconds: float) -> None:
        """Live so long from now if nobody watches, or a little longer.

        Sessions end together that would end one soon after another: a process that
        wakes up for one takes as long as for several.
        """
        if not self.expiration_requested:
            due, grain = self.environment.clock() + seconds, min(_GRAIN, seconds / 16)
            self._expires = math.ceil(due / grain) * grain if grain > 0 else due

    def request_expiration(self) -> None:
        """End as soon as nobody watches, without waiting for anybody to return."""
        self.expiration_requested = True
        self._expires = -math.inf
        self._notify()

    @property
    def expiration_blocked(self) -> bool:
        """Whether the session lives on although nobody watches."""
        return self._expiration_blocks > 0

    def block_expiration(self) -> None:
        """Live on, whoever watches, until as many calls of `unblock_expiration`."""
        self._expiration_blocks += 1

    def unblock_expiration(self) -> None:
        """Take back one call of `block_expiration`.

        Raises:
            RuntimeError: There was none.
        """
        if not self._expiration_blocks:
            raise RuntimeError("the expiration of the session is not blocked")
        self._expiration_blocks -= 1
        self._notify()

    def expect(self) -> None:
        """Live on for a connection that has not said hello yet.

        It ends with as many calls of `expect_no_more`: after what the connection put,
        or if nobody is to come.
        """
        self._expected += 1

    def expect_no_more(self) -> None:
        """Take back one call of `expect`."""
        self._expected -= 1
        if not self.closed:
            self._notify()

    def _expired(self, now: float) -> bool:
        return now >= self._expires and not self._held

    @property
    def _held(self) -> bool:
        """Whether it lives on although nobody watches."""
        return self._expiration_blocks > 0 or self._expected > 0

    # While a callback goes on

    def look_up(self, now: float) -> None:
        """Cancel what the session waits for if nobody is there to see its end."""
        if self._runner is None or self.closed or not self._abandoned:
            return
        if not self._expired(now):
            self._remind(
                max(self._expires, now + self.environment.limits.goodbye_lifetime)
            )
        else:
            self.put(Stop(4410, UNWATCHED))

    def _note_departure(self) -> None:
        """Count down while a callback goes on, when everybody has left."""
        if self._abandoned:
            limits, clean = self.environment.limits, True
            for item in tuple(self._inbox.items):
                clean = clean and not (isinstance(item, Leave) and not item.clean)
            self.postpone_expiry(
                limits.goodbye_lifetime if clean else limits.lost_lifetime
            )
            self._remind(self._expires)

    @property
    def _abandoned(self) -> bool:
        """Whether nobody watches, or everybody's leaving waits to be dealt with."""
        items = tuple(self._inbox.items)
        leaving = {item.peer for item in items if isinstance(item, Leave)}
        coming = {item.peer for item in items if isinstance(item, Join)}
        return coming <= leaving and self.roster.left(leaving)
