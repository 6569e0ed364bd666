"""Answers that are the same for everybody, made once.

The page of an application differs from one person to the next in its session
id alone, and its script in nothing. They are put together when they are first
asked for, and then sent without looking further, unless a request says what
could make a difference: that is left to `syncd.server.website`.
"""

from __future__ import annotations

import hashlib
import json
from functools import partial
from typing import TYPE_CHECKING, Any

from syncd.errors import DocSyncError
from syncd.server import pages
from syncd.server.answer import Answer


if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from syncd.config import Settings
    from syncd.server.service import Service


__all__ = [
    "StandingAnswers",
    "autoload_script",
    "etag_of",
    "metadata",
    "page_policy",
]

_POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; base-uri 'none';"
    " form-action 'self'; frame-ancestors 'self'; object-src 'none'"
)
_EVAL = "; script-src 'self' 'unsafe-eval'"

_CONDITIONS = frozenset(
    {
        "HTTP_IF_MATCH",
        "HTTP_IF_MODIFIED_SINCE",
        "HTTP_IF_NONE_MATCH",
        "HTTP_IF_RANGE",
        "HTTP_IF_UNMODIFIED_SINCE",
        "HTTP_RANGE",
    }
)
_CONDITIONS_AND_ORIGIN = _CONDITIONS | {"HTTP_ORIGIN"}

_COMMON = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Vary", "Origin"),
)
_HEALTH_HEADERS = [
    ("Content-Type", "text/plain"),
    ("Cache-Control", "no-cache"),
    *_COMMON,
]
_METADATA_HEADERS = [
    ("Content-Type", "application/json"),
    ("Cache-Control", "no-cache"),
    *_COMMON,
]
_SCRIPT_HEADERS = [
    ("Content-Type", "text/javascript; charset=utf-8"),
    ("Cache-Control", "no-cache"),
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    *_COMMON,
]

_TOKEN = "(token)"  # noqa: S105 - where it goes; no token has brackets


def page_policy(settings: Settings) -> str:
    """Return the content security policy of every page."""
    return _POLICY + _EVAL if settings.allow_eval else _POLICY


class StandingAnswers:
    """The answers by path.

    Args:
        service: What the process serves.
    """

    def __init__(self, service: Service) -> None:
        self._service = service
        self._pages: dict[str, tuple[bytes, ...]] = {}
        self._page_headers = [
            ("Content-Type", "text/html; charset=utf-8"),
            ("Cache-Control", "no-store"),
            ("Content-Security-Policy", page_policy(service.settings)),
            *_COMMON,
        ]
        self._script: Answer | None = None
        self._found: dict[
            str, tuple[Callable[[], Answer | None], AbstractSet[str]]
        ] = {}
        prefix = service.settings.prefix
        self._found[f"{prefix}/healthz"] = _health, _CONDITIONS_AND_ORIGIN
        for route in service.applications:
            path = prefix + route
            self._found[f"{path}/autoload.js"] = self._autoload, _CONDITIONS
            self._found[f"{path}/metadata"] = (
                partial(_metadata, route),
                _CONDITIONS_AND_ORIGIN,
            )
            if service.gate.mode != "external-signed":
                self._found[path] = partial(self._page, route), _CONDITIONS_AND_ORIGIN

    def find(self, environ: dict[str, Any]) -> Answer | None:
        """Return the answer to a request, if there is a standing one."""
        found = self._found.get(environ["PATH_INFO"])
        if found is None or environ["REQUEST_METHOD"] != "GET":
            return None
        answer, differences = found
        if environ["QUERY_STRING"] or not differences.isdisjoint(environ):
            return None
        return answer()

    def _page(self, route: str) -> Answer:
        token = self._service.gate.page_token(route)
        parts = self._pages.get(route)
        if parts is None:
            page = pages.app_page(
                self._service.gate.application(route).name,
                nested=False,
                token=None if token is None else _TOKEN,
                arguments={},
            )
            parts = tuple(page.encode().split(_TOKEN.encode()))
            self._pages[route] = parts
        body = b"".join(parts) if token is None else token.encode().join(parts)
        return Answer("200 OK", self._page_headers, body)

    def _autoload(self) -> Answer | None:
        if self._script is None:
            try:
                script = autoload_script(self._service.bundle.entry)
            except DocSyncError:  # the site says what is wrong
                return None
            headers = [*_SCRIPT_HEADERS, ("ETag", f'"{etag_of(script)}"')]
            self._script = Answer("200 OK", headers, script)
        return self._script


def autoload_script(entry: str) -> bytes:
    """Return the module that is the same for everybody, and makes no session."""
    return (
        f'import {{ autoload, embed }} from "../static/{entry}";\n'
        "autoload(import.meta.url);\n"
        "export { embed };\n"
    ).encode()


def etag_of(data: bytes) -> str:
    """Return a name for these bytes and no others."""
    return hashlib.sha256(data).hexdigest()[:32]


def metadata(route: str) -> bytes:
    """Return what there is to know of an application, as JSON."""
    return json.dumps({"url": route, "data": {}}).encode()


def _metadata(route: str) -> Answer:
    return Answer("200 OK", _METADATA_HEADERS, metadata(route))


def _health() -> Answer:
    return Answer("200 OK", _HEALTH_HEADERS, b"ok\n")
