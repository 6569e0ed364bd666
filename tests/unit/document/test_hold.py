"""Changes that are made at once, and told and followed up later."""

import logging

import pytest

from support.bench import Bench, Knob
from syncd.document import Document
from syncd.protocol import Patch, Snapshot, StreamRows


@pytest.fixture
def calls(bench: Bench) -> list:
    seen: list = []
    bench.knob.on_change("value", lambda attr, old, new: seen.append((old, new)))
    return seen


def set_values(bench: Bench, *values: float) -> None:
    for value in values:
        bench.tick(lambda value=value: setattr(bench.knob, "value", value))


def values_of(messages) -> list:
    assert all(isinstance(message, Patch) for message in messages), messages
    return [
        change.value
        for message in messages
        for change in message.changes
        if change.field == "value"
    ]


@pytest.mark.parametrize(
    ("policy", "expected"),
    [("combine", [(2, 3)]), ("collect", [(0, 1), (1, 2), (2, 3)])],
)
def test_what_is_held_is_told_and_followed_up_later(bench, calls, policy, expected):
    peer = bench.watch()
    bench.tick(lambda: bench.session.document.hold(policy))
    set_values(bench, 1, 2, 3)
    assert bench.knob.value == 3
    assert (calls, bench.read(peer)) == ([], [])
    bench.tick(bench.session.document.unhold)
    assert calls == expected
    assert values_of(bench.read(peer)) == [3]
    set_values(bench, 4)
    assert (calls[-1], values_of(bench.read(peer))) == ((3, 4), [4])


def test_combined_are_only_changes_of_one_field_of_one_model(bench, calls):
    bench.watch()
    document, order = bench.session.document, []
    bench.knob.on_change("label", lambda attr, old, new: order.append(new))
    other = Knob()
    other.on_change("value", lambda attr, old, new: order.append(new))

    def change():
        document.add_root(other)
        document.hold()
        bench.knob.value, bench.knob.label, other.value = 1, "a", 2
        bench.knob.value, bench.knob.label, other.value = 3, "b", 4
        document.unhold()

    bench.tick(change)
    assert calls == [(1, 3)]
    assert order == ["b", 4]


def test_callbacks_that_are_added_meanwhile_start_at_once(bench):
    document, ran = bench.session.document, []
    bench.tick(document.hold)
    bench.tick(lambda: ran.append("next tick"))
    bench.tick(lambda: document.add_timeout_callback(lambda: ran.append("timeout"), 1))
    bench.now += 1
    bench.run()
    assert ran == ["next tick", "timeout"]


def test_nothing_is_sent_by_flush_while_it_is_held(bench):
    peer, document = bench.watch(), bench.session.document

    def change():
        document.hold()
        bench.knob.value = 1
        document.flush()

    bench.tick(change)
    assert bench.read(peer) == []


def test_who_comes_meanwhile_sees_everything_and_so_do_the_others(bench, calls):
    peer, document = bench.watch("one"), bench.session.document

    def change():
        document.hold()
        bench.knob.data.stream({"x": [4], "y": [4]})
        bench.knob.value = 7

    bench.tick(change)
    late = bench.join("two")
    assert values_of(bench.read(peer)) == [7]
    _, snapshot = bench.read(late)
    assert isinstance(snapshot, Snapshot)
    assert snapshot.models[0].fields["data"]["x"] == [1, 2, 3, 4]
    bench.tick(document.unhold)
    assert calls == [(0, 7)]
    assert bench.read(late) == []


def test_rows_that_were_held_are_told_once(bench):
    peer, document = bench.watch(), bench.session.document
    bench.tick(document.hold)
    for number in range(3):
        rows = {"x": [number], "y": [number]}
        bench.tick(lambda rows=rows: bench.knob.data.stream(rows))
    bench.tick(document.unhold)
    (message,) = bench.read(peer)
    (change,) = message.changes
    assert change.value["x"] == [1, 2, 3, 0, 1, 2]


def test_what_a_person_sets_meanwhile_is_acknowledged_and_held(bench, calls):
    peer, other = bench.watch("one"), bench.watch("two")
    bench.tick(bench.session.document.hold)
    bench.set(peer, 1, "value", 5)
    (answer,) = bench.read(peer)
    assert answer.seq == 1
    assert (bench.read(other), calls, bench.knob.value) == ([], [], 5)
    bench.tick(bench.session.document.unhold)
    assert values_of(bench.read(other)) == [5]
    assert calls == [(0, 5)]


def test_rows_of_a_person_are_put_where_that_saw_them(bench):
    peer, other = bench.watch("one"), bench.watch("two")
    bench.tick(bench.session.document.hold)
    bench.tick(lambda: bench.knob.data.stream({"x": [4], "y": [4]}))
    rows = StreamRows(
        model=1, field="data", columns={"x": [5], "y": [5]}, rollover=None
    )
    bench.send(peer, 1, rows)
    assert bench.knob.data["x"] == [1, 2, 3, 4, 5]
    assert len(bench.read(other)) == 2
    bench.tick(bench.session.document.unhold)
    assert bench.read(other) == []


def test_a_callback_that_fails_keeps_none_of_the_others(bench, calls):
    bench.knob.on_change("label", lambda attr, old, new: 1 / 0)
    document = bench.session.document

    def change():
        document.hold()
        bench.knob.label, bench.knob.value = "a", 1
        with pytest.raises(ZeroDivisionError):
            document.unhold()

    bench.tick(change)
    assert calls == [(0, 1)]


def test_another_policy_while_something_is_held_is_ignored(caplog):
    document = Document()
    document.hold("collect")
    with caplog.at_level(logging.WARNING):
        document.hold("combine")
    assert "'collect' is in effect" in caplog.text


def test_policies_are_known():
    with pytest.raises(ValueError, match="hold policy 'x'"):
        Document().hold("x")


def test_a_document_without_a_session_holds_back_as_well():
    document, knob, seen = Document(), Knob(), []
    document.add_root(knob)
    knob.on_change("value", lambda attr, old, new: seen.append(new))
    document.hold()
    knob.value = 1
    assert seen == []
    document.unhold()
    document.unhold()
    assert seen == [1]


def test_each_change_that_is_collected_tells_its_own_value():
    document, knob, seen = Document(), Knob(), []
    document.add_root(knob)
    document.on_change(lambda event: seen.append((event.attr, event.new)))
    document.hold("collect")
    assert document.callbacks.hold_value == "collect"
    knob.value, knob.label = 1, "a"
    knob.value = 2
    document.unhold()
    assert document.callbacks.hold_value is None
    assert seen == [("value", 1), ("label", "a"), ("value", 2)]
    document.hold()
    knob.value = 3
    knob.value = 4
    document.unhold()
    assert seen[3:] == [("value", 4)]
