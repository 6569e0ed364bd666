"""Values and names that applications bring along from Bokeh."""

import datetime as dt
import importlib
import logging

import numpy as np
import pytest

import syncd.models as ours
from syncd.document import Document
from syncd.errors import FieldError
from syncd.models import (
    Annotation,
    BoxAnnotation,
    Button,
    CategoricalPatternMapper,
    Div,
    Label,
    Legend,
    LinearColorMapper,
    Menu,
    MenuItem,
    Model,
    Range1d,
    ScaleBar,
    Scatter,
    Slider,
    Span,
    Title,
    ToolMenu,
)
from syncd.plotting import figure


def test_the_bytes_of_a_number_are_the_channels_of_a_colour() -> None:
    assert Title(text_color=0xFF8000FF).text_color == "#ff8000ff"
    assert Scatter(fill_color=np.uint32(0x10)).fill_color == "#00000010"
    palette = LinearColorMapper(palette=[0xFF0000FF, "red"]).palette
    assert list(palette) == ["#ff0000ff", "red"]


@pytest.mark.parametrize("color", [-1, 1 << 32, True, 0.5, np.array([1, 2, 3])])
def test_other_numbers_are_no_colours(color: object) -> None:
    with pytest.raises(FieldError, match="0xRRGGBBAA"):
        Title(text_color=color)


def test_hatches_of_ones_own_are_mapped_as_well() -> None:
    mapper = CategoricalPatternMapper(
        factors=["a", "b"], patterns=["mine", "dot"], default_value="other"
    )
    assert mapper.patterns == ["mine", "dot"]
    assert mapper.default_value == "other"


def test_whole_numbers_of_numpy_are_lengths() -> None:
    assert Label(padding=np.int32(3)).padding == 3
    assert Label(border_radius=[np.int64(1), 2, 3, 4]).border_radius == (1, 2, 3, 4)
    for wrong in (-1, True, "3", np.array([1, 2])):
        with pytest.raises(FieldError, match="a length in pixels"):
            Label(padding=wrong)


def test_a_time_of_day_is_a_place_on_an_axis() -> None:
    at = dt.time(1, 2, 3, 4500)
    milliseconds = 3_723_004.5
    assert Span(location=at).location == milliseconds
    assert Range1d(at, dt.time(2)).start == milliseconds
    assert BoxAnnotation(left=at).left == milliseconds
    assert Scatter(x=at).x == milliseconds


