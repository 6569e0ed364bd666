"""Documents: membership, transactions, revisions."""

from typing import Any

import pytest

from syncd.document import Document, Transaction, curdoc, current, selecting
from syncd.document.links import reachable
from syncd.errors import ForeignWriterError, LimitError, OwnershipError
from syncd.model import FieldChanged, Model, RootAdded, field


class Leaf(Model):
    """A model that holds none."""

    value: float = 0.0


class Branch(Model):
    """A model that holds others."""

    leaf: Leaf = field(default_factory=Leaf)
    children: list[Model] = []


@pytest.fixture
def document() -> Document:
    return Document()


def committed(document: Document) -> list[Transaction]:
    seen: list[Transaction] = []
    document.on_commit = seen.append
    return seen


def test_ids_are_given_in_the_order_models_join(document: Document) -> None:
    first, second = Leaf(), Branch(children=[Leaf()])
    document.add_root(first)
    document.add_root(second)
    assert first.id == 1
    assert second.id == 2
    assert second.leaf.id == 3
    assert second.children[0].id == 4


def test_an_id_that_was_read_before_is_kept(document: Document) -> None:
    with current(document):
        late, early = Leaf(), Leaf()
        known = {early.id: "early", late.id: "late"}
        assert len(known) == 2
        assert early.ref == {"id": early.id}
        document.add_root(Branch(leaf=late, children=[early]))
        assert [known[model.id] for model in (early, late)] == ["early", "late"]
    assert all(model.id == number for number, model in document.models.items())
    assert len(document.models) == 3


def test_an_id_of_one_document_is_not_one_of_another(document: Document) -> None:
    with current(document):
        leaf = Leaf()
        assert leaf.id == 1
    other = Document()
    other.add_root(Branch())
    other.add_root(leaf)
    assert leaf.id == 3
    document.add_root(Branch())
    assert sorted(document.models) == [2, 3]


def test_ids_that_were_read_and_never_used_take_no_memory(document: Document) -> None:
    with current(document):
        assert [Leaf().id for _ in range(100)] == [*range(1, 101)]
        assert not document._membership._reserved


def test_outside_of_any_document_there_is_no_id() -> None:
    with current(None):
        assert Leaf().id is None


def test_building_leaves_revision_zero_and_no_transaction(document: Document) -> None:
    seen = committed(document)
    document.build(lambda: document.add_root(Branch()))
    assert document.revision == 0
    assert not seen
    assert len(document.models) == 2


def test_a_change_outside_of_a_transaction_is_one(document: Document) -> None:
    leaf = Leaf()
    document.add_root(leaf)
    seen = committed(document)
    leaf.value = 1
    leaf.value = 2
    assert [transaction.revision for transaction in seen] == [2, 3]


def test_two_sets_of_a_field_leave_as_the_last(document: Document) -> None:
    leaf = Leaf()
    document.add_root(leaf)
    seen = committed(document)
    with document.transact():
        leaf.value = 1
        with document.transact():
            leaf.value = 2
    (transaction,) = seen
    (change,) = transaction.changes
    assert isinstance(change, FieldChanged)
    assert leaf.value == 2


def test_an_empty_transaction_raises_no_revision(document: Document) -> None:
    leaf = Leaf()
    document.add_root(leaf)
    seen = committed(document)
    with document.transact():
        leaf.value = 0
    assert not seen
    assert document.revision == 1


def test_changes_before_an_exception_are_kept(document: Document) -> None:
    leaf = Leaf()
    document.add_root(leaf)
    seen = committed(document)

    def fail() -> None:
        with document.transact():
            leaf.value = 1
            leaf.value = 1 / 0

    with pytest.raises(ZeroDivisionError):
        fail()
    assert len(seen) == 1
    assert leaf.value == 1


