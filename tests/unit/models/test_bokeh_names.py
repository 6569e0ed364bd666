"""Names of Bokeh's that are not here, and those that make no difference here."""

import datetime as dt
import importlib
import logging

import numpy as np
import pytest

import syncd.models
import syncd.plotting
from syncd.absent import advise
from syncd.document import Document
from syncd.errors import FieldError, UnknownFieldError
from syncd.model import Model, registry
from syncd.model.inert import is_inert
from syncd.models import (
    INERT,
    Button,
    ColorBar,
    Column,
    CustomJSTickFormatter,
    DataRange1d,
    DatePicker,
    DateRangeSlider,
    DateSlider,
    Dialog,
    Div,
    Dropdown,
    Figure,
    Grid,
    Legend,
    LinearAxis,
    Node,
    OpenHead,
    RadioButtonGroup,
    Range1d,
    RangeSlider,
    Slider,
    TabPanel,
    Tabs,
)
from syncd.plotting import figure
from syncd.themes import Theme


@pytest.mark.parametrize(
    "module", ["syncd.models", "syncd.models.widgets", "syncd.plotting"]
)
def test_an_import_of_what_is_not_there_says_so(module):
    with pytest.raises(ImportError, match=rf"{module} has no 'Zeppelin', or not yet$"):
        exec(f"from {module} import Zeppelin", {})


@pytest.mark.parametrize(
    "module", ["syncd.models", "syncd.plotting", "syncd.io", "syncd.core.enums"]
)
def test_whoever_only_asks_whether_a_name_is_there_is_answered(module):
    found = importlib.import_module(module)
    assert not hasattr(found, "Zeppelin")
    assert getattr(found, "Zeppelin", "balloon") == "balloon"
    with pytest.raises(AttributeError, match=rf"{module} has no 'Zeppelin', or not"):
        _ = found.Zeppelin


@pytest.mark.parametrize(
    ("module", "name", "instead"),
    [
        ("plotting", "gmap", "add_tile"),
        ("models", "GMapOptions", "add_tile"),
        ("models", "Square", "scatter"),
        ("models.glyphs", "Diamond", "scatter"),
        ("models.tools", "ToolbarBox", "gridplot"),
        ("models.widgets", "HBox", "row"),
        ("embed", "autoload_server", "server_document"),
    ],
)
def test_some_names_that_are_not_there_say_what_to_do_instead(module, name, instead):
    with pytest.raises(ImportError, match=f"no '{name}', or not yet; .*{instead}"):
        exec(f"from syncd.{module} import {name}", {})


@pytest.mark.parametrize(
    ("module", "instead"),
    [
        ("charts", "vbar"),
        ("models.markers", "scatter"),
        ("properties", "syncd.core.properties"),
        ("tile_providers", "add_tile"),
    ],
)
def test_modules_of_former_releases_say_what_to_do_instead(module, instead):
    with pytest.raises(ModuleNotFoundError) as caught:
        exec(f"import syncd.{module}", {})
    advise(caught.value)
    assert instead in caught.value.__notes__[0]


def test_an_import_of_what_is_misspelled_says_what_is_near():
    with pytest.raises(ImportError, match="near it are Slider"):
        exec("from syncd.models import Slidr", {})


def test_modules_are_imported_from_packages_as_ever():
    names = {}
    exec("from syncd.models import schema", names)
    assert names["schema"].__name__ == "syncd.models.schema"
    assert not hasattr(syncd.models, "__wrapped__")


def test_classes_have_their_names_of_former_releases_too():
    names = {}
    exec("from syncd.plotting import Figure", names)
    exec("from syncd.models import Panel", names)
    assert names["Figure"] is figure
    # Today's panels have no child: they have elements.
    tab = names["Panel"](child=Div(text="a"), title="A")
    assert (type(tab), tab.title) == (TabPanel, "A")
    assert type(names["Panel"](elements=[Div()])) is not TabPanel
    exec("from syncd.models.widgets import Panel, Tabs", names)
    assert (names["Panel"], names["Tabs"]) == (TabPanel, Tabs)
    for module in ("models", "models.layouts", "layouts"):
        exec(f"from syncd.{module} import WidgetBox", names)
        assert names["WidgetBox"] is Column
    for module in ("models", "models.formatters"):
        exec(f"from syncd.{module} import FuncTickFormatter", names)
        assert names["FuncTickFormatter"] is CustomJSTickFormatter


