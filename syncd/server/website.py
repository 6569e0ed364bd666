"""The addresses of the public side, and what is answered there.

This is Werkzeug's part, imported with the first request that wants it: it takes
40 ms and several megabytes, and `syncd.server.standing` answers most of them.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote

from werkzeug.exceptions import BadRequest, Forbidden, HTTPException, NotFound
from werkzeug.routing import Map, Rule
from werkzeug.utils import send_from_directory
from werkzeug.wrappers import Request, Response

from syncd.apps import OUR_ARGUMENTS
from syncd.errors import DocSyncError
from syncd.server import pages
from syncd.server.answer import refusal_answer
from syncd.server.handshake import (
    RefusalError,
    check_origin,
    parse_probe,
    socket_route,
)
from syncd.server.standing import autoload_script, etag_of, metadata
from syncd.server.visits import Visit, page_policy


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from syncd.server.answer import Answer
    from syncd.server.bundle import StaticFile
    from syncd.server.service import Service
    from syncd.server.visits import Visits

    WSGIEnvironment = dict[str, Any]
    StartResponse = Callable[..., Any]
    Endpoint = Callable[..., Response]


__all__ = ["Website"]

_MAX_BODY = 4096
"""Bytes of the body of a probe; a credential has at most 1024."""

_ID_ARGUMENTS = (
    "docsync-session-id",
    "docsync-token",
    "bokeh-session-id",
    "bokeh-token",
)
_ID_HEADERS = ("DocSync-Session-Id", "Bokeh-Session-Id")

_SLASHES = re.compile("//+")
_IMMUTABLE = "public, max-age=31536000, immutable"
_REVALIDATE = "no-cache"


def _refusal_response(refusal: RefusalError) -> Response:
    answer = refusal_answer(refusal)
    return Response(answer.body, status=answer.status, headers=answer.headers)


class Website:
    """Pages, scripts, the bundle, and the state of the process.

    Args:
        service: What the process serves.
        visits: Answers requests for pages.
    """

    def __init__(self, service: Service, visits: Visits) -> None:
        self.service = service
        self._visits = visits
        self._settings = service.settings
        self._policy = page_policy(service.settings)
        self._map = Map(
            list(self._rules(self._settings.prefix)),
            strict_slashes=False,
            merge_slashes=False,
        )

    def _rules(self, prefix: str) -> Iterable[Rule]:
        """Yield the address of everything; fixed ones come before applications."""
        get, post = ["GET"], ["POST"]
        fixed: dict[str, Endpoint] = {
            "/favicon.ico": self._favicon,
            "/healthz": self._health,
            "/readyz": self._readiness,
            "/metrics": self._metrics,
            "/static/<path:name>": self._static,
        }
        if self._settings.dev:
            fixed["/-/dev.js"] = self._dev_script
            fixed["/-/dev"] = self._generation
        if not self._settings.disable_index and "/" not in self.service.applications:
            fixed["/"] = self._index
        for path, endpoint in fixed.items():
            yield Rule(prefix + path, endpoint=endpoint, methods=get)
        for route in self.service.applications:
            values = {"route": route}
            path = prefix + route
            yield Rule(path, endpoint=self._page, methods=get, defaults=values)
            for name, endpoint, methods in (
                ("autoload.js", self._autoload, get),
                ("metadata", self._metadata, get),
                ("ws", self._socket, post),
                ("static/<path:name>", self._app_static, get),
            ):
                rule = f"{path.rstrip('/')}/{name}"
                if rule not in fixed:
                    yield Rule(
                        rule, endpoint=endpoint, methods=methods, defaults=values
                    )

    # WSGI

    def __call__(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Answer a request that is not an upgrade."""
        response = self.respond(environ)
        return response(environ, start_response)

    def respond(self, environ: WSGIEnvironment) -> Response:
        """Return the answer to a request."""
        path = environ["PATH_INFO"]
        if "//" in path:
            # A proxy that maps /app to /app/ asks for /app//autoload.js.
            environ["PATH_INFO"] = _SLASHES.sub("/", path)
        # Kept in the environment, the request would be a cycle.
        request = Request(environ, populate_request=False)
        request.max_content_length = _MAX_BODY
        response = self._respond(request)
        self._add_headers(request, response)
        return response

    def _respond(self, request: Request) -> Response:
        # The Host header plays no part, so whatever is in it does no harm.
        adapter = self._map.bind(
            "localhost", path_info=request.path, default_method=request.method
        )
        if request.method == "OPTIONS":
            allowed = ", ".join(sorted(adapter.allowed_methods()))
            return Response(status=204 if allowed else 404, headers={"Allow": allowed})
        try:
            endpoint, values = adapter.match()
            response: Response = endpoint(request, **values)
        except RefusalError as refusal:
            self.service.metrics.refused += 1
            response = _refusal_response(refusal)
        except HTTPException as error:
            response = self._error(request, error)
        return response

    def _error(self, request: Request, error: HTTPException) -> Response:
        code = error.code or 500
        route = socket_route(request.path, self._settings.prefix)
        if code == NotFound.code and route is not None:
            message = f"no application is served at {route!r}"
            return _refusal_response(RefusalError("unknown_app", message))
        below = request.path.removeprefix(self._settings.prefix)
        page = pages.error_page(
            "Not found" if code == NotFound.code else error.name,
            "There is nothing at this address."
            if code == NotFound.code
            else error.description or "",
            depth=below.count("/") - 1,
        )
        response = Response(page, status=code, content_type="text/html; charset=utf-8")
        for name, value in error.get_headers(request.environ):
            if name == "Allow":
                response.headers[name] = value
        return response

    def _add_headers(self, request: Request, response: Response) -> None:
        """Add what every answer says about how it may be used."""
        headers = response.headers
        if response.mimetype == "text/html":
            headers.setdefault("Content-Security-Policy", self._policy)
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("Referrer-Policy", "same-origin")
        headers.setdefault("Cache-Control", _REVALIDATE)
        headers.add("Vary", "Origin")
        origin = request.headers.get("Origin")
        # Scripts are no secret, and where they run they can say what is missing.
        open_to_all = response.mimetype == "text/javascript"
        if open_to_all or (origin is not None and origin in self.service.origins):
            headers["Access-Control-Allow-Origin"] = "*" if open_to_all else origin
            headers["Cross-Origin-Resource-Policy"] = "cross-origin"

    def refuse(self, refusal: RefusalError, environ: WSGIEnvironment) -> Response:
        """Return the answer to an upgrade that is refused."""
        response = _refusal_response(refusal)
        self._add_headers(Request(environ, populate_request=False), response)
        return response

    def _socket(self, request: Request, route: str) -> Response:
        """Tell beforehand whether an upgrade would be accepted (section 2.2)."""
        check_origin(request.headers.get("Origin"), self.service.origins)
        try:
            body = json.loads(request.get_data() or b"{}")
        except (ValueError, RecursionError) as error:
            raise RefusalError("bad_handshake", "the body is not JSON") from error
        self.service.gate.admit(route, parse_probe(body))
        return Response(
            '{"ok": true}',
            content_type="application/json",
            headers={"Cache-Control": "no-store"},
        )

    # Applications

    def _index(self, request: Request) -> Response:
        if request.path == self._settings.prefix:
            return _below(request)
        names = [app.name for app in self.service.applications.values()]
        if len(names) == 1 and not self._settings.disable_index_redirect:
            return _redirect(request, names[0])
        page, policy = self.service.front.index(names)
        response = _html(page)
        if policy is not None:
            response.headers["Content-Security-Policy"] = policy
        return response

    def _page(self, request: Request, route: str) -> Response:
        if request.path == self._settings.prefix:
            return _below(request)
        visit = Visit(
            self.service.gate.application(route),
            request.environ,
            _arguments(request),
            _session_id(request),
        )
        return _response(self._visits.answer(visit))

    def _autoload(self, request: Request, route: str) -> Response:
        """Answer a module that is the same for everybody, and makes no session."""
        try:
            entry = self.service.bundle.entry
        except DocSyncError as error:
            text = f"console.error({json.dumps(str(error))});\n"
            return Response(text, status=500, content_type="text/javascript")
        script = autoload_script(entry, self.service.gate.application(route))
        response = Response(script, content_type="text/javascript; charset=utf-8")
        response.set_etag(etag_of(script))
        return response.make_conditional(request)

    def _metadata(self, request: Request, route: str) -> Response:
        del request
        about = metadata(self.service.gate.application(route))
        return Response(about, content_type="application/json")

    # Files

    def _static(self, request: Request, name: str) -> Response:
        gzip = request.accept_encodings.quality("gzip") > 0
        found = self.service.bundle.get(name, gzip=gzip)
        if found is not None:
            return _file(request, found)
        root = self.service.applications.get("/")
        if root is None or root.static is None:
            raise NotFound
        return _own_file(request, root.static, name)

    def _app_static(self, request: Request, route: str, name: str) -> Response:
        """Send a file of an application; one that has none shares the daemon's."""
        folder = self.service.gate.application(route).static
        if folder is None:
            return self._static(request, name)
        return _own_file(request, folder, name)

    def _favicon(self, request: Request) -> Response:
        icon = self.service.front.icon
        if icon is None:
            raise NotFound
        return _cached(request, *icon)

    def _dev_script(self, request: Request) -> Response:
        return _cached(request, pages.DEV_SCRIPT, "text/javascript; charset=utf-8")

    # The process

    def _generation(self, request: Request) -> Response:
        del request
        return Response(str(self.service.generation), content_type="text/plain")

    def _health(self, request: Request) -> Response:
        del request
        return Response("ok\n", content_type="text/plain")

    def _readiness(self, request: Request) -> Response:
        del request
        if self.service.registry.draining:
            return Response("draining\n", status=503, content_type="text/plain")
        return Response("ready\n", content_type="text/plain")

    def _metrics(self, request: Request) -> Response:
        del request
        registry = self.service.registry
        text = self.service.metrics.render(
            sessions=len(registry),
            created=registry.created,
            connected=len(self.service.connections),
        )
        return Response(text, content_type="text/plain; version=0.0.4; charset=utf-8")


