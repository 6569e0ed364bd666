"""Documents as JSON, to be kept or sent elsewhere, and back."""

from __future__ import annotations

import binascii
import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, cast

from syncd.document.restoring import make_models
from syncd.errors import ProtocolError
from syncd.protocol import Snapshot, decode_server_message, encode_snapshot
from syncd.protocol.framing import join, split


if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from syncd.document.document import Document
    from syncd.model import Model

__all__ = ["Serializing"]

_FORMAT = 1
"""Which form of the JSON this is; raised when older ones cannot be read."""


class Serializing:
    """The part of a document that turns it into JSON and back."""

    if TYPE_CHECKING:
        title: str

        @property
        def roots(self) -> list[Model]:
            """The models that were added to the document."""

        def add_root(self, model: Any) -> None:  # noqa: D102  # see there
            ...

        def clear(self) -> None:  # noqa: D102  # likewise
            ...

        def transact(  # noqa: D102  # likewise
            self, origin: Any = None
        ) -> AbstractContextManager[Any]: ...

    def to_json(self) -> dict[str, Any]:
        """Return title, roots and models as plain data for JSON.

        Models are as a ``snapshot`` of the protocol has them; the numbers of
        columns stand in ``buffers``, in base64. Callbacks of Python are left out.

        Raises:
            LocalProtocolError: A field holds something that has no form there.
        """
        payload = encode_snapshot(cast("Document", self))
        header, buffers = split(
            payload.data, max_size=len(payload.data), text=payload.text
        )
        members = json.loads(header)
        told = {name: members[name] for name in ("title", "roots", "models")}
        if buffers:
            told["buffers"] = b64encode(buffers).decode()
        return {"format": _FORMAT, **told}

    def to_json_string(self, indent: int | None = None) -> str:
        """Return what `to_json` returns as text.

        Args:
            indent: How many spaces to indent with; ``None`` is one line.
        """
        return json.dumps(self.to_json(), indent=indent)

    @classmethod
    def from_json(cls, doc_json: Mapping[str, Any]) -> Self:
        """Return a document made of what `to_json` has returned.

        It has the same ids. Models of classes that this process does not know
        keep what they hold.

        Raises:
            ValueError: That is no document.
        """
        snapshot = _read(doc_json)
        try:
            models = make_models(snapshot)
            roots = [models[number] for number in snapshot.roots]
        except LookupError as error:
            message = f"the JSON of a document refers to a model it lacks: {error}"
            raise ValueError(message) from None
        document = cls()
        cast("Document", document).restore(
            models, roots, title=snapshot.title, epoch="", revision=0
        )
        return document

    @classmethod
    def from_json_string(cls, text: str) -> Self:
        """Return a document made of what `to_json_string` has returned.

        Raises:
            ValueError: That is no document.
        """
        try:
            doc_json = json.loads(text)
        except RecursionError as error:
            raise _refusal(error) from None
        return cls.from_json(doc_json)

    def replace_with_json(self, doc_json: Mapping[str, Any]) -> None:
        """Replace title and roots by those of another document.

        Raises:
            ValueError: That is no document. Nothing was changed.
        """
        other = self.from_json(doc_json)
        roots = other.roots
        other.clear()
        with self.transact():
            self.clear()
            self.title = other.title
            for root in roots:
                self.add_root(root)


def _read(doc_json: Any) -> Snapshot:
    """Return what the JSON of a document holds, or raise `ValueError`."""
    if not isinstance(doc_json, Mapping) or doc_json.get("format") != _FORMAT:
        message = f"the JSON of a document is an object with 'format': {_FORMAT}"
        raise ValueError(message)
    members = {name: doc_json.get(name) for name in ("title", "roots", "models")}
    header = {"type": "snapshot", "epoch": "", "revision": 0, **members}
    try:
        data = json.dumps(header).encode()
        if "buffers" in doc_json:
            data = join(data, [b64decode(doc_json["buffers"], validate=True)])
        snapshot = decode_server_message(data, max_size=len(data))
    except (ProtocolError, TypeError, binascii.Error, RecursionError) as error:
        raise _refusal(error) from None
    assert isinstance(snapshot, Snapshot)
    return snapshot


def _refusal(reason: Exception) -> ValueError:
    return ValueError(f"that is not the JSON of a document: {reason}")
