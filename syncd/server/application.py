"""The public side: one WSGI application for everything but the frames."""

from __future__ import annotations

import logging
from functools import cached_property
from typing import TYPE_CHECKING, Any

from syncd.server import pages
from syncd.server.answer import Answer, status_line
from syncd.server.handshake import (
    RefusalError,
    check_origin,
    check_upgrade,
    parse_offers,
    socket_route,
)
from syncd.server.hosts import check_host
from syncd.server.standing import StandingAnswers
from syncd.server.visits import Visits


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from syncd.server.gate import Admission
    from syncd.server.service import Service
    from syncd.server.website import Website

    WSGIEnvironment = dict[str, Any]
    StartResponse = Callable[..., Any]


__all__ = ["PublicApplication"]

_log = logging.getLogger("syncd.server")


class PublicApplication:
    """What a listener calls for every request.

    Upgrades are answered by `syncd.server.websocket`, which asks `admit`.

    Args:
        service: What the process serves.
    """

    def __init__(self, service: Service) -> None:
        self.service = service
        prefix = self._prefix = service.settings.prefix
        # They tell nobody anything, and are asked under whatever name there is.
        self._signs_of_life = {f"{prefix}/healthz", f"{prefix}/readyz"}
        self._visits = Visits(service)
        self._standing = StandingAnswers(service, self._visits)

    @cached_property
    def website(self) -> Website:
        """What answers all that has no standing answer."""
        from syncd.server.website import Website  # noqa: PLC0415 - imports Werkzeug

        return Website(self.service, self._visits)

    def __call__(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Answer a request that is not an upgrade."""
        self.service.metrics.requests += 1
        answer = self._misled(environ) or self._standing.find(environ)
        if answer is None:
            return self.website(environ, start_response)
        start_response(answer.status, answer.headers)
        return [answer.body]

    def _misled(self, environ: WSGIEnvironment) -> Answer | None:
        """Return the answer to a request to another host, if it is one."""
        host = environ.get("HTTP_HOST")
        if host in self.service.hosts or environ["PATH_INFO"] in self._signs_of_life:
            return None
        try:
            check_host(host, self.service.hosts)
        except RefusalError as refusal:
            self._count(refusal)
            page = pages.error_page("Not here", refusal.message, depth=0)
            headers = [("Content-Type", "text/html; charset=utf-8")]
            headers += [("Cache-Control", "no-store")]
            headers += [("Content-Security-Policy", "default-src 'self'")]
            headers += [("X-Content-Type-Options", "nosniff")]
            return Answer(status_line(refusal.status), headers, page.encode())
        return None

    # Upgrades

    def is_socket(self, environ: WSGIEnvironment) -> bool:
        """Whether a request is for a socket, however malformed."""
        asks = environ["REQUEST_METHOD"] not in {"POST", "OPTIONS"}
        if not asks and "HTTP_UPGRADE" not in environ:
            return False
        return socket_route(_path(environ), self._prefix) is not None

    def admit(self, environ: WSGIEnvironment) -> Admission:
        """Check a request for an upgrade.

        Raises:
            RefusalError: It is not answered with an upgrade.
        """
        self.service.metrics.requests += 1
        route = socket_route(_path(environ), self._prefix)
        assert route is not None
        check_host(environ.get("HTTP_HOST"), self.service.hosts)
        application = self.service.gate.application(route)
        check_upgrade(environ)
        check_origin(environ.get("HTTP_ORIGIN"), self.service.origins)
        offers = parse_offers(environ.get("HTTP_SEC_WEBSOCKET_PROTOCOL"))
        facts = self.service.filter.facts(application, environ, "/ws")
        return self.service.gate.admit(route, offers, facts)

    def refuse(
        self, refusal: RefusalError, environ: WSGIEnvironment
    ) -> Callable[..., Iterable[bytes]]:
        """Return the answer to an upgrade that is refused."""
        self._count(refusal)
        return self.website.refuse(refusal, environ)

    def _count(self, refusal: RefusalError) -> None:
        """Take note of a refusal; tell the operator what a flag would change."""
        self.service.metrics.refused += 1
        if refusal.error in {"host_refused", "origin_refused"}:
            _log.warning("%s", refusal.message)


def _path(environ: WSGIEnvironment) -> str:
    """Return the path in the characters that it means; WSGI has its bytes."""
    path: str = environ["PATH_INFO"]
    return path if path.isascii() else path.encode("latin-1").decode(errors="replace")