def _response(answer: Answer) -> Response:
    return Response(answer.body, status=answer.status, headers=answer.headers)


def _below(request: Request) -> Response:
    """Send whoever leaves out the last slash to where addresses are relative to."""
    return _redirect(request, f"{request.path.rpartition('/')[2]}/")


def _redirect(request: Request, path: str) -> Response:
    """Lead to a path beside this one, with the same query."""
    query = request.query_string.decode("latin-1")
    target = quote(path) + (f"?{query}" if query else "")
    return Response(status=302, headers={"Location": f"./{target}"})


def _arguments(request: Request) -> dict[str, list[str]]:
    """Return what a page was asked for with; bytes that are no text are escaped."""
    arguments: dict[str, list[str]] = {}
    for name, value in _queried(request):
        if not name.startswith(OUR_ARGUMENTS):
            arguments.setdefault(name, []).append(value)
    return arguments


def _queried(request: Request) -> list[tuple[str, str]]:
    query = request.query_string.decode(errors="surrogateescape")
    return parse_qsl(query, keep_blank_values=True, errors="surrogateescape")


def _session_id(request: Request) -> str | None:
    """Return the session id that a request brings, if it does.

    Raises:
        BadRequest: It is empty.
        Forbidden: There are several, and one may be somebody else's.
    """
    brought = [
        *(value for name, value in _queried(request) if name in _ID_ARGUMENTS),
        *(request.headers[name] for name in _ID_HEADERS if name in request.headers),
    ]
    if len(brought) > 1:
        raise Forbidden("There is more than one session id in this request.")
    if brought and not brought[0]:
        raise BadRequest("The session id in this request is empty.")
    return brought[0] if brought else None


def _html(page: str, *, status: int = 200) -> Response:
    return Response(
        page,
        status=status,
        content_type="text/html; charset=utf-8",
        headers={"Cache-Control": "no-store"},
    )


def _cached(request: Request, data: bytes, content_type: str) -> Response:
    response = Response(data, content_type=content_type)
    response.headers["Cache-Control"] = "public, max-age=3600"
    response.add_etag()
    return response.make_conditional(request)


def _own_file(request: Request, folder: Path, name: str) -> Response:
    """Return a file of an application's folder, or a part of one."""
    response = send_from_directory(folder, name, request.environ)
    response.headers["Cache-Control"] = _REVALIDATE
    return response


def _file(request: Request, found: StaticFile) -> Response:
    response = Response(found.data, content_type=found.content_type)
    response.headers["Cache-Control"] = _IMMUTABLE if found.immutable else _REVALIDATE
    response.headers["Vary"] = "Accept-Encoding"
    if found.compressed:
        response.headers["Content-Encoding"] = "gzip"
    response.set_etag(found.etag)
    return response.make_conditional(request)
