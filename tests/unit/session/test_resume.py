"""Peers that come back, and peers that are slow."""

import gc
import weakref
from array import array
from typing import Any

from support.bench import Bench, Knob
from syncd.protocol import (
    Ack,
    AddRoot,
    NewModel,
    Patch,
    RemoveRoot,
    SetField,
    Snapshot,
    StreamRows,
)
from syncd.session import (
    Leave,
)


def resume(
    bench: Bench, tab: str = "tab", revision: int = 0, acked: int = 0
) -> list[Any]:
    epoch = bench.session.document.epoch
    return bench.read(bench.join(tab, epoch=epoch, revision=revision, acked=acked))


def test_resume_sends_the_missed_patches(bench: Bench) -> None:
    peer = bench.watch()
    bench.session.put(Leave(peer, clean=False))
    for value in (1, 2):
        bench.tick(lambda value=value: setattr(bench.knob, "value", value))  # type: ignore[misc]
    welcome, first, second = resume(bench)
    assert (welcome.revision, first.revision, second.revision) == (2, 1, 2)
    welcome, last = resume(bench, revision=1)
    assert last.revision == 2


def test_missed_columns_come_as_they_were_sent(bench: Bench) -> None:
    peer = bench.watch()
    bench.session.put(Leave(peer, clean=False))
    column = array("d", range(10))
    bench.tick(lambda: setattr(bench.knob, "data", {"x": column}))
    column[0] = 99.0
    _, missed = resume(bench)
    assert missed.changes[0].value["x"][0] == 0.0


def test_what_is_too_large_for_the_history_is_not_kept_for_it() -> None:
    bench = Bench(history_bytes=1000)
    peer = bench.watch()
    column = array("d", bytes(8000))
    bench.tick(lambda: setattr(bench.knob, "data", {"x": column}))
    (patch,) = bench.read(peer)
    assert len(patch.changes[0].value["x"]) == 1000
    assert bench.session.history.since(0, 1) is None
    bench.tick(lambda: setattr(bench.knob, "value", 1))
    (kept,) = bench.session.history.since(1, 2) or ()
    assert kept.revision == 2


def test_resume_after_a_gap_sends_a_snapshot() -> None:
    bench = Bench(history_bytes=1200)
    peer = bench.watch()
    bench.session.put(Leave(peer, clean=False))
    for value in (1, 2, 3):
        bench.tick(lambda value=value: setattr(bench.knob, "value", value))  # type: ignore[misc]
    _, snapshot = resume(bench)
    assert isinstance(snapshot, Snapshot)


def test_resume_tells_what_was_applied_and_what_was_refused(bench: Bench) -> None:
    peer = bench.watch()
    bench.set(peer, 1, "value", 1)
    bench.set(peer, 2, "whole", "x")
    bench.session.put(Leave(peer, clean=False))
    welcome, missed, correction = resume(bench)
    assert welcome.seq == 2
    assert [item.seq for item in welcome.rejected] == [2]
    assert missed.changes[0].value == 1
    assert (correction.base, correction.revision) == (1, 1)
    assert correction.changes == [SetField(model=1, field="whole", value=0)]


def test_what_was_refused_takes_little_memory_however_often_it_is_named(
    bench: Bench,
) -> None:
    """A message may set one field 100,000 times, and be refused."""
    peer = bench.watch()
    for seq in range(1, 4):
        sets = [SetField(model=1, field="value", value=n) for n in range(1_000)]
        bench.send(peer, seq, *sets, SetField(model=99, field="value", value=1))
    tab = bench.session.roster.tab_of(peer)
    assert [fields for _, _, fields in tab.rejected] == [[(1, "value")]] * 3


