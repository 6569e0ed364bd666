"""Every field of every model, from Python to the browser's own code and back."""

from collections.abc import Iterator
from typing import Any

import pytest

from convergence.mirror import plain
from convergence.node_client import NodeProcess
from support.values import refused_by, takes_anything, values_of
from syncd.document import Document
from syncd.errors import FieldError
from syncd.model import Model
from syncd.model.registry import registered
from syncd.protocol import decode_message, encode_record, encode_snapshot
from syncd.protocol import messages as m


VOCABULARY = {
    name: cls
    for name, cls in sorted(registered().items())
    if cls.__module__.startswith("syncd.models.")
}

FIELDS = [(cls, name) for cls in VOCABULARY.values() for name in cls.fields()]

MAX_SIZE = 1 << 26


@pytest.fixture(scope="module")
def node() -> Iterator[NodeProcess]:
    process = NodeProcess()
    yield process
    process.close()


class Holder(Model):
    """Keeps everything in one document."""

    items: list[Any] = []


def settable(cls: type[Model]) -> list[str]:
    """Return the fields that are no properties of a subclass."""
    return [name for name, field in cls.fields().items() if getattr(cls, name) is field]


def made(cls: type[Model], turn: int | None) -> Model:
    """Return a model with every field set to one of its values, or to none."""
    model = cls()
    for name in settable(cls) if turn is not None else ():
        values = values_of(cls.fields()[name])
        setattr(model, name, values[min(turn, len(values) - 1)])
    return model


def sent_back(node: NodeProcess, document: Document) -> dict[tuple[int, str], Any]:
    """Return what the browser's code sends if it sets every field to what it shows."""
    _, _ = node.ask(0, b'{"cmd": "reset", "tab": "t", "held": true, "known": true}')
    node.ask(0, b'{"cmd": "connect"}')
    welcome = m.Welcome(
        protocol=1,
        session="s",
        epoch=document.epoch,
        revision=document.revision,
        seq=None,
        resume="r",
        max_message=MAX_SIZE,
        ping_ms=1000,
    )
    for payload in (encode_record(welcome), encode_snapshot(document)):
        node.ask(1 if payload.text else 2, payload.data)
    told: dict[tuple[int, str], Any] = {}
    for number, model in document.models.items():
        if type(model) is Holder:
            continue
        names = ", ".join(f'"{name}"' for name in model.fields())
        command = f'{{"cmd": "echo", "model": {number}, "fields": [{names}]}}'
        (payload,), _ = node.ask(0, command.encode())
        patch = decode_message(payload.data, max_size=MAX_SIZE, text=payload.text)
        assert isinstance(patch, m.ClientPatch)
        for change in patch.changes:
            assert isinstance(change, m.SetField)
            told[change.model, change.field] = change.value
    return told


def resolved(value: Any, models: Any) -> Any:
    if isinstance(value, m.Reference):
        return models[value.id]
    if isinstance(value, list | tuple):
        return [resolved(item, models) for item in value]
    if isinstance(value, dict):
        return {key: resolved(item, models) for key, item in value.items()}
    return value


@pytest.mark.parametrize(
    "turn", [None, *range(4)], ids=["defaults", "first", "second", "third", "fourth"]
)
def test_every_field_comes_back_as_it_was(node: NodeProcess, turn: int | None) -> None:
    document = Document(epoch="e")
    document.add_root(Holder(items=[made(cls, turn) for cls in VOCABULARY.values()]))
    told = sent_back(node, document)
    differing = []
    for model in document.models.values():
        if type(model) is Holder:
            continue
        for name in settable(type(model)):
            copy = type(model)()
            value = resolved(told[model.id or 0, name], document.models)
            setattr(copy, name, value)
            before, after = plain(getattr(model, name)), plain(getattr(copy, name))
            if before != after:
                differing.append(f"{model.type}.{name}: {before!r}, now {after!r}")
    assert not differing, "\n".join(differing)


def test_there_are_two_values_for_every_field() -> None:
    few = {
        f"{cls.__name__}.{name}": values_of(cls.fields()[name])
        for cls, name in FIELDS
        if len(values_of(cls.fields()[name])) < _choices(cls.fields()[name].kind)
    }
    assert not few, "teach tests/support/values.py values that these fields take"


def _choices(kind: Any) -> int:
    values = kind.schema().get("values")
    return 2 if values is None else min(2, len(values))


def test_a_wrong_value_is_refused_by_the_names_of_model_and_field() -> None:
    for cls, name in FIELDS:
        field = cls.fields()[name]
        wrong = refused_by(field)
        assert wrong or takes_anything(field.kind.schema()), (cls.__name__, name)
        for value in wrong if name in settable(cls) else ():
            with pytest.raises(FieldError) as caught:
                setattr(cls(), name, value)
            assert str(caught.value).startswith(f"{cls.type_name}.{name} got ")
            assert "expected" in str(caught.value)