def test_kinds_of_properties_are_refused_with_what_to_do_instead():
    with pytest.raises(ImportError, match="an annotation such as"):
        exec("from syncd.core.properties import PandasDataFrame", {})


@pytest.mark.parametrize(
    ("model", "name", "today"),
    [
        (Button, "callback", "js_on_click"),
        (Range1d, "callback", "js_on_change"),
        (Slider, "callback", "js_on_change"),
    ],
)
def test_names_of_former_releases_are_refused_with_todays(model, name, today):
    with pytest.raises(UnknownFieldError, match=f"'{name}'; did you mean '{today}'"):
        model(**{name: None})


def test_no_method_is_suggested_that_applications_have_no_use_for():
    with pytest.raises(UnknownFieldError, match=r"no field 'value'$"):
        Dropdown(label="a", menu=["b"]).on_change("value", print)


def test_a_missing_method_names_one_that_is_there():
    with pytest.raises(UnknownFieldError, match="did you mean 'scatter'"):
        figure().scater([1], [2])


def test_a_name_that_makes_no_difference_is_kept_and_told_of_once(caplog, monkeypatch):
    monkeypatch.setattr("syncd.model.inert._told", set())
    with caplog.at_level(logging.WARNING, "syncd.models"):
        plot = figure(lod_threshold=5)
        figure().lod_threshold = 6
    assert plot.lod_threshold == 5
    assert plot.lod_factor == 10
    assert [record.getMessage() for record in caplog.records] == [
        "Figure.lod_threshold makes no difference here, or not yet"
    ]


def test_limits_of_a_dialog_are_kept() -> None:
    top = Node(target="viewport", symbol="top")
    dialog = Dialog(top_limit=top)
    assert (dialog.top_limit, dialog.left_limit) == (top, None)


def test_values_that_have_no_one_answer_are_kept_as_well(caplog, monkeypatch):
    monkeypatch.setattr("syncd.model.inert._told", set())
    values = np.array([1, 2])
    assert figure(lod_threshold=values).lod_threshold is values
    assert "makes no difference" in caplog.text


def test_browsers_are_not_told_of_it():
    document = Document()
    told = []
    document.on_commit = told.append
    plot = Figure()
    with document.transact():
        document.add_root(plot)
    with document.transact():
        plot.output_backend = "webgl"
    assert "output_backend" not in plot.wire_fields()
    assert len(told) == 1


def test_axes_and_grids_take_it_all_at_once():
    plot = figure()
    plot.axis.axis_line_cap = "round"
    plot.grid.grid_line_join = "miter"
    assert plot.xaxis[0].axis_line_cap == "round"
    assert plot.grid.grid_line_join == ["miter", "miter"]


def test_a_theme_may_name_it():
    Theme(json={"attrs": {"Axis": {"axis_line_cap": "round"}}}).check()
    Theme(json={"attrs": {"Plot": {"min_border_left": 9}}}).check()
    with pytest.raises(ValueError, match="no field 'axis_line_capp'"):
        Theme(json={"attrs": {"Axis": {"axis_line_capp": "round"}}}).check()


def test_every_class_of_the_table_exists():
    # A canvas is an empty place to browsers, and has fields in Python alone.
    assert set(INERT) <= {"Canvas", "Model", *registry.registered()}
    assert is_inert(LinearAxis, "axis_label_text_baseline")
    assert not is_inert(Slider, "value")


