"""Answers that are errors, as exceptions (``spec/protocol.md`` section 12)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import requests
from urllib3.exceptions import ProtocolError, ReadTimeoutError

from syncd.errors import (
    ClientError,
    ClientTimeoutError,
    RefusedError,
    RejectedError,
    UnknownAppError,
    UnknownSessionError,
    UnreachableError,
)


if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["broke_off", "failure_of_answer", "failure_of_transport"]

_LONGEST_CAUSE = 300
"""Characters of a foreign answer that a message repeats."""

_BY_CODE: Mapping[str, type[ClientError]] = {
    "bad_signature": RefusedError,
    "stale_request": RefusedError,
    "replayed_nonce": RefusedError,
    "origin_refused": RefusedError,
    "host_refused": RefusedError,
    "bad_token": RefusedError,
    "expired_token": RefusedError,
    "unknown_app": UnknownAppError,
    "unknown_session": UnknownSessionError,
    "epoch_changed": RejectedError,
    "rejected": RejectedError,
    "too_big": RejectedError,
    "busy": ClientTimeoutError,
    "draining": UnreachableError,
    "too_many_sessions": UnreachableError,
}


def failure_of_answer(url: str, status: int, body: bytes) -> ClientError:
    """Return the exception for an answer that is not a success."""
    told = _told(body)
    code = told.get("error")
    if not isinstance(code, str):
        text = body[:_LONGEST_CAUSE].decode(errors="replace")
        return ClientError(
            url, f"status {status} of something that is no control API: {text!r}"
        )
    cause = f"{code}: {told.get('message') or f'status {status}'}"
    kind = _BY_CODE.get(code, ClientError)
    if kind is RejectedError:
        rejected = told.get("rejected")
        reasons = tuple(rejected) if isinstance(rejected, list) else ()
        words = [str(item.get("message")) for item in reasons if isinstance(item, dict)]
        return RejectedError(url, "; ".join([cause, *words]), reasons)
    return kind(url, cause)


def failure_of_transport(
    url: str, error: requests.RequestException, timeout: float
) -> ClientError:
    """Return the exception for a request that got no answer."""
    if isinstance(error, requests.Timeout) or isinstance(
        _reason(error), ReadTimeoutError
    ):
        return ClientTimeoutError(url, f"no answer within {timeout:g} s")
    return UnreachableError(url, _words(error))


def broke_off(error: requests.RequestException) -> bool:
    """Whether a connection ended before the answer, as a stale one does."""
    reason = _reason(error)
    return isinstance(reason, ProtocolError) and not isinstance(
        reason, ReadTimeoutError
    )


def _reason(error: BaseException) -> object:
    return error.args[0] if error.args else None


def _words(error: BaseException) -> str:
    """Return what the innermost exception says, which is the news."""
    reason: object = getattr(_reason(error), "reason", None) or _reason(error)
    if isinstance(reason, ProtocolError) and reason.args:
        reason = reason.args[-1]
    return str(reason or error)


def _told(body: bytes) -> Mapping[str, Any]:
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}
