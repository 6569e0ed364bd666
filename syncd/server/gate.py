"""Who may enter which session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from syncd.errors import BadTokenError, TokenError
from syncd.server.handshake import Credential, RefusalError, refusal_of
from syncd.tokens import (
    RANDOM_BYTES,
    SessionClaims,
    check_session_id,
    encode_random,
    issue_resume_key,
    issue_session_id,
    verify_resume_key,
    verify_session_id,
)


if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from syncd.apps import Application
    from syncd.server.facts import Facts
    from syncd.server.registry import Registry
    from syncd.session import Session


__all__ = ["Admission", "Gate"]


@dataclass(frozen=True, slots=True)
class Admission:
    """A session that a credential opens.

    Args:
        application: What it runs.
        claims: What its id says.
        resumed: Whether it is a session that lived; otherwise it is made if it
            does not live yet.
        tab: The tab that may enter; ``None`` is any.
        facts: What the application is told of the request.
    """

    application: Application
    claims: SessionClaims
    resumed: bool = False
    tab: str | None = None
    facts: Facts | None = None


class Gate:
    """Checks credentials, and issues those that syncd itself hands out.

    Args:
        applications: What is served, by route.
        registry: The sessions that live.
        mode: ``unsigned``, ``signed`` or ``external-signed``.
        secret: The key of session ids; ``None`` if they are not signed.
        resume_secret: The key of resume keys. Without a configured secret it
            is one that dies with the process, as the sessions do.
        max_age: How long a signed id opens its session, in seconds.
        now: The time in seconds since 1970.
        random: Returns that many random bytes.
    """

    def __init__(
        self,
        applications: Mapping[str, Application],
        registry: Registry,
        *,
        mode: str,
        secret: str | None,
        resume_secret: str,
        max_age: float,
        now: Callable[[], float],
        random: Callable[[int], bytes],
    ) -> None:
        self.mode = mode
        self._applications = applications
        self._registry = registry
        self._secret = secret
        self._resume_secret = resume_secret
        self._max_age = max_age
        self._now = now
        self._random = random

    def application(self, route: str) -> Application:
        """Return the application at a path.

        Raises:
            RefusalError: There is none.
        """
        application = self._applications.get(route)
        if application is None:
            raise RefusalError("unknown_app", f"no application is served at {route!r}")
        return application

    def admit(
        self, route: str, credential: Credential, facts: Facts | None = None
    ) -> Admission:
        """Return what a credential opens; nothing is created yet.

        Args:
            route: The path of the application.
            credential: What the client shows.
            facts: What the application is told of the request.

        Raises:
            RefusalError: It opens nothing.
        """
        application = self.application(route)
        if self._registry.draining:
            raise RefusalError("draining", "syncd is stopping; try again soon")
        if credential.resume is not None:
            claims, tab = self._resumed(route, credential.resume)
            return Admission(application, claims, resumed=True, tab=tab, facts=facts)
        if credential.token is not None:
            claims = self.claims(route, credential.token)
        elif self.mode == "external-signed":
            raise RefusalError(
                "token_required",
                "this document is opened through its web application, which hands"
                " out signed session ids",
            )
        else:
            claims = self.new_claims(route)
        if self._registry.find(route, claims.id) is None:
            self._registry.check_room()
        return Admission(application, claims, facts=facts)

    def claims(self, route: str, token: str) -> SessionClaims:
        """Return what a session id says, in the way of this mode.

        Where ids need not be signed, one that is signed still says who it is for.

        Raises:
            RefusalError: It is forged, malformed, expired or for another app.
        """
        try:
            if self._secret is None:
                return SessionClaims(check_session_id(token))
            try:
                return verify_session_id(
                    self._secret,
                    token,
                    app=route,
                    now=self._now(),
                    max_age=self._max_age,
                )
            except BadTokenError:
                if self.mode != "unsigned":
                    raise
                return SessionClaims(check_session_id(token))
        except TokenError as error:
            raise refusal_of(error) from error

    def new_claims(self, route: str) -> SessionClaims:
        """Return the claims of a session that nobody has asked for before."""
        return SessionClaims(
            encode_random(self._random(RANDOM_BYTES)),
            app=route,
            issued_at=int(self._now()),
        )

    def page_token(self, route: str) -> str | None:
        """Return an id for a page that syncd serves, if such a page needs one."""
        if self.mode == "unsigned":
            return None
        return self.whole_id(self.new_claims(route))

    def whole_id(self, claims: SessionClaims) -> str:
        """Return the id that opens a session, signed where ids are signed."""
        if self.mode == "unsigned" or self._secret is None:
            return claims.id
        return issue_session_id(
            self._secret,
            now=self._now(),
            random_id=claims.id,
            app=claims.app,
            user=claims.user,
            arguments=claims.arguments,
        )

    def resume_key(self, session: Session, tab: str) -> str:
        """Return the key that lets a tab back in."""
        return issue_resume_key(
            self._resume_secret, app=session.app, session=session.id, tab=tab
        )

    def _resumed(self, route: str, key: str) -> tuple[SessionClaims, str]:
        try:
            resumed = verify_resume_key(self._resume_secret, key, app=route)
        except TokenError as error:
            raise refusal_of(error) from error
        if self._registry.find(route, resumed.session) is None:
            raise RefusalError(
                "session_gone", "the session has ended; load the page to begin anew"
            )
        return SessionClaims(resumed.session, app=route), resumed.tab
