"""What clients ask for: applied, acknowledged, or refused with a reason."""

import array
from typing import Any

import numpy as np
import pytest

from support.bench import Bench
from syncd.model import Model
from syncd.model.specs import Columns
from syncd.protocol import (
    Ack,
    AddRoot,
    ClientPatch,
    Failure,
    NewModel,
    Patch,
    PatchRows,
    Ping,
    Pong,
    Reference,
    ReplaceColumns,
    SetField,
    SetTitle,
    Snapshot,
    StreamRows,
    Welcome,
)
from syncd.session import (
    Received,
)


def test_the_author_is_told_the_revision_and_others_the_value(bench: Bench) -> None:
    author, other = bench.watch("author"), bench.watch("other")
    bench.set(author, 1, "value", 3)
    assert bench.read(author) == [Ack(revision=1, seq=1)]
    (patch,) = bench.read(other)
    assert patch.changes == [SetField(model=1, field="value", value=3)]


def test_the_author_is_told_what_a_callback_made_of_its_value(bench: Bench) -> None:
    bench.knob.on_change(
        "value", lambda _, __, new: bench.knob.update(value=min(new, 5))
    )
    author = bench.watch()
    bench.set(author, 1, "value", 9)
    (patch,) = bench.read(author)
    assert (patch.ack, patch.changes[0].value) == (1, 5)


def test_callbacks_see_all_fields_that_were_set_together(bench: Bench) -> None:
    """Such as a file and its name, whichever of them an application waits for."""
    seen: list[Any] = []

    def look(attr: str, old: Any, new: Any) -> None:
        seen.append((attr, old, new, bench.knob.value, bench.knob.label))

    bench.knob.on_change("value", look)
    bench.knob.on_change("label", look)
    author = bench.watch()
    value = SetField(model=1, field="value", value=3)
    bench.send(author, 1, value, SetField(model=1, field="label", value="x"))
    assert seen == [("value", 0, 3, 3, "x"), ("label", "", "x", 3, "x")]
    assert bench.read(author) == [Ack(revision=1, seq=1)]


def test_what_a_callback_sets_anew_is_not_told_late(bench: Bench) -> None:
    """Whoever goes by the last value that it was told has that of the model."""
    told: list[Any] = []
    events: list[Any] = []
    bench.knob.on_change("value", lambda *_: bench.knob.update(label="moved"))
    bench.knob.on_change("label", lambda _, __, new: told.append(new))
    author = bench.watch()
    bench.session.document.on_change(
        lambda event: events.append((event.attr, event.new))
    )
    value = SetField(model=1, field="value", value=3)
    bench.send(author, 1, value, SetField(model=1, field="label", value="x"))
    assert told == ["moved"]
    assert events == [("value", 3), ("label", "moved")]
    (patch,) = bench.read(author)
    assert patch.changes == [SetField(model=1, field="label", value="moved")]


def test_callbacks_of_fields_that_were_set_together_may_hold(bench: Bench) -> None:
    document, seen = bench.session.document, []
    bench.knob.on_change("value", lambda *_: document.hold())
    bench.knob.on_change("label", lambda _, __, new: seen.append(new))
    author = bench.watch()
    value = SetField(model=1, field="value", value=3)
    bench.send(author, 1, value, SetField(model=1, field="label", value="x"))
    assert seen == []
    bench.tick(document.unhold)
    assert seen == ["x"]


def test_each_callback_of_fields_that_were_set_together_may_fail(bench: Bench) -> None:
    def fail(*_: Any) -> None:
        raise LookupError

    bench.knob.on_change("value", fail)
    bench.knob.on_change("label", fail)
    author = bench.watch()
    value = SetField(model=1, field="value", value=3)
    bench.send(author, 1, value, SetField(model=1, field="label", value="x"))
    *failures, _ = bench.read(author)
    assert [type(failure) for failure in failures] == [Failure, Failure]
    assert (bench.knob.value, bench.knob.label) == (3, "x")


