import datetime as dt
import logging
from types import SimpleNamespace

import numpy as np
import pytest

from syncd.errors import FieldError, UnknownFieldError
from syncd.models import (
    CategoricalAxis,
    CategoricalScale,
    ColumnDataSource,
    CrosshairTool,
    DataRange1d,
    DatetimeAxis,
    FactorRange,
    Figure,
    HoverTool,
    LegendItem,
    LinearAxis,
    LogAxis,
    LogScale,
    MercatorAxis,
    PanTool,
    Plot,
    Range1d,
    TimedeltaAxis,
)
from syncd.models.tools.names import WORDS
from syncd.plotting import figure


def types(models) -> list[str]:
    return [model.type for model in models]


def test_a_figure_is_known_to_peers_as_one(plot: figure) -> None:
    assert plot.type == "Figure"
    assert isinstance(plot, Figure)
    assert (plot.width, plot.height) == (600, 600)


def test_a_figure_has_axes_grids_and_tools(plot: figure) -> None:
    assert types(plot.below) == types(plot.left) == ["LinearAxis"]
    assert [grid.dimension for grid in plot.grid] == [0, 1]
    assert plot.xgrid[0].axis is plot.xaxis[0]
    assert types(plot.tools) == [
        "PanTool",
        "WheelZoomTool",
        "BoxZoomTool",
        "SaveTool",
        "ResetTool",
        "HelpTool",
    ]


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (None, DataRange1d),
        ((0, 1), Range1d),
        ([0, 4 * np.pi], Range1d),
        (np.array([0.0, 1.0]), Range1d),
        (["a", "b"], FactorRange),
        (["a", "b", "c"], FactorRange),
        ([], FactorRange),
        ([("a", "x"), ("a", "y")], FactorRange),
        (Range1d(0, 1), Range1d),
    ],
    ids=repr,
)
def test_ranges_are_made_of_what_authors_write(given, kind) -> None:
    assert type(figure(x_range=given).x_range) is kind


@pytest.mark.parametrize("given", [3, "ab", [1, 2, 3]])
def test_what_is_no_range_is_refused(given) -> None:
    with pytest.raises(ValueError, match="a range is"):
        figure(y_range=given)


def test_figures_may_share_a_range(plot: figure) -> None:
    other = figure(x_range=plot.x_range)
    assert other.x_range is plot.x_range


@pytest.mark.parametrize(
    ("values", "axis"),
    [
        ({}, LinearAxis),
        ({"x_axis_type": "linear"}, LinearAxis),
        ({"x_axis_type": "log"}, LogAxis),
        ({"x_axis_type": "datetime"}, DatetimeAxis),
        ({"x_axis_type": "timedelta"}, TimedeltaAxis),
        ({"x_axis_type": "mercator"}, MercatorAxis),
        ({"x_range": ["a"]}, CategoricalAxis),
        ({"x_range": (dt.date(2020, 1, 1), dt.date(2021, 1, 1))}, DatetimeAxis),
    ],
    ids=["auto", "linear", "log", "datetime", "timedelta", "map", "factors", "times"],
)
def test_axes_go_by_their_type_and_range(values, axis) -> None:
    assert type(figure(**values).xaxis[0]) is axis


def test_axes_of_a_map_know_their_direction() -> None:
    plot = figure(x_axis_type="mercator", y_axis_type="mercator")
    (across,), (along,) = plot.xaxis, plot.yaxis
    assert across.ticker.dimension == across.formatter.dimension == "lon"
    assert along.ticker.dimension == along.formatter.dimension == "lat"


def test_scales_go_with_their_axes() -> None:
    assert type(figure(x_axis_type="log").x_scale) is LogScale
    assert type(figure(x_range=["a"]).x_scale) is CategoricalScale
    with pytest.raises(ValueError, match="FactorRange"):
        figure(x_range=["a"], x_axis_type="log")


def test_an_unknown_type_of_axis_is_refused() -> None:
    with pytest.raises(ValueError, match="'polar'"):
        figure(y_axis_type="polar")


def test_axes_can_be_placed_labelled_and_left_out() -> None:
    plot = figure(
        x_axis_location="above",
        y_axis_location=None,
        x_axis_label="time",
    )
    assert plot.above[0].axis_label == "time"
    assert not plot.yaxis
    assert figure().xaxis.axis_label is None
    assert figure(x_axis_label=None, y_axis_label="").yaxis.axis_label is None
    assert len(plot.grid) == 2
    assert not figure(x_axis_type=None).xgrid


def test_old_names_of_sizes_are_accepted() -> None:
    plot = figure(plot_width=300, plot_height=200, output_backend="webgl")
    assert (plot.width, plot.height) == (300, 200)


