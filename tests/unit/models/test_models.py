import datetime as dt
import logging
from functools import partial, wraps

import numpy as np
import pytest

from syncd.errors import FieldError, UnknownFieldError
from syncd.events import ButtonClick, Event
from syncd.models import (
    Button,
    CategoricalAxis,
    Column,
    CrosshairTool,
    DataRange1d,
    FactorRange,
    Figure,
    FixedTicker,
    HoverTool,
    Legend,
    LegendItem,
    Line,
    LinearAxis,
    LinearColorMapper,
    PanTool,
    Plot,
    Range1d,
    Row,
    Scatter,
    Select,
    Slider,
    Text,
    Title,
    VBar,
)
from syncd.palettes import Viridis3


def test_a_misspelt_field_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownFieldError, match="did you mean 'start'"):
        Slider(stat=1)


@pytest.mark.parametrize(
    ("cls", "field", "value", "expected"),
    [
        (Slider, "value", "x", "a number"),
        (Line, "line_dash", "wavy", "a dash"),
        (Line, "line_dash", [-1], "a dash"),
        (Line, "line_color", ["red"], "a colour"),
        (Scatter, "fill_color", -1, "a colour"),
        (Title, "text_font_size", "big", "a font size"),
        (Row, "children", ["x"], "a LayoutDOM"),
        (LinearColorMapper, "palette", "Viridis4000", "name of a palette"),
        (LinearAxis, "ticker", "x", "a list of numbers"),
        (Figure, "title", 3, "a string or a Title"),
    ],
    ids=lambda part: getattr(part, "__name__", repr(part)),
)
def test_values_that_do_not_fit_are_refused_with_what_does(
    cls, field, value, expected
) -> None:
    with pytest.raises(FieldError, match=expected):
        cls(**{field: value})


def test_a_button_calls_back_with_or_without_the_event() -> None:
    heard = []
    button = Button(label="Go")
    button.on_click(heard.append)
    button.on_click(lambda: heard.append("bare"))
    event = Event.from_wire("button_click", button, {})
    button.trigger_event("button_click", event)
    assert isinstance(event, ButtonClick)
    assert heard == [event, "bare"]
    assert button.subscribed_events == ["button_click"]


@pytest.mark.parametrize(
    ("handler", "expected"),
    [
        (lambda: "nothing", "nothing"),
        (lambda event: event, "the event"),
        (lambda event="mine": event, "mine"),
        (lambda *events: events, ("the event",)),
        (partial(lambda row, event: (row, event), 1), (1, "the event")),
        (partial(lambda row: row, 2), 2),
        (partial(lambda row: row, row=3), 3),
    ],
)
def test_handlers_get_the_event_unless_they_can_do_without(handler, expected):
    button, heard = Button(), []

    @wraps(handler)
    def noted(*args, **values):
        heard.append(handler(*args, **values))

    button.on_click(noted)
    button.trigger_event("button_click", "the event")
    assert heard == [expected]


def test_boxes_take_children_by_position_or_by_name() -> None:
    one, two = Button(), Button()
    assert Row(one, two).children == Row(children=[one, two]).children
    with pytest.raises(ValueError, match="twice"):
        Column(one, children=[two])


def test_options_may_be_texts_pairs_or_groups() -> None:
    select = Select(options=["a", ("b", "B")], value="a")
    assert select.options == ["a", ("b", "B")]
    select.options = {"first": ["a"], "second": [("b", "B")]}
    assert select.options["second"] == [("b", "B")]


@pytest.mark.parametrize(
    ("dash", "kept"),
    [("dashed", "dashed"), ("4 2", [4, 2]), ([4, 2], [4, 2]), ((4, 2), [4, 2])],
)
def test_dashes_are_words_or_lengths(dash, kept) -> None:
    assert Line(line_dash=dash).line_dash == kept


def test_ranges_take_their_ends_by_position() -> None:
    shown = Range1d(3, 1)
    assert (shown.start, shown.end) == (3, 1)
    with pytest.raises(ValueError, match="a start and an end"):
        Range1d(1, 2, 3)


@pytest.mark.parametrize("range_of", [Range1d, DataRange1d, FactorRange])
def test_the_lower_limit_of_a_range_comes_first(range_of) -> None:
    for good in ((0, 5), (None, 3), (3, None), None, "auto"):
        assert range_of(bounds=good).bounds == good
    assert range_of(bounds=[0, 5]).bounds == (0, 5)
    later, sooner = dt.date(2020, 1, 1), dt.date(2019, 1, 1)
    shown = range_of(bounds=(sooner, later))
    for bad in ((5, 0), (5, 5), (later, sooner), (float("nan"), 1), (1,), ("a", "b")):
        with pytest.raises(ValueError, match="the lower one first"):
            shown.bounds = bad
    assert shown.bounds == (1_546_300_800_000, 1_577_836_800_000)


def test_times_are_kept_as_milliseconds() -> None:
    shown = Range1d(dt.datetime(1970, 1, 2), dt.datetime(1970, 1, 3))  # noqa: DTZ001
    assert shown.start == 86_400_000