def test_whoever_missed_more_refusals_than_are_remembered_gets_a_snapshot(
    bench: Bench,
) -> None:
    """It would go on showing values that were refused."""
    peer = bench.watch()
    models = [Knob() for _ in range(5_000)]
    bench.tick(lambda: [bench.session.document.add_root(model) for model in models])
    bench.read(peer)
    numbers = [model.id for model in models if model.id is not None]
    assert len(numbers) == len(models)
    sets = [SetField(model=number, field="value", value=1) for number in numbers]
    bench.send(peer, 1, *sets, SetField(model=99_999, field="value", value=1))
    bench.set(peer, 2, "value", "no number")
    bench.session.put(Leave(peer, clean=False))
    tab = bench.session.roster.tab_of(peer)
    assert sum(len(fields) for _, _, fields in tab.rejected) == 1
    latest = bench.session.document.revision
    welcome, snapshot = resume(bench, revision=latest, acked=0)
    assert welcome.seq == 2
    assert isinstance(snapshot, Snapshot)
    _, correction = resume(bench, revision=latest, acked=1)
    assert [change.field for change in correction.changes] == ["value"]


def test_whoever_missed_more_rejections_than_are_remembered_gets_a_snapshot(
    bench: Bench,
) -> None:
    peer = bench.watch()
    for seq in range(1, 301):
        bench.set(peer, seq, "value", "no number")
    bench.session.put(Leave(peer, clean=False))
    assert isinstance(resume(bench, acked=43)[1], Snapshot)
    assert isinstance(resume(bench, acked=44)[1], Patch)


def test_outcomes_are_remembered_of_some_tabs_at_a_time() -> None:
    """A visitor may open thousands of them, and be refused in each."""
    bench = Bench(outcome_tabs=2)
    peers = [bench.watch(f"tab{number}") for number in range(4)]
    for peer in (*peers, peers[1]):
        seq = bench.session.roster.tab_of(peer).seq + 1
        bench.set(peer, seq, "value", "no number")
    tabs = [bench.session.roster.tab_of(peer) for peer in peers]
    assert [len(tab.rejected) for tab in tabs] == [0, 1, 0, 1]
    for peer in peers:
        bench.session.put(Leave(peer, clean=False))
    bench.run()
    welcome, snapshot = resume(bench, "tab2")
    assert (welcome.seq, welcome.rejected) == (1, [])
    assert isinstance(snapshot, Snapshot)
    assert not any(
        isinstance(told, Snapshot) for told in resume(bench, "tab2", acked=1)
    )
    welcome, correction = resume(bench, "tab3")
    assert [item.seq for item in welcome.rejected] == [1]
    assert [change.field for change in correction.changes] == ["value"]


def test_tabs_that_are_forgotten_take_no_place_of_outcomes() -> None:
    bench = Bench(outcome_tabs=2, max_tabs=2)
    for number in range(5):
        peer = bench.watch(f"tab{number}")
        bench.set(peer, 1, "value", "no number")
        bench.session.put(Leave(peer, clean=True))
        bench.run()
    assert resume(bench, "tab3")[0].rejected
    assert resume(bench, "tab4")[0].rejected


def test_resume_in_another_epoch_drops_what_was_not_acknowledged(bench: Bench) -> None:
    bench.watch()
    peer = bench.join("tab", epoch="another", revision=5, acked=3)
    welcome, snapshot = bench.read(peer)
    assert welcome.seq is None
    assert isinstance(snapshot, Snapshot)
    bench.set(peer, 1, "value", 1)
    assert bench.read(peer) == [Ack(revision=1, seq=1)]


def test_resume_of_a_forgotten_tab_drops_what_was_not_acknowledged() -> None:
    bench = Bench(max_tabs=1)
    bench.session.put(Leave(bench.watch("one"), clean=False))
    bench.watch("two")
    assert resume(bench, "one", acked=3)[0].seq is None


def test_a_revision_from_the_future_gets_a_snapshot(bench: Bench) -> None:
    bench.watch()
    assert isinstance(resume(bench, revision=9)[1], Snapshot)


def test_a_slow_peer_gets_one_patch_for_many() -> None:
    bench = Bench(outbox_messages=3)
    slow = bench.watch()
    for value in range(1, 50):
        bench.tick(lambda value=value: bench.knob.update(value=value, label="x"))  # type: ignore[misc]
    (patch,) = bench.read(slow)
    assert (patch.base, patch.revision) == (0, 49)
    assert {change.field: change.value for change in patch.changes} == {
        "value": 49,
        "label": "x",
    }


