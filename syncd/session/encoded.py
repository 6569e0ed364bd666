"""A transaction, encoded once for everybody that is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from syncd.model import (
    ColumnsChanged,
    ColumnsStreamed,
    FieldChanged,
    RootAdded,
    RootRemoved,
    TitleChanged,
)
from syncd.protocol import Fragment, Payload, encode_change, encode_model, pack


if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from syncd.document import Transaction

__all__ = ["Encoded", "Touched"]

_WHOLE = (FieldChanged, ColumnsChanged)
_OF_ROOTS = (RootAdded, RootRemoved)
_BY_PEER = {"peer": True}

_OVERHEAD = 300
"""Bytes that a transaction and each part of it take beside what is sent."""


class Touched:
    """What one or several transactions changed, without the values.

    A peer that is too slow gets these fields as they are by then. Sources
    that were only streamed to keep the number of rows that came.
    """

    __slots__ = ("added", "base", "by_peers", "fields", "removed", "roots", "title")

    def __init__(self, base: int) -> None:
        self.base = base
        self.by_peers = True
        self.fields: dict[tuple[int, str], int | None] = {}
        self.added: dict[int, None] = {}
        self.removed: dict[int, None] = {}
        self.roots: dict[int, RootAdded | RootRemoved] = {}
        self.title = False

    def add(self, encoded: Encoded) -> None:
        """Take in what a later transaction changed."""
        self.by_peers = self.by_peers and encoded.by_peer
        for change in encoded.changes:
            if isinstance(change, _OF_ROOTS):
                self._add_root(change)
            elif isinstance(change, TitleChanged):
                self.title = True
            else:
                self._add_field(change)
        self.added.update(dict.fromkeys(encoded.added))
        if encoded.removed:
            self._remove(encoded.removed)

    def add_fields(self, fields: Iterable[tuple[int, str]]) -> None:
        """Take in fields that the peer has to be told anew."""
        for key in fields:
            self.by_peers = False
            if key[0] not in self.added:
                self.fields[key] = None

    def _add_root(self, change: RootAdded | RootRemoved) -> None:
        """Keep the first change of each root, and none of those that came and went."""
        number = id(change.model)
        first = self.roots.setdefault(number, change)
        if isinstance(first, RootAdded) and isinstance(change, RootRemoved):
            del self.roots[number]

    def _add_field(self, change: Any) -> None:
        number = change.model.id
        if number in self.added:
            return
        key = (number, change.field)
        if isinstance(change, ColumnsStreamed):
            rows = min(map(len, change.columns.values()), default=0)
            if key not in self.fields:
                self.fields[key] = rows
            elif self.fields[key] is not None:
                self.fields[key] += rows  # type: ignore[operator]
        else:
            self.fields[key] = None

    def _remove(self, numbers: list[int]) -> None:
        gone = frozenset(numbers)
        for key in [key for key in self.fields if key[0] in gone]:
            del self.fields[key]
        for number in numbers:
            if number in self.added:
                del self.added[number]
            else:
                self.removed[number] = None


class Encoded:
    """One committed transaction as fragments, packed when first needed.

    Until it is frozen, buffers may be the author's own: pack it before
    application code runs again.
    """

    __slots__ = (
        "_frozen",
        "_full",
        "added",
        "by_peer",
        "by_tab",
        "changes",
        "models",
        "parts",
        "removed",
        "revision",
        "size",
    )

    def __init__(self, transaction: Transaction) -> None:
        self.by_peer = transaction.origin is not None
        """Whether a browser asked for it, where callbacks of its own ran as well."""

        self.by_tab: str | None = getattr(transaction.origin, "tab", None)
        """The tab of that browser."""

        self.revision = transaction.revision
        self.added = list(transaction.added)
        self.removed = transaction.removed
        self.changes = transaction.changes
        self.models: list[Fragment] = []
        self.parts: list[Fragment] = []
        """The changes as they travel, in the same order."""
        size, editable = _OVERHEAD, 0
        for model in transaction.added.values():
            part = encode_model(model)
            self.models.append(part)
            editable += part.size
            size += _OVERHEAD + len(part.json) + part.size
        for change in self.changes:
            part = encode_change(change)
            self.parts.append(part)
            # Rows that were streamed are copies already.
            if type(change) is not ColumnsStreamed:
                editable += part.size
            size += _OVERHEAD + len(part.json) + part.size
        self.size = size
        """Bytes of memory that it takes, about."""
        self._frozen = not editable
        self._full: Payload | None = None

    def freeze(self) -> None:
        """Copy the buffers that callbacks could edit later."""
        if not self._frozen:
            self._frozen = True
            for parts in (self.models, self.parts):
                for place, part in enumerate(parts):
                    if part.size:
                        parts[place] = _frozen(part)

    def full(self) -> Payload:
        """Return the patch that everybody but the author gets."""
        if self._full is None:
            head = self._head(_BY_PEER if self.by_peer else {})
            self._full = pack(head, self.models, self.parts)
        return self._full

    def again(self, tab: str) -> Payload:
        """Return the patch for a tab that was away; it may be its author."""
        if self.by_tab != tab:
            return self.full()
        return pack(self._head({}), self.models, self.parts)

    def for_author(
        self,
        head: dict[str, Any],
        own: set[tuple[int, str]],
        own_models: Collection[int],
        corrections: list[Fragment],
    ) -> Payload | None:
        """Return what the author is told, ``None`` if it knows all of it.

        Args:
            head: Members that acknowledge the author's message.
            own: The fields that stand as the author set them.
            own_models: The models that the author added.
            corrections: The present values of sets that were refused.
        """
        fragments = []
        for change, part in zip(self.changes, self.parts, strict=True):
            if not (
                own
                and isinstance(change, _WHOLE)
                and (change.model.id, change.field) in own
            ):
                fragments.append(part)
        models = self.models
        if own_models:
            pairs = zip(self.added, models, strict=True)
            models = [part for number, part in pairs if number not in own_models]
        if not (fragments or models or self.removed or corrections):
            return None
        return pack(self._head(head), models, [*fragments, *corrections])

    def _head(self, members: dict[str, Any]) -> dict[str, Any]:
        head: dict[str, Any] = {"type": "patch", "revision": self.revision, **members}
        if self.removed:
            head["removed"] = self.removed
        return head


def _frozen(fragment: Fragment) -> Fragment:
    """Return the fragment with buffers that no callback can edit later."""
    return Fragment(fragment.json, tuple(map(bytes, fragment.buffers)), fragment.size)