@pytest.mark.parametrize("made", [figure, Plot])
def test_old_names_of_sizes_are_read_and_set(made: type[Plot]) -> None:
    plot = made(plot_width=300, plot_height=200)
    plot.plot_width *= 2
    plot.update(plot_height=plot.plot_height + 50)
    assert (plot.width, plot.height) == (600, 250)
    with pytest.raises(FieldError, match=r"Figure\.width|figure\.width"):
        plot.plot_width = "wide"


@pytest.mark.parametrize(
    ("name", "today"),
    [
        ("title_text_font_size", "title.text_font_size"),
        ("logo", "toolbar.logo"),
        ("toolbar_autohide", "toolbar.autohide"),
        ("title_locaton", "title_location"),
    ],
)
def test_what_is_a_parts_today_is_refused_with_its_name(name: str, today: str) -> None:
    with pytest.raises(UnknownFieldError, match=f"did you mean '{today}'"):
        figure(**{name: "a"})


def test_an_unknown_argument_is_refused() -> None:
    with pytest.raises(UnknownFieldError, match="did you mean 'width'"):
        figure(widht=3)


def test_an_old_name_that_is_misspelt_is_refused_with_what_it_is_today() -> None:
    with pytest.raises(UnknownFieldError, match="'plot_widht'; did you mean 'width'"):
        figure(plot_widht=3)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("colour", "color"),
        ("aplha", "alpha"),
        ("line_colour", "line_color"),
        ("sorce", "source"),
        ("legend_lable", "legend_label"),
        ("hover_colour", "hover_color"),
        ("lewel", "level"),
    ],
)
def test_an_unknown_argument_of_a_glyph_is_refused_with_what_methods_take(
    plot: figure, name: str, meant: str
) -> None:
    with pytest.raises(UnknownFieldError, match=f"'{name}'; did you mean '{meant}'"):
        plot.scatter([1], [1], **{name: "x"})


@pytest.mark.parametrize("backend", ["canvas", "webgl", "svg"])
def test_the_backend_is_kept_as_it_was_set(backend: str) -> None:
    assert figure(output_backend=backend).output_backend == backend


def test_labels_read_as_what_they_name(plot: figure) -> None:
    plot.scatter("x", "x", source={"x": [1]}, legend_field="x")
    (item,) = plot.legend.items
    assert item.label == {"field": "x"}
    assert (item.label.field, item.label.value) == ("x", None)
    assert item.wire_value("label") == {"field": "x"}
    item.label = {"value": "words"}
    assert item.label.value == "words"
    plot.scatter("x", "x", source={"x": [1]}, legend_field="x")
    assert len(plot.legend.items) == 2


@pytest.mark.parametrize(
    ("tools", "expected"),
    [
        ("crosshair, pan", ["CrosshairTool", "PanTool"]),
        (["pan,reset", HoverTool()], ["PanTool", "ResetTool", "HoverTool"]),
        ("", []),
        (None, []),
        ("help,pan", ["HelpTool", "PanTool"]),
    ],
    ids=["words", "list", "empty", "none", "help"],
)
def test_tools_are_words_or_tools(tools, expected) -> None:
    assert types(figure(tools=tools).tools) == expected


def test_words_may_name_a_direction() -> None:
    across, along = figure(tools="xpan,ywheel_zoom").tools
    assert (across.dimensions, along.dimensions) == ("width", "height")


def test_an_unknown_tool_is_refused_with_the_nearest() -> None:
    with pytest.raises(ValueError, match="did you mean 'crosshair'"):
        figure(tools="croshair")


def test_every_word_for_a_tool_has_its_tool() -> None:
    plot = figure(tools=",".join(WORDS))
    assert len(plot.tools) == len(WORDS)


def test_tooltips_add_a_hover_tool() -> None:
    plot = figure(tooltips=[("x", "@x")])
    assert plot.hover.tooltips == [("x", "@x")]
    assert len(figure(tools="hover", tooltips="@x").hover) == 1


def test_active_tools_are_named_by_their_words() -> None:
    plot = figure(
        tools="pan,xpan,wheel_zoom", active_scroll="wheel_zoom", active_drag="xpan"
    )
    assert plot.toolbar.active_scroll is plot.tools[2]
    assert plot.toolbar.active_drag is plot.tools[1]
    assert figure(active_drag=None).toolbar.active_drag is None
    with pytest.raises(ValueError, match="none of the figure's tools"):
        figure(tools="pan", active_scroll="wheel_zoom")


def test_labels_make_a_legend(plot: figure) -> None:
    first = plot.line([1], [1], legend_label="a")
    second = plot.scatter([1], [1], legend_label="a")
    plot.line([1], [1], legend_label="b")
    plot.legend.location = "top_left"
    (legend,) = plot.legend
    assert [item.label for item in legend.items] == [{"value": "a"}, {"value": "b"}]
    assert legend.items[0].renderers == [first, second]
    assert legend.location == "top_left"


