"""Tools that edit by hand: their words, their defaults and what they look like."""

import math

import pytest

from syncd.errors import FieldError
from syncd.models import (
    BoxAnnotation,
    BoxEditTool,
    BoxSelectTool,
    FreehandDrawTool,
    LassoSelectTool,
    LineEditTool,
    PointDrawTool,
    PolyAnnotation,
    PolyDrawTool,
    PolyEditTool,
    Range1d,
    RangeTool,
)
from syncd.models.schema import sources
from syncd.plotting import figure


@pytest.mark.parametrize(
    ("word", "cls"),
    [
        ("box_edit", BoxEditTool),
        ("freehand_draw", FreehandDrawTool),
        ("line_edit", LineEditTool),
        ("point_draw", PointDrawTool),
        ("poly_draw", PolyDrawTool),
        ("poly_edit", PolyEditTool),
    ],
)
def test_words_stand_for_tools(word, cls):
    assert type(figure(tools=word).tools[0]) is cls


def test_an_edit_tool_can_be_in_use_at_first():
    plot = figure(tools="point_draw,pan")
    plot.toolbar.active_multi = plot.tools[0]
    assert plot.toolbar.active_multi is plot.tools[0]


def test_a_dict_changes_the_usual_overlay():
    tool = BoxSelectTool(overlay={"fill_color": "gold"})
    assert type(tool.overlay) is BoxAnnotation
    assert (tool.overlay.fill_color, tool.overlay.line_color) == ("gold", "black")
    assert type(LassoSelectTool().overlay) is PolyAnnotation
    assert BoxSelectTool().overlay.fill_color == "lightgrey"


def test_an_overlay_of_the_wrong_kind_is_refused():
    with pytest.raises(FieldError, match="BoxAnnotation, or a dict of its fields"):
        RangeTool(overlay=PolyAnnotation())


@pytest.mark.parametrize("name", ["_values", "type", "id", "document", "update"])
def test_what_is_no_field_of_an_overlay_is_refused(name):
    with pytest.raises(FieldError, match=rf"RangeTool\.overlay got .*'{name}'"):
        RangeTool(overlay={name: None})


def test_a_misspelled_field_of_an_overlay_is_named():
    with pytest.raises(FieldError, match=r"RangeTool\.overlay got .*'fill_color'"):
        RangeTool(overlay={"fil_color": "gold"})


def test_a_range_tool_knows_the_range_of_another_figure():
    detail = figure(x_range=Range1d(2, 4))
    tool = RangeTool(x_range=detail.x_range, start_gesture="tap")
    assert tool.x_range is detail.x_range
    assert tool.overlay.editable


def test_boxes_have_no_greatest_size_unless_they_are_given_one():
    assert BoxAnnotation().max_width == math.inf
    assert 'max_width: { $num: "inf" }' in sources()["mark_schema.ts"]
