"""Random schedules: what clients, the server and the network do, in turn."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import numpy as np
from hypothesis import strategies as st

from convergence.vocabulary import Probe
from convergence.world import Wire, World
from syncd.errors import RowsError
from syncd.protocol import messages as m


VALUES = st.one_of(
    st.integers(-20, 20),
    st.sampled_from([0.5, -1.25, 3.0]),
)
TEXTS = st.text("abcé😀", max_size=3)

CELLS = st.sampled_from(
    [
        (0, 0, 0),
        (1, 1, 2),
        (1, slice(0, 2), 1),
        (0, 1, slice(0, 3, 2)),
        (2, slice(0, 2), slice(1, 3)),
        (0, slice(1, 1), 0),
        (0, 2, 0),  # there is no such line
    ]
)

ACTIONS = st.one_of(
    st.tuples(st.just("number"), st.integers(0, 9), VALUES),
    st.tuples(st.just("text"), st.integers(0, 9), TEXTS),
    st.tuples(st.just("bounded"), st.integers(0, 9), st.integers(-5, 15)),
    st.tuples(st.just("bad"), st.integers(0, 9), st.none()),
    st.tuples(st.just("items"), st.integers(0, 9), st.lists(VALUES, max_size=3)),
    st.tuples(st.just("stream"), st.integers(0, 9), st.sampled_from([None, 3, 5])),
    st.tuples(st.just("log"), st.integers(0, 9), st.none()),
    st.tuples(st.just("patch"), st.integers(0, 9), st.integers(0, 4)),
    st.tuples(st.just("cells"), st.integers(0, 9), CELLS),
    st.tuples(st.just("add"), st.integers(0, 9), TEXTS),
    st.tuples(st.just("unset"), st.integers(0, 9), st.none()),
    st.tuples(st.just("child"), st.integers(0, 9), TEXTS),
    st.tuples(st.just("up"), st.integers(0, 9), st.booleans()),
    st.tuples(st.just("up"), st.integers(0, 9), st.booleans()),
    st.tuples(st.just("down"), st.integers(0, 9), st.none()),
    st.tuples(st.just("down"), st.integers(0, 9), st.none()),
    st.tuples(st.just("run"), st.integers(0, 9), st.none()),
    st.tuples(st.just("run"), st.integers(0, 9), st.none()),
    st.tuples(st.just("step"), st.integers(0, 9), st.none()),
    st.tuples(st.just("cut"), st.integers(0, 9), st.none()),
    st.tuples(st.just("connect"), st.integers(0, 9), st.none()),
    st.tuples(st.just("server"), st.integers(0, 9), VALUES),
    st.tuples(st.just("server rows"), st.integers(0, 9), st.sampled_from([None, 2, 4])),
    st.tuples(st.just("server cells"), st.integers(0, 9), CELLS),
    st.tuples(st.just("server images"), st.integers(0, 9), st.sampled_from([1, 2, 3])),
    st.tuples(st.just("server roots"), st.integers(0, 9), st.booleans()),
)

SCHEDULES = st.lists(ACTIONS, min_size=15, max_size=80)


def cells(number: int, index: Any) -> dict[str, Any]:
    """Return a patch of some cells of an image."""
    count = len(np.zeros((3, 2, 3))[index].ravel()) if index[1] != 2 else 1
    several = any(isinstance(part, slice) for part in index)
    values = [number + place / 2 for place in range(count)] if several else number
    return {"taken" if number % 2 else "drawn": [(index, values)]}


class Run:
    """Plays a schedule and checks what has to hold at the end of it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.streamed: dict[int, tuple[Any, int]] = {}
        self.next_row = 1000
        for wire in world.wires:
            world.connect(wire)
        world.settle()

    def play(self, schedule: list[tuple[str, int, Any]]) -> None:
        for name, number, value in schedule:
            wire = self.world.wires[number % len(self.world.wires)]
            getattr(self, "do_" + name.replace(" ", "_"))(wire, number, value)
        self.world.settle()
        self.check()

    def check(self) -> None:
        expected = self.world.state()
        for wire in self.world.wires:
            assert not wire.client.pending
            assert wire.client.state() == expected
        rows = list(self.world.session.document.roots[1].data["id"])
        for row, (client, seq) in self.streamed.items():
            outcome = client.outcomes.get(seq)
            assert rows.count(row) <= 1, f"row {row} was applied twice"
            if outcome == "applied":
                assert rows.count(row) == 1, f"row {row} was acknowledged and lost"

    # Clients

    def do_number(self, wire: Wire, number: int, value: Any) -> None:
        wire.client.set(self.target(wire, number), "number", value)

    def target(self, wire: Wire, number: int) -> int:
        """Choose a model that the client knows, a provisional one included."""
        known = sorted(wire.client.models)
        roots = wire.client.roots
        return roots[0] if number % 3 else known[number % len(known)]

    def do_text(self, wire: Wire, number: int, value: Any) -> None:
        wire.client.set(self.target(wire, number), "text", value)

    def do_bounded(self, wire: Wire, _: int, value: Any) -> None:
        wire.client.set(wire.client.roots[0], "bounded", value)

    def do_bad(self, wire: Wire, _: int, __: Any) -> None:
        wire.client.set(wire.client.roots[0], "bounded", "not a number")

    def do_items(self, wire: Wire, number: int, value: Any) -> None:
        wire.client.set(self.target(wire, number), "items", value)

    def do_stream(self, wire: Wire, number: int, rollover: Any) -> None:
        rows = {"id": [number], "value": [float(number)]}
        root = wire.client.roots[0]
        change = m.StreamRows(model=root, field="data", columns=rows, rollover=rollover)
        wire.client.edit([change])

    def do_log(self, wire: Wire, _: int, __: Any) -> None:
        """Append a row that is never dropped: acknowledged means kept."""
        self.next_row += 1
        log = wire.client.roots[1]
        rows = {"id": [self.next_row]}
        change = m.StreamRows(model=log, field="data", columns=rows)
        seq = wire.client.edit([change])
        wire.client.outcomes.pop(seq, None)
        self.streamed[self.next_row] = (wire.client, seq)

    def do_patch(self, wire: Wire, number: int, index: int) -> None:
        root = wire.client.roots[0]
        patches = {"value": [(index, number / 2)]}
        wire.client.edit([m.PatchRows(model=root, field="data", patches=patches)])

    def do_cells(self, wire: Wire, number: int, index: Any) -> None:
        root = wire.client.roots[0]
        patches = cells(number, index)
        wire.client.edit([m.PatchRows(model=root, field="images", patches=patches)])

    def do_add(self, wire: Wire, number: int, text: str) -> None:
        wire.client.add(self.target(wire, number), "child", {"text": text})

    def do_unset(self, wire: Wire, number: int, _: Any) -> None:
        wire.client.set(self.target(wire, number), "child", None)

    def do_child(self, wire: Wire, number: int, text: str) -> None:
        """Set a field of the newest model, most likely a provisional one."""
        known = sorted(wire.client.models)
        wire.client.set(known[0] if number % 2 else known[-1], "text", text)

    # Network

    def do_up(self, wire: Wire, _: int, twice: bool) -> None:
        self.world.deliver_up(wire, twice=twice)

    def do_down(self, wire: Wire, _: int, __: Any) -> None:
        self.world.deliver_down(wire)

    def do_cut(self, wire: Wire, _: int, __: Any) -> None:
        self.world.cut(wire)

    def do_connect(self, wire: Wire, _: int, __: Any) -> None:
        self.world.connect(wire)

    # Server

    def do_run(self, _: Wire, __: int, ___: Any) -> None:
        self.world.run()

    def do_step(self, _: Wire, __: int, ___: Any) -> None:
        self.world.session.run_next(self.world.now)

    def on_server(self, function: Any) -> None:
        self.world.session.document.add_next_tick_callback(function)

    def do_server(self, _: Wire, number: int, value: Any) -> None:
        def change() -> None:
            root = self.world.root
            root.number = value
            root.text = f"server {number}"
            if number % 4 == 0:
                root.children = [*root.children[1:], Probe(text="made by the server")]
            if number % 5 == 0:
                root.data["value"] = [0.5] * len(root.data["value"])

        self.on_server(change)

    def do_server_rows(self, _: Wire, number: int, rollover: Any) -> None:
        def change() -> None:
            self.world.root.data.stream(
                {"id": [number, number], "value": [1.0, float(number)]}, rollover
            )

        self.on_server(change)

    def do_server_cells(self, _: Wire, number: int, index: Any) -> None:
        def change() -> None:
            with suppress(RowsError):
                self.world.root.images.patch(cells(number, index))

        self.on_server(change)

    def do_server_images(self, _: Wire, number: int, rollover: int) -> None:
        def change() -> None:
            image = [[number, 0, 0], [0, 0, number]]
            rows = {"drawn": [image], "taken": np.array([image])}
            self.world.root.images.stream(rows, rollover)

        self.on_server(change)

    def do_server_roots(self, _: Wire, __: int, add: bool) -> None:
        def change() -> None:
            document = self.world.session.document
            if add:
                document.add_root(Probe(text="another root"))
            elif len(document.roots) > 2:
                document.remove_root(document.roots[2])
            document.title = f"{len(document.roots)} roots"

        self.on_server(change)
