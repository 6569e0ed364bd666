"""What application code may know about its session."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from syncd.tokens import SessionClaims


__all__ = ["Request", "ServerContext", "SessionContext"]


@dataclass(frozen=True, slots=True)
class Request:
    """The request that made the session, as far as it is known.

    Args:
        arguments: Name to values, as bytes.
        headers: HTTP headers; always empty, they do not travel in tokens.
        cookies: Always empty, likewise.
    """

    arguments: dict[str, list[bytes]] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ServerContext:
    """What all sessions of an application have in common.

    Args:
        application: The application's path.
        dev: Whether the daemon runs for development.
    """

    application: str
    dev: bool = False


@dataclass(slots=True)
class SessionContext:
    """``curdoc().session_context``.

    Args:
        id: The public part of the session's id.
        server_context: What all sessions of the application share.
        request: The request that made the session.
        user: The user that the session id was issued to, or ``None``.
        token_payload: The signed claims of the session id, by name.
        destroyed: Whether the session has ended.
    """

    id: str
    server_context: ServerContext
    request: Request = field(default_factory=Request)
    user: str | None = None
    token_payload: dict[str, Any] = field(default_factory=dict)
    destroyed: bool = False
    logout_url: str | None = None

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
        merged = {**(arguments or {}), **claims.arguments}
        payload: dict[str, Any] = {"session_id": claims.id}
        if claims.user is not None:
            payload["user"] = claims.user
        if claims.arguments:
            payload["arguments"] = {
                name: list(values) for name, values in claims.arguments.items()
            }
        return cls(
            id=claims.id,
            server_context=server_context,
            request=Request(
                {
                    name: [value.encode(errors="replace") for value in values]
                    for name, values in merged.items()
                }
            ),
            user=claims.user,
            token_payload=payload,
        )