def test_columns_make_a_legend(plot: figure) -> None:
    source = ColumnDataSource({"x": [1, 2, 3], "k": ["a", "b", "a"]})
    plot.scatter("x", "x", source=source, legend_field="k")
    plot.scatter("x", "x", source=source, legend_group="k")
    labels = [(item.label, item.index) for item in plot.legend.items]
    assert labels == [({"field": "k"}, None), ({"value": "a"}, 0), ({"value": "b"}, 1)]


def test_groups_stand_in_the_order_of_their_values(plot: figure) -> None:
    source = ColumnDataSource(
        {
            "x": [1, 2, 3, 4],
            "n": [10, 2, 10, 3],
            "m": [2, 3, 1, "b"],
            "rows": np.array([[1, 2], [0, 1], [1, 2], [3, 1]]),
        }
    )
    for column in ("n", "m", "rows"):
        plot.scatter("x", "x", source=source, legend_group=column)
    labels = [(item.label["value"], item.index) for item in plot.legend.items]
    assert labels[:3] == [("2", 1), ("3", 3), ("10", 0)]
    assert labels[3:7] == [("2", 0), ("3", 1), ("1", 2), ("b", 3)]
    assert labels[7:] == [("[1 2]", 0), ("[0 1]", 1), ("[3 1]", 3)]


@pytest.mark.parametrize(
    "words",
    [
        {"legend_label": 5},
        {"legend_label": ["a"]},
        {"legend_field": 5},
        {"legend_group": 5},
        {"legend_group": "z"},
        {"legend_label": "a", "legend_field": "k"},
    ],
)
def test_what_cannot_be_said_in_a_legend_is_refused_before_anything_is_drawn(
    plot: figure, words: dict[str, object]
) -> None:
    with pytest.raises(ValueError, match=next(iter(words))):
        plot.line("x", "x", source={"x": [1], "k": ["a"]}, **words)
    assert plot.renderers == []
    assert not [*plot.legend]


@pytest.mark.parametrize("kind", ["field", "value"])
def test_the_oldest_form_of_legends_may_say_what_it_means(kind: str) -> None:
    plot = figure()
    plot.line("x", "x", source={"x": [1], "k": ["a"]}, legend={kind: "k"})
    assert plot.legend[0].items[0].label == LegendItem(label={kind: "k"}).label


def test_the_old_legend_argument_means_either(plot: figure) -> None:
    plot.line([1], [1], legend="words")
    plot.scatter("x", "x", source={"x": [1], "k": ["a"]}, legend="k")
    assert [item.label for item in plot.legend.items] == [
        {"value": "words"},
        {"field": "k"},
    ]


def test_two_kinds_of_labels_are_refused(plot: figure) -> None:
    with pytest.raises(ValueError, match="takes one of"):
        plot.line([1], [1], legend_label="a", legend_field="b")
    with pytest.raises(ValueError, match="no column"):
        plot.line([1], [1], legend_group="b")


def test_tools_given_as_models_are_kept() -> None:
    pan = PanTool(dimensions="width")
    assert figure(tools=[pan, CrosshairTool()]).tools[0] is pan


def test_styles_of_the_guides_are_set_together(
    plot: figure, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    plot.grid.grid_line_color = None
    plot.xaxis.axis_label = "x"
    plot.border_fill_color = "black"
    assert [grid.grid_line_color for grid in plot.grid] == [None, None]
    assert not caplog.records


def test_a_guide_is_in_one_place_only(plot: figure) -> None:
    plot.line([1], [1], legend_label="a")
    (legend,) = plot.legend
    plot.add_layout(plot.legend[0], "right")
    assert plot.right == [legend]
    assert legend not in plot.center


def test_the_groups_of_a_frame_are_factors() -> None:
    groups = SimpleNamespace(groups={"b": [1], "a": [0]}, describe=None)
    assert figure(x_range=groups).x_range.factors == ["a", "b"]


def test_axes_come_as_they_stand_from_the_top_left(plot: figure) -> None:
    above, right = LinearAxis(axis_label="above"), LinearAxis(axis_label="right")
    plot.add_layout(above, "above")
    plot.add_layout(right, "right")
    assert list(plot.xaxis) == [above, *plot.below]
    assert list(plot.yaxis) == [*plot.left, right]
    assert list(plot.axis) == [above, *plot.below, *plot.left, right]


def test_what_is_no_tool_is_named() -> None:
    with pytest.raises(ValueError, match="tools has 1, expected a Tool, or words"):
        figure(tools=["pan", 1])
