"""Signed session ids, resume keys and control requests.

Everything here is a pure function: the time and the random part are arguments.
Each kind of signature has a key of its own, derived from the one secret, so
that nothing signed for one purpose is accepted for another
(``spec/protocol.md``, sections 9 and 12).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeGuard

from itsdangerous import Signer

from syncd.errors import BadTokenError, ConfigError, ExpiredTokenError


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


__all__ = [
    "MAX_SESSION_ID",
    "RANDOM_BYTES",
    "ResumeClaims",
    "SessionClaims",
    "check_session_id",
    "encode_random",
    "issue_resume_key",
    "issue_session_id",
    "key_weakness",
    "sign_request",
    "verify_request",
    "verify_resume_key",
    "verify_session_id",
]

MAX_SESSION_ID = 512
"""The most bytes of a session id; it travels in a header line."""

MAX_RESUME_KEY = 1024
"""The most bytes of a resume key; it holds a whole session id and a tab."""

RANDOM_BYTES = 16
"""Random bytes in a session id; in base64url they make 22 characters."""

_SHORTEST_KEY = 32
"""Characters of a secret below which it is called weak."""

_LATEST = 2**53
"""Seconds since 1970 from which on a time of issue is nonsense."""

_SESSION_SALT = b"docsync.session.v1"
_RESUME_SALT = b"docsync.resume.v1"
_CONTROL_SALT = b"docsync.control.v1"

_SESSION_ID = re.compile(r"[A-Za-z0-9._~-]{1,512}\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class SessionClaims:
    """What a session id says.

    Args:
        id: The name of the session, the public part of its id.
        app: The application path the id is for; ``None`` is any.
        user: The user it was issued to, if its issuer said so.
        arguments: Arguments for the application, name to values.
        issued_at: When it was issued, in seconds since 1970.
    """

    id: str
    app: str | None = None
    user: str | None = None
    arguments: Mapping[str, Sequence[str]] = field(default_factory=dict)
    issued_at: int = 0


@dataclass(frozen=True, slots=True)
class ResumeClaims:
    """What a resume key says: the session it opens and the tab it is for."""

    app: str
    session: str
    tab: str


def key_weakness(secret: str) -> str | None:
    """Say why a secret is weak, or return ``None`` if it is not.

    Whoever reads the secret from its configuration calls this once and passes
    the words on as a warning; a weak key works all the same.
    """
    if len(secret) >= _SHORTEST_KEY:
        return None
    return (
        f"the secret key has {len(secret)} characters, expected at least"
        f" {_SHORTEST_KEY}; 'syncd secret' prints a good one"
    )


def encode_random(data: bytes) -> str:
    """Return random bytes as characters that a session id may hold."""
    return _encode(data)


def check_session_id(session_id: str) -> str:
    """Return the id if it is spelled like one; no signature is looked at.

    Raises:
        BadTokenError: It is empty, too long, or has other characters than
            letters, digits and ``._~-``.
    """
    if len(session_id) > MAX_SESSION_ID:
        raise BadTokenError(
            f"the session id has {len(session_id)} bytes, expected at most"
            f" {MAX_SESSION_ID}"
        )
    if not _SESSION_ID.match(session_id):
        raise BadTokenError(
            "the session id is empty or has characters other than letters,"
            " digits and '._~-'"
        )
    return session_id


def issue_session_id(
    secret: str,
    *,
    now: float,
    random_id: str,
    app: str | None = None,
    user: str | None = None,
    arguments: Mapping[str, str | Sequence[str]] | None = None,
) -> str:
    """Return a signed session id.

    It opens the session, or creates it, until it expires; it is an access
    token, so hand it to nobody but the user it is for.

    Args:
        secret: The key shared by the web application and syncd.
        now: The present time, in seconds since 1970.
        random_id: The name of the session; ``encode_random`` makes one of
            ``RANDOM_BYTES`` random bytes.
        app: Accept the id only for this application path.
        user: Who the session is for; application code sees it.
        arguments: Arguments for the application, name to value or values.

    Raises:
        ConfigError: There is no secret.
        ValueError: The id would have more than 512 bytes; the message names
            its size. Claims are for names and numbers, not for data.
    """
    claims: dict[str, Any] = {"i": check_session_id(random_id), "t": int(now)}
    if app is not None:
        claims["a"] = _app_path(app)
    if user is not None:
        claims["u"] = user
    if arguments:
        claims["g"] = {
            name: [values] if isinstance(values, str) else [*values]
            for name, values in arguments.items()
        }
    token = _sign(secret, _SESSION_SALT, claims)
    if len(token) > MAX_SESSION_ID:
        raise ValueError(
            f"the session id would have {len(token)} bytes, expected at most"
            f" {MAX_SESSION_ID}; put less into user and arguments"
        )
    return token


def verify_session_id(
    secret: str,
    token: str,
    *,
    app: str | None,
    now: float,
    max_age: float = 300,
    leeway: float = 30,
) -> SessionClaims:
    """Return what a signed session id says.

    Args:
        secret: The key it must be signed with.
        token: The session id.
        app: The application path it is used for; ``None`` accepts any.
        now: The present time, in seconds since 1970.
        max_age: How long an id is valid, in seconds.
        leeway: How far in the future an id may have been issued, in seconds,
            since two hosts' clocks differ.

    Raises:
        BadTokenError: It is forged, malformed, or for another application.
        ExpiredTokenError: It is too old, or from the future.
    """
    claims = _session_claims(_verify(secret, _SESSION_SALT, check_session_id(token)))
    if app is not None and claims.app not in {None, _app_path(app)}:
        raise BadTokenError("the session id is for another application")
    if not -leeway <= now - claims.issued_at <= max_age:
        raise ExpiredTokenError(claims.issued_at, max_age)
    return claims


def issue_resume_key(secret: str, *, app: str, session: str, tab: str) -> str:
    """Return the key that lets a tab back into its session."""
    return _sign(secret, _RESUME_SALT, {"a": _app_path(app), "i": session, "k": tab})


def verify_resume_key(secret: str, key: str, *, app: str) -> ResumeClaims:
    """Return what a resume key says; whether the session lives is not asked.

    Raises:
        BadTokenError: It is forged, malformed, or for another application.
    """
    if len(key) > MAX_RESUME_KEY:
        raise BadTokenError(
            f"the resume key has {len(key)} bytes, expected at most {MAX_RESUME_KEY}"
        )
    payload = _verify(secret, _RESUME_SALT, key)
    found = (payload.get("a"), payload.get("i"), payload.get("k"))
    match found:
        case (str(path), str(session), str(tab)):
            if path != _app_path(app):
                raise BadTokenError("the resume key is for another application")
            return ResumeClaims(path, session, tab)
        case _:
            raise BadTokenError("the resume key lacks a member")


def sign_request(
    secret: str,
    method: str,
    path: str,
    body: bytes,
    *,
    time: int,
    nonce: str,
    request_id: str,
) -> str:
    """Return the ``Docsync-Signature`` of a control request, in hex.

    Args:
        secret: The key shared by the web application and syncd.
        method: The HTTP method.
        path: The path, as it is sent.
        body: The body, as it is sent.
        time: The ``Docsync-Time`` header, whole seconds since 1970.
        nonce: The ``Docsync-Nonce`` header.
        request_id: The ``Docsync-Request`` header.
    """
    text = "\n".join(
        (
            method.upper(),
            path,
            hashlib.sha256(body).hexdigest(),
            str(time),
            nonce,
            request_id,
        )
    )
    return hmac.new(
        _derive(secret, _CONTROL_SALT), text.encode(), hashlib.sha256
    ).hexdigest()


def verify_request(
    secret: str,
    signature: str,
    *,
    method: str,
    path: str,
    body: bytes,
    time: int,
    nonce: str,
    request_id: str,
) -> bool:
    """Return whether a control request is signed with the secret.

    The comparison takes the same time for every signature. Whether the request
    is recent, and its nonce new, is up to the caller.
    """
    expected = sign_request(
        secret, method, path, body, time=time, nonce=nonce, request_id=request_id
    )
    return hmac.compare_digest(expected.encode(), signature.encode(errors="replace"))


def _app_path(app: str) -> str:
    """Return an application's path in its one spelling."""
    return "/" + app.strip("/")


