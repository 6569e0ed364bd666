"""The words that fields take have Bokeh's names, and so have their types."""

from typing import get_args

import pytest

from syncd.core import enums
from syncd.core import properties as p


def test_every_kind_of_words_has_a_type_of_its_own() -> None:
    for name in enums.__all__:
        words = getattr(enums, name)
        if isinstance(words, tuple):
            assert get_args(getattr(enums, f"{name}Type")) == words


def test_types_can_be_imported_for_annotations() -> None:
    from syncd.core.enums import OutputBackendType

    assert get_args(OutputBackendType) == ("canvas", "svg", "webgl")


def test_names_that_are_not_there_are_refused() -> None:
    with pytest.raises(AttributeError, match="near it are FontStyle"):
        enums.FontStyl  # noqa: B018


def test_words_of_an_application() -> None:
    assert p.Enum(enums.enumeration("a", "b")).value == "a"
    with pytest.raises(ValueError, match="different words"):
        enums.enumeration("a", "a")


def test_each_word_is_an_attribute_of_its_kind() -> None:
    assert enums.ButtonType.default == "default"
    assert enums.enumeration("a", "b").b == "b"
    assert not hasattr(enums.ButtonType, "huge")
    with pytest.raises(AttributeError, match="no word 'huge' among default, primary"):
        enums.ButtonType.huge  # noqa: B018
