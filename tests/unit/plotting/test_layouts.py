import logging
from typing import Any

import pytest

import syncd.io
import syncd.layouts
import syncd.models.tools
import syncd.models.widgets
import syncd.plotting
from syncd.document import Document, current
from syncd.events import (
    Event,
    RangesUpdate,
    Tap,
    ValueSubmit,
)
from syncd.layouts import column, grid, gridplot, layout, row, widgetbox
from syncd.models import Button, Column, GridBox, Row
from syncd.plotting import figure
from syncd.resources import CDN, INLINE, Resources
from syncd.util.deprecation import DocSyncDeprecationWarning


@pytest.fixture
def parts() -> list[Button]:
    return [Button(label=str(number)) for number in range(4)]


def test_children_are_given_one_by_one_or_as_a_list(parts) -> None:
    assert row(*parts).children == row(parts).children == parts
    assert row(children=parts).children == parts
    assert isinstance(row(parts), Row)
    with pytest.warns(DocSyncDeprecationWarning, match="use column"):
        assert isinstance(widgetbox(parts), Column)


def test_a_grid_has_its_lines_in_common(parts) -> None:
    one, two, three, four = parts
    made = grid([[None, one, None], [two, three, four]])
    assert isinstance(made, GridBox)
    assert made.children == [
        (one, 0, 1, 1, 1),
        (two, 1, 0, 1, 1),
        (three, 1, 1, 1, 1),
        (four, 1, 2, 1, 1),
    ]
    # What is alone in its row is as wide as two below it, and a list within a row
    # is a column.
    assert grid([one, [two, [three, four]]]).children == [
        (one, 0, 0, 1, 2),
        (two, 1, 0, 2, 1),
        (three, 1, 1, 1, 1),
        (four, 2, 1, 1, 1),
    ]
    assert (
        grid(column(one, row(two, three))).children
        == grid([one, [two, three]]).children
    )


def test_a_box_in_the_lists_of_a_grid_stays_whole(parts) -> None:
    one, two, three, _ = parts
    box = column(one, two, sizing_mode="stretch_width")
    assert grid([[box, three]]).children == [(box, 0, 0, 1, 1), (three, 0, 1, 1, 1)]
    plain = column(one, two)
    assert grid([[plain, three]]).children[0] == (plain, 0, 0, 1, 1)


def test_a_box_that_says_how_it_is_sized_or_spaced_stays_whole_in_a_grid(parts) -> None:
    one, two, three, four = parts
    plain, spaced = column(one, two), column(three, four, spacing=4)
    assert grid(row(plain, spaced)).children == [
        (one, 0, 0, 1, 1),
        (two, 1, 0, 1, 1),
        (spaced, 0, 1, 2, 1),
    ]
    for said in ({"sizing_mode": "fixed"}, {"width_policy": "max"}):
        box = row(one, two, **said)
        assert grid(column(box, three)).children[0] == (box, 0, 0, 1, 1)


def test_boxes_of_one_kind_in_each_other_are_one_line_of_a_grid(parts) -> None:
    one, two, three, _ = parts
    assert grid(row(one, row(two, three))).children == [
        (one, 0, 0, 1, 1),
        (two, 0, 1, 1, 1),
        (three, 0, 2, 1, 1),
    ]


def test_a_column_in_a_grid_of_lists_stays_what_it_is(parts) -> None:
    one, two, three, four = parts
    side = column(two, three, width=220, name="side")
    assert grid([[one, side], four]).children == [
        (one, 0, 0, 1, 1),
        (side, 0, 1, 1, 1),
        (four, 1, 0, 1, 2),
    ]
    assert grid([one, side], ncols=2).children == [
        (one, 0, 0, 1, 1),
        (side, 0, 1, 1, 1),
    ]


def test_what_is_empty_takes_a_place_in_a_grid(parts) -> None:
    one, two, *_ = parts
    assert grid(row(one, column())).children == [(one, 0, 0, 1, 1)]
    assert grid([[one, []], [two]]).children == [(one, 0, 0, 1, 1), (two, 1, 0, 1, 2)]


def test_a_grid_of_so_many_rows_or_columns(parts) -> None:
    one, two, three, four = parts
    square = [
        (one, 0, 0, 1, 1),
        (two, 0, 1, 1, 1),
        (three, 1, 0, 1, 1),
        (four, 1, 1, 1, 1),
    ]
    assert grid(parts, ncols=2).children == grid(parts, nrows=2).children == square
    with pytest.raises(ValueError, match="a place on the page"):
        grid(["nope"])


def test_layouts_take_their_children_by_name(parts) -> None:
    assert [*map(type, layout(children=[parts[:2], parts[2]]).children)] == [
        Row,
        Button,
    ]


