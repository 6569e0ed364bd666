"""Lists and dicts in fields that are edited in place, piece by piece."""

import gc
import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from syncd.document import Document
from syncd.errors import FieldError, OwnershipError
from syncd.model import Model


class Leaf(Model):
    """Something to hold."""

    label: str = ""


class Shelf(Model):
    """A model with lists and dicts of several kinds."""

    names: list[str] = []
    maybe: list[int] | None = None
    either: list[str] | dict[str, str] = []
    pair: tuple[int, int] | list[int] = []
    leaves: list[Leaf] = []
    notes: dict[str, str] = {}
    parts: dict[str, Leaf] = {}
    anything: list[Any] = []


def calls(function: Callable[[], object]) -> int:
    """Return how many functions of Python are called by one."""
    count = 0

    def note(_frame: object, event: str, _arg: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    gc.disable()  # what it frees may be told to others
    sys.setprofile(note)
    try:
        function()
    finally:
        sys.setprofile(before)
        gc.enable()
    return count


EDITS = {
    "append": lambda shelf: shelf.names.append("a"),
    "insert": lambda shelf: shelf.names.insert(1, "a"),
    "extend": lambda shelf: shelf.names.extend("ab"),
    "set": lambda shelf: shelf.names.__setitem__(0, "a"),
    "set some": lambda shelf: shelf.names.__setitem__(slice(1, 2), ["a", "b"]),
    "delete": lambda shelf: shelf.names.__delitem__(0),
    "pop": lambda shelf: shelf.names.pop(),
    "remove": lambda shelf: shelf.names.remove("1"),
    "an optional list": lambda shelf: shelf.maybe.append(1),
    "a list or a dict": lambda shelf: shelf.either.append("a"),
    "models": lambda shelf: shelf.leaves.append(Leaf()),
    "models that go": lambda shelf: shelf.leaves.pop(),
    "whatever": lambda shelf: shelf.anything.append(None),
    "set a key": lambda shelf: shelf.notes.__setitem__("a", "b"),
    "update": lambda shelf: shelf.notes.update(a="b"),
    "set a default": lambda shelf: shelf.notes.setdefault("a", "b"),
    "delete a key": lambda shelf: shelf.notes.__delitem__("1"),
    "pop a key": lambda shelf: shelf.notes.pop("1"),
    "pop an item": lambda shelf: shelf.notes.popitem(),
    "set a model": lambda shelf: shelf.parts.__setitem__("a", Leaf()),
}


LISTS = ("names", "maybe", "either", "leaves", "anything")


def shelf_of(count: int) -> Shelf:
    words = [str(number) for number in range(count)]
    return Shelf(
        names=words,
        maybe=[*range(count)],
        either=words,
        leaves=[Leaf() for _ in words],
        notes=dict.fromkeys(words, "x"),
        parts={word: Leaf() for word in words},
        anything=[Leaf() for _ in words],
    )


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
@pytest.mark.parametrize("in_document", [False, True], ids=["alone", "in a document"])
def test_an_edit_costs_what_it_brings_however_much_is_there(
    edit: Callable[[Shelf], object], in_document: bool
) -> None:
    """A list that is filled item by item takes time like its length."""
    costs = []
    for count in (5, 5, 500):  # the first time, kinds are compiled
        shelf, document = shelf_of(count), Document()
        if in_document:
            document.add_root(shelf)
        with document.transact():
            costs.append(calls(lambda shelf=shelf: edit(shelf)))
    assert costs[1] == costs[2]


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_does_what_python_would_do(edit: Callable[[Shelf], object]) -> None:
    shelf = shelf_of(5)
    plain = SimpleNamespace(
        **{name: list(getattr(shelf, name)) for name in LISTS},
        **{name: dict(getattr(shelf, name)) for name in ("notes", "parts")},
    )
    given, expected = edit(shelf), edit(plain)  # type: ignore[arg-type]
    assert isinstance(given, Leaf) or given == expected
    for name in ("names", "maybe", "either", "notes"):
        assert getattr(shelf, name) == getattr(plain, name), name
    for name in ("leaves", "parts", "anything"):
        assert len(getattr(shelf, name)) == len(getattr(plain, name)), name


BAD = {
    "append": (lambda shelf: shelf.names.append(1), "as item 3, which is 1"),
    "insert": (lambda shelf: shelf.names.insert(1, 2), "as item 1, which is 2"),
    "extend": (lambda shelf: shelf.names.extend(["a", 2]), "as item 4, which is 2"),
    "set": (lambda shelf: shelf.names.__setitem__(0, None), "as item 0, which is None"),
    "set a key": (lambda shelf: shelf.notes.update(a=1), "a dict with keys"),
    "maybe": (lambda shelf: shelf.maybe.append("a"), "as item 3, which is 'a'"),
}


@pytest.mark.parametrize(("edit", "words"), BAD.values(), ids=BAD)
def test_a_refused_edit_names_the_item_and_changes_nothing(
    edit: Callable[[Shelf], object], words: str
) -> None:
    shelf, heard = shelf_of(3), []
    for name in ("names", "notes", "maybe"):
        shelf.on_change(name, lambda *change: heard.append(change))
    with pytest.raises(FieldError, match=words):
        edit(shelf)
    assert shelf.names == ["0", "1", "2"]
    assert shelf.maybe == [0, 1, 2]
    assert shelf.notes == dict.fromkeys("012", "x")
    assert heard == []


IMPOSSIBLE = {
    "pop": (lambda shelf: shelf.names.pop(9), IndexError),
    "set": (lambda shelf: shelf.names.__setitem__(9, "a"), IndexError),
    "delete": (lambda shelf: shelf.names.__delitem__(9), IndexError),
    "remove": (lambda shelf: shelf.names.remove("z"), ValueError),
    "steps": (lambda shelf: shelf.names.__setitem__(slice(0, 3, 2), "a"), ValueError),
    "pop a key": (lambda shelf: shelf.notes.pop("z"), KeyError),
    "delete a key": (lambda shelf: shelf.notes.__delitem__("z"), KeyError),
}


@pytest.mark.parametrize(("edit", "error"), IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_an_impossible_edit_raises_as_pythons_does_and_tells_nobody(
    edit: Callable[[Shelf], object], error: type[Exception]
) -> None:
    shelf, document, heard = shelf_of(3), Document(), []
    document.add_root(shelf)
    for name in ("names", "notes"):
        shelf.on_change(name, lambda *change: heard.append(change))
    revision = document.revision
    with pytest.raises(error):
        edit(shelf)
    assert (shelf.names, list(shelf.notes)) == (["0", "1", "2"], ["0", "1", "2"])
    assert (heard, document.revision) == ([], revision)


def _assigned_again(shelf: Shelf, name: str) -> None:
    setattr(shelf, name, getattr(shelf, name))


def _augmented(shelf: Shelf) -> None:
    shelf.names += []
    shelf.names *= 1
    shelf.notes |= {}


NOTHING = {
    "extend by nothing": lambda shelf: shelf.names.extend([]),
    "augment by nothing": _augmented,
    "sort what is sorted": lambda shelf: shelf.names.sort(),
    "turn over what is none": lambda shelf: shelf.maybe.reverse(),
    "clear what is empty": lambda shelf: shelf.maybe.clear(),
    "set what is there": lambda shelf: shelf.names.__setitem__(0, "0"),
    "set a model that is there": lambda shelf: shelf.leaves.__setitem__(
        0, shelf.leaves[0]
    ),
    "set some that are there": lambda shelf: shelf.names.__setitem__(
        slice(0, 2), ["0", "1"]
    ),
    "set none": lambda shelf: shelf.names.__setitem__(slice(0, 0), []),
    "delete none": lambda shelf: shelf.names.__delitem__(slice(0, 0)),
    "assign the list again": lambda shelf: _assigned_again(shelf, "names"),
    "assign the models again": lambda shelf: _assigned_again(shelf, "leaves"),
    "assign the dict again": lambda shelf: _assigned_again(shelf, "notes"),
    "update by nothing": lambda shelf: shelf.notes.update({}),
    "update by what is there": lambda shelf: shelf.notes.update({"0": "x"}),
    "set a key as it is": lambda shelf: shelf.notes.__setitem__("0", "x"),
    "pop a key that is not there": lambda shelf: shelf.notes.pop("z", None),
}


@pytest.mark.parametrize("edit", NOTHING.values(), ids=NOTHING)
def test_an_edit_that_changes_nothing_is_told_to_nobody(
    edit: Callable[[Shelf], object],
) -> None:
    shelf, document, heard = shelf_of(3), Document(), []
    shelf.maybe = []
    document.add_root(shelf)
    for name in (*LISTS, "notes"):
        shelf.on_change(name, lambda *change: heard.append(change))
    revision = document.revision
    edit(shelf)
    assert (heard, document.revision) == ([], revision)


def test_what_could_have_been_edited_unseen_counts_as_changed() -> None:
    shelf, heard = Shelf(anything=[{"a": 1}], names=["1"]), []
    shelf.on_change("anything", lambda *_: heard.append(list(shelf.anything)))
    shelf.anything[0]["a"] = 2
    shelf.anything = shelf.anything
    shelf.anything[0]["a"] = 3
    shelf.anything[0] = shelf.anything[0]
    assert heard == [[{"a": 3}], [{"a": 3}]]
    shelf.anything[:] = [True]
    shelf.anything[0] = 1
    assert len(heard) == 4
    assert shelf.anything[0] is not True


def test_an_edit_of_no_effect_is_refused_if_python_would_refuse_it() -> None:
    shelf = shelf_of(3)
    with pytest.raises(TypeError):
        shelf.names.extend(None)
    with pytest.raises(TypeError):
        shelf.notes.pop()
    with pytest.raises(TypeError):
        shelf.anything.sort()


def test_callbacks_get_what_was_there_before() -> None:
    shelf, heard = shelf_of(2), []
    shelf.on_change("names", lambda _, old, new: heard.append((old, list(new))))
    shelf.on_change("notes", lambda _, old, new: heard.append((old, dict(new))))
    shelf.names.append("a")
    shelf.notes.pop("0")
    assert heard == [
        (["0", "1"], ["0", "1", "a"]),
        ({"0": "x", "1": "x"}, {"1": "x"}),
    ]


def test_models_join_and_leave_with_single_items() -> None:
    shelf, document = shelf_of(3), Document()
    document.add_root(shelf)
    leaf, other = Leaf(), Leaf()
    shelf.leaves.append(leaf)
    shelf.parts["x"] = other
    assert {leaf.document, other.document} == {document}
    shelf.leaves.remove(leaf)
    del shelf.parts["x"]
    assert {leaf.document, other.document} == {None}


def test_a_model_of_another_document_is_refused_and_nothing_changes() -> None:
    shelf, document, elsewhere = shelf_of(2), Document(), Document()
    document.add_root(shelf)
    stranger = Leaf()
    elsewhere.add_root(stranger)
    with pytest.raises(OwnershipError):
        shelf.leaves.append(stranger)
    with pytest.raises(OwnershipError):
        shelf.parts["x"] = stranger
    assert len(shelf.leaves) == 2
    assert "x" not in shelf.parts


def test_a_list_that_could_be_something_else_is_looked_at_as_a_whole() -> None:
    """Two numbers are a pair, three are a list."""
    shelf = Shelf(pair=[1, 2, 3])
    shelf.pair.pop()
    assert shelf.pair == [1, 2]
    shelf.pair = [1, 2]
    assert shelf.pair == (1, 2)


def test_a_list_that_was_replaced_tells_nobody_of_its_edits() -> None:
    shelf, heard = shelf_of(2), []
    before = shelf.names
    shelf.names = ["other"]
    shelf.on_change("names", lambda *change: heard.append(change))
    before.append("late")
    assert (before, shelf.names, heard) == (["0", "1", "late"], ["other"], [])


def test_the_type_of_a_value_makes_a_plain_one() -> None:
    """As functions that walk through values of any kind do."""
    shelf = Shelf(names=["a"], notes={"k": "v"})
    doubled = type(shelf.names)(name * 2 for name in shelf.names)
    assert (type(doubled), doubled) == (list, ["aa"])
    swapped = type(shelf.notes)((v, k) for k, v in shelf.notes.items())
    assert (type(swapped), swapped) == (dict, {"v": "k"})
    assert type(shelf.names)() == []
    assert type(shelf.notes)(k="w") == {"k": "w"}
    doubled.append("b")
    assert shelf.names == ["a"]