def test_what_is_made_of_it_goes_with_the_model():
    plot = Figure(output_backend={"a": Range1d()})
    plot.release()
    assert plot.output_backend == "canvas"


def test_a_figure_styles_what_it_finds_as_one():
    plot = figure()
    plot.select(Grid).grid_line_color = "red"
    assert [grid.grid_line_color for grid in plot.grid] == ["red", "red"]
    plot.select(type=Grid).grid_line_color = "blue"
    assert plot.grid[0].grid_line_color == "blue"
    assert plot.select_one({"type": "DataRange1d", "name": "none"}) is None
    with pytest.raises(TypeError, match="one selector"):
        plot.select()


@pytest.mark.parametrize("value", [np.array([1, 2]), np.array(["a"]), np.float32(0.5)])
def test_what_is_no_integer_is_an_error_of_the_field(value):
    with pytest.raises(FieldError, match=r"Figure\.width"):
        Figure(width=value)


@pytest.mark.parametrize("ticks", [range(3), np.array([0, 1, 2]), (0, 1, 2)])
def test_ticks_are_any_numbers_in_a_row(ticks):
    assert LinearAxis(ticker=ticks).ticker.ticks == [0, 1, 2]


def test_one_number_is_no_ticker():
    with pytest.raises(FieldError, match="a Ticker or a list of numbers"):
        LinearAxis(ticker=np.float64(3))


def test_classes_of_bokeh_are_imported_from_where_they_are_imported_there():
    assert syncd.models.Model is Model
    assert syncd.plotting.Document is Document
    assert syncd.plotting.Row is syncd.models.Row
    assert "pan" in syncd.plotting.DEFAULT_TOOLS


@pytest.mark.parametrize("span", [dt.timedelta(minutes=1), np.timedelta64(60, "s")])
def test_distances_on_an_axis_of_times_are_durations(span):
    shown = DataRange1d(follow="end", follow_interval=span, range_padding=span)
    assert shown.follow_interval == shown.range_padding == 60_000
    shown.min_interval = span
    assert shown.min_interval == 60_000


def test_a_distance_of_nothing_is_refused_in_words():
    with pytest.raises(FieldError, match="expected a number above 0 or None"):
        DataRange1d(follow_interval=0)


def test_a_least_distance_of_nothing_is_none():
    assert Range1d(0, 1, min_interval=0).min_interval == 0


def test_nothing_is_chosen_where_there_is_no_such_choice():
    assert RadioButtonGroup(labels=["a"], active=-1).active == -1


def test_sliders_tell_how_wide_they_are_without_a_word_on_the_wire():
    slider = DateSlider()
    assert slider.width + 20 == 320
    assert slider.properties_with_values(include_defaults=False) == {}
    slider.width = None
    assert slider.width is None
    slider.width = 120
    del slider.width
    assert slider.width == 300
    assert Slider(width=None).width is None


@pytest.mark.parametrize(
    ("kind", "ends", "value"),
    [
        (Slider, (0, 9), 3),
        (RangeSlider, (0, 9), (2, 4)),
        (DateSlider, (0, 1e12), 86_400_000),
        (DateRangeSlider, (0, 1e12), (86_400_000, 1e11)),
    ],
)
def test_a_handle_was_last_let_go_where_it_begins(kind, ends, value):
    slider = kind(start=ends[0], end=ends[1], value=value)
    assert slider.value_throttled == value
    slider.value = kind().value
    assert slider.value_throttled == value
    assert kind().value_throttled == kind().value


@pytest.mark.parametrize(
    ("start", "value"), [(0, 0), (0, 3), (np.int64(0), np.int64(0))]
)
def test_whole_numbers_stay_whole_beside_a_default_that_is_none(start, value):
    slider = Slider(start=start, end=9, value=value)
    assert (type(slider.start), type(slider.value)) == (int, int)
    assert list(range(slider.value)) == list(range(value))
    assert "start" not in slider.wire_fields()


