"""What applications import from Bokeh's core."""

import pytest

from syncd.core import enums
from syncd.core.properties import expr, field, value
from syncd.models import CumSum, LegendItem, LinearColorMapper, Scatter


def test_a_value_is_no_column():
    assert Scatter(fill_color=value("red")).fill_color == "red"
    assert LegendItem(label=value("x")).wire_value("label") == {"value": "x"}


def test_a_field_is_a_column_even_if_it_looks_like_a_value():
    assert Scatter(fill_color=field("red")).wire_value("fill_color") == {"field": "red"}


def test_a_field_may_be_transformed():
    mapper = LinearColorMapper()
    assert field("a", mapper) == {"field": "a", "transform": mapper}
    assert value(None) == {"value": None}


def test_units_are_said_beside():
    assert value(3, units="deg") == {"value": 3, "units": "deg"}


@pytest.mark.parametrize("name", enums.__all__)
def test_words_can_be_listed(name):
    words = getattr(enums, name)
    assert len(set(words)) == len(words) > 0


def test_markers_are_those_that_scatters_take():
    for marker in enums.MarkerType:
        assert Scatter(marker=marker).marker == marker


def test_an_expression_is_a_spec_of_what_the_browser_computes():
    running = CumSum(field="share")
    assert expr(running) == {"expr": running}
    assert Scatter(x=expr(running)).wire_value("x")["expr"] is running
