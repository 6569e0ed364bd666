"""What looks of models may be, and that there is one place for each."""

import pytest

from syncd.errors import FieldError
from syncd.model import registry
from syncd.models import (
    AreaGlyph,
    Band,
    BoxAnnotation,
    Image,
    ImageURL,
    LabelSet,
    Model,
    MultiLine,
    Quad,
    Scatter,
    Span,
    Stack,
    Text,
)
from syncd.models.looks import LineLooks
from syncd.plotting import figure


def test_lines_are_the_same_everywhere():
    looks = set(LineLooks.fields()) - set(Model.fields())
    for cls in (AreaGlyph, MultiLine, Span, Band):
        assert looks <= set(cls.fields())
        assert cls.lookup("line_dash") is LineLooks.lookup("line_dash")
    assert (Band().line_alpha, Span().line_alpha) == (0.3, 1.0)
    assert "LineLooks" not in registry.registered()


def test_each_row_may_have_its_own_dash():
    renderer = figure().multi_line(
        [[0, 1]] * 2, [[0, 1]] * 2, line_dash=["dashed", "4 2"], line_cap="round"
    )
    assert renderer.data_source.data["line_dash"] == ["dashed", "4 2"]
    assert renderer.glyph.line_cap == "round"
    one = figure().multi_line([[0, 1]], [[0, 1]], line_dash=[6, 4])
    assert one.glyph.wire_fields()["line_dash"] == [6, 4]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (5, 5),
        ((1, 2, 3, 4), (1, 2, 3, 4)),
        ({"top_left": 3, "bottom_right": 4}, (3, 0, 4, 0)),
    ],
)
def test_corners_are_round_alike_or_each(given, kept):
    assert Quad(border_radius=given).border_radius == kept


@pytest.mark.parametrize("given", [-1, (1, 2, 3), {"top": 1}, "round", True])
def test_corners_have_lengths(given):
    with pytest.raises(FieldError, match="top_left, top_right, bottom_right"):
        Quad(border_radius=given)


@pytest.mark.parametrize(
    ("given", "kept"), [((4, 2), (2, 4, 2, 4)), ({"x": 4, "top": 1}, (1, 4, 0, 4))]
)
def test_the_room_around_words_is_across_and_down(given, kept):
    assert Text(padding=given).padding == kept


@pytest.mark.parametrize(
    "anchor", ["top_left", "auto", ("left", 0.5), ("end", "start")]
)
def test_words_stand_at_any_place_of_their_box(anchor):
    assert Text(anchor=anchor).anchor == anchor


def test_a_font_is_a_name_and_no_column():
    assert Text(text_font="courier").wire_fields() == {
        "text_font": {"value": "courier"}
    }
    assert Text(text_font={"field": "f"}).wire_fields() == {"text_font": {"field": "f"}}


def test_columns_of_a_stack_have_two_names():
    stack = Stack(fields=["a", "b"])
    assert (stack.fields, stack.columns) == (["a", "b"], ["a", "b"])
    stack.fields = ["c"]
    assert stack.columns == ["c"]
    assert "columns" in stack.fields()
    assert "columns" in Stack.fields()


def test_a_computed_column_may_be_given_as_it_is():
    stack = Stack(fields=["a"])
    assert Scatter(x=stack).x == {"expr": stack}


def test_a_hatch_of_ones_own_is_said_by_value():
    shape = Quad(hatch_pattern={"value": "mine"})
    assert shape.wire_fields() == {"hatch_pattern": {"value": "mine"}}
    assert Quad(hatch_pattern="mine").wire_fields() == {
        "hatch_pattern": {"field": "mine"}
    }
    assert Quad(hatch_pattern={"value": "/"}).hatch_pattern == "/"
    with pytest.raises(FieldError):
        Quad(hatch_pattern={"value": 3})


@pytest.mark.parametrize("anchor", ["center", (0.5, 1.0), ("right", "top")])
def test_pictures_stand_at_any_place_of_their_box(anchor):
    assert Image(anchor=anchor).anchor == anchor
    assert ImageURL(anchor=anchor).anchor == anchor


@pytest.mark.parametrize("anchor", ["auto", (0.5, 2), ("top", "right"), ("left",)])
def test_a_picture_stands_nowhere_else(anchor):
    with pytest.raises(FieldError, match="an anchor such as 'top_left'"):
        Image(anchor=anchor)


def test_a_box_in_a_figure_has_corners_as_bars_have():
    box = BoxAnnotation(border_radius={"top_left": 3})
    assert box.border_radius == (3, 0, 0, 0)


def test_labels_of_a_set_have_fonts_of_their_own():
    names = {"text_font": "f", "text_font_style": "s", "text_line_height": "h"}
    given = {key: {"field": name} for key, name in names.items()}
    assert LabelSet(**given).wire_fields() == given
    assert LabelSet(text_font="courier", text_font_style="bold").wire_fields() == {
        "text_font": {"value": "courier"},
        "text_font_style": {"value": "bold"},
    }
