"""The control API: how the web application reaches into sessions.

It has a listener of its own, takes only signed requests, and none that a
browser sent (``spec/protocol.md``, section 12).
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any, cast

from gevent import Timeout
from gevent.event import AsyncResult

from syncd import __version__
from syncd.errors import (
    AppError,
    LimitError,
    MessageTooLargeError,
    RemoteProtocolError,
)
from syncd.protocol import ClientPatch, Payload, decode_apply
from syncd.server.answer import Answer, refusal_answer
from syncd.server.gate import Admission
from syncd.server.handshake import RefusalError
from syncd.server.hosts import check_host
from syncd.server.replay import Answers, Nonces
from syncd.session import Call, SessionEndedError
from syncd.tokens import verify_request


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Set as AbstractSet

    from syncd.server.service import Service
    from syncd.session import Session
    from syncd.tokens import SessionClaims


__all__ = ["ControlApplication"]

_PATH = "/control/v1/"
_MAX_SKEW = 60
"""Seconds that a request's time may be off."""

_CALL_TIMEOUT = 300.0
"""Seconds that a session may be busy; whoever asks gives up long before."""

_NONCE = re.compile(r"[0-9a-fA-F]{32}\Z", re.ASCII)
_REQUEST_ID = re.compile(r"[\x21-\x7e]{1,64}\Z", re.ASCII)
_TIME = re.compile(r"[0-9]{1,12}\Z", re.ASCII)
_BINARY = "application/x-docsync"


