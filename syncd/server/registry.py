"""The sessions of one process, by application and id."""

from __future__ import annotations

from copy import copy
from functools import partial
from typing import TYPE_CHECKING, Any

from syncd.apps import Application, ServerContext, SessionContext
from syncd.server.handshake import RefusalError
from syncd.session import Session


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from syncd.apps import Execution
    from syncd.server.facts import Facts
    from syncd.session import Environment
    from syncd.tokens import SessionClaims


__all__ = ["Registry"]


class Registry:
    """All sessions that live, each of them made exactly once.

    A session is in here from the moment that somebody asks for it, before its
    application has run; whoever asks meanwhile gets the same one and waits in
    its inbox. An application that fails takes its session out again.

    Args:
        max_sessions: How many may live at once.
        dev: Whether applications are told that this is development.
    """

    def __init__(self, *, max_sessions: int, dev: bool = False) -> None:
        self.draining = False
        self.created = 0
        self._max_sessions = max_sessions
        self._dev = dev
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
        if len(self._sessions) >= self._max_sessions:
            raise RefusalError(
                "too_many_sessions",
                f"{len(self._sessions)} sessions live already, which is the limit"
                " (--max-sessions); try again later",
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
