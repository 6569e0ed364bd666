"""The sessions of one process, by application and id."""

from __future__ import annotations

import logging
import math
import time
from collections import deque
from copy import copy
from functools import partial
from heapq import nsmallest
from typing import TYPE_CHECKING, Any

from syncd.apps import Application, ServerContext, SessionContext
from syncd.server.handshake import RefusalError
from syncd.session import Session, Stop


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from syncd.apps import Execution
    from syncd.server.facts import Facts
    from syncd.session import Environment
    from syncd.tokens import SessionClaims


__all__ = ["Registry"]


_log = logging.getLogger("syncd.server")

_BATCH = 256
"""Sessions that are found with one look at all, and ended when room is needed."""

_PAUSE = 0.0001
"""Seconds for each session until the next look, where there were fewer: a look takes
a hundredth of that."""

_REPEATED = 60.0
"""Seconds until the log says again that there is no room."""


class Registry:
    """All sessions that live, each of them made exactly once.

    A session is in here from the moment that somebody asks for it, before its
    application has run; whoever asks meanwhile gets the same one and waits in
    its inbox. An application that fails takes its session out again.

    Args:
        max_sessions: How many may live at once.
        dev: Whether applications are told that this is development.
        clock: The time in seconds.
    """

    def __init__(
        self,
        *,
        max_sessions: int,
        dev: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.draining = False
        self.created = 0
        self._max_sessions = max_sessions
        self._dev = dev
        self._clock = clock
        self._spare: deque[Session] = deque()
        self._next_look = self._next_warning = -math.inf
        self._sessions: dict[tuple[str, str], Session] = {}
        self._executions: dict[Session, Execution] = {}
        self._contexts: dict[str, ServerContext] = {}
        self.begin: Callable[[Application], Execution] = Application.execution
        """Makes the run of an application for a new session."""

    def __len__(self) -> int:
        return len(self._sessions)

    def __iter__(self) -> Iterator[Session]:
        return iter([*self._sessions.values()])

    def find(self, app: str, session_id: str) -> Session | None:
        """Return a session that lives, by application path and public id."""
        return self._sessions.get((app, session_id))

    def check_room(self) -> None:
        """Refuse if no session can be made now."""
        if self.draining:
            raise RefusalError("draining", "syncd is stopping; try again soon")
        if len(self._sessions) >= self._max_sessions and not self._make_room():
            raise RefusalError(
                "too_many_sessions",
                f"{len(self._sessions)} sessions live already, which is the limit"
                " (--max-sessions); try again later",
            )

    def _make_room(self) -> bool:
        """End a session that nobody would miss; return whether there was one.

        Otherwise whoever asks for pages, or opens connections and drops them again,
        could keep all others out, since a session waits for those whose connection
        was lost.
        """
        if not self._spare:
            self._look_for_spare()
        while self._spare:
            session = self._spare.popleft()
            if session.spare:
                self.forget(session)
                session.put(Stop(4410, "room for others was needed"))
                return True
        return False

    def _look_for_spare(self) -> None:
        """Find those that were left first; there may be thousands to look at."""
        now = self._clock()
        if now < self._next_look:
            return
        spare = (session for session in self if session.spare)
        self._spare.extend(nsmallest(_BATCH, spare, key=_left_at))
        if len(self._spare) < _BATCH:
            self._next_look = now + _PAUSE * len(self)
        if self._spare and now >= self._next_warning:
            self._next_warning = now + _REPEATED
            _log.warning(
                "%d sessions live, which is the limit (--max-sessions): those that"
                " visitors left at once, or never came to, end first",
                len(self._sessions),
            )

    def open(
        self,
        application: Application,
        claims: SessionClaims,
        environment: Environment,
        arguments: Mapping[str, Sequence[str]] | None = None,
        facts: Facts | None = None,
    ) -> Session:
        """Return the session of that id, made now if it does not live.

        Args:
            application: What builds its document.
            claims: What the session's id says.
            environment: What a new session gets of the server.
            arguments: What the page asked for; only a new session sees them.
            facts: What else it knows of the request, likewise.

        Raises:
            RefusalError: It does not live, and no more can be made.
        """
        key = (application.route, claims.id)
        session = self._sessions.get(key)
        if session is None:
            self.check_room()
            execution = self.begin(application)
            session = Session(claims.id, application.route, execution, environment)
            context = session.document.session_context = SessionContext.of(
                claims, self.server_context(application.route), arguments
            )
            if facts is not None:
                context.request, execution.request = facts.requests(context.request)
            self._sessions[key] = session
            self._executions[session] = execution
            self.created += 1
        return session

    def successor(
        self, session: Session, application: Application, environment: Environment
    ) -> Session:
        """Return a session that is to follow one under its id.

        It builds its document as any other, and is not found before `replace`.

        Args:
            session: The one that lives, and goes on until then.
            application: What builds the document that follows.
            environment: What the new session gets of the server.
        """
        execution = self.begin(application)
        follower = Session(session.id, session.app, execution, environment)
        context = copy(session.document.session_context)
        follower.document.session_context = context
        self._executions[follower] = execution
        return follower

    def replace(self, session: Session, follower: Session) -> None:
        """Let a successor be found in the place of a session."""
        self._sessions[session.app, session.id] = follower
        self.created += 1

    def execution(self, session: Session) -> Execution:
        """Return the run that has built a session's document."""
        return self._executions[session]

    def server_context(self, route: str) -> ServerContext:
        """Return what all sessions of an application share."""
        context = self._contexts.get(route)
        if context is None:
            context = self._contexts[route] = ServerContext(
                route, self._dev, partial(self._of, route), partial(self.find, route)
            )
        return context

    def _of(self, route: str) -> list[Session]:
        return [session for session in self if session.app == route]

    def forget(self, session: Session) -> None:
        """Let go of a session that is about to end."""
        key = (session.app, session.id)
        if self._sessions.get(key) is session:
            del self._sessions[key]

    def finish(self, session: Session, wait: Callable[[Any], object]) -> None:
        """Do what an application has to do at the end of a session.

        Args:
            session: One that has ended.
            wait: Waits for a coroutine of the application.
        """
        try:
            self._executions[session].end(session.document, wait)
        finally:
            del self._executions[session]

    @property
    def empty(self) -> bool:
        """Whether no session lives, and none is at its end."""
        return not (self._sessions or self._executions)


def _left_at(session: Session) -> float:
    return session.roster.left_at