def test_a_range_that_follows_the_data_has_no_ends_of_its_own() -> None:
    assert (DataRange1d().start, DataRange1d().end) == (None, None)


def test_factors_may_be_nested() -> None:
    factors = [("a", "1"), ("a", "2")]
    assert FactorRange(*factors).factors == factors
    assert FactorRange("a", "b").factors == ["a", "b"]


def test_a_list_of_values_is_a_fixed_ticker() -> None:
    axis = LinearAxis(ticker=[1, 2])
    assert isinstance(axis.ticker, FixedTicker)
    assert axis.ticker.ticks == [1, 2]


def test_the_name_of_a_palette_stands_for_its_colours() -> None:
    assert LinearColorMapper(palette="Viridis3").palette == list(Viridis3)
    assert LinearColorMapper(palette=np.array(Viridis3)).palette == list(Viridis3)


def test_words_are_values_and_other_strings_are_columns() -> None:
    scatter = Scatter(marker="square", fill_color="kind", line_color="red")
    assert scatter.wire_value("marker") == {"value": "square"}
    assert scatter.wire_value("fill_color") == {"field": "kind"}
    assert scatter.wire_value("line_color") == {"value": "red"}
    assert scatter.wire_value("x") == {"field": "x"}
    assert Text(text_align="center").wire_value("text_align") == {"value": "center"}


def test_a_string_is_a_title() -> None:
    figure = Figure(title="first")
    assert figure.title.text == "first"
    figure.title.text = "second"
    figure.title = "third"
    assert figure.title.text == "third"
    figure.title = None
    assert figure.title is None


def test_a_plot_made_by_hand_is_a_figure() -> None:
    assert Plot is Figure


def test_a_legend_entry_says_its_words_literally() -> None:
    assert LegendItem(label="x").wire_value("label") == {"value": "x"}


def test_tooltips_may_be_a_dict() -> None:
    assert HoverTool(tooltips={"a": "@a"}).tooltips == [("a", "@a")]


@pytest.fixture
def figure() -> Figure:
    figure = Figure()
    figure.add_layout(LinearAxis(), "below")
    figure.add_layout(CategoricalAxis(), "left")
    return figure


def test_setting_an_attribute_of_several_sets_it_on_all(figure: Figure) -> None:
    figure.axis.axis_label = "both"
    assert [axis.axis_label for axis in figure.axis] == ["both", "both"]


def test_reading_an_attribute_of_several_gives_that_of_each(figure: Figure) -> None:
    figure.xaxis.axis_label = "x"
    assert figure.xaxis.axis_label == "x"
    assert figure.axis.axis_label == ["x", None]


def test_what_several_hold_is_styled_as_one_too(figure: Figure) -> None:
    figure.axis.ticker.tags = ["here"]
    assert [axis.ticker.tags for axis in figure.axis] == [["here"], ["here"]]


def test_setting_an_attribute_of_none_does_nothing_but_log(
    figure: Figure, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    figure.legend.location = "top_left"
    assert "legend.location" in caplog.text
    with pytest.raises(AttributeError, match="has none"):
        _ = figure.legend.location


def test_guides_are_found_by_their_place(figure: Figure) -> None:
    figure.add_layout(Legend())
    figure.add_layout(LinearAxis(), "right")
    assert [axis.type for axis in figure.yaxis] == ["CategoricalAxis", "LinearAxis"]
    assert [legend.type for legend in figure.legend] == ["Legend"]
    with pytest.raises(ValueError, match="place is 'top'"):
        figure.add_layout(LinearAxis(), "top")


def test_glyphs_are_added_with_or_without_a_source(figure: Figure) -> None:
    first = figure.add_glyph(VBar())
    second = figure.add_glyph(first.data_source, Line(), visible=False)
    assert figure.renderers == [first, second]
    assert second.data_source is first.data_source
    assert not second.visible


def test_tools_are_those_of_the_bar(figure: Figure) -> None:
    figure.add_tools(HoverTool(), HoverTool())
    figure.hover.mode = "vline"
    assert [tool.mode for tool in figure.tools] == ["vline", "vline"]
    figure.tools = []
    assert figure.toolbar.tools == []


def test_tools_are_taken_away_all_or_none() -> None:
    plot = Figure()
    hover, pan = HoverTool(), PanTool()
    plot.add_tools(hover, pan)
    with pytest.raises(ValueError, match="has no CrosshairTool"):
        plot.remove_tools(pan, CrosshairTool())
    assert hover in plot.tools
    assert pan in plot.tools
    plot.remove_tools(pan)
    assert pan not in plot.tools
    with plot.hold(render=True):
        plot.remove_tools(hover)
    assert hover not in plot.tools


def test_ticks_may_be_as_many_as_an_empty_list_has() -> None:
    axis = LinearAxis()
    axis.ticker.desired_num_ticks = len([])
    assert axis.ticker.desired_num_ticks == 0
    with pytest.raises(FieldError, match="desired_num_ticks got -1"):
        axis.ticker.desired_num_ticks = -1