def test_whole_numbers_stay_whole_in_a_pair():
    slider = RangeSlider(start=0, end=1, value=(0, 1))
    assert list(map(type, slider.value)) == [int, int]
    assert "value" not in slider.wire_fields()


@pytest.mark.parametrize(
    "day",
    [
        dt.date(2026, 1, 31),
        dt.datetime(2026, 1, 31, 23, 59, tzinfo=dt.UTC),
        np.datetime64("2026-01-31"),
        "2026-01-31",
    ],
)
def test_a_picked_date_is_text(day):
    picker = DatePicker(value=day, min_date=day)
    assert picker.value == picker.min_date == "2026-01-31"
    picker.value = ""
    assert picker.value is None


@pytest.mark.parametrize(
    "day", ["31.01.2026", 1e300, float("nan"), True, 1_769_817_600_000]
)
def test_what_is_no_date_cannot_be_picked(day):
    with pytest.raises(FieldError, match="a text such as '2026-01-31'"):
        DatePicker(value=day)


def test_tabs_may_be_pairs():
    words = Div(text="here")
    tabs = Tabs(tabs=[("One", words), TabPanel(title="Two", child=Div())])
    assert [tab.title for tab in tabs.tabs] == ["One", "Two"]
    assert tabs.tabs[0].child is words


def test_entries_of_a_legend_may_be_pairs():
    plot = figure()
    line = plot.line([1, 2], [3, 4])
    legend = Legend(items=[("words", [line]), ({"field": "x"}, [line])])
    plot.add_layout(legend, "right")
    assert [item.wire_value("label") for item in legend.items] == [
        {"value": "words"},
        {"field": "x"},
    ]
    assert legend.items[0].renderers == [line]
    with pytest.raises(FieldError, match="a pair of words and renderers"):
        legend.items = [("words",)]


def test_tools_are_added_by_their_words():
    plot = figure(tools="")
    plot.add_tools("hover", "pan,reset", *figure(tools="save").tools)
    assert [tool.type for tool in plot.tools] == [
        "HoverTool",
        "PanTool",
        "ResetTool",
        "SaveTool",
    ]


def test_ends_of_numpys_make_an_axis_of_times():
    ends = np.datetime64("2024-01-01"), np.datetime64("2024-02-01")
    assert figure(x_range=ends).xaxis[0].type == "DatetimeAxis"


def test_what_hovering_shows_may_be_a_dict_at_any_time():
    plot = figure(tools="hover")
    plot.hover.tooltips = {"a": "@a", "b": "@{b}{0.0}"}
    assert plot.hover.tooltips == [("a", "@a"), ("b", "@{b}{0.0}")]
    plot.hover.tooltips = None
    assert plot.hover.tooltips is None
    with pytest.raises(FieldError, match=r"HoverTool\.tooltips"):
        plot.hover.tooltips = {"a": 5}


def test_a_date_may_be_text():
    assert Range1d("2024-01-01", "2024-01-02T06:00").end == 1_704_175_200_000
    with pytest.raises(FieldError, match="an ISO date"):
        Range1d(0, "yesterday")


@pytest.mark.parametrize(
    ("module", "name"),
    [("layouts", "TabPanel"), ("sources", "CDSView"), ("renderers", "GraphRenderer")],
)
def test_a_name_may_be_imported_from_another_module_of_models(module, name):
    space = {}
    exec(f"from syncd.models.{module} import {name}", space)
    assert space[name] is getattr(syncd.models, name)
    with pytest.raises(ImportError):
        exec(f"from syncd.models.{module} import Zeppelin", {})


def test_what_happens_anyway_is_taken_without_a_word(caplog):
    plot = figure(lod_threshold=None, output_backend="canvas")
    assert plot.lod_threshold is None
    assert caplog.messages == []


def test_finer_points_of_bars_and_heads_stop_no_application():
    bar = ColorBar(major_label_text_baseline="middle", major_label_text_align="left")
    assert bar.major_label_text_baseline == "middle"
    assert OpenHead(line_cap="round").line_cap == "round"
