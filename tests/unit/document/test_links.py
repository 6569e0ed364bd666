"""Models that no root reaches any more are found where something has changed."""

import random
from collections.abc import Iterator
from typing import Any

import pytest

from syncd.document import Document
from syncd.model import Model


class Node(Model):
    """A model that may hold others, in several ways."""

    first: Model | None = None
    others: list[Model] = []
    label: Any = ""


def reached(document: Document) -> set[int | None]:
    """Return the ids of what the roots reach, looked up one by one."""
    found: set[int | None] = set()
    waiting = document.roots
    while waiting:
        node = waiting.pop()
        if node.id not in found:
            found.add(node.id)
            waiting += node.held()
    return found


def edit(chance: random.Random, document: Document) -> None:
    """Change one thing: a reference, or what is a root."""
    members: list[Any] = list(document.models.values())
    node = chance.choice(members) if members else Node()
    others = [chance.choice([*members, Node()]) for _ in range(chance.randrange(4))]
    match chance.randrange(6):
        case 0:
            node.first = others[0] if others else None
        case 1 | 2:
            node.others = others
        case 3:
            node.others.extend(others)
        case 4 if node.others:
            node.others.pop()
        case _ if document.roots and chance.random() < 0.4:
            document.remove_root(chance.choice(document.roots))
        case _:
            document.add_root(node)


@pytest.mark.parametrize("seed", range(60))
def test_the_members_are_what_the_roots_reach(seed: int) -> None:
    chance = random.Random(seed)
    document = Document()
    known: set[int] = set()
    seen: list[Any] = []
    document.on_commit = seen.append
    for _ in range(60):
        with document.transact():
            for _ in range(chance.randrange(1, 5)):
                edit(chance, document)
        assert set(document.models) == reached(document)
        assert all(node.document is document for node in document.models.values())
        for transaction in seen:
            known |= set(transaction.added)
            assert known.issuperset(transaction.removed)
            known -= set(transaction.removed)
        seen.clear()
        assert known == set(document.models)


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Model]]:
    """Return the models that have been asked what they refer to."""
    models: list[Model] = []
    references = Model.references

    def noting(self: Model) -> list[Model]:
        models.append(self)
        return references(self)

    monkeypatch.setattr(Model, "references", noting)
    return models


@pytest.fixture
def place() -> Node:
    """Return a model in a document of a thousand."""
    place = Node(others=[Node()])
    document = Document()
    document.build(
        lambda: document.add_root(
            Node(first=place, others=[Node() for _ in range(1_000)])
        )
    )
    place.others = [Node()]  # looks at all of them, once
    return place


@pytest.mark.parametrize(
    "change",
    [
        lambda place: setattr(place, "others", [Node()]),
        lambda place: place.others.append(Node()),
        lambda place: setattr(place, "others", []),
        lambda place: place.document.add_root(Node()),
    ],
    ids=["replaced", "added", "removed", "shown"],
)
def test_a_change_looks_at_few_models(place, looked_at, change):
    change(place)
    assert len(looked_at) <= 4


def test_a_scalar_is_no_reference(place, looked_at):
    place.label = "another"
    assert not looked_at
