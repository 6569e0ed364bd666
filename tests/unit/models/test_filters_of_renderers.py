"""Views that renderers have without anybody having made them."""

from syncd.document import Document
from syncd.models import (
    AllIndices,
    CDSView,
    CustomJS,
    IndexFilter,
    IntersectionFilter,
    Legend,
)
from syncd.plotting import figure


def test_a_view_is_there_when_somebody_asks():
    document = Document()
    plot = figure()
    line = plot.line([1, 2], [3, 4])
    document.add_root(plot)
    before = len(document.models)
    line.view.filter &= IndexFilter([0])
    assert isinstance(line.view.filter, IntersectionFilter)
    assert isinstance(line.view.filter.operands[0], AllIndices)
    assert line.view.document is document
    # The view, the filter that takes all rows, ours, and that of both.
    assert len(document.models) == before + 4


def test_nobody_asks_for_most_views():
    document = Document()
    plot = figure()
    plot.line([1, 2], [3, 4])
    document.add_root(plot)
    assert not document.select({"type": CDSView})


def test_a_view_can_be_set_and_taken_away():
    line = figure().line([1, 2], [3, 4])
    view = CDSView(filter=IndexFilter([1]))
    line.view = view
    assert line.view is view
    line.view = None
    assert line.view is not view


def test_legends_tell_of_clicks():
    heard = []
    legend = Legend()
    legend.on_click(heard.append)
    assert legend.subscribed_events == ["legend_item_click"]
    callback = CustomJS(code="")
    legend.js_on_click(callback)
    assert legend.js_event_callbacks == {"legend_item_click": [callback]}


def test_documents_run_callbacks_of_browsers():
    document = Document()
    callback = CustomJS(code="")
    heard = []
    document.on_event("document_ready", callback, heard.append)
    [events] = document.select({"type": "DocumentEvents"}) or [document._told_events()]
    assert events.js_event_callbacks == {"document_ready": [callback]}
    assert events.subscribed_events == ["document_ready"]