def test_what_a_callback_changes_travels_with_the_acknowledgement(bench: Bench) -> None:
    bench.knob.on_change("value", lambda *_: bench.knob.update(label="moved"))
    author = bench.watch()
    bench.set(author, 1, "value", 9)
    (patch,) = bench.read(author)
    assert patch == Patch(
        revision=1, ack=1, changes=[SetField(model=1, field="label", value="moved")]
    )


def test_a_set_that_changes_nothing_is_acknowledged(bench: Bench) -> None:
    author = bench.watch()
    bench.set(author, 1, "value", 0)
    assert bench.read(author) == [Ack(revision=0, seq=1)]


def test_a_message_seen_before_is_acknowledged_and_not_applied(bench: Bench) -> None:
    author = bench.watch()
    stream = StreamRows(model=1, field="data", columns={"x": [4], "y": [4]})
    bench.send(author, 1, stream)
    bench.read(author)
    bench.send(author, 1, stream)
    assert bench.read(author) == [Ack(revision=1, seq=1)]
    assert bench.knob.data["x"] == [1, 2, 3, 4]


@pytest.mark.parametrize("whole", [True, False], ids=["all columns", "one of them"])
def test_columns_of_browsers_are_of_the_type_that_the_author_chose(
    bench: Bench, *, whole: bool
) -> None:
    def choose() -> None:
        packed = array.array("d", [1, 2])
        bench.knob.data = {"x": [1, 2], "y": np.array([1, 2]), "z": packed}

    bench.tick(choose)
    author, numbers = bench.watch(), array.array("d", [3, 4.5])
    sent = dict.fromkeys(["x", "y", "z"], numbers)
    if whole:
        bench.set(author, 1, "data", {**sent, "new": numbers})
    else:
        replaced = ReplaceColumns(model=1, field="data", columns=sent)
        bench.send(author, 1, replaced)
    data = bench.knob.data
    assert data["x"] == [3, 4.5]
    assert isinstance(data["y"], np.ndarray)
    assert data["y"][data["y"] > 4].tolist() == [4.5]
    assert isinstance(data["z"], array.array)
    assert data.get("new", [3, 4.5]) == [3, 4.5]


def test_a_gap_in_seq_closes_the_connection(bench: Bench) -> None:
    author = bench.watch()
    bench.set(author, 2, "value", 1)
    (close,) = bench.read(author)
    assert close.code == 4400
    assert bench.knob.value == 0


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (SetField(model=9, field="value", value=1), "unknown_model"),
        (SetField(model=1, field="volume", value=1), "unknown_field"),
        (SetField(model=1, field="value", value="x"), "bad_value"),
        (SetField(model=1, field="child", value=Reference(9)), "unknown_model"),
        (SetField(model=1, field="subscribed_events", value=[]), "read_only"),
        (StreamRows(model=1, field="data", columns={"x": [1]}), "bad_rows"),
        (StreamRows(model=1, field="value", columns={"x": [1]}), "unknown_field"),
        (PatchRows(model=1, field="data", patches={"x": [(3, 1)]}), "bad_rows"),
        (PatchRows(model=1, field="data", patches={"z": [(0, 1)]}), "bad_rows"),
        (ReplaceColumns(model=1, field="data", columns={"x": [1]}), "bad_rows"),
        (AddRoot(model=9, index=0), "unknown_model"),
    ],
    ids=lambda value: (
        value if isinstance(value, str) else type(value).__name__ + repr(value)[-40:]
    ),
)
def test_an_edit_that_cannot_be_is_rejected_with_a_reason(
    bench: Bench, change: Any, error: str
) -> None:
    author = bench.watch()
    bench.send(author, 1, change)
    (answer,) = bench.read(author)
    assert [(item.seq, item.error) for item in answer.rejected] == [(1, error)]
    assert answer.rejected[0].message
    assert bench.session.document.revision == 0


