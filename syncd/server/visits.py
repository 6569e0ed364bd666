"""The pages of applications: the session comes first, then the page shows it.

So a page whose application fails says so with its status, an application may
put what it likes into a page of its own, and when the page's socket arrives,
the document is ready for it.
"""

from __future__ import annotations

import logging
import re
from http import HTTPStatus
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote
from weakref import WeakKeyDictionary

from gevent import Timeout
from gevent.event import AsyncResult

from syncd.embed import Embed
from syncd.errors import LimitError
from syncd.models import TileSource, WebDataSource
from syncd.server import pages
from syncd.server.answer import Answer, status_line
from syncd.server.gate import Admission
from syncd.server.handshake import RefusalError
from syncd.server.pictures import picture_origins
from syncd.session import Call, SessionEndedError, describe
from syncd.tracebacks import begin_with_application


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from syncd.apps import Application
    from syncd.config import Settings
    from syncd.document import Document
    from syncd.server.service import Service
    from syncd.session import Session
    from syncd.tokens import SessionClaims


__all__ = ["LAX_POLICY", "Visit", "Visits", "page_policy"]

_log = logging.getLogger("syncd.server")

_PATIENCE = 10.0
"""Seconds that a page waits for its application before it goes without."""

_MORE_PATIENCE = 50.0
"""Seconds more where the page itself is the application's."""

_SHOWN_AS = frozenset({"document", "embed", "empty", "frame", "iframe", "object"})
"""As what a browser may want a page, if it says so: to show it, or for a script."""

_ESCAPED = re.compile("([\udc80-\udcff]+)")
"""Bytes that are no text, as ``surrogateescape`` puts them into one."""

_POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; base-uri 'none';"
    " form-action 'self'; frame-ancestors 'self'; object-src 'none'"
)
_EVAL = "; script-src 'self' 'unsafe-eval'"

LAX_POLICY = "frame-ancestors 'self'; object-src 'none'"
"""The one of pages whose template is the application's: its author knows what
is in them."""

_ELSEWHERE = RefusalError(
    "token_required",
    "this document is part of another site. Open it there: that site hands out the"
    " right to see it.",
)

_elsewhere = attrgetter("_elsewhere")

_TITLES = {
    "draining": "Back in a moment",
    "token_required": "Open this page elsewhere",
    "too_many_sessions": "Too busy",
}


def page_policy(settings: Settings) -> str:
    """Return the content security policy of the daemon's own pages."""
    policy = _with_images(_POLICY, _listed(settings.image_origin))
    return policy + _EVAL if settings.allow_eval else policy


class Visit(NamedTuple):
    """A request for the page of an application.

    Args:
        application: What is asked for.
        environ: The WSGI environment.
        arguments: What the application is told, name to values; bytes that are no
            text are escaped in them.
        token: The session id that the visitor has brought.
    """

    application: Application
    environ: Mapping[str, Any]
    arguments: Mapping[str, Sequence[str]] = {}
    token: str | None = None

    @property
    def texts(self) -> dict[str, list[str]]:
        """The arguments as a page can say them: bytes that are no text as ``%FF``."""
        return {
            _text(name): [_text(value) for value in values]
            for name, values in self.arguments.items()
        }

    @property
    def nested(self) -> bool:
        """Whether the page's address ends with a slash after a name."""
        path: str = self.environ["PATH_INFO"]
        return path.endswith("/") and self.application.route != "/"

    @property
    def fleeting(self) -> bool:
        """Whether nobody is going to look at the page, or perhaps later."""
        purpose = self.environ.get("HTTP_SEC_PURPOSE") or self.environ.get(
            "HTTP_PURPOSE", ""
        )
        return (
            self.environ["REQUEST_METHOD"] == "HEAD"
            or "prefetch" in purpose
            or self._stray
        )

    @property
    def _stray(self) -> bool:
        """Whether the page is asked for as what it is not, say an image.

        No site can show it so, not even its own. Scripts of other sites get nothing
        to read, so their requests count for nothing, either.
        """
        environ = self.environ
        if environ.get("HTTP_SEC_FETCH_DEST", "document") not in _SHOWN_AS:
            return True
        mode = environ.get("HTTP_SEC_FETCH_MODE", "navigate")
        site = environ.get("HTTP_SEC_FETCH_SITE")
        return site == "cross-site" and mode != "navigate"