@pytest.mark.parametrize("cls", [Legend, ours.ColorBar, ScaleBar, Title])
def test_annotations_take_names_of_ranges_and_renderers(
    cls: type[Annotation], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    given = cls(x_range_name="default", y_range_name="default", renderers=[])
    assert given.renderers == []
    assert caplog.messages == []
    assert cls(y_range_name="other").y_range_name == "other"
    assert Span(y_range_name="other").wire_value("y_range_name") == "other"


def test_a_range_that_a_figure_does_not_have_is_mentioned(
    caplog: pytest.LogCaptureFixture,
) -> None:
    document = Document()
    plot = figure()
    plot.extra_y_ranges = {"count": Range1d(0, 1)}
    plot.line([1, 2], [3, 4], y_range_name="count")
    document.add_root(plot)
    document.validate()
    assert caplog.messages == []
    plot.line([1, 2], [3, 4], y_range_name="nope")
    plot.add_layout(Span(location=1, x_range_name="none"))
    document.validate()
    line, span = caplog.messages
    assert "y_range_name 'nope'" in line
    assert "these are 'count'" in line
    assert "x_range_name 'none'" in span
    assert "these are none" in span


def test_a_menu_comes_up_by_itself_or_offers_the_tools_of_a_toolbar() -> None:
    plot = figure(context_menu="auto")
    menu = ToolMenu(toolbar=plot.toolbar)
    assert plot.context_menu == "auto"
    plot.toolbar.context_menu = menu
    assert Div(context_menu=menu).context_menu is menu
    assert MenuItem(menu=menu).menu is menu
    assert isinstance(menu, Menu)
    assert importlib.import_module("syncd.models.tools").ToolMenu is ToolMenu
    with pytest.raises(FieldError, match="a Menu or one of 'auto'"):
        Div(context_menu="always")
    with pytest.raises(FieldError, match="a Menu"):
        plot.scatter([1], [2]).context_menu = "auto"
    with pytest.raises(FieldError, match="a Toolbar"):
        ToolMenu(toolbar=Div())


def test_a_callback_that_was_given_twice_hears_events_twice_and_changes_once() -> None:
    heard: list[str] = []
    button, slider = Button(), Slider()

    def clicked() -> None:
        heard.append("click")

    def changed(attr: str, old: object, new: object) -> None:
        heard.append(attr)

    for _ in range(2):
        button.on_event("button_click", clicked)
        slider.on_change("value", changed)
    button.trigger_event("button_click", None)
    slider.value = 1
    assert heard == ["click", "click", "value"]


SHAPES = [
    "Annulus",
    "Block",
    "Circle",
    "HArea",
    "Image",
    "Line",
    "MultiLine",
    "Patch",
    "Quad",
    "Text",
]


@pytest.mark.parametrize(
    ("kind", "shapes"),
    [
        ("XYGlyph", "Annulus Circle Image Line Patch Text"),
        ("ConnectedXYGlyph", "Line Patch"),
        ("RadialGlyph", "Circle"),
        ("LRTBGlyph", "Block Quad"),
        ("LineGlyph", "Annulus Block Circle Line MultiLine Patch Quad"),
        ("FillGlyph", "Annulus Block Circle HArea Patch Quad"),
        ("HatchGlyph", "Annulus Block Circle HArea Patch Quad"),
        ("TextGlyph", "Text"),
    ],
)
def test_shapes_are_asked_for_by_what_they_have_in_common(
    kind: str, shapes: str
) -> None:
    cls = getattr(importlib.import_module("syncd.models.glyph"), kind)
    assert getattr(importlib.import_module("syncd.models.glyphs"), kind) is cls
    found = [name for name in SHAPES if isinstance(getattr(ours, name)(), cls)]
    assert found == shapes.split()


def test_renderers_are_found_by_such_a_kind() -> None:
    from syncd.models.glyphs import XYGlyph  # as authors do

    plot = figure()
    line = plot.line([1], [2])
    plot.harea([1], [2], [3])
    assert line.glyph in plot.select(XYGlyph)
    assert all(isinstance(found, XYGlyph) for found in plot.select(XYGlyph))


def test_mappers_and_elements_are_asked_for_by_one_name() -> None:
    from syncd.models import StyledElement  # as authors do
    from syncd.models.mappers import Mapper  # as authors do

    assert isinstance(LinearColorMapper(), Mapper)
    assert isinstance(CategoricalPatternMapper(), Mapper)
    assert not isinstance(ours.Dodge(), Mapper)
    assert isinstance(Div(), StyledElement)
    assert issubclass(Mapper, Model)


def test_models_are_collected_with_all_that_they_refer_to() -> None:
    from syncd.model import collect_filtered_models, collect_models  # as authors do

    plot = figure()
    line = plot.line([1], [2])
    found = collect_models({"one": [plot]}, line)
    assert found.count(line) == 1
    assert plot in found
    assert line.data_source in found
    some = collect_filtered_models(lambda model: model is line, plot)
    assert plot in some
    assert line not in some
    assert line.data_source not in some
    assert set(collect_filtered_models(None, plot)) == set(collect_models(plot))


def test_classes_are_found_by_name() -> None:
    from syncd.model import get_class  # as authors do

    assert get_class("Slider") is Slider
    with pytest.raises(KeyError, match="Slyder"):
        get_class("Slyder")


def test_classes_that_say_where_they_are_from_are_models_like_others() -> None:
    from syncd.core.has_props import Qualified  # as authors do
    from syncd.model import DataModel  # as authors do

    class Customer(Qualified, DataModel):
        age: int = 3

    document = Document()
    document.add_root(Customer(age=7))
    assert document.roots[0].age == 7


def test_ranges_of_numbers_are_asked_for_by_one_name() -> None:
    from syncd.models import NumericalRange  # as authors do

    plot = figure(x_range=["a"])
    assert isinstance(plot.y_range, NumericalRange)
    assert not isinstance(plot.x_range, NumericalRange)
    assert isinstance(Range1d(1, 2), NumericalRange)


def test_a_canvas_of_ones_own_is_an_empty_place() -> None:
    from syncd.models.canvas import Canvas  # as authors do

    document = Document()
    document.add_root(Canvas(output_backend="webgl"))
    assert isinstance(document.roots[0], ours.UIElement)
    assert list(figure().select(Canvas)) == []


def test_the_usual_page_has_a_name_and_parts_of_pages_have_advice() -> None:
    from syncd.core.templates import FILE  # as authors do

    document = Document()
    document.template = FILE
    assert document.template is None
    with pytest.raises(ImportError, match=r"templates/index\.html"):
        from syncd.core.templates import MACROS  # noqa: F401  # as authors do


def test_boxes_go_no_further_than_a_factor() -> None:
    box = BoxAnnotation(left_limit="a", right_limit=("b", "c"))
    assert (box.left_limit, box.right_limit) == ("a", ("b", "c"))


def test_a_scale_bar_stands_at_values_of_other_ranges() -> None:
    assert "x_range_name" in ScaleBar.properties()
    assert ScaleBar(y_range_name="other", location=(3, 4)).y_range_name == "other"


def test_heads_of_arrows_take_columns_dashes_and_hatches(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.WARNING)
    head = ours.NormalHead(
        size="size", fill_color="tone", line_dash="dashed", hatch_pattern="x"
    )
    assert (head.size, head.fill_color) == ("size", "tone")
    assert head.wire_value("size") == {"field": "size"}
    assert ours.OpenHead().size == 25  # Bokeh's
    assert caplog.messages == []