def test_a_patch_with_a_refused_value_is_rejected_whole(bench: Bench) -> None:
    author = bench.watch()
    good = SetField(model=1, field="value", value=3)
    bad = SetField(model=1, field="whole", value="x")
    bench.send(author, 1, good, bad)
    (answer,) = bench.read(author)
    corrected = {change.field: change.value for change in answer.changes}
    assert corrected == {"value": 0, "whole": 0}
    assert bench.knob.value == 0


def test_an_unknown_type_is_rejected(bench: Bench) -> None:
    author = bench.watch()
    new = NewModel(id=-1, type="Nothing", fields={})
    bench.send(
        author, 1, SetField(model=1, field="child", value=Reference(-1)), models=[new]
    )
    (answer,) = bench.read(author)
    assert answer.rejected[0].error == "unknown_type"


def test_a_revision_from_the_future_is_rejected(bench: Bench) -> None:
    author = bench.watch()
    bench.set(author, 1, "value", 1, base=7)
    assert bench.read(author)[0].rejected[0].error == "future_revision"


def test_a_new_model_gets_its_id_from_the_server(bench: Bench) -> None:
    author, other = bench.watch("author"), bench.watch("other")
    new = NewModel(id=-1, type="Knob", fields={"label": "new"})
    bench.send(
        author, 1, SetField(model=1, field="child", value=Reference(-1)), models=[new]
    )
    (ack,) = bench.read(author)
    assert ack.ids == [(-1, 2)]
    (patch,) = bench.read(other)
    assert patch.models[0].id == 2
    bench.send(author, 2, SetField(model=-1, field="label", value="later"))
    assert bench.knob.child.label == "later"  # type: ignore[union-attr]


def test_roots_and_title_can_be_edited(bench: Bench) -> None:
    author = bench.watch()
    new = NewModel(id=-1, type="Knob", fields={})
    bench.send(author, 1, AddRoot(model=-1, index=1), SetTitle(title="x"), models=[new])
    assert len(bench.session.document.roots) == 2
    assert bench.session.document.title == "x"


def test_indices_are_shifted_by_the_rows_dropped_since(bench: Bench) -> None:
    author = bench.watch()
    bench.tick(lambda: bench.knob.data.stream({"x": [4, 5], "y": [4, 5]}, 3))
    bench.send(author, 1, PatchRows(model=1, field="data", patches={"x": [(2, 33)]}))
    assert bench.knob.data["x"] == [33, 4, 5]


def test_a_patch_of_dropped_rows_is_stale(bench: Bench) -> None:
    author = bench.watch()
    bench.tick(lambda: bench.knob.data.stream({"x": [4, 5], "y": [4, 5]}, 3))
    bench.read(author)
    bench.send(author, 1, PatchRows(model=1, field="data", patches={"x": [(1, 22)]}))
    assert bench.read(author)[0].rejected[0].error == "stale_rows"
    bench.send(
        author, 2, PatchRows(model=1, field="data", patches={"x": [(1, 44)]}), base=1
    )
    assert bench.knob.data["x"] == [3, 44, 5]


def test_a_patch_of_a_replaced_column_is_stale(bench: Bench) -> None:
    author = bench.watch()
    bench.tick(lambda: bench.knob.data.update(x=[7, 8, 9]))
    bench.read(author)
    bench.send(
        author,
        1,
        PatchRows(model=1, field="data", patches={"x": [(0, 1)]}),
        PatchRows(model=1, field="data", patches={"y": [(0, 9)]}),
    )
    (answer,) = bench.read(author)
    assert [item.error for item in answer.rejected] == ["stale_rows"]
    assert (bench.knob.data["x"][0], bench.knob.data["y"][0]) == (7, 9)


def test_queued_sets_of_a_field_collapse_to_the_latest(bench: Bench) -> None:
    author = bench.watch()
    heard: list[float] = []
    bench.knob.on_change("value", lambda _, __, new: heard.append(new))
    for seq in range(1, 6):
        change = SetField(model=1, field="value", value=seq)
        bench.session.put(
            Received(author, ClientPatch(seq=seq, base=0, changes=[change]))
        )
    bench.run()
    assert heard == [5]
    assert bench.read(author) == [Ack(revision=1, seq=5)]


