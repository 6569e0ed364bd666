"""Who is told of what happens to a document."""

import threading
from typing import Any

import pytest

from support.bench import Bench
from syncd.document import Document
from syncd.document.events import (
    ColumnDataChangedEvent,
    ColumnsPatchedEvent,
    ColumnsStreamedEvent,
    DocumentPatchedEvent,
    ModelChangedEvent,
    RootAddedEvent,
    RootRemovedEvent,
    SessionCallbackAdded,
    SessionCallbackRemoved,
    TitleChangedEvent,
)
from syncd.models import ColumnDataSource, Slider
from syncd.protocol import UIEvent
from syncd.session import Received
from syncd.themes import Theme


@pytest.fixture
def document() -> Document:
    document = Document()
    document.add_root(Slider(name="slider", value=1))
    document.add_root(ColumnDataSource({"x": [1], "y": [2]}, name="source"))
    return document


def test_every_change_is_told_as_it_is_made(document: Document) -> None:
    seen: list[Any] = []
    document.on_change(seen.append)
    slider, source = document.roots
    slider.value = 5
    source.data["x"] = [7]
    source.stream({"x": [3], "y": [4]}, rollover=9)
    source.patch({"y": [(0, 5)]})
    document.title = "another"
    document.add_root(added := Slider())
    document.remove_root(added)
    assert [type(event) for event in seen] == [
        ModelChangedEvent,
        ColumnDataChangedEvent,
        ColumnsStreamedEvent,
        ColumnsPatchedEvent,
        TitleChangedEvent,
        RootAddedEvent,
        RootRemovedEvent,
    ]
    changed, columns, streamed, patched, titled, joined, left = seen
    assert (changed.kind, changed.model, changed.attr, changed.new) == (
        "ModelChanged",
        slider,
        "value",
        5,
    )
    assert (columns.cols, columns.data["x"][0]) == (["x"], 7)
    assert (streamed.data, streamed.rollover) == ({"x": [3], "y": [4]}, 9)
    assert patched.patches == {"y": [(0, 5)]}
    assert (titled.title, joined.model, left.model) == ("another", added, added)
    assert all(event.document is document for event in seen)
    assert all(isinstance(event, DocumentPatchedEvent) for event in seen)


def test_nothing_is_told_of_what_changes_nothing(document: Document) -> None:
    seen: list[Any] = []
    document.on_change(seen.append)
    slider = document.roots[0]
    slider.value = 1
    document.add_root(slider)
    document.title = document.title
    assert seen == []


def test_a_listener_is_registered_once_and_can_be_removed(document: Document) -> None:
    seen: list[Any] = []
    document.on_change(seen.append, seen.append)
    document.on_change(seen.append)
    document.title = "a"
    assert len(seen) == 1
    with pytest.raises(ValueError, match="no on_change callback"):
        document.remove_on_change(seen.append, print)
    document.title = "b"
    assert len(seen) == 2
    document.remove_on_change(seen.append)
    document.title = "c"
    assert len(seen) == 2
    with pytest.raises(ValueError, match=r"func\(event\)"):
        document.on_change(lambda: None)


def test_changes_that_a_listener_makes_are_told_as_well(document: Document) -> None:
    seen: list[Any] = []
    slider = document.roots[0]

    def listen(event: Any) -> None:
        seen.append(getattr(event, "attr", event.kind))
        if event.kind == "TitleChanged":
            slider.value += 1

    document.on_change(listen)
    document.title = "a"
    assert seen == ["TitleChanged", "value"]
    assert document.revision == 3


def test_changes_are_dispatched_to_the_methods_of_a_receiver(
    document: Document,
) -> None:
    seen: list[tuple[str, str]] = []

    class Receiver:
        def _document_changed(self, event: Any) -> None:
            seen.append(("any", event.kind))

        def _columns_streamed(self, event: Any) -> None:
            seen.append(("streamed", event.kind))

    receiver = Receiver()
    document.on_change_dispatch_to(receiver)
    document.on_change_dispatch_to(receiver)
    document.roots[1].stream({"x": [3], "y": [4]})
    document.title = "a"
    document.remove_on_change(receiver)
    document.title = "b"
    assert seen == [
        ("any", "ColumnsStreamed"),
        ("streamed", "ColumnsStreamed"),
        ("any", "TitleChanged"),
    ]


