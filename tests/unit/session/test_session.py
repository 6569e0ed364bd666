"""Sessions: order, acknowledgement, resume, slow readers, the end."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest

from syncd.document import Document, curdoc
from syncd.errors import AppError, ForeignWriterError
from syncd.model import Model
from syncd.model.specs import Columns
from syncd.protocol import (
    Ack,
    AddRoot,
    ClientPatch,
    Failure,
    Hello,
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
    UIEvent,
    Welcome,
    decode_server_message,
)
from syncd.session import (
    Call,
    Close,
    Environment,
    HistoryBudget,
    Join,
    Leave,
    Limits,
    Peer,
    Received,
    Session,
    Stop,
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
            wake=self.woken.append,
            random_id=lambda: f"random{next(numbers)}",
            resume_key=lambda session, tab: f"{session.id}/{tab}",
            closed=self.closed.append,
            limits=Limits(**limits),
            budget=HistoryBudget(),
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


@pytest.fixture
def bench() -> Bench:
    return Bench()


# Greeting


def test_a_new_peer_gets_a_welcome_and_a_snapshot(bench: Bench) -> None:
    welcome, snapshot = bench.read(bench.join())
    assert isinstance(welcome, Welcome)
    assert isinstance(snapshot, Snapshot)
    assert (welcome.seq, welcome.revision, welcome.resume) == (0, 0, "s/tab")
    assert [model.id for model in snapshot.models] == [1]
    assert snapshot.roots == [1]


def test_the_document_is_built_once_however_many_join() -> None:
    built: list[Document] = []
    bench = Bench(built.append)
    for number in range(3):
        bench.join(f"tab{number}")
    assert len(built) == 1


def test_the_newest_connection_of_a_tab_wins(bench: Bench) -> None:
    old = bench.watch()
    new = bench.join()
    assert bench.read(old) == [Close(4409, "a newer connection of this tab took over")]
    assert isinstance(bench.read(new)[0], Welcome)
    bench.session.put(Leave(old, clean=False))
    bench.run()
    assert len(bench.session.roster) == 1


def test_too_many_connections_are_refused_and_the_others_stay() -> None:
    bench = Bench(max_connections=1)
    first = bench.watch("one")
    (close,) = bench.read(bench.join("two"))
    assert close.code == 4429
    bench.tick(lambda: setattr(bench.knob, "value", 1))
    assert len(bench.read(first)) == 1


# Edits


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


# Rows


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


# Busy sessions


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


# Callbacks


def test_callbacks_run_with_their_document_as_current(bench: Bench) -> None:
    seen: list[Document] = []
    bench.tick(lambda: seen.append(curdoc()))
    assert seen == [bench.session.document]


@pytest.mark.parametrize("reveal", [True, False])
def test_a_failing_callback_is_logged_and_the_session_lives(
    reveal: bool, caplog: pytest.LogCaptureFixture
) -> None:
    bench = Bench(reveal_errors=reveal)
    peer = bench.watch()

    def fail() -> None:
        bench.knob.value = 7
        raise ZeroDivisionError("a secret")

    bench.tick(fail)
    failure, patch = bench.read(peer)
    assert isinstance(failure, Failure)
    assert ("secret" in failure.message) is reveal
    assert patch.changes[0].value == 7
    assert "ZeroDivisionError" in caplog.text
    assert failure.id in caplog.text


def test_a_failing_on_change_does_not_stop_the_other_changes(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    bench.knob.on_change("value", lambda _, __, new: new / 0)
    author = bench.watch()
    bench.send(
        author,
        1,
        SetField(model=1, field="value", value=1),
        SetField(model=1, field="label", value="x"),
    )
    assert (bench.knob.value, bench.knob.label) == (1, "x")
    assert "ZeroDivisionError" in caplog.text


def test_an_event_runs_its_callbacks_and_is_acknowledged(bench: Bench) -> None:
    heard: list[Any] = []
    bench.knob.on_event("tap", heard.append)
    peer = bench.watch()
    bench.session.put(Received(peer, UIEvent(seq=1, name="tap", model=1)))
    bench.session.put(Received(peer, UIEvent(seq=2, name="tap", model=99)))
    bench.run()
    assert heard[0].model is bench.knob
    first, second = bench.read(peer)
    assert (first.seq, second.rejected[0].error) == (1, "unknown_model")


def test_flush_sends_what_a_long_callback_has_changed_so_far(bench: Bench) -> None:
    author, other = bench.watch("author"), bench.watch("other")
    during: list[Any] = []

    def slow(*_: Any) -> None:
        bench.knob.label = "working"
        bench.session.document.flush()
        during.extend([bench.read(author), bench.read(other)])
        bench.knob.label = "done"

    bench.knob.on_change("value", slow)
    bench.set(author, 1, "value", 1)
    assert [change.value for change in during[0][0].changes] == ["working"]
    assert during[0][0].ack is None
    assert [change.value for change in during[1][0].changes] == [1, "working"]
    (patch,) = bench.read(author)
    assert (patch.ack, patch.revision, patch.changes[0].value) == (1, 2, "done")


def test_others_may_not_change_the_document(bench: Bench) -> None:
    bench.run()
    with pytest.raises(ForeignWriterError):
        bench.knob.value = 3

    def from_another_thread() -> None:
        bench.runner = "another"
        try:
            bench.knob.value = 3
        finally:
            bench.runner = "runner"

    bench.tick(from_another_thread)
    assert bench.knob.value == 0


def test_periodic_callbacks_run_while_somebody_watches(bench: Bench) -> None:
    ticks: list[float] = []
    bench.run()
    bench.session.document.add_periodic_callback(lambda: ticks.append(bench.now), 1000)
    for bench.now in (1.0, 2.0):
        bench.run()
    assert not ticks
    peer = bench.watch()
    assert ticks == [2.0]
    assert bench.session.next_deadline() == 3.0
    bench.session.put(Leave(peer, clean=True))
    bench.run()
    bench.now = 3.5
    bench.run()
    assert ticks == [2.0]


# Resume


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


def test_resume_after_a_gap_sends_a_snapshot() -> None:
    bench = Bench(history_bytes=100)
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


# Slow readers


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


# The end


def test_a_session_that_nobody_ever_watched_ends(bench: Bench) -> None:
    bench.run()
    bench.now = 14.9
    bench.run()
    assert not bench.session.closed
    assert bench.session.next_deadline() == 15.0
    bench.now = 15.0
    bench.run()
    assert bench.session.closed
    assert bench.closed == [bench.session]
    assert not bench.session.document.models


@pytest.mark.parametrize(("clean", "lifetime"), [(True, 15.0), (False, 300.0)])
def test_a_session_waits_for_its_last_watcher(clean: bool, lifetime: float) -> None:
    bench = Bench()
    peer = bench.watch()
    bench.now = 1000.0
    bench.run()
    assert not bench.session.closed
    bench.session.put(Leave(peer, clean=clean))
    bench.run()
    assert bench.session.next_deadline() == 1000.0 + lifetime


def test_a_lost_tab_is_waited_for_even_if_another_says_goodbye(bench: Bench) -> None:
    lost, polite = bench.watch("lost"), bench.watch("polite")
    bench.session.put(Leave(lost, clean=False))
    bench.session.put(Leave(polite, clean=True))
    bench.run()
    assert bench.session.next_deadline() == 300.0


def test_an_application_that_fails_closes_everybody_with_4500() -> None:
    def build(_: Document) -> None:
        raise ZeroDivisionError("a secret")

    bench = Bench(build)
    replies: list[Any] = []
    bench.session.put(
        Call(lambda session: session.pull(), lambda *r: replies.append(r))
    )
    (close,) = bench.read(bench.join())
    assert close.code == 4500
    assert "secret" not in close.reason
    assert isinstance(replies[0][1], AppError)
    assert bench.session.closed


def test_a_call_runs_in_order_and_replies(bench: Bench) -> None:
    peer = bench.watch()
    replies: list[Any] = []
    message = ClientPatch(
        seq=1, base=0, changes=[SetField(model=1, field="value", value=4)]
    )
    bench.session.put(Call(lambda s: s.apply(message), lambda *r: replies.append(r)))
    bench.session.put(Call(lambda s: 1 / 0, lambda *r: replies.append(r)))
    bench.run()
    assert replies[0][0].rejected == []
    assert isinstance(replies[1][1], ZeroDivisionError)
    assert bench.read(peer)[0].changes[0].value == 4


def test_a_stopped_session_closes_its_peers_and_refuses_the_rest(bench: Bench) -> None:
    peer = bench.watch()
    bench.session.put(Stop(1001, "restart"))
    late = Peer("late", bench.environment.limits)
    bench.session.put(Join(late, Hello(protocol=1, tab="late")))
    bench.run()
    assert bench.read(peer) == [Close(1001, "restart")]
    assert bench.read(late) == [Close(1001, "restart")]
    later = Peer("later", bench.environment.limits)
    bench.session.put(Join(later, Hello(protocol=1, tab="later")))
    assert bench.read(later) == [Close(1001, "restart")]
    assert bench.woken[-1] is later


# Values without a wire form


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
        model.data = {"x": [1, object(), "a"]}
        model.name = "renamed"

    bench.tick(change)
    patch = bench.read(peer)[-1]
    told = {change.field: change.value for change in patch.changes}
    assert told == {"value": None, "data": {"x": [1, None, "a"]}, "name": "renamed"}
    assert not bench.session.closed
