"""Count what messages and sessions cost: calls of functions of syncd, and objects.

Such counts are the same on every machine, unlike times. A test compares them with
the ceilings in ``tests/codebase/costs.toml``, which are a tenth above what was
counted when they were written::

    python tools/costs.py            # the present counts beside their ceilings
    python tools/costs.py --write    # make the present counts the measure
"""

from __future__ import annotations

import gc
import itertools
import socket
import struct
import sys
import tomllib
from array import array
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gevent
import numpy as np
from gevent.socket import socket as Socket  # noqa: N812 - it is a class

from syncd.apps import load_application
from syncd.config import Settings
from syncd.model import ColumnsChanged, FieldChanged
from syncd.models import ColumnDataSource, Slider, TextInput
from syncd.protocol import (
    ClientPatch,
    Hello,
    decode_message,
    decode_server_message,
    encode_change,
)
from syncd.protocol.messages import Patch
from syncd.server.connection import Connection
from syncd.server.gate import Admission
from syncd.server.service import Service
from syncd.session import (
    Environment,
    HistoryBudget,
    Join,
    Limits,
    Peer,
    Received,
    Session,
    Stop,
)
from syncd.tokens import SessionClaims


if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "tests" / "codebase" / "costs.toml"

HEAD = """\
# Calls of functions of syncd that each of these takes, or objects that the garbage
# collector looks at: what was counted, and a tenth more as the ceiling.
# Written by `python tools/costs.py --write`.
"""

MAX_SIZE = 1 << 24
SPACIOUS = 200
"""Bytes of a message with spaces, so that its length takes two."""

SESSIONS = 20
FEW, MANY = 10, 110
"""Watchers; the difference tells what each of them costs."""


class Stage:
    """A session of the sliders application on a clock that stands still."""

    application = load_application(ROOT / "tests" / "apps" / "sliders.py")
    numbers = itertools.count(1)

    def __init__(self, watchers: int = 1) -> None:
        environment = Environment(
            clock=lambda: 0.0,
            runner=lambda: "runner",
            ready=lambda _: None,
            wake=lambda *_: None,
            random_id=lambda: "random",
            resume_key=lambda _, tab: tab,
            closed=lambda _: None,
            limits=Limits(),
            budget=HistoryBudget(),
        )
        self.execution = self.application.execution()
        self.session = Session("id", "/sliders", self.execution, environment)
        self.peers = [Peer(f"tab{n}", environment.limits) for n in range(watchers)]
        for peer in self.peers:
            self.session.put(Join(peer, Hello(protocol=1, tab=peer.tab)))
        self.run()
        for peer in self.peers:
            self.sent(peer)

    def run(self) -> None:
        """Do all that there is to do, as the server would."""
        while self.session.run_next(0.0):
            pass
        self.session.next_deadline()

    def sent(self, peer: Peer) -> list[Any]:
        """Return what the peer is sent."""
        return list(iter(peer.outbox.take, None))

    def find(self, cls: type, **fields: Any) -> Any:
        """Return the only model like this."""
        return self.session.document.select_one({"type": cls, **fields})

    def tick(self, function: Callable[[], object]) -> None:
        """Let the application do something."""
        self.session.document.add_next_tick_callback(function)
        self.run()

    def close(self) -> None:
        """End the session."""
        self.session.end(1000, "")
        self.execution.close()


def counted(
    function: Callable[[], object], of: tuple[str, ...] = ("syncd.",)
) -> Counter[str]:
    """Return how often each function of some packages is called by a function.

    Calls of C functions do not count, nor those of the application and of numpy.
    """
    calls: Counter[str] = Counter()

    def note(frame: FrameType, event: str, _: object) -> None:
        name = frame.f_globals.get("__name__", "")
        if event == "call" and name.startswith(of):
            calls[frame.f_code.co_qualname] += 1

    gc.collect()
    gc.disable()
    sys.setprofile(note)
    try:
        function()
    finally:
        sys.setprofile(None)
        gc.enable()
    return calls


def calls(function: Callable[[], object]) -> int:
    """Return how many calls it takes, once what is done once has been done."""
    function()
    function()
    return counted(function).total()


def edits(model: Any, values: list[Any]) -> list[bytes]:
    """Return messages of a client that sets the value of a model."""
    change = f'"kind":"field_changed","model":{model.id},"field":"value"'
    return [
        f'{{"type":"patch","seq":{seq},"base":0,"changes":[{{{change},"value":{value}}}]}}'.encode()
        for seq, value in enumerate(values, 1)
    ]


def round_trip(cls: type, values: list[Any], **fields: Any) -> int:
    """Count from the bytes of an edit to the bytes of what its callback did."""
    stage = Stage()
    (peer,) = stage.peers
    messages = iter(edits(stage.find(cls, **fields), values))

    def run() -> None:
        data = next(messages)
        message = decode_message(data, max_size=MAX_SIZE, text=True)
        assert isinstance(message, ClientPatch)
        stage.session.put(Received(peer, message, size=len(data)))
        stage.run()
        (payload,) = stage.sent(peer)
        payloads.append(payload)

    payloads: list[Any] = []
    total = calls(run)
    last = decode_server_message(payloads[-1].data, max_size=MAX_SIZE)
    assert isinstance(last, Patch)
    assert last.ack == len(values)
    assert len(last.changes) == 1
    return total


