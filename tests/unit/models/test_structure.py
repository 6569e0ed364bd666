"""What a model consists of can be seen."""

import pytest

from syncd.document import Document
from syncd.models import (
    BoxAnnotation,
    DataTable,
    Examiner,
    Figure,
    GlyphRenderer,
    Legend,
    Node,
    Panel,
)
from syncd.models.util import generate_structure_plot
from syncd.plotting import figure


def test_a_structure_names_every_model_once_and_what_holds_it() -> None:
    plot = figure()
    plot.line([1, 2], [1, 2])
    shown, table = generate_structure_plot(plot).children
    assert isinstance(shown, Figure)
    assert isinstance(table, DataTable)
    edges, nodes = [
        renderer.data_source.data
        for renderer in shown.renderers
        if isinstance(renderer, GlyphRenderer)
    ]
    assert nodes["model"][0] == "Figure"
    assert list(nodes["model"]).count("ColumnDataSource") == 1
    assert len(edges["xs"]) >= len(nodes["model"]) - 1
    assert "x_range" in table.source.data["props"]


def test_choosing_a_model_shows_its_fields() -> None:
    plot = figure()
    shown, table = generate_structure_plot(plot).children
    Document().add_root(shown)
    nodes = next(
        renderer.data_source
        for renderer in shown.renderers
        if isinstance(renderer, GlyphRenderer) and "model" in renderer.data_source.data
    )
    assert table.view.filter.group == "0"
    nodes.selected.indices = [3]
    assert table.view.filter.group == "3"


def test_an_examiner_looks_into_a_model_or_into_all() -> None:
    plot = figure()
    assert Examiner(target=plot).target is plot
    assert Examiner().target is None


def test_styling_guides_that_are_not_there_says_nothing(caplog) -> None:
    plot = figure(y_axis_type=None)
    plot.ygrid.grid_line_color = None
    plot.yaxis.axis_label = "none"
    assert caplog.messages == []
    plot.legend.title = "none"
    assert caplog.messages == ["legend.title was set, but the figure has none"]
    plot.add_layout(Legend())
    plot.legend.title = "one"
    assert plot.legend.title == "one"


def test_a_box_has_places_and_looks_of_handles() -> None:
    box = BoxAnnotation()
    node = box.nodes.top_center
    assert isinstance(node, Node)
    assert (node.target, node.symbol) == (box, "top_center")
    with pytest.raises(AttributeError, match="no 'middle'"):
        box.nodes.middle  # noqa: B018
    box.handles.all.fill_color = "red"
    assert box.handles.all.fill_color == "red"
    assert BoxAnnotation(handles=box.handles.all).handles.all.fill_color == "red"


def test_panels_stand_at_nodes_and_are_as_wide() -> None:
    box = BoxAnnotation()
    panel = Panel(
        position=box.nodes.bottom_left,
        width=box.nodes.width,
        css_variables={"--wide": Node(target="frame", symbol="width")},
    )
    assert panel.width.symbol == "width"
    assert box in panel.references()
