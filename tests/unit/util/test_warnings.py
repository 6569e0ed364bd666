"""Warnings by the names that Bokeh's authors know."""

import pytest

from syncd.util.warnings import BokehDeprecationWarning, BokehUserWarning, warn


def test_a_warning_is_where_the_author_is() -> None:
    with pytest.warns(BokehUserWarning, match="mind this") as caught:
        warn("mind this")
    assert caught[0].filename == __file__
    with pytest.warns(BokehDeprecationWarning) as caught:
        warn("old", BokehDeprecationWarning, 2)
    assert caught[0].filename == __file__