class _Page(NamedTuple):
    """A page before it is an answer; a policy of its own replaces the usual one."""

    status: int
    text: str
    policy: str | None = None


class Visits:
    """Answers requests for the pages of applications.

    Args:
        service: What the process serves.
    """

    def __init__(self, service: Service) -> None:
        self._service = service
        self._policy = page_policy(service.settings)
        self._last: dict[str, str | None] = {}
        """The policy of the last page of each application, for those that go without
        their document: of what takes that long all are likely to."""

        self._pictures: WeakKeyDictionary[Session, frozenset[str]] = WeakKeyDictionary()

    def answer(self, visit: Visit) -> Answer:
        """Make the session of a page, unless it lives; return the page."""
        page = self._answer(visit)
        headers = [
            ("Content-Type", "text/html; charset=utf-8"),
            ("Cache-Control", "no-store"),
            ("Content-Security-Policy", page.policy or self._policy),
        ]
        if visit.token is not None:
            # It may be in the address, which would be logged with every file.
            headers.append(("Referrer-Policy", "no-referrer"))
        if page.status == HTTPStatus.SERVICE_UNAVAILABLE:
            headers.append(("Retry-After", "5"))
        body = page.text.encode(errors="replace")
        return Answer(status_line(page.status), headers, body)

    def _answer(self, visit: Visit) -> _Page:
        gate, route = self._service.gate, visit.application.route
        if visit.token is None and gate.mode == "external-signed":
            return _refused(visit, _ELSEWHERE)
        if visit.fleeting:
            return _glimpse(visit, visit.token or gate.page_token(route))
        try:
            if visit.token is None:
                claims = gate.new_claims(route)
                token = gate.whole_id(claims)
            else:
                claims, token = gate.claims(route, visit.token), visit.token
            return self._show(visit, claims, token)
        except RefusalError as refusal:
            self._service.metrics.refused += 1
            return _refused(visit, refusal)

    def _show(self, visit: Visit, claims: SessionClaims, token: str) -> _Page:
        application = visit.application
        facts = self._service.filter.facts(application, visit.environ)
        admission = Admission(application, claims, facts=facts)
        session = self._service.enter(admission, visit.arguments)

        def look(session: Session) -> _Page:
            """Return the page, in the session's turn."""
            document = session.document
            if document.template is not None:
                return _own_page(visit, token, document)
            policy = self._last[application.route] = self._policy_for(session)
            return _page(visit, token, document.title, policy)

        result: AsyncResult[Any] = AsyncResult()

        def reply(page: _Page | None, error: BaseException | None) -> None:
            # An error that is raised once more would keep the session in a cycle.
            if error is not None:
                page = self._explain(visit, session, error)
            result.set(page)

        session.put(Call(look, reply))
        return self._wait(result, visit, token)

    def _policy_for(self, session: Session) -> str | None:
        """Return the policy of a page whose pictures or rows come from elsewhere."""
        document = session.document
        pictures = self._pictures.get(session)
        if pictures is None:
            # Once: the application has just made them. Of what visitors write into
            # texts and columns later, nothing is fetched by others.
            pictures = self._pictures[session] = picture_origins(document)
        if not pictures and not any(map(_elsewhere, document.models.values())):
            return None
        images = _listed(pictures | _origins(document, TileSource))
        data = _listed(_origins(document, WebDataSource))
        policy = _with_images(self._policy, images)
        return f"{policy}; connect-src 'self'{data}" if data else policy

    def _wait(self, result: AsyncResult[Any], visit: Visit, token: str) -> _Page:
        """Return the page when there is one, or go without."""
        for patience in (_PATIENCE, _MORE_PATIENCE):
            try:
                page: Any = result.get(timeout=patience)
            except Timeout:
                if visit.application.template is None:
                    # Its document comes when it is ready.
                    policy = self._last.get(visit.application.route)
                    return _page(visit, token, policy=policy)
            else:
                return page  # type: ignore[no-any-return]
        return _later(visit, "Too slow")

    def _explain(self, visit: Visit, session: Session, error: BaseException) -> _Page:
        """Return the page for what went wrong in the session's turn."""
        if session.failure is not None:
            return self._failed(visit, session.failure)
        if isinstance(error, SessionEndedError):
            return _refused(visit, RefusalError("session_gone", str(error)))
        if isinstance(error, LimitError):
            return _later(visit, "Too busy")
        environment = self._service.environment
        number = environment.random_id()[:8]
        route = visit.application.route
        begin_with_application(error)
        _log.error("the page of %s failed (error %s)", route, number, exc_info=error)
        failure = describe(error, number, reveal=environment.reveal_errors)
        return self._failed(visit, failure)

    def _failed(self, visit: Visit, failure: Mapping[str, Any]) -> _Page:
        """Return the page for an error that has been logged."""
        service = self._service
        page = pages.error_page(
            "The application failed",
            failure["message"][:1].upper() + failure["message"][1:],
            depth=_depth(visit),
            detail=failure.get("traceback", ""),
            generation=service.generation if service.settings.dev else None,
        )
        return _Page(500, page)


