"""Values that no honest client sends; none of them may end a session."""

import array
import math
from typing import Annotated, Any

import pytest

import syncd.models
from support.bench import Bench
from syncd.document import Document
from syncd.events import Event
from syncd.model import Model, OpaqueModel, registry
from syncd.model.kinds import Kind
from syncd.protocol import (
    Ack,
    ClientPatch,
    NewModel,
    Reference,
    SetField,
    UIEvent,
    decode_server_message,
)
from syncd.session import Call, Peer, Received


VOCABULARY = {
    name: cls
    for name, cls in registry.registered().items()
    if cls.__module__.startswith(f"{syncd.models.__name__}.")
}


def nested(levels: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(levels):
        value = [value]
    return value


HOSTILE: list[Any] = [
    None,
    True,
    -1,
    10**999,
    math.nan,
    -math.inf,
    "",
    "x\0\u2028" * 50,
    [None],
    [math.inf, "a", []],
    [Reference(1), Reference(2)],
    ["a", []],
    [[1, 2], [3, 4]],
    nested(50),
    {"_values": 5},
    {"type": "value"},
    {"fields": None, "document": 3},
    {"value": nested(3)},
    {"field": "x", "transform": Reference(2), "units": {}},
    {None: 1, 2.5: Reference(1), Reference(2): 3},
    b"bytes",
    array.array("d", [math.nan]),
    Reference(1),
    Reference(2),
]


class Touchy(Kind):
    """Does not keep to the contract of kinds."""

    def check(self, value: Any) -> Any:
        return value + 1


class Fragile(Model):
    """A model as somebody else may have written it."""

    number: Annotated[int, Touchy()] = 0


class FragileEvent(Event):
    """An event as somebody else may have written it."""

    event_name = "fragile"

    def __init__(self, model: Model | None, /, **detail: Any) -> None:
        super().__init__(model, **detail)
        self.number = detail["number"]


@pytest.mark.parametrize("name", VOCABULARY)
def test_every_field_of_the_vocabulary_takes_it_or_refuses_it(name: str) -> None:
    def build(document: Document) -> None:
        document.add_root(model)
        document.add_root(syncd.models.Div())

    model = VOCABULARY[name]()
    bench = Bench(build)
    author, other = bench.watch("author"), bench.watch("other")
    seq = 0
    for value in HOSTILE:
        for field in model.fields():
            seq += 1
            bench.set(author, seq, field, value, base=bench.session.document.revision)
            assert not bench.session.closed, (field, value)
            answers = bench.read(author)
            acknowledged = [
                getattr(message, "ack", getattr(message, "seq", None))
                for message in answers
            ]
            assert acknowledged == [seq], (field, value)
            for refused in answers[0].rejected or ():
                # Or the log would have a traceback for everything of that kind.
                assert "could not be checked" not in refused.message, (field, value)
        assert bench.read(other) is not None
        decode_server_message(bench.session.pull().data, max_size=1 << 26)


def rejected(bench: Bench, peer: Peer, message: ClientPatch) -> str:
    bench.session.put(Received(peer, message))
    bench.run()
    assert not bench.session.closed
    answer = bench.read(peer)[-1]
    assert answer.rejected, answer
    return str(answer.rejected[0].error)


def adding(type_name: str, **fields: Any) -> ClientPatch:
    model = NewModel(id=-1, type=type_name, fields=fields)
    change = SetField(model=1, field="child", value=Reference(-1))
    return ClientPatch(seq=1, base=0, models=[model], changes=[change])


@pytest.mark.parametrize("name", ["OpaqueModel", "Model", "Bench", "", "x" * 10_000])
def test_a_type_that_clients_may_not_make(bench: Bench, name: str) -> None:
    assert rejected(bench, bench.watch(), adding(name)) == "unknown_type"


@pytest.mark.parametrize("name", ["_values", "_document", "_type", "__class__"])
def test_what_is_no_field_of_a_model_that_nobody_knows(name: str) -> None:
    alien = OpaqueModel("Alien", legs=3)
    bench = Bench(lambda document: document.add_root(alien))
    peer = bench.watch()
    patch = ClientPatch(
        seq=1, base=0, changes=[SetField(model=1, field=name, value={"legs": 4})]
    )
    assert rejected(bench, peer, patch) == "unknown_field"
    assert (alien.type, alien.legs) == ("Alien", 3)
    bench.send(peer, 2, SetField(model=1, field="legs", value=5))
    assert alien.legs == 5


def test_a_kind_that_breaks_is_a_value_that_is_refused(bench: Bench) -> None:
    # A browser makes models of those classes of an application that it has seen.
    bench.tick(lambda: bench.session.document.add_root(Fragile()))
    peer = bench.watch()
    assert rejected(bench, peer, adding("Fragile", number=None)) == "bad_value"
    bench.set(peer, 2, "value", 3)
    assert bench.knob.value == 3


def test_an_event_that_breaks_is_a_callback_that_fails(bench: Bench) -> None:
    peer = bench.watch()
    bench.session.put(Received(peer, UIEvent(seq=1, name="fragile", model=1)))
    bench.run()
    assert not bench.session.closed
    assert bench.read(peer)[-1] == Ack(revision=0, seq=1)


def test_a_reason_does_not_repeat_what_is_long(bench: Bench) -> None:
    peer = bench.watch()
    bench.set(peer, 1, "x" * 1_000_000, 1)
    (answer,) = bench.read(peer)
    assert answer.rejected[0].error == "unknown_field"
    assert len(answer.rejected[0].message) == 500


@pytest.mark.parametrize("number", [99, -1])
def test_a_key_that_is_no_model_of_the_document_is_refused(
    bench: Bench, number: int
) -> None:
    change = SetField(model=1, field="tags", value=[{Reference(number): 1}])
    message = ClientPatch(seq=1, base=0, changes=[change])
    assert rejected(bench, bench.watch(), message) == "unknown_model"


def test_models_that_are_keys_belong_to_the_document(bench: Bench) -> None:
    peer, other = bench.watch("a"), bench.watch("b")
    model = NewModel(id=-1, type="Knob", fields={"label": "key"})
    change = SetField(model=1, field="tags", value=[{Reference(-1): 1}])
    bench.send(peer, 1, change, models=[model])
    assert bench.read(peer)[-1].ids == [(-1, 2)]
    (patch,) = bench.read(other)
    assert patch.changes[0].value == [{Reference(2): 1}]
    bench.set(peer, 2, "tags", [])
    assert list(bench.session.document.models) == [1]


def test_a_pull_gets_what_can_be_told() -> None:
    def build(document: Document) -> None:
        bench.build(document)
        bench.knob.tags = [object()]
        bench.knob.label = "told"

    bench = Bench(build)
    replies: list[Any] = []
    pull = Call(
        lambda session: session.pull(session="id"), lambda *r: replies.append(r)
    )
    bench.session.put(pull)
    bench.run()
    ((payload, error),) = replies
    assert error is None
    snapshot = decode_server_message(payload.data, max_size=1 << 20)
    assert snapshot.session == "id"
    assert snapshot.models[0].fields["label"] == "told"
    assert "tags" not in snapshot.models[0].fields


def test_a_peer_is_not_read_while_much_of_it_waits() -> None:
    bench = Bench(inbox_bytes=1000)
    peer = bench.watch()

    def put(seq: int, field: str, size: int) -> bool:
        message = ClientPatch(
            seq=seq, base=0, changes=[SetField(model=1, field=field, value=1)]
        )
        bench.session.put(Received(peer, message, size=size))
        return bench.session.full(peer)

    assert [put(1, "value", 400), put(2, "whole", 400)] == [False, False]
    assert not put(3, "whole", 500)  # in place of the one before
    assert put(4, "value", 100)
    bench.run()
    assert not bench.session.full(peer)
    assert put(5, "value", 1000)


def test_each_model_of_a_message_is_looked_at_a_few_times_only(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = 100
    looked_at: list[Model] = []
    references = Model.references

    def noting(self: Model) -> list[Model]:
        looked_at.append(self)
        return references(self)

    monkeypatch.setattr(Model, "references", noting)
    peer = bench.watch()
    others = [Reference(-number) for number in range(2, count + 1)]
    models = [NewModel(id=-1, type="Knob", fields={"tags": others})]
    models += [NewModel(id=ref.id, type="Knob", fields={}) for ref in others]
    changes = [SetField(model=1, field="tags", value=[Reference(-1)] * count)] * count
    bench.send(peer, 1, *changes, models=models)
    assert len(bench.session.document.models) == count + 1
    assert len(looked_at) < 10 * count


def test_models_of_one_message_are_counted_together(bench: Bench) -> None:
    bench.session.document._membership.max_models = 3
    models = [NewModel(id=-n, type="Knob", fields={}) for n in (1, 2, 3)]
    changes = [
        SetField(model=1, field="tags", value=[Reference(-n)]) for n in (1, 2, 3)
    ]
    message = ClientPatch(seq=1, base=0, changes=changes, models=models)
    assert rejected(bench, bench.watch(), message) == "bad_value"
    assert list(bench.session.document.models) == [1]
