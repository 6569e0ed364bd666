"""The public side: one WSGI application for everything but the frames."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from syncd.server.handshake import (
    RefusalError,
    check_origin,
    check_upgrade,
    parse_offers,
    socket_route,
)
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
        self._prefix = service.settings.prefix
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
        answer = self._standing.find(environ)
        if answer is None:
            return self.website(environ, start_response)
        start_response(answer.status, answer.headers)
        return [answer.body]

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
        self.service.gate.application(route)
        check_upgrade(environ)
        check_origin(environ.get("HTTP_ORIGIN"), self.service.origins)
        offers = parse_offers(environ.get("HTTP_SEC_WEBSOCKET_PROTOCOL"))
        admission = self.service.gate.admit(route, offers)
        facts = self.service.filter.facts(admission.application, environ)
        return admission if facts is None else replace(admission, facts=facts)

    def refuse(
        self, refusal: RefusalError, environ: WSGIEnvironment
    ) -> Callable[..., Iterable[bytes]]:
        """Return the answer to an upgrade that is refused."""
        self.service.metrics.refused += 1
        if refusal.error == "origin_refused":
            _log.warning("%s", refusal.message)
        return self.website.refuse(refusal, environ)


def _path(environ: WSGIEnvironment) -> str:
    """Return the path in the characters that it means; WSGI has its bytes."""
    path: str = environ["PATH_INFO"]
    return path if path.isascii() else path.encode("latin-1").decode(errors="replace")
