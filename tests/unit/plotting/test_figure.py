import datetime as dt
import logging
from types import SimpleNamespace

import numpy as np
import pytest

from syncd.core.properties import expr
from syncd.errors import FieldError, UnknownFieldError
from syncd.models import (
    CanvasTexture,
    CategoricalAxis,
    CategoricalScale,
    Circle,
    ColumnDataSource,
    CrosshairTool,
    CumSum,
    CustomJS,
    DataRange1d,
    DatetimeAxis,
    FactorRange,
    Figure,
    GlyphRenderer,
    HoverTool,
    LegendItem,
    Line,
    LinearAxis,
    LogAxis,
    LogScale,
    MercatorAxis,
    PanTool,
    Plot,
    Range1d,
    Scatter,
    Text,
    TimedeltaAxis,
    VeeHead,
)
from syncd.models.tools.names import WORDS
from syncd.plotting import figure
from syncd.transform import factor_cmap, linear_cmap, log_cmap
from syncd.util.deprecation import DocSyncDeprecationWarning


@pytest.fixture
def plot() -> figure:
    return figure()


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


def test_sequences_become_columns_named_like_their_fields(plot: figure) -> None:
    xs = [1, 2]
    renderer = plot.line(xs, np.array([3, 4]), line_width=2)
    assert renderer.data_source.data["x"] is xs
    assert renderer.data_source.column_names == ["x", "y"]
    assert renderer.glyph.line_width == 2
    assert plot.renderers == [renderer]


def test_columns_of_a_source_are_named(plot: figure) -> None:
    source = ColumnDataSource({"a": [1], "b": [2]})
    renderer = plot.scatter("a", "b", source=source)
    assert renderer.data_source is source
    assert renderer.glyph.wire_value("y") == {"field": "b"}


def test_a_source_may_be_a_dict(plot: figure) -> None:
    renderer = plot.line("a", "a", source={"a": [1]})
    assert renderer.data_source.data == {"a": [1]}


def test_one_value_for_all_rows_stays_in_the_glyph(plot: figure) -> None:
    renderer = plot.vbar(x=[1, 2], top=[3, 4], width=0.5, bottom=1)
    assert renderer.data_source.column_names == ["x", "top"]
    assert (renderer.glyph.width, renderer.glyph.bottom) == (0.5, 1)


def test_colours_are_values_or_columns(plot: figure) -> None:
    renderer = plot.scatter(
        [1], [2], fill_color=["red"], line_color=(1, 2, 3), size=[4]
    )
    glyph = renderer.glyph
    assert renderer.data_source.data["fill_color"] == ["red"]
    assert glyph.wire_value("fill_color") == {"field": "fill_color"}
    assert glyph.line_color == (1, 2, 3)


def test_empty_columns_can_be_filled_later(plot: figure) -> None:
    renderer = plot.text(x=[], y=[], text=[], text_color=[], text_font_size="20pt")
    assert renderer.data_source.data == {"x": [], "y": [], "text": [], "text_color": []}
    assert renderer.glyph.wire_value("text_font_size") == {"value": "20pt"}


def test_sequences_beside_a_source_are_refused(plot: figure) -> None:
    with pytest.raises(RuntimeError, match="beside a source"):
        plot.line([1], "y", source=ColumnDataSource({"y": [1]}))


def test_a_column_that_is_not_there_is_logged(
    plot: figure, caplog: pytest.LogCaptureFixture
) -> None:
    plot.line("x", "z", source=ColumnDataSource({"x": [1], "y": [1]}))
    assert "y='z'" in caplog.text


def test_shorthands_stand_for_all_that_a_glyph_has(plot: figure) -> None:
    glyph = plot.scatter([1], [1], color="red", alpha=0.5, line_color="blue").glyph
    assert (glyph.fill_color, glyph.line_color) == ("red", "blue")
    assert (glyph.fill_alpha, glyph.line_alpha) == (0.5, 0.5)
    text = plot.text([1], [1], ["a"], color="red").glyph
    assert text.text_color == "red"


