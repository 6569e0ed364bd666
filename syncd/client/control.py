"""Requests to syncd's control API (``spec/protocol.md`` section 12)."""

from __future__ import annotations

import json
import secrets
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import requests
from requests.structures import CaseInsensitiveDict
from urllib3.exceptions import HTTPError, ProtocolError

from syncd.client.failure import (
    broke_off,
    failure_of_answer,
    failure_of_transport,
)
from syncd.client.pool import Address, adapter_for
from syncd.config import DEFAULT_CONTROL_URL
from syncd.errors import (
    ClientError,
    ClientTimeoutError,
    ConfigError,
    MessageTooLargeError,
    RejectedError,
    RemoteProtocolError,
)
from syncd.protocol import Ack, Snapshot, decode_server_message, encode_message
from syncd.tokens import sign_request


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from syncd.config import Settings
    from syncd.protocol import Payload

__all__ = ["MAX_MESSAGE_SIZE", "ControlClient"]

MAX_MESSAGE_SIZE = 20 * 1024 * 1024
"""The largest answer taken, in bytes, unless the caller says otherwise."""

_ATTEMPTS = 3
"""A kept-alive connection may have ended unnoticed, and so may the next."""

_CHUNK = 65536
_OK = 200
_CONTENT_TYPE = "application/x-docsync"


