"""What browsers add to a document is limited, whatever the number of messages."""

import array

import pytest

from support.bench import Bench
from syncd.models import Div
from syncd.protocol import (
    Ack,
    AddRoot,
    ClientPatch,
    NewModel,
    PatchRows,
    ReplaceColumns,
    SetField,
    StreamRows,
)
from syncd.session import Received
from syncd.session.intake import held_bytes


LIMIT = 100_000
SIZE = 10_000
CELLS = 500


def tell(bench, peer, seq, change, *, models=()):
    """Send a message; return the rejection if it is refused."""
    message = ClientPatch(
        seq=seq, base=bench.session.document.revision, changes=[change], models=models
    )
    bench.session.put(Received(peer, message))
    bench.run()
    for answer in bench.read(peer):
        for rejection in answer.rejected or ():
            return rejection
    return None


def rows(number=CELLS, cell=0.5):
    column = [cell] * number
    return StreamRows(
        model=1, field="data", columns={"x": column, "y": column}, rollover=None
    )


CHANGES = {
    "rows": lambda seq: rows(),
    "rows of text": lambda seq: rows(1, "x" * SIZE),
    "columns": lambda seq: ReplaceColumns(
        model=1, field="data", columns={f"c{seq}": ["x" * SIZE, "", ""]}
    ),
    "texts in rows that are there": lambda seq: PatchRows(
        model=1, field="data", patches={"x": [(seq % 400, "x" * SIZE)]}
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_browsers_add_has_a_limit(name):
    bench = Bench(browser_bytes=LIMIT)
    bench.knob.data = {"x": [""] * 400, "y": [0] * 400}
    if name == "columns":
        bench.knob.data = {"x": [1, 2, 3]}
    peer = bench.watch()
    refusals = [tell(bench, peer, seq, CHANGES[name](seq)) for seq in range(1, 40)]
    first = next(number for number, refusal in enumerate(refusals) if refusal)
    assert 2 <= first <= 20
    assert all(refusals[first:])
    assert refusals[-1].error == "bad_value"
    assert "100,000 bytes (--max-browser-data" in refusals[-1].message
    assert held_bytes([bench.knob.held_values()]) < 3 * LIMIT


@pytest.mark.parametrize("kept", [True, False])
def test_models_count_as_long_as_they_are_kept(kept):
    """One that nothing refers to is forgotten with its message."""
    bench = Bench(browser_bytes=LIMIT)
    peer = bench.watch()
    refusals = [
        tell(
            bench,
            peer,
            seq,
            AddRoot(model=-seq, index=None)
            if kept
            else SetField(model=1, field="label", value=""),
            models=[NewModel(id=-seq, type="Div", fields={"text": "x" * SIZE})],
        )
        for seq in range(1, 40)
    ]
    assert any(refusals) is kept
    assert len(bench.session.document.models) < 20


def test_others_go_on_while_one_is_refused():
    bench = Bench(browser_bytes=LIMIT)
    peer, other = bench.watch("one"), bench.watch("two")
    seq = 1
    while tell(bench, peer, seq, rows()) is None:
        seq += 1
    bench.read(other)
    assert tell(bench, other, 1, SetField(model=1, field="value", value=5)) is None
    assert bench.knob.value == 5
    patch = PatchRows(model=1, field="data", patches={"x": [(0, 7)]})
    assert tell(bench, other, 2, patch) is None
    assert bench.knob.data["x"][0] == 7


def test_there_is_room_again_when_rows_have_gone():
    bench = Bench(browser_bytes=LIMIT)
    peer = bench.watch()
    seq = 1
    while tell(bench, peer, seq, rows()) is None:
        seq += 1
    bench.tick(lambda: bench.knob.data.stream({"x": [], "y": []}, 0))
    bench.read(peer)
    assert tell(bench, peer, seq + 1, rows()) is None


def test_rows_that_roll_over_may_come_for_ever():
    bench = Bench(browser_bytes=LIMIT)
    peer = bench.watch()
    for seq in range(1, 200):
        change = StreamRows(
            model=1, field="data", columns={"x": [0.5], "y": [0.5]}, rollover=100
        )
        assert tell(bench, peer, seq, change) is None


def full(bench, peer):
    """Add rows until no more are taken; return the number of the next message."""
    seq = 1
    while tell(bench, peer, seq, rows(100, "x" * 100)) is None:
        seq += 1
    return seq + 1


@pytest.mark.parametrize("count", [200, 1, 0])
def test_who_may_add_no_more_may_take_away(count):
    bench = Bench(browser_bytes=LIMIT)
    peer = bench.watch()
    seq = full(bench, peer)
    bench.read(peer)
    column = ["x" * 100] * count
    fewer = ReplaceColumns(model=1, field="data", columns={"x": column, "y": column})
    assert tell(bench, peer, seq, fewer) is None
    assert len(bench.knob.data["x"]) == count
    assert tell(bench, peer, seq + 1, rows(100)) is None


def test_what_replaces_as_much_may_come_for_ever():
    bench = Bench(browser_bytes=LIMIT)
    peer = bench.watch()
    for seq in range(1, 60):
        bench.tick(lambda: bench.knob.data.stream({"x": [1] * 2_000, "y": [1] * 2_000}))
        bench.read(peer)
        change = SetField(model=1, field="label", value=f"{seq:02}" + "x" * SIZE)
        assert tell(bench, peer, seq, change) is None
    assert len(bench.knob.data["x"]) > 100_000


def test_what_python_adds_has_no_limit():
    bench = Bench(browser_bytes=LIMIT)
    bench.knob.data = {"x": [0.5] * 100_000, "y": [0.5] * 100_000}
    peer = bench.watch()
    assert tell(bench, peer, 1, rows()) is None
    bench.tick(lambda: bench.knob.data.stream({"x": [1] * 50_000, "y": [1] * 50_000}))
    bench.read(peer)
    assert len(bench.knob.data["x"]) == 150_000 + CELLS
    assert tell(bench, peer, 2, rows()) is None, "browsers have sent little as yet"


@pytest.mark.parametrize(
    ("value", "least"),
    [
        ([1.5] * 1_000, 32_000),
        (["ab" * 500] * 10, 10_000),
        ([["ab" * 500] * 10], 10_000),
        ({"a": [b"x" * 1_000]}, 1_000),
        (array.array("d", [0.0] * 1_000), 32_000),
        (("x" * 1_000, Div()), 1_000),
    ],
)
def test_the_size_of_a_value_is_about_right(value, least):
    assert least <= held_bytes([value]) <= 1.5 * least + 500


def test_the_sizes_of_arrays():
    numpy = pytest.importorskip("numpy")
    assert 8_000 <= held_bytes([numpy.zeros(1_000)]) < 9_000
    texts = numpy.array(["x" * 5_000, None], dtype=object)
    assert 5_000 <= held_bytes([texts]) < 6_000


def test_the_size_of_a_view_of_memory():
    """Columns may be any buffers; what people do beside one is taken."""
    assert held_bytes([memoryview(array.array("d", range(1_000)))]) == 8_000
    assert held_bytes([memoryview(b"abcdef")[::2]]) == 3


def test_an_acknowledgement_follows_a_refusal():
    bench = Bench(browser_bytes=1)
    peer = bench.watch()
    assert tell(bench, peer, 1, rows()) is not None
    message = ClientPatch(seq=2, base=0, changes=[])
    bench.session.put(Received(peer, message))
    bench.run()
    [answer] = bench.read(peer)
    assert isinstance(answer, Ack)
    assert answer.seq == 2