def test_what_is_held_back_is_told_afterwards(document: Document) -> None:
    seen: list[Any] = []
    document.on_change(seen.append)
    slider, source = document.roots
    document.hold()
    slider.value = 2
    source.stream({"x": [3], "y": [4]})
    slider.value = 3
    source.stream({"x": [5], "y": [6]})
    assert seen == []
    document.unhold()
    assert [event.kind for event in seen] == [
        "ModelChanged",
        "ColumnsStreamed",
        "ColumnsStreamed",
    ]
    assert seen[0].new == 3
    assert [event.data["x"] for event in seen[1:]] == [[3], [5]]


def test_a_theme_is_told_when_all_of_it_is_set(document: Document) -> None:
    seen: list[tuple[str, Any, Any]] = []
    slider = document.roots[0]
    theme = Theme(json={"attrs": {"Slider": {"step": 5, "title": "themed"}}})

    def listen(event: Any) -> None:
        seen.append((event.attr, slider.step, slider.title))

    document.on_change(listen)
    document.theme = theme
    assert sorted(seen) == [("step", 5, "themed"), ("title", 5, "themed")]
    document.theme = None
    assert slider.step == Slider().step


def test_messages_of_a_type_reach_those_who_listen_to_it(bench: Bench) -> None:
    peer = bench.watch()
    document, seen = bench.session.document, []
    saved, other = seen.append, lambda data: seen.append(("other", data))

    def register() -> None:
        document.on_message("saved", saved, saved)
        document.on_message("other", other)

    bench.tick(register)
    (told,) = bench.read(peer)
    assert told.models[0].fields["subscribed_events"] == ["message_sent"]
    for seq, (kind, data) in enumerate(
        [("saved", {"at": [1, 2]}), ("other", None), ("unknown", 1), ([], 1)], start=1
    ):
        detail = {"msg_type": kind, "msg_data": data}
        event = UIEvent(seq=seq, name="message_sent", detail=detail)
        bench.session.put(Received(peer, event))
    bench.run()
    assert seen == [{"at": [1, 2]}, ("other", None)]
    bench.tick(lambda: document.remove_on_message("saved", saved))
    with pytest.raises(ValueError, match="no callback of messages 'saved'"):
        document.remove_on_message("saved", saved)


def test_all_messages_are_events_of_the_document(bench: Bench) -> None:
    peer, seen = bench.watch(), []
    document = bench.session.document
    bench.tick(lambda: document.on_event("message_sent", seen.append))
    detail = {"msg_type": "saved", "msg_data": 3}
    event = UIEvent(seq=1, name="message_sent", detail=detail)
    bench.session.put(Received(peer, event))
    bench.run()
    assert [(event.msg_type, event.msg_data) for event in seen] == [("saved", 3)]


def test_the_configuration_takes_what_scripts_set_and_nothing_else() -> None:
    config = Document().config
    config.update(reconnect_session=False)
    assert (config.reconnect_session, config.notify_connection_status) == (False, True)
    with pytest.raises(ValueError, match="True or False, got 'no'"):
        config.notify_connection_status = "no"
    with pytest.raises(AttributeError, match="did you mean 'reconnect_session'"):
        config.reconect_session = False
    document = Document()
    assert document.config is document.config


def test_callbacks_that_come_and_go_are_told(bench: Bench) -> None:
    document, seen, names = bench.session.document, [], []

    class Receiver:
        def _session_callback_added(self, event: Any) -> None:
            names.append(("added", event.callback))

        def _session_callback_removed(self, event: Any) -> None:
            names.append(("removed", event.callback))

    bench.tick(lambda: document.on_change(seen.append))
    bench.tick(lambda: document.on_change_dispatch_to(Receiver()))

    def change() -> None:
        tick = document.add_periodic_callback(print, 1000)
        late = document.add_timeout_callback(print, 1000)
        document.remove_periodic_callback(tick)
        assert names == [("added", tick), ("added", late), ("removed", tick)]
        assert document.callbacks.session_callbacks == [late]
        document.remove_timeout_callback(late)

    bench.tick(change)
    assert [*map(type, seen)] == [
        SessionCallbackAdded,
        SessionCallbackAdded,
        SessionCallbackRemoved,
        SessionCallbackRemoved,
    ]


def test_callbacks_that_another_thread_adds_are_told_to_nobody(bench: Bench) -> None:
    document, seen = bench.session.document, []
    bench.tick(lambda: document.on_change(seen.append))
    thread = threading.Thread(target=document.add_next_tick_callback, args=[str])
    thread.start()
    thread.join()
    assert seen == []
    assert len(document.session_callbacks) == 1
