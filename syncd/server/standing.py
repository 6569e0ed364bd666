"""Answers that need no look at the request.

Those that are the same for everybody are put together when they are first asked
for. What a request says that could make a difference is left to
`syncd.server.website`.
"""

from __future__ import annotations

import hashlib
import json
from functools import partial
from typing import TYPE_CHECKING, Any

from syncd.errors import DocSyncError
from syncd.server.answer import Answer
from syncd.server.visits import Visit


if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from syncd.apps import Application
    from syncd.server.service import Service
    from syncd.server.visits import Visits

    Finder = Callable[[dict[str, Any]], Answer | None]


__all__ = ["StandingAnswers", "autoload_script", "etag_of", "metadata"]

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
_CONDITIONS_AND_IDS = _CONDITIONS_AND_ORIGIN | {
    "HTTP_BOKEH_SESSION_ID",
    "HTTP_DOCSYNC_SESSION_ID",
}

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


class StandingAnswers:
    """The answers by path.

    Args:
        service: What the process serves.
        visits: Answers requests for pages.
    """

    def __init__(self, service: Service, visits: Visits) -> None:
        self._service = service
        self._visits = visits
        self._scripts: dict[str, Answer] = {}
        self._found: dict[str, tuple[Finder, AbstractSet[str]]] = {}
        prefix = service.settings.prefix
        self._found[f"{prefix}/healthz"] = _health, _CONDITIONS_AND_ORIGIN
        for route, application in service.applications.items():
            path = prefix + route.rstrip("/")
            script = partial(self._autoload, application)
            self._found[f"{path}/autoload.js"] = script, _CONDITIONS
            about = partial(_metadata, application)
            self._found[f"{path}/metadata"] = about, _CONDITIONS_AND_ORIGIN
            page = partial(self._page, route)
            self._found[prefix + route] = page, _CONDITIONS_AND_IDS

    def find(self, environ: dict[str, Any]) -> Answer | None:
        """Return the answer to a request, if there is a standing one."""
        found = self._found.get(environ["PATH_INFO"])
        if found is None or environ["REQUEST_METHOD"] != "GET":
            return None
        answer, differences = found
        if environ["QUERY_STRING"] or not differences.isdisjoint(environ):
            return None
        return answer(environ)

    def _page(self, route: str, environ: dict[str, Any]) -> Answer:
        """Return a page; it is another for everybody, but soon made."""
        application = self._service.applications[route]
        answer = self._visits.answer(Visit(application, environ))
        return answer._replace(headers=[*answer.headers, *_COMMON])

    def _autoload(
        self, application: Application, environ: dict[str, Any]
    ) -> Answer | None:
        del environ
        answer = self._scripts.get(application.route)
        if answer is None:
            try:
                script = autoload_script(self._service.bundle.entry, application)
            except DocSyncError:  # the site says what is wrong
                return None
            headers = [*_SCRIPT_HEADERS, ("ETag", f'"{etag_of(script)}"')]
            answer = Answer("200 OK", headers, script)
            self._scripts[application.route] = answer
        return answer


def autoload_script(entry: str, application: Application) -> bytes:
    """Return the module that is the same for everybody, and makes no session.

    Args:
        entry: The name of the bundle's first file.
        application: Whose script it is.
    """
    root = ".." if application.name else "."
    return (
        f'import {{ autoload, embed }} from "{root}/static/{entry}";\n'
        "autoload(import.meta.url);\n"
        "export { embed };\n"
    ).encode()


def etag_of(data: bytes) -> str:
    """Return a name for these bytes and no others."""
    return hashlib.sha256(data).hexdigest()[:32]


def metadata(application: Application) -> bytes:
    """Return what there is to know of an application, as JSON."""
    about = {"url": application.route, "data": application.told_metadata()}
    return json.dumps(about).encode()


def _metadata(application: Application, environ: dict[str, Any]) -> Answer:
    del environ
    return Answer("200 OK", _METADATA_HEADERS, metadata(application))


def _health(environ: dict[str, Any]) -> Answer:
    del environ
    return Answer("200 OK", _HEALTH_HEADERS, b"ok\n")
