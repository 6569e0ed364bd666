"""What a request to open a connection must look like.

Pure functions: they see headers and answer what is wrong with them
(``spec/protocol.md``, sections 2.1 and 2.2).
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from syncd.errors import BadTokenError, DocSyncError, ExpiredTokenError, TokenError


if TYPE_CHECKING:
    from collections.abc import Mapping

    from syncd.server.origin import AllowedOrigins


__all__ = [
    "SUBPROTOCOL",
    "Credential",
    "RefusalError",
    "check_origin",
    "check_upgrade",
    "parse_offers",
    "parse_probe",
    "refusal_of",
    "socket_route",
]

SUBPROTOCOL = "docsync.v1"

_TOKEN = "docsync.token."  # noqa: S105 - a prefix, no secret
_RESUME = "docsync.resume."

_STATUSES = {
    "bad_handshake": 400,
    "malformed_message": 400,
    "bad_signature": 401,
    "replayed_nonce": 401,
    "stale_request": 401,
    "bad_token": 403,
    "expired_token": 403,
    "host_refused": 403,
    "origin_refused": 403,
    "token_required": 403,
    "unknown_app": 404,
    "unknown_session": 404,
    "epoch_changed": 409,
    "too_slow": 408,
    "session_gone": 410,
    "too_big": 413,
    "rejected": 422,
    "bad_version": 426,
    "app_failed": 500,
    "busy": 503,
    "draining": 503,
    "too_many_sessions": 503,
}
"""The status of every ``error`` of sections 2.2 and 12."""

_KEY_BYTES = 16


class RefusalError(DocSyncError):
    """Raised when a request is refused, with one of the documented codes."""

    def __init__(self, error: str, message: str, **members: Any) -> None:
        self.error = error
        self.message = message
        self.members = members
        super().__init__(error, message)

    def __str__(self) -> str:
        return f"{self.error}: {self.message}"

    @property
    def status(self) -> int:
        """The HTTP status."""
        return _STATUSES[self.error]


@dataclass(frozen=True, slots=True)
class Credential:
    """What a client shows to get into a session; at most one of both."""

    token: str | None = None
    resume: str | None = None


def socket_route(path: str, prefix: str) -> str | None:
    """Return the path of the application whose socket a path is, if it is one.

    An unknown application is one, too: it is refused in the protocol's own form.
    """
    if not path.endswith("/ws") or not path.startswith(f"{prefix}/"):
        return None
    route = path[len(prefix) : -len("/ws")] or "/"
    return route if route.count("/") == 1 else None


def check_upgrade(environ: Mapping[str, Any]) -> None:
    """Refuse a request that is not a proper WebSocket upgrade (RFC 6455, 4.2.1).

    A body would be read as the first frames, or as another request by a proxy.
    """
    if environ["REQUEST_METHOD"] != "GET":
        raise RefusalError("bad_handshake", "an upgrade must be a GET request")
    if environ.get("SERVER_PROTOCOL") != "HTTP/1.1":
        raise RefusalError("bad_handshake", "an upgrade needs HTTP/1.1")
    if environ.get("CONTENT_LENGTH") or "HTTP_TRANSFER_ENCODING" in environ:
        raise RefusalError("bad_handshake", "an upgrade must not have a body")
    if environ.get("HTTP_UPGRADE", "").strip().lower() != "websocket":
        raise RefusalError("bad_handshake", "the upgrade header must say websocket")
    if "upgrade" not in _words(environ.get("HTTP_CONNECTION", "").lower()):
        raise RefusalError("bad_handshake", "the connection header must say upgrade")
    if environ.get("HTTP_SEC_WEBSOCKET_VERSION", "").strip() != "13":
        raise RefusalError("bad_version", "only WebSocket version 13 is spoken here")
    _check_key(environ.get("HTTP_SEC_WEBSOCKET_KEY", ""))


def check_origin(origin: str | None, allowed: AllowedOrigins) -> None:
    """Refuse a request of a page that comes from elsewhere."""
    if origin is None or origin in allowed:
        return
    shown = origin[:200]
    raise RefusalError(
        "origin_refused",
        f"pages of {shown!r} may not open documents here; if they should, start"
        f" syncd with --allow-websocket-origin for it (allowed now: {allowed})",
    )


def parse_offers(header: str | None) -> Credential:
    """Return the credential among the offered subprotocols."""
    offers = _words(header or "")
    if SUBPROTOCOL not in offers:
        raise RefusalError("bad_handshake", f"the subprotocol {SUBPROTOCOL} is missing")
    tokens = [offer for offer in offers if offer.startswith(_TOKEN)]
    resumes = [offer for offer in offers if offer.startswith(_RESUME)]
    if len(tokens) + len(resumes) > 1:
        raise RefusalError("bad_handshake", "more than one credential is offered")
    return Credential(
        token=tokens[0].removeprefix(_TOKEN) if tokens else None,
        resume=resumes[0].removeprefix(_RESUME) if resumes else None,
    )


def parse_probe(body: Any) -> Credential:
    """Return the credential in the body of a ``POST`` that asks beforehand."""
    if not isinstance(body, dict) or not body.keys() <= {"token", "resume"}:
        raise RefusalError("bad_handshake", "the body must be a token, a resume or {}")
    if not all(isinstance(value, str) for value in body.values()):
        raise RefusalError("bad_handshake", "a credential must be text")
    if len(body) > 1:
        raise RefusalError("bad_handshake", "more than one credential is offered")
    return Credential(token=body.get("token"), resume=body.get("resume"))


def refusal_of(error: TokenError) -> RefusalError:
    """Return the refusal for a token that does not open a session."""
    match error:
        case ExpiredTokenError():
            return RefusalError("expired_token", str(error))
        case BadTokenError():
            return RefusalError("bad_token", str(error))
        case _:
            return RefusalError("bad_token", "the token does not open a session")


def _words(header: str) -> list[str]:
    return [word.strip() for word in header.split(",")]


def _check_key(key: str) -> None:
    """Refuse a key that is not 16 bytes in base64 (RFC 6455, 4.1)."""
    try:
        size = len(base64.b64decode(key.strip().encode(), validate=True))
    except (ValueError, binascii.Error):
        size = -1
    if size != _KEY_BYTES:
        raise RefusalError("bad_handshake", "the sec-websocket-key is not valid")