class Line:
    """A socket to a session of the sliders application, in a service of its own."""

    def __init__(self) -> None:
        near, far = socket.socketpair()
        self.service = Service(
            Settings.read({}), {"/sliders": Stage.application}, lambda: 0.0
        )
        self.admission = Admission(Stage.application, SessionClaims("id"))
        self.connection = Connection(
            Socket(fileno=near.detach()), b"", self.admission, self.service
        )
        self.connection.start()
        self._far = Socket(fileno=far.detach())

    def exchange(self, message: bytes) -> bytes:
        """Send a message, masked with zeros, and return what comes back."""
        header = struct.pack("!BBHI", 0x81, 0xFE, len(message), 0)
        self._far.sendall(header + message)
        return self._far.recv(MAX_SIZE)

    def close(self) -> None:
        """End the session, and all that serves it."""
        session = self.service.session(self.admission)
        assert session is not None
        session.put(Stop(1000, ""))
        while not session.closed:
            gevent.sleep(0)
        self.connection.let_go()
        gevent.sleep(0)
        for part in (self.service.reader, self.service.sender, self.service.worker):
            part.stop()
        self._far.close()


def over_a_socket() -> int:
    """Count an edit and its answer, from socket to socket.

    What is read by the same `recv` is one whole message, for which `websockets` is
    not needed; its calls count.
    """
    line = Line()
    try:
        line.exchange(b'{"type":"hello","protocol":1,"tab":"tab"}'.ljust(SPACIOUS))
        session = line.service.session(line.admission)
        assert session is not None
        text = session.document.select_one({"type": TextInput})
        messages = [data.ljust(SPACIOUS) for data in edits(text, ['"a"', '"b"', '"c"'])]
        for message in messages[:-1]:
            line.exchange(message)
        answers: list[bytes] = []
        found = counted(
            lambda: answers.append(line.exchange(messages[-1])),
            of=("syncd.", "websockets."),
        )
        assert b'"ack":3' in answers[0]
        return found.total()
    finally:
        line.close()


def codec() -> dict[str, int]:
    """Count what single elements of messages take."""
    stage = Stage()
    slider, source = stage.find(Slider, title="phase"), stage.find(ColumnDataSource)
    (edit,) = edits(slider, [2.5])
    field, column = (
        FieldChanged(slider, "value"),
        ColumnsChanged(source, "data", ("y",)),
    )
    return {
        "decode_field_edit": calls(
            lambda: decode_message(edit, max_size=MAX_SIZE, text=True)
        ),
        "encode_field_change": calls(lambda: encode_change(field)),
        "encode_200_points": calls(lambda: encode_change(column)),
    }


def broadcast(watchers: int) -> Counter[str]:
    """Count what one change takes that the application makes."""
    stage = Stage(watchers)
    slider = stage.find(Slider, title="phase")
    titles = iter("abc")

    def tell() -> None:
        stage.tick(lambda: setattr(slider, "title", next(titles)))

    for _ in range(2):
        tell()
        assert all(len(stage.sent(peer)) == 1 for peer in stage.peers)
    return counted(tell)


def stream() -> int:
    """Count what 100 rows take that the application streams."""
    stage = Stage()
    source = stage.find(ColumnDataSource)
    rows = {"x": np.arange(100.0), "y": np.arange(100.0)}
    return calls(lambda: stage.tick(lambda: source.stream(rows, 1000)))


def list_column() -> int:
    """Count what a column of many numbers takes, however many they are."""
    stage = Stage()
    source = stage.find(ColumnDataSource)
    floats = [array("d", [number] * 10_000).tolist() for number in range(3)]
    new = iter(floats)

    def replace() -> None:
        source.data = {"y": next(new)}

    stage.tick(lambda: setattr(source, "data", {"y": [0.0] * 10_000}))
    return calls(lambda: stage.tick(replace))


def sessions() -> dict[str, int]:
    """Count what a session takes, from its making to the first document sent."""
    Stage().close()
    Stage().close()
    made: list[Stage] = []
    created = counted(lambda: made.append(Stage())).total()
    ended = counted(made[0].close).total()
    gc.collect()
    before = len(gc.get_objects())
    made = [Stage() for _ in range(SESSIONS)]
    gc.collect()
    tracked = -(-(len(gc.get_objects()) - before) // SESSIONS)
    for stage in made:
        stage.close()
    return {
        "create_session": created,
        "end_session": ended,
        "tracked_objects_per_session": tracked,
    }


def costs() -> dict[str, int]:
    """Return all counts by name."""
    few, many = broadcast(FEW), broadcast(MANY)
    return {
        **codec(),
        "title_round_trip": round_trip(TextInput, ['"a"', '"b"', '"c"']),
        "slider_round_trip": round_trip(Slider, [1.5, 2.5, 3.5], title="phase"),
        "edit_over_a_socket": over_a_socket(),
        "stream_100_rows": stream(),
        "replace_column_of_a_list": list_column(),
        "tell_a_watcher": -(-(many.total() - few.total()) // (MANY - FEW)),
        "encodes_per_transaction": many["encode_change"],
        "packs_per_transaction": many["pack"],
        **sessions(),
    }


def ceiling(count: int) -> int:
    """Return how much a count may become before somebody has to look at it."""
    return count * 11 // 10


def stored() -> dict[str, dict[str, int]]:
    """Return the table: each name's count and ceiling."""
    return tomllib.loads(TABLE.read_text())


def table(counts: dict[str, int]) -> str:
    """Return the text of the table for these counts."""
    lines = [
        f"{name} = {{ counted = {count}, ceiling = {ceiling(count)} }}\n"
        for name, count in counts.items()
    ]
    return HEAD + "\n" + "".join(lines)


def main() -> None:
    """Print the counts, or write them down."""
    found = costs()
    if "--write" in sys.argv[1:]:
        TABLE.write_text(table(found))
    known = stored()
    for name, count in found.items():
        print(f"{name:28} {count:6}  (at most {known[name]['ceiling']})")


if __name__ == "__main__":
    main()