def test_glyphs_have_the_colours_that_authors_expect(plot: figure) -> None:
    assert plot.line([1], [1]).glyph.line_color == "#1f77b4"
    assert plot.vbar([1], top=[1]).glyph.fill_color == "#1f77b4"
    # What has its default follows the page, light or dark.
    assert plot.text([1], [1], ["a"]).glyph.text_color == Text().text_color


def test_renderers_take_fields_of_their_own(plot: figure) -> None:
    renderer = plot.line([1], [1], name="n", level="underlay", visible=False)
    assert (renderer.name, renderer.level, renderer.visible) == ("n", "underlay", False)


def test_looks_for_other_states_make_other_glyphs(plot: figure) -> None:
    renderer = plot.scatter([1], [1], size=9, hover_color="red", muted_alpha=0.1)
    assert renderer.hover_glyph.fill_color == "red"
    assert renderer.hover_glyph.size == 9
    assert renderer.muted_glyph.fill_alpha == 0.1
    nonselected = plot.scatter([1], [1], nonselection_fill_alpha=0.4).nonselection_glyph
    assert (nonselected.fill_alpha, nonselected.line_alpha) == (0.4, 0.1)
    assert plot.line([1], [1], muted_color="red").muted_glyph.line_alpha == 0.2
    assert renderer.selection_glyph == "auto"


def test_what_steps_back_is_a_glyph_as_soon_as_somebody_asks(plot: figure) -> None:
    renderer = plot.scatter([1], [1], size=9, color="red", alpha=0.8)
    untouched = renderer.properties_with_values(include_defaults=False)
    renderer.nonselection_glyph.fill_alpha = 0.3
    faded, muted = renderer.nonselection_glyph, renderer.muted_glyph
    assert (faded.fill_alpha, faded.line_alpha, faded.hatch_alpha) == (0.3, 0.1, 0.1)
    assert (muted.fill_alpha, muted.line_alpha, muted.size) == (0.2, 0.2, 9)
    assert (faded.fill_color, renderer.glyph.fill_alpha) == ("red", 0.8)
    assert (untouched["nonselection_glyph"], untouched["muted_glyph"]) == (0.1, 0.2)


def test_what_nobody_asks_for_is_not_made_by_decorations(plot: figure) -> None:
    renderer = plot.line([1, 2], [1, 2])
    renderer.add_decoration(VeeHead(), "end")
    held = renderer.properties_with_values(include_defaults=False)
    assert (held["nonselection_glyph"], held["muted_glyph"]) == (0.1, 0.2)


def test_who_lists_all_fields_makes_nothing(plot: figure) -> None:
    renderer = plot.scatter([1], [1])
    assert renderer.properties_with_values()["nonselection_glyph"] == 0.1
    assert renderer.equals(renderer.clone())
    held = renderer.properties_with_values(include_defaults=False)
    assert held["muted_glyph"] == 0.2


def test_glyphs_that_an_author_has_taken_away_stay_away(plot: figure) -> None:
    renderer = plot.line([1, 2], [1, 2])
    renderer.nonselection_glyph = None
    assert renderer.nonselection_glyph is None


def test_what_is_put_together_by_hand_says_that_its_areas_fade(plot: figure) -> None:
    for renderer in (plot.add_glyph(Line()), GlyphRenderer(glyph=Line())):
        assert renderer.nonselection_glyph == renderer.muted_glyph == "auto"


def test_arguments_by_position_and_by_name_exclude_each_other(plot: figure) -> None:
    with pytest.raises(TypeError, match="twice"):
        plot.line([1], x=[1])
    with pytest.raises(TypeError, match="at most 2"):
        plot.line([1], [1], [1])


def test_markers_of_ones_own_have_names_that_say_so(plot: figure) -> None:
    own = {"@star": CustomJS(code="")}
    glyph = plot.scatter([1], [1], marker="@star", defs=own).glyph
    assert glyph.wire_value("marker") == {"value": "@star"}
    assert glyph.defs == own
    with pytest.raises(FieldError, match="begins with '@'"):
        plot.scatter([1], [1], defs={"star": CustomJS(code="")})


def test_markers_can_be_a_column(plot: figure) -> None:
    renderer = plot.scatter([1, 2], [1, 2], marker=["circle", "square"])
    assert renderer.glyph.wire_value("marker") == {"field": "marker"}


