"""What application code may know about its session."""

from __future__ import annotations

import contextlib
import logging
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

from syncd.apps.request import Address, Request
from syncd.document import running_document
from syncd.errors import ForeignWriterError, LimitError
from syncd.model.callbacks import check_signature
from syncd.session import Call, SessionEndedError, queueing


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from syncd.document import Document
    from syncd.session import Session
    from syncd.tokens import SessionClaims


__all__ = [
    "OUR_ARGUMENTS",
    "ApplicationContext",
    "ServerContext",
    "SessionContext",
    "argument_bytes",
]

_log = logging.getLogger("syncd.apps")

OUR_ARGUMENTS = ("bokeh-", "docsync-")
"""How the names of arguments begin that are not for applications."""


def _none(session_id: str) -> None:
    """Find no session: there is no server."""


class _Shelf:
    """Something that applications may set attributes of their own on."""

    __slots__ = ("__dict__",)


@dataclass(slots=True, eq=False)
class ServerContext(_Shelf):
    """What all sessions of an application have in common.

    Attributes that hooks or scripts set on it stay for all of them.

    Args:
        application: The application's path.
        dev: Whether the daemon runs for development.
        list_sessions: Returns the application's sessions that live.
        find_session: Returns the one of an id, if it lives.
    """

    application: str
    dev: bool = False
    list_sessions: Callable[[], Iterable[Session]] = tuple
    find_session: Callable[[str], Session | None] = _none

    @property
    def sessions(self) -> list[SessionContext]:
        """The contexts of the application's sessions that live."""
        return [session.document.session_context for session in self.list_sessions()]

    def update_sessions(self, function: Callable[[Document], Any]) -> int:
        """Run a function with the document of each session, in its next turn.

        It may be called from any thread, and does not wait.

        Args:
            function: A function, coroutine function or generator function of one
                argument, the document.

        Returns:
            How many sessions it is going to be called for.

        Raises:
            ValueError: The function takes other arguments.
        """
        check_signature(function, ("doc",))
        count = 0
        for session in self.list_sessions():
            document = session.document
            try:
                document.add_next_tick_callback(partial(function, document))
                count += 1
            except LimitError as error:
                _log.warning("%r is not updated: %s", session, error)
        return count

    @property
    def application_context(self) -> ApplicationContext:
        """The application, by another way."""
        return ApplicationContext(self.application, self)


@dataclass(frozen=True, slots=True)
class ApplicationContext:
    """One application of the server.

    Args:
        url: Its path.
        server_context: What its sessions have in common.
    """

    url: str
    server_context: ServerContext

    @property
    def sessions(self) -> list[SessionContext]:
        """The contexts of its sessions that live."""
        return self.server_context.sessions