def test_another_message_in_between_keeps_the_order(bench: Bench) -> None:
    author = bench.watch()
    heard: list[float] = []
    bench.knob.on_change("value", lambda _, __, new: heard.append(new))
    for seq, message in enumerate(
        [("value", 1), ("label", "x"), ("value", 2), ("value", 3)], 1
    ):
        change = SetField(model=1, field=message[0], value=message[1])
        bench.session.put(
            Received(author, ClientPatch(seq=seq, base=0, changes=[change]))
        )
    bench.run()
    assert heard == [1, 3]


def test_a_peer_with_a_full_inbox_should_not_be_read() -> None:
    bench = Bench(inbox_messages=3)
    author = bench.watch()
    for n in range(3):
        assert not bench.session.full(author)
        bench.session.put(Received(author, Ping(n=n)))
    assert bench.session.full(author)
    bench.run()
    assert bench.read(author) == [Pong(n=0), Pong(n=1), Pong(n=2)]
    assert not bench.session.full(author)


class Anything(Model):
    """A model whose field takes what no message can hold."""

    value: Any = None
    data: Columns = {}


def test_a_value_that_cannot_be_sent_is_reset_and_costs_nothing_else(
    caplog: pytest.LogCaptureFixture,
) -> None:
    model = Anything(value=object())
    bench = Bench(lambda document: document.add_root(model))
    peer = bench.join()
    kinds = [type(message) for message in bench.read(peer)]
    assert kinds == [Welcome, Failure, Snapshot]
    assert "Anything.value cannot be sent" in caplog.text

    def change() -> None:
        model.value = object()
        model.data = {"x": [1, [object()], "a"]}
        model.name = "renamed"

    bench.tick(change)
    patch, *_ = bench.read(peer)
    told = {change.field: change.value for change in patch.changes}
    assert told == {"value": None, "data": {"x": [1, None, "a"]}, "name": "renamed"}
    assert not bench.session.closed


def test_a_message_without_a_base_refers_to_rows_as_they_were_at_first(bench: Bench):
    peer = bench.watch()
    bench.tick(lambda: bench.knob.data.update(x=[7, 8, 9]))
    bench.read(peer)
    patches = {"x": [(0, 1)]}
    message = PatchRows(model=1, field="data", patches=patches)
    bench.session.put(Received(peer, ClientPatch(seq=1, changes=[message])))
    bench.run()
    (answer,) = bench.read(peer)
    assert answer.rejected[0].error == "stale_rows"


@pytest.mark.parametrize("dtype", ["f8", "datetime64[us]"])
def test_rows_are_told_as_they_were_when_they_came(bench: Bench, dtype: str) -> None:
    bench.knob.data = {"x": np.zeros(8, dtype)}
    peer = bench.watch()

    def fill() -> None:
        rows = np.zeros(8, dtype)
        for number in (1, 2):
            rows[:] = number * 1000
            bench.knob.data.stream({"x": rows})
        bench.knob.data.patch({"x": [(slice(0, 8), rows)]})
        rows[:] = 3000

    bench.tick(fill)
    (patch,) = bench.read(peer)
    first, second, third = patch.changes
    told = [first.columns["x"][0], second.columns["x"][0], third.patches["x"][0][1][0]]
    assert told == ([1000, 2000, 2000] if dtype == "f8" else [1, 2, 2])


def test_the_class_of_many_models_is_found_with_one_look(bench: Bench) -> None:
    """Not with one at all models that there are for each of them."""
    looked: list[int] = []

    class Watched(dict[int, Any]):
        def values(self) -> Any:
            looked.append(len(self))
            return super().values()

    membership = bench.session.document._membership
    membership.models = Watched(membership.models)
    models = [NewModel(id=-number, type="Knob", fields={}) for number in range(1, 101)]
    peer = bench.watch()
    looked.clear()
    bench.send(peer, 1, AddRoot(model=-1, index=0), models=models)
    assert 0 < len(looked) <= 3
