"""Glyphs of figures: the columns, values and looks that their methods take."""

import datetime as dt

import numpy as np
import pytest

from syncd.core.properties import expr
from syncd.errors import FieldError, UnknownFieldError
from syncd.models import (
    CanvasTexture,
    Circle,
    ColumnDataSource,
    CumSum,
    CustomJS,
    GlyphRenderer,
    Line,
    Range1d,
    Scatter,
    Text,
    VeeHead,
)
from syncd.plotting import figure
from syncd.transform import factor_cmap, linear_cmap, log_cmap
from syncd.util.deprecation import DocSyncDeprecationWarning


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


@pytest.mark.parametrize(
    ("method", "name", "meant"),
    [
        ("line", "lw", "line_width"),
        ("line", "linewidth", "line_width"),
        ("line", "label", "legend_label"),
        ("line", "ls", "line_dash"),
        ("scatter", "s", "size"),
        ("scatter", "c", "color"),
        ("scatter", "fill_colour", "fill_color"),
        ("scatter", "data", "source"),
    ],
)
def test_names_of_other_libraries_are_told_apart(method, name, meant) -> None:
    plot = figure()
    with pytest.raises(UnknownFieldError, match=f"'{name}'; did you mean '{meant}'"):
        getattr(plot, method)(x=[1], y=[1], **{name: 1})
    assert plot.renderers == []


@pytest.mark.parametrize(("method", "name"), [("vbar", "height"), ("line", "s")])
def test_names_that_only_look_alike_are_not_told(method, name) -> None:
    with pytest.raises(UnknownFieldError) as caught:
        getattr(figure(), method)(x=[1], **{name: [1]})
    assert "did you mean" not in str(caught.value)