def test_a_slow_peer_gets_streamed_rows_joined() -> None:
    bench = Bench(outbox_messages=1)
    slow = bench.watch()
    for row in range(10, 12):
        bench.tick(lambda row=row: bench.knob.data.stream({"x": [row], "y": [row]}))  # type: ignore[misc]
    (patch,) = bench.read(slow)
    (change,) = patch.changes
    assert isinstance(change, StreamRows)
    assert list(change.columns["x"]) == [10, 11]


def test_what_waits_for_a_slow_peer_is_bounded() -> None:
    bench = Bench(outbox_messages=4, outbox_bytes=1000)
    slow = bench.watch()
    for value in range(1, 500):
        bench.tick(lambda value=value: bench.knob.update(label="x" * value))  # type: ignore[misc]
        assert slow.outbox.size <= 1000 + 600
    (patch,) = bench.read(slow)
    assert patch.changes[0].value == "x" * 499


def test_roots_that_come_and_go_are_not_kept_for_a_slow_peer() -> None:
    bench = Bench(outbox_messages=1, history_bytes=0)
    document = bench.session.document
    slow = bench.watch()
    shown: list[Any] = []

    def swap() -> None:
        document.clear()
        knob = Knob(label=f"knob {len(shown)}")
        shown.append(weakref.ref(knob))
        document.add_root(knob)

    for _ in range(20):
        bench.tick(swap)
    gc.collect()
    assert sum(knob() is not None for knob in shown) <= 3
    (patch,) = bench.read(slow)
    (last,) = document.roots
    assert [model.id for model in patch.models] == [last.id]
    assert patch.removed == [1]
    assert [type(change) for change in patch.changes] == [RemoveRoot, AddRoot]


def test_a_slow_peer_is_not_told_of_half_a_transaction() -> None:
    bench = Bench(outbox_messages=1)
    slow = bench.watch()
    taken: list[Any] = []

    def change() -> None:
        bench.knob.value = 100
        taken.append(slow.outbox.take())

    for value in (1, 2, 3):
        bench.tick(lambda value=value: setattr(bench.knob, "value", value))  # type: ignore[misc]
    bench.woken.clear()
    bench.tick(change)
    assert taken == [None]
    assert slow in bench.woken
    (patch,) = bench.read(slow)
    assert (patch.revision, patch.changes[0].value) == (4, 100)


def test_acknowledgements_of_a_peer_that_does_not_read_are_merged() -> None:
    bench = Bench(outbox_messages=2)
    author = bench.watch()
    for seq in range(1, 100):
        bench.set(author, seq, "value", 0)
    assert bench.read(author) == [Ack(revision=0, seq=99)]


def test_a_slow_peer_is_not_told_of_a_revision_before_its_changes() -> None:
    bench = Bench(outbox_messages=1)
    slow = bench.watch()
    told: list[Any] = []

    def write_at_once(peer: Any) -> None:
        told.extend(bench.read(peer))

    def change() -> None:
        bench.knob.value = 5
        told.extend(bench.read(slow))  # it can take something again, but not now
        bench.knob.tags = [object()]  # cannot be told, so all hear of an error
        object.__setattr__(bench.environment, "wake", write_at_once)

    for value in (1, 2, 3):
        bench.tick(lambda value=value: setattr(bench.knob, "label", str(value)))  # type: ignore[misc]
    bench.tick(change)
    revision, values = 0, []
    for message in told:
        if isinstance(message, Patch):
            assert (message.base or 0) in {0, revision}
            assert message.revision > revision
            revision = message.revision
            values += [item.value for item in message.changes if item.field == "value"]
    assert (revision, values) == (4, [5])


def test_few_tabs_may_call_models_by_ids_of_their_own() -> None:
    """Each of thousands of tabs could have had a thousand of them remembered."""
    bench = Bench(provisional_ids=30)
    tabs = [bench.watch(f"tab-{number}") for number in range(4)]
    for peer in tabs:
        models = [
            NewModel(id=-number, type="Knob", fields={}) for number in range(1, 11)
        ]
        roots = [AddRoot(model=model.id, index=0) for model in models]
        bench.send(peer, 1, *roots, models=models)
    for peer in tabs:
        bench.send(peer, 2, SetField(model=-1, field="value", value=5))
    refused = [
        any(getattr(told, "rejected", ()) for told in bench.read(peer)) for peer in tabs
    ]
    assert refused == [True, False, False, False]