def test_further_fields_are_those_of_the_box(parts) -> None:
    box = row(parts, width=800, spacing=5)
    assert (box.width, box.spacing) == (800, 5)


@pytest.mark.parametrize("box", [row, column])
def test_children_of_a_box_say_themselves_how_they_are_sized(parts, box) -> None:
    made = box(parts, sizing_mode="stretch_width")
    assert made.sizing_mode == "stretch_width"
    assert {item.sizing_mode for item in made.children} == {None}


def test_everything_in_a_layout_is_sized_alike_unless_it_says_so_itself(parts) -> None:
    parts[0].sizing_mode = "fixed"
    root = layout([parts[:2], parts[2]], sizing_mode="scale_width")
    (line, last) = root.children
    assert [item.sizing_mode for item in (root, line, last, *line.children)] == [
        "scale_width",
        "scale_width",
        "scale_width",
        "fixed",
        "scale_width",
    ]


def test_figures_of_a_grid_are_sized_alike(parts) -> None:
    plots = [figure(), figure(sizing_mode="fixed")]
    root = gridplot([plots], sizing_mode="stretch_both")
    assert [plot.sizing_mode for plot in plots] == ["stretch_both", "fixed"]
    assert root.sizing_mode == "stretch_both"


def test_what_has_no_place_on_the_page_is_refused() -> None:
    with pytest.raises(ValueError, match="got 'x'"):
        row("x")


def test_nested_lists_are_rows_in_a_column(parts) -> None:
    one, two, three, four = parts
    root = layout([[one, [two, three]], four])
    assert isinstance(root, Column)
    first, second = root.children
    assert isinstance(first, Row)
    assert first.children[0] is one
    assert first.children[1].children == [two, three]
    assert second is four


def test_a_grid_has_rows_of_equal_length() -> None:
    plots = [figure() for _ in range(3)]
    root = gridplot(plots, ncols=2, width=100, plot_height=90)
    assert root.children == [
        (plots[0], 0, 0),
        (plots[1], 0, 1),
        (plots[2], 1, 0),
    ]
    assert {(plot.width, plot.height) for plot in plots} == {(100, 90)}


def test_places_in_a_grid_may_be_empty() -> None:
    plot = figure()
    root = gridplot([[None, plot]], toolbar_location=None)
    assert root.children == [(plot, 0, 1)]
    assert root.toolbar_location is None


def test_cells_of_a_grid_are_read_as_they_were_written(parts) -> None:
    one, two, three, four = parts
    box = GridBox(children=[(one, 0, 0), [two, 0, 1], (three, 1, 0, 1, 2)])
    assert box.children == [(one, 0, 0), (two, 0, 1), (three, 1, 0, 1, 2)]
    box.children.append((four, 2, 0))
    assert box.children[-1] == (four, 2, 0)
    assert Document.from_json(_served(box)).roots[0].children[0][1:] == (0, 0)
    for bad in ((four, 2), (four, 2, 0, 1), (four, 0, 0, 0, 1), (None, 0, 0)):
        with pytest.raises(ValueError, match="a model, its row and column"):
            box.children = [bad]
    assert len(box.children) == 4


def test_a_figure_tells_whether_it_is_in_a_row_or_column_of_a_grid() -> None:
    one, two, three = (figure() for _ in range(3))
    grid_of_three = gridplot([[one, two], [None, three]])
    assert one.row(0, grid_of_three)
    assert not one.row(1, grid_of_three)
    assert three.row(1, grid_of_three)
    assert three.column(1, grid_of_three)
    assert not three.column(0, grid_of_three)
    assert not figure().row(0, grid_of_three)
    wide = GridBox(children=[(one, 0, 0, 1, 2), (two, 1, 0)])
    assert one.column(1, wide)
    assert not two.column(1, wide)


def _served(root) -> dict[str, Any]:
    doc = Document()
    doc.add_root(root)
    return doc.to_json()


def test_one_button_drives_the_tools_of_all_figures() -> None:
    plots = [figure(tools="pan,xpan,save,reset", active_drag="xpan") for _ in range(2)]
    bar = gridplot([plots], toolbar_options={"autohide": True}).toolbar
    assert [plot.toolbar_location for plot in plots] == [None, None]
    assert [tool.type for tool in bar.tools] == [
        "ToolProxy",
        "ToolProxy",
        "SaveTool",
        "ToolProxy",
    ]
    assert bar.tools[1].tools == [plot.tools[1] for plot in plots]
    assert bar.active_drag is bar.tools[1]
    assert bar.autohide is True