def test_circles_have_a_radius_or_a_size(plot: figure) -> None:
    with pytest.warns(DocSyncDeprecationWarning, match="use figure.scatter"):
        assert type(plot.circle([1], [1], size=5).glyph) is Scatter
    with pytest.warns(DocSyncDeprecationWarning, match="use figure.scatter"):
        assert type(plot.circle([1], [1]).glyph) is Scatter
    assert type(plot.circle([1], [1], 0.5).glyph) is Circle
    assert plot.circle([1], [1], radius=0.5).glyph.radius == 0.5
    assert type(plot.scatter([1], [1], radius=0.5).glyph) is Circle


def test_bars_may_lie(plot: figure) -> None:
    renderer = plot.hbar(y=[1], right=[2], height=0.5)
    assert renderer.glyph.type == "HBar"


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


def test_colours_can_be_computed_in_the_browser(plot: figure) -> None:
    source = ColumnDataSource({"x": [1, 2], "k": ["a", "b"]})
    spec = factor_cmap("k", palette=["red", "blue"], factors=["a", "b"])
    renderer = plot.scatter("x", "x", source=source, color=spec)
    told = renderer.glyph.wire_value("fill_color")
    assert told == {"field": "k", "transform": spec["transform"]}
    assert linear_cmap("x", "Viridis256", 0, 1)["transform"].high == 1


def test_the_parts_of_a_spec_are_attributes_too_before_and_after_it_is_set() -> None:
    spec = linear_cmap("x", "Viridis256", 0, 1)
    plot = figure()
    glyph = plot.scatter([1], [2], fill_color=spec).glyph
    for each in (spec, glyph.fill_color):
        assert each.transform is spec["transform"]
        assert (each.field, each.units) == ("x", None)
    assert expr(CumSum(field="x")).expr.field == "x"
    with pytest.raises(
        AttributeError, match=r"no part 'palette', expected .*transform"
    ):
        _ = spec.palette
    assert log_cmap("x", "Viridis3", 1, None)["transform"].type == "LogColorMapper"


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


@pytest.mark.parametrize(
    "day",
    [
        dt.timedelta(days=1),
        np.timedelta64(1, "D"),
        dt.date(1970, 1, 2),
        dt.datetime(1970, 1, 2, tzinfo=dt.UTC),
        np.datetime64("1970-01-02", "ns"),
    ],
    ids=repr,
)
def test_times_and_durations_are_milliseconds(plot: figure, day: object) -> None:
    assert plot.vbar(x=[1], top=[1], width=day).glyph.width == 86_400_000
    assert Range1d(day, 0).start == 86_400_000


@pytest.mark.parametrize(
    ("looks", "hatch"),
    [
        ({}, "black"),
        ({"alpha": 0.5}, "black"),
        ({"fill_color": None}, "red"),
        ({"fill_alpha": 0.2}, "red"),
        ({"fill_alpha": 0.2, "hatch_color": "blue"}, "blue"),
    ],
)
def test_a_colour_is_that_of_hatches_which_can_be_seen(
    looks: dict[str, object], hatch: str
) -> None:
    made = figure().vbar(x=[1], top=[1], color="red", hatch_pattern="/", **looks)
    assert made.glyph.hatch_color == hatch


def test_a_hatch_of_ones_own_is_no_column_that_is_missing(
    plot: figure, caplog: pytest.LogCaptureFixture
) -> None:
    mine = {"mine": CanvasTexture(code="context.fillRect(0, 0, 4, 4)")}
    plot.vbar([1], top=[1], width=0.5, hatch_pattern="mine", hatch_extra=mine)
    assert caplog.messages == []
    plot.vbar([1], top=[1], width=0.5, hatch_pattern="yours", hatch_extra=mine)
    assert "hatch_pattern='yours'" in caplog.text


def test_axes_come_as_they_stand_from_the_top_left(plot: figure) -> None:
    above, right = LinearAxis(axis_label="above"), LinearAxis(axis_label="right")
    plot.add_layout(above, "above")
    plot.add_layout(right, "right")
    assert list(plot.xaxis) == [above, *plot.below]
    assert list(plot.yaxis) == [*plot.left, right]
    assert list(plot.axis) == [above, *plot.below, *plot.left, right]