@dataclass(slots=True, eq=False, repr=False)
class SessionContext(_Shelf):
    """``curdoc().session_context``.

    Attributes that hooks or scripts set on it stay as long as the session.

    Args:
        id: The public part of the session's id.
        server_context: What all sessions of the application share.
        request: The request that made the session.
        user: The user that the session id was issued to, or ``None``.
        token_payload: The signed claims of the session id, by name, and what
            the application's ``process_request`` returned.
        destroyed: Whether the session has ended.
        logout_url: Always ``None``: logging out is the web application's.
    """

    id: str
    server_context: ServerContext
    request: Request = field(default_factory=Request)
    user: str | None = None
    token_payload: dict[str, Any] = field(default_factory=dict)
    destroyed: bool = False
    logout_url: None = None

    def __repr__(self) -> str:
        # Applications print contexts, and what opens a session does not belong into logs.
        return f"<SessionContext of {self.server_context.application}>"

    @classmethod
    def of(
        cls,
        claims: SessionClaims,
        server_context: ServerContext,
        arguments: Mapping[str, Sequence[str]] | None = None,
    ) -> SessionContext:
        """Make the context of a new session.

        Args:
            claims: What its id says.
            server_context: What all sessions of the application share.
            arguments: What the page asked for. Signed arguments of the same
                name come first: the page cannot change them.
        """
        payload: dict[str, Any] = {"session_id": claims.id}
        if claims.user is not None:
            payload["user"] = claims.user
        if claims.arguments:
            payload["arguments"] = {
                name: list(values) for name, values in claims.arguments.items()
            }
        told = {}
        if arguments or claims.arguments:
            told = argument_bytes({**(arguments or {}), **claims.arguments})
        return cls(
            id=claims.id,
            server_context=server_context,
            request=Request(told, address=Address(server_context.application)),
            user=claims.user,
            token_payload=payload,
        )

    def __getattr__(self, name: str) -> NoReturn:
        _refuse("session_context", name, _NAMES)

    @property
    def session(self) -> Session | None:
        """The session itself, for as long as it lives."""
        found = self.server_context.find_session(self.id)
        # Another one of the same id may have followed it.
        mine = found is not None and found.document.session_context is self
        return found if mine else None

    @property
    def document(self) -> Document | None:
        """The session's document, for as long as it lives."""
        session = self.session
        return None if session is None else session.document

    def add_payload(self, payload: Any) -> None:
        """Add what the application itself has found out from the request.

        Raises:
            ValueError: It is not a dict, or names what is there already.
        """
        if not isinstance(payload, dict):
            message = f"process_request returned {payload!r}, expected a dict"
            raise ValueError(message)  # noqa: TRY004 - as for other callbacks
        taken = self.token_payload.keys() & payload.keys()
        if taken:
            message = f"process_request returned {sorted(taken)}, which are taken"
            raise ValueError(message)
        self.token_payload.update(payload)

    async def with_locked_document(self, function: Callable[[Document], Any]) -> None:
        """Run a function or coroutine function with the document, in its turn.

        Other callbacks of the session wait meanwhile, as do those of the session
        whose callback this is, unless that is without the lock. What the function
        raises is raised here.

        Args:
            function: Is called with the document.

        Raises:
            SessionEndedError: The session has ended.
            DeadlockError: That session waits for this one's turn.
        """
        session = self.session
        if session is None:
            raise SessionEndedError("the session has ended")
        if _is_running(session.document):
            result = function(session.document)
            if hasattr(result, "__await__"):
                await result
            return
        import asyncio  # noqa: PLC0415 - what it takes is there by now

        loop = asyncio.get_running_loop()
        done: asyncio.Future[None] = loop.create_future()

        def work(session: Session) -> None:
            with session.document.transact():
                session.document.finish(function(session.document))

        def settle(error: BaseException | None) -> None:
            if done.done():
                return
            if error is None:
                done.set_result(None)
            else:
                done.set_exception(error)

        def reply(_: object, error: BaseException | None) -> None:
            with contextlib.suppress(RuntimeError):  # nobody waits any more
                loop.call_soon_threadsafe(settle, error)

        holder = _turn_holder()
        with queueing(holder, session) if holder else contextlib.nullcontext():
            session.put(Call(work, reply))
            await done


_NAMES = sorted(name for name in dir(SessionContext) if name[:1] != "_")


def argument_bytes(
    arguments: Mapping[str, Sequence[str]],
) -> dict[str, list[bytes]]:
    """Return arguments as applications see them, without those of our own."""
    return {
        name: [_bytes_of(value) for value in values]
        for name, values in arguments.items()
        if not name.startswith(OUR_ARGUMENTS)
    }


def _bytes_of(value: str) -> bytes:
    """Return a value as it was sent; bytes that are no text are escaped in it."""
    try:
        return value.encode(errors="surrogateescape")
    except UnicodeEncodeError:
        return value.encode(errors="replace")


def _is_running(document: Document) -> bool:
    """Tell whether the caller is in the session's turn."""
    try:
        document.check_writer("its turn was asked for")
    except ForeignWriterError:
        return False
    return True


def _turn_holder() -> Session | None:
    """Return the session whose turn the caller has, if any."""
    document = running_document()
    # In a callback without the lock it is a proxy, and nobody has the turn.
    context = getattr(document, "session_context", None) if document else None
    if document is None or context is None or not _is_running(document):
        return None
    session: Session | None = context.session
    return session


def _refuse(owner: str, name: str, known: Iterable[str]) -> NoReturn:
    raise AttributeError(f"{owner} has no {name!r}; it has {', '.join(known)}")