@lru_cache(maxsize=16)
def _derive(secret: str, salt: bytes) -> bytes:
    """Return the key for one purpose."""
    if not secret:
        raise ConfigError(
            "DOCSYNC_SECRET_KEY", secret, "a secret; 'syncd secret' prints one"
        )
    return hmac.new(secret.encode(), salt, hashlib.sha256).digest()


# `json.dumps` would make one for each token.
_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@lru_cache(maxsize=16)
def _signer(secret: str, salt: bytes) -> Signer:
    return Signer(
        _derive(secret, salt), key_derivation="none", digest_method=hashlib.sha256
    )


def _sign(secret: str, salt: bytes, payload: Mapping[str, Any]) -> str:
    return _signer(secret, salt).sign(_encode(_dump(payload).encode())).decode()


def _verify(secret: str, salt: bytes, token: str) -> dict[str, Any]:
    """Return the payload of a signed token.

    A base64url text has spellings that decode alike, as the last character has
    spare bits; only the one that the signer wrote is accepted.
    """
    signer = _signer(secret, salt)
    if not token.isascii():
        raise BadTokenError("the token has characters that no signer writes")
    signed = token.encode()
    encoded, _, _ = signed.rpartition(b".")
    if not hmac.compare_digest(signer.sign(encoded), signed):
        raise BadTokenError("the signature does not match")
    try:
        payload = json.loads(_decode(encoded))
    except (ValueError, RecursionError) as error:
        raise BadTokenError("the payload is not JSON") from error
    if not isinstance(payload, dict):
        raise BadTokenError("the payload is not an object")
    return payload


def _session_claims(payload: Mapping[str, Any]) -> SessionClaims:
    """Check the payload's types: a key may have other uses than ours."""
    name, issued_at = payload.get("i"), payload.get("t")
    app, user = payload.get("a"), payload.get("u")
    arguments = payload.get("g", {})
    if not isinstance(name, str) or not _is_time(issued_at):
        raise BadTokenError("the session id lacks its name or its time")
    if not isinstance(app, str | None) or not isinstance(user, str | None):
        raise BadTokenError("the session id has claims that are not text")
    if not _are_arguments(arguments):
        raise BadTokenError("the session id has arguments that are not text")
    return SessionClaims(check_session_id(name), app, user, arguments, issued_at)


def _is_time(value: object) -> TypeGuard[int]:
    return type(value) is int and 0 <= value < _LATEST


def _are_arguments(arguments: object) -> bool:
    return isinstance(arguments, dict) and all(
        isinstance(values, list) and all(isinstance(value, str) for value in values)
        for values in arguments.values()
    )


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decode(text: bytes) -> bytes:
    try:
        return base64.urlsafe_b64decode(text + b"=" * (-len(text) % 4))
    except binascii.Error as error:
        raise BadTokenError("the payload is not base64url") from error
