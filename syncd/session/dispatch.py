"""What a live peer's messages lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from syncd.events import Event
from syncd.protocol import (
    ClientPatch,
    Ping,
    Reference,
    SetField,
    encode_message,
)
from syncd.session.apply import Edit
from syncd.session.outcome import Outcome, Rejection


if TYPE_CHECKING:
    from collections.abc import Callable

    from syncd.document import Document
    from syncd.model import Model
    from syncd.protocol import UIEvent
    from syncd.session.peer import Peer, Tab
    from syncd.session.session import Session

__all__ = ["Dispatch", "Pending"]


class Pending:
    """A client's message that is being dealt with, and not acknowledged yet."""

    __slots__ = ("answered", "outcome", "peer", "seq", "tab")

    def __init__(self, peer: Peer, tab: Tab, seq: int) -> None:
        self.peer = peer
        self.tab = tab
        self.seq = seq
        self.outcome = Outcome()
        self.answered = False

    def own(self, document: Document) -> set[tuple[int, str]]:
        """Return the fields that stand as the client set them."""
        own: set[tuple[int, str]] = set()
        models = document.models
        for key, sent in self.outcome.own.items():
            model = models.get(key[0])
            if model is not None and stands(getattr(model, key[1]), sent):
                own.add(key)
        return own

    def head(self) -> dict[str, Any]:
        """Return the members that acknowledge the message."""
        head: dict[str, Any] = {"ack": self.seq}
        if self.outcome.ids:
            head["ids"] = [[old, new] for old, new in self.outcome.ids.items()]
        if self.outcome.rejected:
            head["rejected"] = self.rejections()
        return head

    def rejections(self) -> list[dict[str, Any]]:
        """Return the rejections as peers are told them."""
        return [
            {"seq": self.seq, "error": item.error, "message": item.reason}
            for item in self.outcome.rejected
        ]


def stands(current: Any, sent: Any) -> bool:
    """Tell whether a field still has the value that a client sent."""
    if current is sent:
        return True
    if isinstance(sent, dict) and isinstance(current, dict):
        return current.keys() == sent.keys() and all(
            stands(current[key], value) for key, value in sent.items()
        )
    try:
        return bool(current == sent) and isinstance(sent, bool) == isinstance(
            current, bool
        )
    except Exception:  # noqa: BLE001  # arrays do not compare to one truth
        return False


def _resolved(value: Any, find: Callable[[int], Model]) -> Any:
    """Return what an event tells, with models in the place of references."""
    if type(value) is dict:
        return {key: _resolved(item, find) for key, item in value.items()}
    if type(value) is list:
        return [_resolved(item, find) for item in value]
    return find(value.id) if isinstance(value, Reference) else value


def _is_plain(message: ClientPatch) -> bool:
    """Tell whether a patch does nothing but set fields."""
    sets = all(type(change) is SetField for change in message.changes)
    return sets and not message.models


class Dispatch:
    """Deals with the messages of a session's peers."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.pending: Pending | None = None
        """The message that the transaction under way answers."""

    def release(self) -> None:
        """Let go of the session, which has ended."""
        del self._session

    def receive(
        self, peer: Peer, message: ClientPatch | UIEvent | Ping, merged: int
    ) -> None:
        """Deal with one message, or with one that stands for several."""
        roster = self._session.roster
        if isinstance(message, Ping):
            peer.outbox.put(encode_message({"type": "pong", "n": message.n}))
            roster.wake(peer)
            return
        tab = roster.tab_of(peer)
        if message.seq <= tab.seq:
            roster.acknowledge(Pending(peer, tab, tab.seq))
            return
        if message.seq - merged > tab.seq + 1:
            expected = tab.seq + 1
            reason = f"message {message.seq - merged} came before message {expected}"
            roster.expel(peer, 4400, reason)
            return
        tab.seq = message.seq
        self._session.kept = True
        pending = self.pending = Pending(peer, tab, message.seq)
        outcome, document = pending.outcome, self._session.document
        begun = document.begin(peer)
        try:
            if isinstance(message, ClientPatch):
                self._edit(message, tab.final_ids, outcome)
            else:
                self._event(pending, message)
            if outcome.ids or outcome.rejected:
                rejected = pending.rejections()
                tab.note(pending.seq, outcome.ids, rejected, outcome.refused)
                roster.note_outcome(tab)
        finally:
            try:
                if begun:
                    document.commit()
            finally:
                self.pending = None
        if not pending.answered and not self._session.closed:
            roster.acknowledge(pending)

    def edit(self, peer: Any, message: ClientPatch) -> Outcome:
        """Apply a patch that no live peer sent: one of the control API."""
        outcome = Outcome()
        with self._session.document.transact(origin=peer):
            self._edit(message, {}, outcome, trusted=True)
        return outcome

    def _edit(
        self,
        message: ClientPatch,
        final_ids: dict[int, int],
        outcome: Outcome,
        *,
        trusted: bool = False,
    ) -> None:
        base = message.base or 0
        edit = Edit(self._session, base, final_ids, outcome, trusted=trusted)
        document = self._session.document
        if document.held is None or _is_plain(message):
            edit.run(message.models, message.changes)
            return
        # Rows are meant as peers know them, and new models have to be told at once.
        document.tell_held()
        edit.run(message.models, message.changes)
        document.tell_held()

    def _event(self, pending: Pending, message: UIEvent) -> None:
        document, final_ids = self._session.document, pending.tab.final_ids

        def find(number: int) -> Model:
            model = document.models.get(final_ids.get(number, number))
            if model is None:
                raise Rejection("unknown_model", f"no model has the id {number}")
            return model

        try:
            model = None if message.model is None else find(message.model)
            detail = _resolved(message.detail, find) if message.detail else {}
        except Rejection as rejection:
            pending.outcome.reject(rejection)
            return
        target: Any = document if model is None else model

        def trigger() -> Any:
            event = Event.from_wire(message.name, model, detail)
            return target.trigger_event(message.name, event)

        self._session.run_guarded(trigger)