def test_new_models_travel_whole_and_without_changes(document: Document) -> None:
    branch = Branch()
    document.add_root(branch)
    seen = committed(document)
    with document.transact():
        leaf = Leaf()
        branch.children = [leaf]
        leaf.value = 5
    (transaction,) = seen
    assert list(transaction.added.values()) == [leaf]
    assert [change.model for change in transaction.changes] == [branch]


def test_unreachable_models_leave(document: Document) -> None:
    leaf = Leaf()
    branch = Branch(children=[leaf])
    document.add_root(branch)
    seen = committed(document)
    branch.children = []
    assert seen[0].removed == [leaf.id]
    assert leaf.document is None
    leaf.value = 3
    assert len(seen) == 1


def test_a_callback_that_looks_for_models_has_the_document_walked_once_a_change(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    walks = []

    def counted(roots: list[Model]) -> set[int]:
        walks.append(len(roots))
        return reachable(roots)

    monkeypatch.setattr(selecting, "reachable", counted)
    leaves = [Leaf(name=f"leaf {number}") for number in range(3)]
    branch, other = Branch(children=[*leaves]), Branch(name="other")
    document.add_root(branch)
    with document.transact():
        branch.children = leaves[1:]
        found = [document.select({"name": leaf.name}) for leaf in leaves]
        assert found == [[], [leaves[1]], [leaves[2]]]
        assert len(walks) == 1
        document.add_root(other)
        assert document.select({"name": "other"}) == [other]
        branch.children = []
        assert document.select({"name": "leaf 2"}) == []
        document.remove_root(other)
        assert document.select({"name": "other"}) == []
        branch.children = [leaves[2]]
        assert document.select({"name": "leaf 2"}) == [leaves[2]]
        assert len(walks) == 5
    assert document.select({"name": "leaf 2"}) == [leaves[2]]
    assert len(walks) == 5


def test_a_model_that_joins_and_leaves_at_once_is_never_told(
    document: Document,
) -> None:
    branch = Branch()
    document.add_root(branch)
    seen = committed(document)
    with document.transact():
        leaf = Leaf()
        branch.children = [leaf]
        leaf.value = 5
        branch.children = []
        root = Leaf()
        document.add_root(root)
        document.remove_root(root)
    (transaction,) = seen
    assert not transaction.added
    assert not transaction.removed
    assert [change.model for change in transaction.changes] == [branch]


def test_cycles_can_join_and_leave(document: Document) -> None:
    one, other = Branch(), Branch()
    one.children, other.children = [other], [one]
    document.add_root(one)
    assert len(document.models) == 4
    document.remove_root(one)
    assert not document.models


def test_a_model_lives_in_one_document_only(document: Document) -> None:
    leaf, branch = Leaf(), Branch()
    Document().add_root(leaf)
    document.add_root(branch)
    with pytest.raises(OwnershipError):
        document.add_root(leaf)
    with pytest.raises(OwnershipError):
        branch.children = [leaf]
    assert not branch.children
    assert len(document.roots) == 1


def test_the_number_of_models_is_limited() -> None:
    document = Document(max_models=3)
    branch = Branch()
    document.add_root(branch)
    with pytest.raises(LimitError):
        branch.children = [Leaf(), Leaf()]
    assert not branch.children


def test_adding_a_root_again_is_a_no_op(document: Document) -> None:
    leaf = Leaf()
    document.add_root(leaf)
    document.add_root(leaf)
    assert document.roots == [leaf]
    assert document.revision == 1


def test_what_a_document_is_made_with_is_no_change() -> None:
    assert Document(title="Sales", theme="caliber").revision == 0
    with pytest.raises(ValueError, match="title of a document is a string, got 1"):
        Document(title=1)  # type: ignore[arg-type]


def test_roots_and_title_are_changes(document: Document) -> None:
    seen = committed(document)
    with document.transact():
        document.add_root(Leaf())
        document.title = "A title"
    kinds = [change.kind for change in seen[0].changes]
    assert kinds == ["root_added", "title_changed"]
    assert isinstance(seen[0].changes[0], RootAdded)


def test_flush_hands_on_what_there_is(document: Document) -> None:
    leaf = Leaf()
    document.add_root(leaf)
    seen = committed(document)
    with document.transact():
        leaf.value = 1
        document.flush()
        leaf.value = 2
    assert [transaction.final for transaction in seen] == [False, True]


def test_the_guard_refuses_before_anything_changes(document: Document) -> None:
    branch = Branch()
    document.add_root(branch)

    def guard(action: str, *names: str) -> None:
        raise ForeignWriterError(action % names)

    document.guard = guard
    for edit in (
        lambda: setattr(branch, "children", [Leaf()]),
        lambda: branch.children.append(Leaf()),
        lambda: document.add_root(Leaf()),
        lambda: document.remove_root(branch),
        lambda: setattr(document, "title", "x"),
        document.flush,
    ):
        with pytest.raises(ForeignWriterError, match="add_next_tick_callback"):
            edit()
    assert not branch.children
    assert document.roots == [branch]


def test_the_current_document_is_that_of_the_block(document: Document) -> None:
    with current(document):
        assert curdoc() is document
    assert curdoc() is not document


def test_models_are_found_by_name_and_class(document: Document) -> None:
    leaf = Leaf(name="one")
    document.add_root(leaf)
    document.add_root(Branch(name="two"))
    assert document.get_model_by_name("one") is leaf
    assert document.get_model_by_name("three") is None
    assert document.select({"type": Leaf, "name": "one"}) == [leaf]
    document.add_root(Leaf(name="one"))
    with pytest.raises(ValueError, match="more than one"):
        document.get_model_by_name("one")


def test_what_is_about_to_leave_is_not_found(document: Document) -> None:
    branch, old = Branch(children=[Leaf(name="plot")]), Leaf(name="extra")
    document.add_root(branch)
    document.add_root(old)
    with document.transact():
        branch.children = [Leaf(name="plot")]
        document.remove_root(old)
        assert document.get_model_by_name("plot") is branch.children[0]
        assert document.get_model_by_name("extra") is None
        assert document.select({"type": Leaf, "name": "plot"}) == branch.children
        document.add_root(old)
        assert document.get_model_by_name("extra") is old


def test_destroy_leaves_nothing_to_the_garbage_collector() -> None:
    import gc
    import weakref

    document = Document()
    branch = Branch()
    branch.children = [branch]
    branch.on_change("children", lambda attr, old, new, kept=branch: kept)
    document.add_root(branch)
    seen: Any = weakref.ref(branch)
    gc.disable()
    try:
        document.destroy()
        del branch, document
        assert seen() is None
    finally:
        gc.enable()


def test_roots_keep_their_order_and_a_model_is_one_or_is_not(
    document: Document,
) -> None:
    first, second, third = Leaf(), Leaf(), Leaf()
    for leaf in (first, second, third, first):
        document.add_root(leaf)
    document.remove_root(second)
    assert document.roots == [first, third]
    assert [document.is_root(leaf) for leaf in (first, second)] == [True, False]
    seen = committed(document)
    document.remove_root(second)  # again is a no-op, as with Bokeh
    document.remove_root(Leaf())
    assert seen == []
    document.add_root(second)
    assert document.roots == [first, third, second]


def test_a_document_may_begin_with_a_title_and_a_theme() -> None:
    document = Document(title="Words", theme="dark_minimal")
    assert document.title == "Words"
    assert document.theme is not Document().theme
    assert document.revision == 0


def test_a_callback_and_its_time_that_are_swapped(document: Document) -> None:
    with pytest.raises(ValueError, match=r"the period is .* the callback comes first"):
        document.add_periodic_callback(500, print)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"the timeout is .* the callback comes first"):
        document.add_timeout_callback(500, print)  # type: ignore[arg-type]