class ControlApplication:
    """The WSGI application of the control listener.

    Args:
        service: What the process serves.
        secret: The key that requests are signed with.
    """

    def __init__(self, service: Service, secret: str) -> None:
        self._service = service
        self._secret = secret
        self._nonces = Nonces(service.worker.clock)
        self._answers: Answers[AsyncResult[Answer]] = Answers(service.worker.clock)
        # Apart from the answers, of which the oldest are forgotten.
        self._running: dict[str, AsyncResult[Answer]] = {}
        self._actions: dict[tuple[str, str], Callable[[bytes], Answer]] = {
            ("POST", "pull"): self._pull,
            ("POST", "apply"): self._apply,
            ("POST", "destroy"): self._destroy,
            ("GET", "status"): self._status,
        }

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Answer a request of the web application."""
        try:
            answer = self._respond(environ)
        except RefusalError as refusal:
            self._service.metrics.refused += 1
            answer = refusal_answer(refusal)
        headers = [*answer.headers, ("X-Content-Type-Options", "nosniff")]
        start_response(answer.status, headers)
        return [answer.body]

    def _respond(self, environ: dict[str, Any]) -> Answer:
        if "HTTP_ORIGIN" in environ:
            raise RefusalError("origin_refused", "browsers have no business here")
        if "REMOTE_PORT" in environ:  # names do not lead to unix sockets
            check_host(environ.get("HTTP_HOST"), self._service.control_hosts)
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        body = self._read(environ)
        self._verify(environ, body)
        name = path.removeprefix(_PATH)
        action = self._actions.get((method, name))
        if action is None or not path.startswith(_PATH):
            raise RefusalError("malformed_message", f"there is no {method} {path}")
        if method == "GET":
            return action(body)
        digest = hashlib.sha256(body).hexdigest()
        key = f"{environ['HTTP_DOCSYNC_REQUEST']} {name} {digest}"
        return self._once(key, lambda: action(body))

    def _read(self, environ: dict[str, Any]) -> bytes:
        length = environ.get("CONTENT_LENGTH")
        if length is None:
            if environ["REQUEST_METHOD"] == "GET":
                return b""
            raise RefusalError("malformed_message", "the request has no content-length")
        size = int(length)
        limit = self._service.max_message
        if size > limit:
            raise RefusalError(
                "too_big", f"the body has {size} bytes, expected at most {limit}"
            )
        body: bytes = environ["wsgi.input"].read(size)
        if len(body) != size:
            raise RefusalError("malformed_message", "the body is shorter than it says")
        return body

    def _verify(self, environ: dict[str, Any], body: bytes) -> None:
        """Refuse what the web application did not send, or not just now."""
        time = environ.get("HTTP_DOCSYNC_TIME", "")
        nonce = environ.get("HTTP_DOCSYNC_NONCE", "")
        request_id = environ.get("HTTP_DOCSYNC_REQUEST", "")
        if not (
            _TIME.match(time) and _NONCE.match(nonce) and _REQUEST_ID.match(request_id)
        ):
            raise RefusalError(
                "bad_signature", "the Docsync- headers are missing or malformed"
            )
        signed = verify_request(
            self._secret,
            environ.get("HTTP_DOCSYNC_SIGNATURE", ""),
            method=environ["REQUEST_METHOD"],
            path=environ["PATH_INFO"],
            body=body,
            time=int(time),
            nonce=nonce,
            request_id=request_id,
        )
        if not signed:
            raise RefusalError(
                "bad_signature",
                "the signature does not match; do both processes have the same"
                " DOCSYNC_SECRET_KEY?",
            )
        skew = int(time) - self._service.now()
        if abs(skew) > _MAX_SKEW:
            raise RefusalError(
                "stale_request",
                f"the request's time is off by {skew:.0f} s, expected {_MAX_SKEW} at"
                " most; do both hosts' clocks agree?",
            )
        if not self._nonces.use(nonce.lower()):
            raise RefusalError("replayed_nonce", "the nonce was used before")

    def _once(self, key: str, action: Callable[[], Answer]) -> Answer:
        """Run an action, unless the same request has done so or does now."""
        earlier = self._running.get(key)
        if earlier is None:
            earlier = self._answers.find(key)
        if earlier is not None:
            return cast("Answer", earlier.get())
        pending: AsyncResult[Answer] = AsyncResult()
        self._running[key] = pending
        try:
            answer = action()
        except BaseException as error:
            # Nothing was done, so that a repetition may try again.
            pending.set_exception(error)
            raise
        finally:
            del self._running[key]
        self._answers.keep(key, pending, len(answer.body))
        pending.set(answer)
        return answer

    # Actions

    def _pull(self, body: bytes) -> Answer:
        fields = _Fields(
            body, required={"app"}, optional={"session", "autocreate", "arguments"}
        )
        route, token = fields.route(), fields.text("session")
        create = fields.flag("autocreate", default=True)
        arguments = fields.arguments()
        gate = self._service.gate
        application = gate.application(route)
        claims = gate.new_claims(route) if token is None else gate.claims(route, token)
        if token is not None and not create:
            self._find(route, claims)
        session = self._service.enter(Admission(application, claims), arguments)
        whole = token or gate.whole_id(claims)
        return _answer(self._call(session, lambda session: _snapshot(session, whole)))

    def _apply(self, body: bytes) -> Answer:
        try:
            message = decode_apply(body, max_size=self._service.max_message)
        except MessageTooLargeError as error:
            raise RefusalError("too_big", str(error)) from error
        except RemoteProtocolError as error:
            raise RefusalError("malformed_message", str(error)) from error
        route = "/" + message.app.strip("/")
        self._service.gate.application(route)
        claims = self._service.gate.claims(route, message.session)
        session = self._find(route, claims)
        patch = ClientPatch(
            seq=1, base=message.base, changes=message.changes, models=message.models
        )

        return _json_answer(
            self._call(session, lambda session: _apply(session, message.epoch, patch))
        )

    def _destroy(self, body: bytes) -> Answer:
        fields = _Fields(body, required={"app", "session"})
        route = fields.route()
        self._service.gate.application(route)
        claims = self._service.gate.claims(route, fields.text("session") or "")
        session = self._service.registry.find(route, claims.id)
        if session is not None:
            self._call(
                session, lambda session: session.end(4410, "the session was destroyed")
            )
        return _json_answer({"destroyed": session is not None})

    def _status(self, body: bytes) -> Answer:
        del body
        return _json_answer(
            {
                "apps": list(self._service.applications),
                "sessions": len(self._service.registry),
                "connections": len(self._service.connections),
                "version": __version__,
            }
        )

    def _find(self, route: str, claims: SessionClaims) -> Session:
        session = self._service.registry.find(route, claims.id)
        if session is None:
            raise RefusalError("unknown_session", "no such session lives")
        return session

    def _call(self, session: Session, function: Callable[[Session], Any]) -> Any:
        """Run a function in the session's turn, and wait for its result."""
        result: AsyncResult[Any] = AsyncResult()

        def reply(value: Any, error: BaseException | None) -> None:
            if error is None:
                result.set(value)
            else:
                result.set_exception(error)

        session.put(Call(function, reply))
        try:
            return result.get(timeout=_CALL_TIMEOUT)
        except AppError as error:
            raise RefusalError("app_failed", str(error)) from error
        except SessionEndedError as error:
            raise RefusalError("unknown_session", str(error)) from error
        except LimitError as error:
            raise RefusalError("busy", str(error)) from error
        except Timeout as error:
            raise RefusalError(
                "busy", f"the session was busy for {_CALL_TIMEOUT:g} s"
            ) from error


