"""What applications import to handle texts, versions and the current document."""

import pytest

import syncd
from syncd.core.property.wrappers import PropertyValueDict, PropertyValueList
from syncd.core.query import GT, find
from syncd.core.types import ID, PathLike
from syncd.document import Document
from syncd.io import curdoc
from syncd.io.doc import patch_curdoc, set_curdoc
from syncd.io.state import curstate
from syncd.models import Div, Slider
from syncd.util import version
from syncd.util.strings import (
    append_docstring,
    format_docstring,
    format_url_query_arguments,
    indent,
    nice_join,
    snakify,
)


def test_texts_are_put_together():
    assert indent("a\nb", 1, "-") == "-a\n-b"
    assert nice_join([1, 2, 3]) == "1, 2 or 3"
    assert nice_join("ab", conjunction="and") == "a and b"
    assert nice_join("abc", sep="; ", conjunction=None) == "a; b; c"
    assert nice_join(["one"]) == "one"
    assert nice_join([]) == ""
    assert append_docstring("a", "b") == "ab"
    assert append_docstring(None, "b") is None
    assert format_docstring("{} {b}", 1, b=2) == "1 2"
    assert format_docstring(None, 1) is None
    assert format_url_query_arguments("/x", {"a b": "c&d"}) == "/x?a+b=c%26d"
    assert format_url_query_arguments("/x") == "/x"


@pytest.mark.parametrize(
    ("name", "snake"),
    [("DataTable", "data_table"), ("CDSView", "cds_view"), ("Range1dX", "range1d_x")],
)
def test_names_of_classes_become_names_of_functions(name, snake):
    assert snakify(name) == snake


def test_a_version_is_a_release_or_not(monkeypatch):
    assert version.is_full_release("3.9.2")
    assert not version.is_full_release("3.9.2.dev1")
    assert syncd.__version__.startswith(version.base_version())
    assert version.is_full_release(version.base_version())


def test_the_current_document_is_set_and_lent():
    before, one, other = curdoc(), Document(), Document()
    try:
        set_curdoc(one)
        assert curdoc() is curstate().document is one
        with patch_curdoc(other):
            assert curdoc() is other
        assert curdoc() is one
        curstate().document = other
        assert curdoc() is other
        assert curstate().file is None
    finally:
        set_curdoc(before)


def test_types_of_the_core_are_found():
    assert ID("a") == "a"
    assert PathLike
    slider = Slider(value=3, tags=["a"])
    assert isinstance(slider.tags, PropertyValueList)
    assert isinstance(Div(styles={"color": "red"}).styles, PropertyValueDict)
    assert find([slider, Slider()], {"value": {GT: 2}}) == [slider]
