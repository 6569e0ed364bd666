"""What is sent back, as WSGI wants it."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple


if TYPE_CHECKING:
    from syncd.server.handshake import RefusalError


__all__ = ["Answer", "refusal_answer", "status_line"]

_RETRY = frozenset({"draining", "too_many_sessions"})


class Answer(NamedTuple):
    """The status line, the headers and the body of an answer."""

    status: str
    headers: list[tuple[str, str]]
    body: bytes


def status_line(code: int) -> str:
    """Return a status with its words."""
    return f"{code} {HTTPStatus(code).phrase}"


def refusal_answer(refusal: RefusalError) -> Answer:
    """Return the answer to a request that is refused (section 2.2)."""
    body = {"error": refusal.error, "message": refusal.message, **refusal.members}
    headers = [("Content-Type", "application/json"), ("Cache-Control", "no-store")]
    if refusal.error == "bad_version":
        headers += [("Sec-WebSocket-Version", "13"), ("Upgrade", "websocket")]
    if refusal.error in _RETRY:
        headers.append(("Retry-After", "5"))
    return Answer(status_line(refusal.status), headers, json.dumps(body).encode())