class _Fields:
    """The members of a body that is a JSON object."""

    def __init__(
        self,
        body: bytes,
        *,
        required: AbstractSet[str],
        optional: AbstractSet[str] = frozenset(),
    ) -> None:
        try:
            members = json.loads(body)
        except (ValueError, RecursionError) as error:
            raise RefusalError("malformed_message", "the body is not JSON") from error
        if not isinstance(members, dict):
            raise RefusalError("malformed_message", "the body is not an object")
        if not required <= members.keys() <= required | optional:
            raise RefusalError(
                "malformed_message",
                f"the members are {sorted(members)}, expected {sorted(required)} and"
                f" perhaps {sorted(optional)}",
            )
        self._members = members

    def text(self, name: str) -> str | None:
        value = self._members.get(name)
        if value is not None and not isinstance(value, str):
            raise RefusalError("malformed_message", f"{name} is not text")
        return value

    def route(self) -> str:
        return "/" + (self.text("app") or "").strip("/")

    def flag(self, name: str, *, default: bool) -> bool:
        value = self._members.get(name, default)
        if not isinstance(value, bool):
            raise RefusalError("malformed_message", f"{name} is not true or false")
        return value

    def arguments(self) -> dict[str, list[str]]:
        """Return the arguments; a single text counts as a list of one."""
        found = self._members.get("arguments") or {}
        if not isinstance(found, dict):
            raise RefusalError("malformed_message", "arguments is not an object")
        arguments = {
            name: [values] if isinstance(values, str) else values
            for name, values in found.items()
        }
        for values in arguments.values():
            if not isinstance(values, list) or not all(
                isinstance(value, str) for value in values
            ):
                raise RefusalError(
                    "malformed_message", "arguments are not lists of text"
                )
        return arguments


def _snapshot(session: Session, whole_id: str) -> Payload:
    return session.pull(session=whole_id)


def _apply(session: Session, epoch: str, patch: ClientPatch) -> dict[str, Any]:
    """Apply a patch as one transaction, and return what is to be answered."""
    document = session.document
    if document.epoch != epoch:
        raise RefusalError(
            "epoch_changed", "the session was made anew since it was pulled"
        )
    before = document.revision
    outcome = session.apply(patch)
    rejected = [
        {"error": item.error, "message": item.reason} for item in outcome.rejected
    ]
    if rejected and document.revision == before:
        raise RefusalError("rejected", rejected[0]["message"], rejected=rejected)
    answer: dict[str, Any] = {"type": "ack", "revision": document.revision}
    if outcome.ids:
        answer["ids"] = [[old, new] for old, new in outcome.ids.items()]
    if rejected:
        answer["rejected"] = rejected
    return answer


def _answer(payload: Payload) -> Answer:
    content_type = "application/json" if payload.text else _BINARY
    headers = [("Content-Type", content_type), ("Cache-Control", "no-store")]
    return Answer("200 OK", headers, payload.data)


def _json_answer(members: dict[str, Any]) -> Answer:
    return _answer(Payload(json.dumps(members).encode(), text=True))
