import math
from array import array

import pytest

from syncd.client.mirror import restore
from syncd.document import Document
from syncd.model import Model, OpaqueModel
from syncd.protocol import decode_server_message, encode_snapshot


class MirrorLeaf(Model):
    text: str = "empty"
    number: float = 0.0


class MirrorBranch(Model):
    leaf: MirrorLeaf | None = None
    children: list[Model] = []
    anything: dict[str, float] = {}


@pytest.fixture
def copy_of():
    """Send a document over the wire and restore it."""

    def copy(document, change=lambda data: data):
        data = encode_snapshot(document, session="id").data
        return restore(decode_server_message(change(data), max_size=10**7))

    return copy


@pytest.fixture
def document():
    document = Document(epoch="one")
    leaf = MirrorLeaf(text="leaf", number=math.inf)
    document.add_root(MirrorBranch(leaf=leaf, children=[leaf, MirrorLeaf()]))
    document.title = "A title"
    return document


def test_a_copy_has_ids_roots_and_values(document, copy_of):
    copy = copy_of(document)
    (root,) = copy.roots
    assert type(root) is MirrorBranch
    assert root.leaf is root.children[0]
    assert root.leaf.text == "leaf"
    assert root.leaf.number == math.inf
    assert root.children[1].text == "empty"
    assert {number: model.type for number, model in copy.models.items()} == {
        number: model.type for number, model in document.models.items()
    }
    assert (copy.title, copy.epoch, copy.revision) == (
        "A title",
        "one",
        document.revision,
    )


def unknown(data):
    """Make the leaf's type one that nobody here knows; names are as long."""
    return data.replace(b"MirrorLeaf", b"ForeignOne")


def test_an_unknown_type_is_opaque_and_keeps_what_it_has(document, copy_of):
    copy = copy_of(document, unknown)
    leaf = copy.roots[0].children[0]
    assert isinstance(leaf, OpaqueModel)
    assert leaf.type == "ForeignOne"
    assert leaf.text == "leaf"


def test_an_opaque_model_round_trips(document, copy_of):
    again = encode_snapshot(copy_of(document, unknown), session="id").data
    assert b"ForeignOne" in again
    assert again == unknown(encode_snapshot(document, session="id").data)


def test_an_unknown_field_makes_models_of_that_type_opaque(document, copy_of):
    copy = copy_of(document, lambda data: data.replace(b'"text"', b'"tixt"'))
    assert isinstance(copy.roots[0].leaf, OpaqueModel)
    assert copy.roots[0].leaf.tixt == "leaf"


def test_a_value_that_the_class_refuses_makes_it_opaque(document, copy_of):
    copy = copy_of(document, lambda data: data.replace(b':"leaf"', b":123456"))
    assert copy.roots[0].leaf.opaque
    assert copy.roots[0].leaf.text == 123456


def test_columns_come_as_arrays(copy_of):
    from syncd.models import ColumnDataSource

    document = Document()
    document.add_root(ColumnDataSource(data={"x": list(range(20)), "s": ["a"] * 20}))
    (source,) = copy_of(document).roots
    assert source.data["x"] == array("i", range(20))
    assert source.data["s"] == ["a"] * 20


def test_an_opaque_field_set_is_recorded(document, copy_of):
    copy = copy_of(document, unknown)
    committed = []
    copy.on_commit = committed.append
    copy.roots[0].leaf.text = "changed"
    (change,) = committed[0].changes
    assert (change.model, change.field) == (copy.roots[0].leaf, "text")