def test_figures_keep_their_toolbars_where_tools_are_not_merged() -> None:
    plot = figure()
    root = gridplot([[plot]], merge_tools=False)
    assert plot.toolbar_location == "right"
    assert root.toolbar.tools == []


def test_a_grid_refuses_what_it_does_not_know() -> None:
    with pytest.raises(TypeError, match="colour"):
        gridplot([], colour=1)
    with pytest.raises(ValueError, match="ncols is 0"):
        gridplot([figure()], ncols=0)
    with pytest.raises(
        ValueError, match=r"row 1 .* Figure\(\), expected a list.*ncols"
    ):
        gridplot([[figure()], figure()])
    with pytest.raises(ValueError, match=r"got None; Spacer\(\)"):
        row(figure(), None)


@pytest.mark.parametrize("name", ["show", "save", "output_file", "output_notebook"])
def test_what_would_write_files_is_ignored_and_logged(
    name: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    assert getattr(syncd.plotting, name)("x.html", title="t") is None
    assert name in caplog.text


@pytest.mark.parametrize("name", ["show", "save", "output_file"])
def test_a_script_that_nobody_serves_is_told_what_to_do(name: str) -> None:
    script = f"from syncd.plotting import {name}\n{name}('x.html')\n"
    with pytest.raises(RuntimeError, match=rf"{name}\(\) .*curdoc.*`syncd serve"):
        exec(script, {"__name__": "__main__"})


@pytest.mark.parametrize(
    ("module", "name", "words"),
    [
        ("embed", "components", r"server_document\(url\) embeds one"),
        ("embed", "file_html", r"server_document\(url\) embeds one"),
        ("embed.standalone", "json_item", r"server_document\(url\) embeds one"),
        ("embed", "autoload_static", r"server_document\(url\) embeds one"),
        ("client", "push_session", "syncd serve"),
        ("client", "show_session", "syncd serve"),
    ],
)
def test_what_applications_may_never_call_says_so_when_it_is_called(
    module: str, name: str, words: str
) -> None:
    found: dict[str, Any] = {}
    exec(f"from syncd.{module} import {name}", found)
    with pytest.raises(RuntimeError, match=rf"{name}\(\) .*{words}"):
        found[name](figure(), CDN, "title")


def test_resources_have_no_scripts_and_say_who_brings_them() -> None:
    made = Resources("relative", root_dir=".")
    assert [CDN.mode, INLINE.mode, made.mode] == ["cdn", "inline", "relative"]
    with pytest.raises(AttributeError, match=r"'render_js'.*brings its own scripts"):
        CDN.render_js()
    assert not hasattr(INLINE, "js_raw")


@pytest.mark.parametrize(
    "name", ["export_png", "export_svg", "export_svgs", "get_screenshot_as_png"]
)
def test_what_makes_pictures_can_be_imported_and_says_who_does(name: str) -> None:
    with pytest.raises(RuntimeError, match=rf"{name}\(\) makes no .*the save tool"):
        getattr(syncd.io, name)(figure(), filename="a.png")


def test_the_current_document_is_found_where_authors_look() -> None:
    document = Document()
    with current(document):
        assert syncd.plotting.curdoc() is document
        assert syncd.io.curdoc() is document


@pytest.mark.parametrize(
    ("name", "kind", "instead"),
    [("vplot", Column, "column"), ("hplot", Row, "row")],
)
def test_old_names_of_layouts_are_kept_and_tell_the_new_ones(
    name: str, kind: type, instead: str
) -> None:
    with pytest.warns(DocSyncDeprecationWarning, match=rf"{name}.* use {instead}"):
        assert type(getattr(syncd.plotting, name)(Button())) is kind


def test_models_are_found_where_authors_look() -> None:
    assert syncd.models.widgets.Button is Button
    assert syncd.models.tools.HoverTool is syncd.models.HoverTool


def test_events_have_the_attributes_of_their_kind() -> None:
    event = Event.from_wire("tap", None, {"x": 1, "sx": 2, "unknown": 3})
    assert isinstance(event, Tap)
    assert (event.x, event.sx, event.y) == (1, 2, None)
    assert event.detail["unknown"] == 3
    assert isinstance(Event.from_wire("rangesupdate", None, {}), RangesUpdate)
    submit = Event.from_wire("value_submit", None, {"value": "v"})
    assert isinstance(submit, ValueSubmit)
    assert submit.value == "v"


def test_an_event_of_an_unknown_name_keeps_its_name() -> None:
    event = Event.from_wire("spin", None, {"model": 1, "self": 2})
    assert (type(event), event.event_name) == (Event, "spin")
    assert Event.event_name == ""