def _with_images(policy: str, origins: str) -> str:
    """Return a policy that takes pictures from some origins, too."""
    return policy.replace("img-src 'self'", f"img-src 'self'{origins}")


def _origins(
    document: Document, kind: type[TileSource | WebDataSource]
) -> frozenset[str]:
    """Return from where else models of a kind take something."""
    sources = (m for m in document.models.values() if isinstance(m, kind))
    return frozenset(origin for source in sources if (origin := source.origin))


def _listed(origins: Iterable[str]) -> str:
    """Return origins as a policy lists them."""
    return "".join(f" {origin}" for origin in sorted(origins))


def _page(
    visit: Visit,
    token: str | None,
    title: str | None = None,
    policy: str | None = None,
) -> _Page:
    """Return the daemon's own page for a document."""
    page = pages.app_page(
        visit.application.name,
        nested=visit.nested,
        token=token,
        arguments=visit.texts,
        title=title,
    )
    return _Page(200, page, policy)


def _text(value: str) -> str:
    """Return a text without escaped bytes, which JSON has no form for."""
    if value.isascii():
        return value
    pieces = _ESCAPED.split(value)
    pieces[1::2] = [quote(piece, errors="surrogateescape") for piece in pieces[1::2]]
    return "".join(pieces)


def _glimpse(visit: Visit, token: str | None) -> _Page:
    """Return what there is of a page without a session."""
    if visit.application.template is None:
        return _page(visit, token)
    if visit.environ["REQUEST_METHOD"] == "HEAD":
        return _Page(200, "", LAX_POLICY)
    # Browsers throw away an error that they were not asked for, and ask again.
    message = "This page is made when somebody looks at it."
    return _Page(503, pages.error_page("Not yet", message, depth=_depth(visit)))


def _own_page(visit: Visit, token: str, document: Any) -> _Page:
    """Return the page that the application has a template for."""
    from syncd.apps.template import render_page  # noqa: PLC0415 - imports Jinja2

    name = visit.application.name
    embed = Embed(
        url=pages.address_of(name, nested=visit.nested),
        token=token,
        arguments=visit.texts,
        untitled=pages.UNTITLED,
    )
    return _Page(200, render_page(document, embed, name), LAX_POLICY)


def _later(visit: Visit, title: str) -> _Page:
    """Return the page for an application that others keep busy, or itself."""
    message = "The application takes long. Try again later."
    return _Page(503, pages.error_page(title, message, depth=_depth(visit)))


def _refused(visit: Visit, refusal: RefusalError) -> _Page:
    title = _TITLES.get(refusal.error, "Not available")
    message = refusal.message[:1].upper() + refusal.message[1:]
    page = pages.error_page(title, message, depth=_depth(visit))
    return _Page(refusal.status, page)


def _depth(visit: Visit) -> int:
    """Return how far below the daemon's own files the page is."""
    return 1 if visit.nested else 0