@dataclass(frozen=True, slots=True)
class ControlClient:
    """The control API of one syncd.

    Args:
        address: Where it listens.
        secret_key: The key that requests are signed with.
        timeout: How long a request may take, in seconds.
        max_message_size: The largest answer to take, in bytes.
    """

    address: Address
    secret_key: str
    timeout: float = 5.0
    max_message_size: int = MAX_MESSAGE_SIZE

    @classmethod
    def of(
        cls, settings: Settings, *, max_message_size: int = MAX_MESSAGE_SIZE
    ) -> ControlClient:
        """Return a client for the syncd that the settings name.

        Raises:
            ConfigError: There is no secret key, or the address is none.
        """
        if not settings.secret_key:
            raise ConfigError(
                "DOCSYNC_SECRET_KEY",
                settings.secret_key,
                "the secret that syncd has, too; 'syncd secret' prints one",
            )
        return cls(
            Address(settings.control_url or DEFAULT_CONTROL_URL),
            settings.secret_key,
            settings.control_timeout,
            max_message_size,
        )

    def pull(
        self,
        app: str,
        session: str | None = None,
        *,
        autocreate: bool = True,
        arguments: Mapping[str, Sequence[str]] | None = None,
    ) -> Snapshot:
        """Return a session's document; ``session`` of it is the whole id.

        Raises:
            ClientError: One of its kinds says what went wrong.
        """
        body: dict[str, Any] = {"app": app, "autocreate": autocreate}
        if session is not None:
            body["session"] = session
        if arguments:
            body["arguments"] = {name: [*texts] for name, texts in arguments.items()}
        answer = self._message("pull", encode_message(body))
        if not isinstance(answer, Snapshot) or answer.session is None:
            raise ClientError(self._url("pull"), "the answer is no snapshot")
        return answer

    def apply(self, patch: Payload) -> Ack:
        """Apply a patch as one transaction.

        Raises:
            RejectedError: Some change was refused.
            ClientError: Another of its kinds says what went wrong.
        """
        answer = self._message("apply", patch)
        if not isinstance(answer, Ack):
            raise ClientError(self._url("apply"), "the answer is no acknowledgement")
        if answer.rejected:
            words = "; ".join(reason.message for reason in answer.rejected)
            raise RejectedError(self._url("apply"), words, tuple(answer.rejected))
        return answer

    def destroy(self, app: str, session: str) -> bool:
        """End a session; return whether there was one.

        Raises:
            ClientError: One of its kinds says what went wrong.
        """
        body = encode_message({"app": app, "session": session})
        return bool(self._object("POST", "destroy", body.data).get("destroyed"))

    def status(self) -> dict[str, Any]:
        """Return ``apps``, ``sessions``, ``connections`` and ``version``.

        Raises:
            ClientError: One of its kinds says what went wrong.
        """
        return self._object("GET", "status", b"")

    def _url(self, name: str) -> str:
        return f"{self.address.shown}/control/v1/{name}"

    def _message(self, name: str, payload: Payload) -> object:
        data = self._request("POST", name, payload.data)
        try:
            return decode_server_message(data, max_size=self.max_message_size)
        except RemoteProtocolError as error:
            raise ClientError(self._url(name), error) from error

    def _object(self, method: str, name: str, body: bytes) -> dict[str, Any]:
        data = self._request(method, name, body)
        try:
            answer = json.loads(data)
        except ValueError as error:
            raise ClientError(self._url(name), error) from error
        if not isinstance(answer, dict):
            raise ClientError(self._url(name), "the answer is no object")
        return answer

    def _request(self, method: str, name: str, body: bytes) -> bytes:
        """Send a request, again if the connection broke; it is done once.

        Every attempt has the same request id, by which syncd knows that it has
        done it already, and a nonce and time of its own.
        """
        request_id = secrets.token_hex(16)
        deadline = time.monotonic() + self.timeout
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                return self._attempt(method, name, body, request_id, deadline)
            except requests.RequestException as error:
                if attempt < _ATTEMPTS and broke_off(error):
                    continue
                url = self._url(name)
                raise failure_of_transport(url, error, self.timeout) from error
        raise AssertionError("unreachable")  # pragma: no cover

    def _attempt(
        self, method: str, name: str, body: bytes, request_id: str, deadline: float
    ) -> bytes:
        path = f"/control/v1/{name}"
        left = deadline - time.monotonic()
        if left <= 0:
            raise requests.Timeout
        with (
            adapter_for(self.address) as adapter,
            adapter.send(
                self._prepared(method, path, body, request_id),
                stream=True,
                timeout=left,
            ) as response,
        ):
            answer = self._read(response, name, deadline)
        if response.status_code != _OK:
            raise failure_of_answer(self._url(name), response.status_code, answer)
        return answer

    def _prepared(
        self, method: str, path: str, body: bytes, request_id: str
    ) -> requests.PreparedRequest:
        """Return a request without what `requests` would look up or work out."""
        prepared = requests.PreparedRequest()
        prepared.method, prepared.url = method, self.address.origin + path
        headers = self._headers(method, path, body, request_id)
        if body:
            prepared.body = body
            headers["Content-Length"] = str(len(body))
        prepared.headers = CaseInsensitiveDict(headers)
        return prepared

    def _headers(
        self, method: str, path: str, body: bytes, request_id: str
    ) -> dict[str, str]:
        now, nonce = int(datetime.now(UTC).timestamp()), secrets.token_hex(16)
        return {
            "Accept-Encoding": "identity",
            "Content-Type": _CONTENT_TYPE,
            "Docsync-Time": str(now),
            "Docsync-Nonce": nonce,
            "Docsync-Request": request_id,
            "Docsync-Signature": sign_request(
                self.secret_key,
                method,
                path,
                body,
                time=now,
                nonce=nonce,
                request_id=request_id,
            ),
        }

    def _read(self, response: requests.Response, name: str, deadline: float) -> bytes:
        """Return the body; one that is too long or too slow is given up."""
        chunks, size = [], 0
        while chunk := _next_chunk(response):
            size += len(chunk)
            if size > self.max_message_size:
                too_large = MessageTooLargeError(size, self.max_message_size)
                cause = f"{too_large}; pass a larger max_message_size"
                raise ClientError(self._url(name), cause) from too_large
            if time.monotonic() > deadline:
                raise ClientTimeoutError(
                    self._url(name), f"no complete answer within {self.timeout:g} s"
                )
            chunks.append(chunk)
        if size < int(response.headers.get("Content-Length", 0)):
            raise requests.ConnectionError(ProtocolError("the answer is incomplete"))
        return b"".join(chunks)


def _next_chunk(response: requests.Response) -> bytes:
    """Return what has arrived, without waiting until there is more of it."""
    try:
        return bytes(response.raw.read1(_CHUNK))
    except HTTPError as error:
        raise requests.ConnectionError(error) from error
