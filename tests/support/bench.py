"""A session on a fake clock, and the peers that talk to it."""

import itertools
from collections.abc import Callable
from typing import Any

from syncd.document import Document
from syncd.model import Model
from syncd.model.specs import Columns
from syncd.protocol import (
    ClientPatch,
    Hello,
    SetField,
    decode_server_message,
)
from syncd.session import (
    Backlog,
    Close,
    Environment,
    HistoryBudget,
    Join,
    Limits,
    Peer,
    Received,
    Session,
)


class Knob(Model):
    """A model of these tests."""

    value: float = 0.0
    whole: int = 0
    label: str = ""
    child: Model | None = None
    data: Columns = {}


class Bench:
    """A session on a fake clock, and the peers that talk to it."""

    def __init__(
        self,
        build: Callable[[Document], None] | None = None,
        *,
        reveal_errors: bool = False,
        backlog: Backlog | None = None,
        **limits: Any,
    ) -> None:
        self.now = 0.0
        self.runner = "runner"
        self.woken: list[Peer] = []
        self.closed: list[Session] = []
        numbers = itertools.count(1)
        self.environment = Environment(
            clock=lambda: self.now,
            runner=lambda: self.runner,
            ready=lambda _: None,
            wake=lambda *peers: self.woken.extend(peers),
            random_id=lambda: f"random{next(numbers)}",
            resume_key=lambda session, tab: f"{session.id}/{tab}",
            closed=self.closed.append,
            limits=Limits(**limits),
            budget=HistoryBudget(),
            backlog=backlog or Backlog(),
            reveal_errors=reveal_errors,
        )
        self.knob = Knob(data={"x": [1, 2, 3], "y": [1, 2, 3]})
        self.session = Session("s", "/app", build or self.build, self.environment)

    def build(self, document: Document) -> None:
        document.add_root(self.knob)

    def run(self) -> None:
        while self.session.run_next(self.now):
            pass

    def join(self, tab: str = "tab", **resume: Any) -> Peer:
        peer = Peer(tab, self.environment.limits)
        self.session.put(Join(peer, Hello(protocol=1, tab=tab, **resume)))
        self.run()
        return peer

    def watch(self, tab: str = "tab") -> Peer:
        """Join and read the greeting."""
        peer = self.join(tab)
        self.read(peer)
        return peer

    def read(self, peer: Peer) -> list[Any]:
        """Return what the peer is sent, decoded."""
        messages: list[Any] = []
        while (payload := peer.outbox.take()) is not None:
            if isinstance(payload, Close):
                return [*messages, payload]
            messages.append(decode_server_message(payload.data, max_size=1 << 24))
        return messages

    def send(
        self, peer: Peer, seq: int, *changes: Any, base: int = 0, **more: Any
    ) -> None:
        message = ClientPatch(seq=seq, base=base, changes=list(changes), **more)
        self.session.put(Received(peer, message))
        self.run()

    def set(self, peer: Peer, seq: int, field: str, value: Any, **more: Any) -> None:
        self.send(peer, seq, SetField(model=1, field=field, value=value), **more)

    def tick(self, function: Callable[[], Any]) -> None:
        """Let the application do something."""
        self.session.document.add_next_tick_callback(function)
        self.run()
