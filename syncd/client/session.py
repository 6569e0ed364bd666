"""One session, seen from a Python program that customises it."""

from __future__ import annotations

import os
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Self

from syncd.absent import SERVER, refuse_calls
from syncd.client.control import MAX_MESSAGE_SIZE, ControlClient
from syncd.client.mirror import restore
from syncd.config import Settings
from syncd.embed import app_address, app_path, argument_texts
from syncd.errors import DocumentError
from syncd.protocol import encode_change, encode_model, pack
from syncd.tokens import check_session_id


if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from syncd.document import Transaction
    from syncd.protocol import Payload, Snapshot

__all__ = ["ClientSession", "pull_session", "push_session", "show_session"]


class ClientSession:
    """A copy of a session's document, whose changes are sent when it is closed.

    `pull_session` returns one. In a ``with`` statement it is closed at the
    end of the block; an exception in the block discards the changes instead.

    Args:
        client: The control API that the snapshot came from.
        app: The application's path.
        url: The application's public address.
        snapshot: The document as it was pulled.
    """

    def __init__(
        self, client: ControlClient, app: str, url: str, snapshot: Snapshot
    ) -> None:
        self._client = client
        self._app = app
        self._committed: Transaction | None = None
        self._recording = ExitStack()
        self.url = url
        self.id = snapshot.session or ""
        self.document = restore(snapshot)
        self.closed = False
        self._base = snapshot.revision
        self.document.on_commit = self._note
        self._recording.enter_context(self.document.transact())

    def __repr__(self) -> str:
        return f"ClientSession({self.url!r}, {self.document!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if kind is None:
            self.close()
        else:
            self._stop_recording()

    def close(self) -> None:
        """Send what was changed, as one transaction; again is a no-op.

        The document can still be read afterwards, but not be changed.

        Raises:
            RejectedError: syncd refused a change.
            UnknownSessionError: The session ended meanwhile.
            ClientError: Another of its kinds says what went wrong.
        """
        transaction = self._stop_recording()
        if transaction is None:
            return
        added = self._add_provisional_ids(transaction)
        if not (transaction.changes or added):
            return
        ack = self._client.apply(self._encode(transaction, added))
        self.document.renumber(dict(ack.ids))
        self.document.revision = ack.revision

    def _note(self, transaction: Transaction) -> None:
        self._committed = transaction

    def _stop_recording(self) -> Transaction | None:
        """End the transaction; return it if this is the first time."""
        if self.closed:
            return None
        self.closed = True
        self._recording.close()
        self.document.on_commit = None
        self.document.guard = _refuse
        return self._committed

    def _add_provisional_ids(self, transaction: Transaction) -> dict[int, int]:
        """Give new models ids that say so; the final ones are the server's."""
        return {number: -place for place, number in enumerate(transaction.added, 1)}

    def _encode(self, transaction: Transaction, added: dict[int, int]) -> Payload:
        # What the transaction leaves out depends on the ids that it knows.
        changes = transaction.changes
        self.document.renumber(added)
        return pack(
            {
                "type": "patch",
                "app": self._app,
                "session": self.id,
                "base": self._base,
                "epoch": self.document.epoch,
            },
            [encode_model(model) for model in transaction.added.values()],
            [encode_change(change) for change in changes],
        )


def pull_session(
    session_id: str | None = None,
    url: str = "default",
    *,
    arguments: Mapping[str, Any] | None = None,
    autocreate: bool = True,
    max_message_size: int = MAX_MESSAGE_SIZE,
    settings: Settings | None = None,
) -> ClientSession:
    """Fetch a session's document, to change it before it is shown.

    Args:
        session_id: The session; by default a new one is made.
        url: The application: its name, a path or a full URL.
        arguments: Arguments for the application, if the session is made now.
        autocreate: Make the session if there is none of that id.
        max_message_size: The largest document to fetch, in bytes.
        settings: Where syncd is and the key it knows; by default what the
            environment says.

    Raises:
        ConfigError: There is no secret key to sign the request with.
        UnknownAppError: syncd serves no such application.
        UnknownSessionError: There is no such session, without ``autocreate``.
        RefusedError: syncd has another secret key, or refuses the session id.
        UnreachableError: syncd does not answer.
        ClientTimeoutError: syncd does not answer in time.
    """
    if settings is None:
        settings = Settings.read(os.environ, reader="flask")
    client = ControlClient.of(settings, max_message_size=max_message_size)
    app = app_path(url, settings.url)
    snapshot = client.pull(
        app,
        None if session_id is None else check_session_id(session_id),
        autocreate=autocreate,
        arguments=argument_texts(arguments or {}),
    )
    return ClientSession(client, app, app_address(url, settings.url), snapshot)


push_session = refuse_calls("push_session", f"serves no document: {SERVER}")
show_session = refuse_calls("show_session", f"opens no browser: {SERVER}")


def _refuse(action: str, *names: str) -> None:
    raise DocumentError(
        f"{action % names} after the session was closed; nothing was changed: make changes"
        " inside of the with block of pull_session()"
    )
