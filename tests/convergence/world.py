"""A session, its clients, and a network that misbehaves on command.

Everything runs in lock step on a fake clock: a schedule is a list of
actions, so what fails can be shrunk and repeated.
"""

from __future__ import annotations

import itertools
from collections import deque
from typing import Any, Protocol

import numpy as np

from convergence.mirror import Mirror, canonical
from convergence.vocabulary import Probe
from syncd.document import Document
from syncd.model import Model
from syncd.protocol import Payload, decode_message
from syncd.protocol import messages as m
from syncd.session import (
    Close,
    Environment,
    HistoryBudget,
    Join,
    Leave,
    Limits,
    Peer,
    Received,
    Session,
)


class Client(Protocol):
    """What the world asks of a client: a mirror, or the one under Node."""

    tab: str

    def hello(self) -> Payload: ...
    def outgoing(self) -> list[Payload]: ...
    def receive(self, payload: Payload) -> None: ...
    def lost(self) -> None: ...


class Wire:
    """The connection of one client; what is under way can get lost."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.peer: Peer | None = None
        self.up: deque[Payload] = deque()
        self.down: deque[Payload | Close] = deque()

    def cut(self) -> None:
        self.peer = None
        self.up.clear()
        self.down.clear()
        self.client.lost()


class World:
    """One session and several clients."""

    def __init__(self, clients: list[Any], limits: Limits | None = None) -> None:
        self.now = 0.0
        self.numbers = itertools.count(1)
        self.wires = [Wire(client) for client in clients]
        self.woken: dict[Peer, None] = {}
        environment = Environment(
            clock=lambda: self.now,
            runner=lambda: "the runner",
            ready=lambda _: None,
            wake=lambda *peers: self.woken.update(dict.fromkeys(peers)),
            random_id=lambda: f"id{next(self.numbers)}",
            resume_key=lambda _, tab: f"key-{tab}",
            closed=lambda _: None,
            limits=limits or Limits(),
            budget=HistoryBudget(),
        )
        self.session = Session("session", "/app", self.build, environment)
        self.applied: list[tuple[str, int]] = []
        self.run()

    def build(self, document: Document) -> None:
        """A small application: a doubling callback, and a log of rows."""
        root = Probe(name="root", data={"id": [], "value": []})
        root.images = {
            "drawn": [[[0, 0, 0], [0, 0, 0]] for _ in range(2)],
            "taken": np.zeros((2, 2, 3)),
        }
        log = Probe(name="log", data={"id": []})
        root.children = [Probe(text="first"), Probe(text="second")]

        def doubled(_attr: str, _old: Any, new: float) -> None:
            log.number = 2 * new

        def clamped(_attr: str, _old: Any, new: int) -> None:
            root.bounded = max(0, min(10, new))

        root.on_change("number", doubled)
        root.on_change("bounded", clamped)
        document.add_root(root)
        document.add_root(log)

    @property
    def root(self) -> Probe:
        return self.session.document.roots[0]  # type: ignore[return-value]

    def run(self) -> None:
        """Let the session do all that it can do now."""
        while self.session.run_next(self.now):
            pass
        self.pump()

    def pump(self) -> None:
        """Move what peers are to be sent onto their wires."""
        for wire in self.wires:
            peer = wire.peer
            while peer is not None:
                payload = peer.outbox.take()
                if payload is None:
                    break
                wire.down.append(payload)
                if isinstance(payload, Close):
                    break

    def connect(self, wire: Wire) -> None:
        wire.cut()
        wire.up.append(wire.client.hello())

    def cut(self, wire: Wire) -> None:
        peer = wire.peer
        wire.cut()
        if peer is not None:
            self.session.put(Leave(peer, clean=False))

    def deliver_up(self, wire: Wire, *, twice: bool = False) -> None:
        """Let the session have the next message of a client."""
        wire.up.extend(wire.client.outgoing())
        if not wire.up:
            return
        payload = wire.up.popleft()
        for _ in range(1 + twice):
            message = decode_message(payload.data, max_size=1 << 24)
            if isinstance(message, m.Hello):
                wire.peer = Peer(message.tab, self.session.environment.limits)
                self.session.put(Join(wire.peer, message))
                return
            assert wire.peer is not None
            self.session.put(Received(wire.peer, message))

    def deliver_down(self, wire: Wire) -> None:
        """Let a client have the next message of the session."""
        if not wire.down:
            return
        payload = wire.down.popleft()
        if isinstance(payload, Close):
            assert payload.code == 4409, payload
            wire.cut()
            return
        wire.client.receive(payload)

    def settle(self) -> None:
        """Connect everybody and let all messages arrive."""
        for wire in self.wires:
            if wire.peer is None or not wire.peer.live:
                self.connect(wire)
        for _ in range(10_000):
            busy = False
            for wire in self.wires:
                before = len(wire.up)
                self.deliver_up(wire)
                busy = busy or bool(before) or bool(wire.up)
            self.run()
            for wire in self.wires:
                while wire.down:
                    busy = True
                    self.deliver_down(wire)
            if not busy and not any(wire.client.outgoing() for wire in self.wires):
                return
        raise AssertionError("the world did not come to rest")

    def state(self) -> dict[str, Any]:
        """Return what every client should hold."""
        document = self.session.document
        return {
            "title": document.title,
            "roots": [root.id for root in document.roots],
            "models": {
                number: canonical(_plain_fields(model))
                for number, model in sorted(document.models.items())
            },
        }


def _plain_fields(model: Model) -> dict[str, Any]:
    return {name: _plain(value) for name, value in model.wire_fields().items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Model):
        return m.Reference(value.id)  # type: ignore[arg-type]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple) or hasattr(value, "typecode"):
        return [_plain(item) for item in value]
    return value


def mirrors(count: int) -> list[Mirror]:
    return [Mirror(tab=f"tab{number}") for number in range(count)]
