"""Sessions: greeting, callbacks, and the end."""

from typing import Any

import pytest

from support.bench import Bench
from syncd.document import Document, curdoc
from syncd.errors import AppError, ForeignWriterError
from syncd.protocol import (
    ClientPatch,
    Failure,
    Hello,
    Reference,
    SetField,
    Snapshot,
    UIEvent,
    Welcome,
)
from syncd.session import (
    Call,
    Close,
    Join,
    Leave,
    Peer,
    Received,
    Stop,
)


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


def test_an_event_tells_of_models_as_models(bench: Bench) -> None:
    seen: list[Any] = []
    bench.knob.on_event("legend_item_click", seen.append)
    peer = bench.watch()
    for seq, number in enumerate((1, 99), start=1):
        detail = {"item": Reference(number), "all": [{"one": Reference(number)}]}
        event = UIEvent(seq=seq, name="legend_item_click", model=1, detail=detail)
        bench.session.put(Received(peer, event))
    bench.run()
    assert [event.item for event in seen] == [bench.knob]
    assert seen[0].detail["all"] == [{"one": bench.knob}]
    (rejected,) = bench.read(peer)[-1].rejected
    assert (rejected.seq, rejected.error) == (2, "unknown_model")


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


def test_who_asks_for_the_document_does_not_shorten_the_wait_for_a_lost_tab(
    bench: Bench,
) -> None:
    bench.session.put(Leave(bench.watch("lost"), clean=False))
    bench.session.put(Call(lambda _: None, lambda *_: None))
    bench.run()
    assert bench.session.next_deadline() == 300.0
    bench.now = 290.0
    bench.session.put(Call(lambda _: None, lambda *_: None))
    bench.run()
    assert bench.session.next_deadline() == 305.0


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
