"""Who watches a session, and what each of them is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from syncd.errors import LocalProtocolError
from syncd.model import FieldChanged
from syncd.protocol import encode_change, encode_message, encode_snapshot, pack
from syncd.session.encoded import Encoded
from syncd.session.merged import acknowledgement, encode_merged
from syncd.session.outbox import Update
from syncd.session.peer import Tab
from syncd.session.remembered import Remembered
from syncd.session.scrub import scrub


if TYPE_CHECKING:
    from syncd.document import Transaction
    from syncd.protocol import Fragment, Hello, Payload
    from syncd.session.dispatch import Pending
    from syncd.session.encoded import Touched
    from syncd.session.peer import Peer
    from syncd.session.session import Session

__all__ = ["Roster"]


class Roster:
    """The peers of a session and the tabs that it remembers."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._peers: dict[Peer, Tab] = {}
        self._tabs: dict[str, Tab] = {}
        self._remembered = Remembered(session.environment.limits)
        self.waiting: set[Peer] = set()
        """Slow peers that wait for the transaction under way to end."""
        self._snapshot: tuple[int, Payload] | None = None
        self._since = 0.0
        self.left_at = session.environment.clock()
        """When the last peer left; before the first one, when the session was made."""

    @property
    def watched(self) -> bool:
        """Whether anybody watches."""
        return bool(self._peers)

    def __len__(self) -> int:
        return len(self._peers)

    def left(self, leaving: set[Peer]) -> bool:
        """Tell whether nobody watches but those who leave."""
        return self._peers.keys() <= leaving

    def tab_of(self, peer: Peer) -> Tab:
        """Return the tab of a live peer."""
        return self._peers[peer]

    def wake(self, *peers: Peer) -> None:
        """Tell the transport that there is something to send."""
        self._session.environment.wake(*peers)

    # Coming and going

    def join(self, peer: Peer, hello: Hello) -> None:
        """Welcome a peer and bring it up to date."""
        self._session.document.tell_held()
        tab = self._tabs.get(hello.tab)
        if tab is not None and tab.peer is not None:
            self.expel(tab.peer, 4409, "a newer connection of this tab took over")
        limit = self._session.environment.limits.max_connections
        if len(self._peers) >= limit:
            peer.outbox.close(4429, f"{limit} connections watch this session already")
            self.wake(peer)
            return
        known = tab is not None and hello.epoch == self._session.document.epoch
        if not known:
            if tab is not None:
                self._forget(tab)
            self._forget_oldest()
            tab = self._tabs[hello.tab] = Tab(hello.tab)
        assert tab is not None
        if not self._peers:
            self._since = self._session.environment.clock()
        tab.peer = peer
        tab.lost_until = None
        self._peers[peer] = tab
        peer.live = True
        peer.outbox.render = lambda touched, head: self._render(peer, touched, head)
        self._greet(peer, tab, hello, known=known)
        self.wake(peer)

    def _forget_oldest(self) -> None:
        """Keep the number of remembered tabs within the limit."""
        if len(self._tabs) < self._session.environment.limits.max_tabs:
            return
        for tab in self._tabs.values():
            if tab.peer is None:
                self._forget(tab)
                return

    def _forget(self, tab: Tab) -> None:
        del self._tabs[tab.name]
        self._remembered.drop(tab)

    def note_outcome(self, tab: Tab) -> None:
        """Take note that a tab remembers an outcome; some may do so at a time."""
        self._remembered.note(tab)

    def _greet(self, peer: Peer, tab: Tab, hello: Hello, *, known: bool) -> None:
        environment = self._session.environment
        document = self._session.document
        welcome: dict[str, Any] = {
            "type": "welcome",
            "protocol": 1,
            "session": self._session.id,
            "epoch": document.epoch,
            "revision": document.revision,
            "seq": tab.seq if known or hello.epoch is None else None,
            "resume": environment.resume_key(self._session, tab.name),
            "max_message": environment.max_message,
            "ping_ms": round(environment.ping * 1000),
        }
        ids, rejected, refused = tab.missed(hello.acked or 0)
        if ids:
            welcome["ids"] = ids
        if rejected:
            welcome["rejected"] = rejected
        peer.outbox.put(encode_message(welcome))
        whole = known and (hello.acked or 0) >= tab.forgotten
        missed = self._missed(hello, known=whole)
        if missed is None:
            peer.outbox.put(self.snapshot())
            return
        for encoded in missed:
            base = encoded.revision - 1
            head: dict[str, Any] | None = {} if encoded.by_tab == tab.name else None
            update = Update(encoded.again(tab.name), base, encoded, head)
            peer.outbox.put_update(update)
        if refused:
            self._correct(peer, refused)

    def _missed(self, hello: Hello, *, known: bool) -> list[Encoded] | None:
        """Return what the peer has missed, ``None`` if it needs a snapshot."""
        document = self._session.document
        if not known or hello.revision is None or hello.revision > document.revision:
            return None
        return self._session.history.since(hello.revision, document.revision)

    def _correct(self, peer: Peer, refused: list[tuple[int, str]]) -> None:
        """Tell a peer the present values of fields that it set in vain."""
        revision = self._session.document.revision
        head = {"type": "patch", "revision": revision, "base": revision}
        payload = pack(head, (), self._corrections(refused))
        peer.outbox.put_update(Update(payload, revision, refused=tuple(refused)))

    def _corrections(self, refused: list[tuple[int, str]]) -> list[Fragment]:
        models = self._session.document.models
        return [
            encode_change(FieldChanged(models[number], name))
            for number, name in dict.fromkeys(refused)
            if number in models
        ]

    def snapshot(self) -> Payload:
        """Return a snapshot; made once for many who come at the same time."""
        document = self._session.document
        if self._snapshot is not None and self._snapshot[0] == document.revision:
            return self._snapshot[1]
        payload = self.snapshot_of()
        if len(self._peers) > 1:
            self._snapshot = (document.revision, payload)
        return payload

    def snapshot_of(self, **members: Any) -> Payload:
        """Return a snapshot with further members; what has no form is reset."""
        document = self._session.document
        try:
            return encode_snapshot(document, **members)
        except LocalProtocolError:
            for error in scrub(document.models.values()):
                self._session.failed(error)
            return encode_snapshot(document, **members)

    def leave(self, peer: Peer, *, clean: bool) -> None:
        """Let go of a peer whose connection has ended."""
        tab = self._peers.pop(peer, None)
        peer.live = False
        peer.outbox.render = None
        self.waiting.discard(peer)
        if tab is None or tab.peer is not peer:
            return
        tab.peer = None
        environment = self._session.environment
        now = environment.clock()
        if not clean:
            tab.lost_until = now + environment.limits.lost_lifetime
        if not self._peers:
            self._snapshot = None
            self._note_end(now)
            lost = [
                t.lost_until for t in self._tabs.values() if t.lost_until is not None
            ]
            until = max([*lost, now + environment.limits.goodbye_lifetime])
            self._session.postpone_expiry(until - now)

    def _note_end(self, now: float) -> None:
        """Take note that nobody watches any more; who stayed for long may come back."""
        self.left_at = now
        if now - self._since >= self._session.environment.limits.glimpse:
            self._session.kept = True

    def expel(self, peer: Peer, code: int, reason: str) -> None:
        """Close a peer's connection at once; it has what it was told before."""
        self._session.environment.send()
        tab = self._peers.pop(peer, None)
        if tab is not None:
            tab.peer = None
            tab.lost_until = self._session.environment.clock()
        peer.live = False
        peer.outbox.render = None
        self.waiting.discard(peer)
        peer.outbox.close(code, reason, flush=False)
        self.wake(peer)
        if not self._peers:
            self._note_end(self._session.environment.clock())
            limits = self._session.environment.limits
            self._session.postpone_expiry(limits.lost_lifetime)

    def expel_all(self, code: int, reason: str) -> None:
        """Close every peer; they may come back to where they were."""
        for peer in tuple(self._peers):
            self.expel(peer, code, reason)

    def close_all(self, code: int, reason: str) -> None:
        """Close every peer, after what waits for it; the session ends."""
        peers = list(self._peers)
        self._peers.clear()
        self._tabs.clear()
        self._remembered.clear()
        self.waiting.clear()
        for peer in peers:
            peer.live = False
            peer.outbox.render = None
            peer.outbox.close(code, reason)
            self.wake(peer)

    # Telling

    def broadcast(self, transaction: Transaction, pending: Pending | None) -> None:
        """Tell every peer of a transaction; its author only what is news."""
        session = self._session
        self._snapshot = None
        if not self._tabs:
            session.history.skip(transaction.revision)
            return
        encoded, errors = self._encode(transaction)
        session.history.add(encoded)
        peers, update = tuple(self._peers), None
        for peer in peers:
            if pending is not None and peer is pending.peer:
                self._tell_author(encoded, pending, final=transaction.final)
            else:
                if update is None:
                    update = Update(encoded.full(), encoded.revision - 1, encoded)
                peer.outbox.put_update(update)
        session.environment.wake(*peers)
        # Only now: it wakes slow peers, who are told everything up to here.
        for error in errors:
            session.failed(error)

    def _encode(
        self, transaction: Transaction
    ) -> tuple[Encoded, list[LocalProtocolError]]:
        """Encode a transaction; what has no wire form is taken out of it."""
        try:
            return Encoded(transaction), []
        except LocalProtocolError:
            touched = {id(model): model for model, _, _ in transaction.touched()}
            errors = scrub([*touched.values(), *transaction.added.values()])
            for model in touched.values():
                transaction.retell(model)
            return Encoded(transaction), errors

    def _tell_author(self, encoded: Encoded, pending: Pending, *, final: bool) -> None:
        head = pending.head() if final else {}
        outcome = pending.outcome
        refused = outcome.refused if final else []
        payload = encoded.for_author(
            head,
            pending.own(self._session.document),
            frozenset(outcome.ids.values()) if outcome.ids else (),
            self._corrections(refused) if refused else [],
        )
        if payload is None and final:
            payload = acknowledgement(head, encoded.revision)
        elif payload is None:
            payload = pack({"type": "patch", "revision": encoded.revision}, (), ())
        base = encoded.revision - 1
        update = Update(payload, base, encoded, head, tuple(refused))
        pending.peer.outbox.put_update(update)
        pending.answered = final

    def acknowledge(self, pending: Pending) -> None:
        """Answer a message that changed nothing, with corrections if due."""
        revision = self._session.document.revision
        head, refused = pending.head(), pending.outcome.refused
        if refused:
            members = {"type": "patch", "revision": revision, "base": revision, **head}
            payload = pack(members, (), self._corrections(refused))
        else:
            payload = acknowledgement(head, revision)
        update = Update(payload, revision, None, head, tuple(refused))
        pending.peer.outbox.put_update(update)
        self.wake(pending.peer)

    def announce(self, payload: Payload) -> None:
        """Send every peer a message that is no update."""
        peers = tuple(self._peers)
        for peer in peers:
            peer.outbox.put(payload)
        self.wake(*peers)

    # Slow readers

    def _render(
        self, peer: Peer, touched: Touched, head: dict[str, Any]
    ) -> Payload | None:
        """Encode what a slow peer has missed, unless a change is under way."""
        document = self._session.document
        if document.in_transaction:
            self.waiting.add(peer)
            return None
        try:
            return encode_merged(document, touched, head)
        except LocalProtocolError:
            for error in scrub(document.models.values()):
                self._session.failed(error)
            return encode_merged(document, touched, head)

    def wake_waiting(self) -> None:
        """Wake the slow peers that had to wait for a transaction to end."""
        waiting, self.waiting = self.waiting, set()
        for peer in waiting:
            self.wake(peer)

    def release(self) -> None:
        """Let go of the session, which has ended."""
        del self._session
