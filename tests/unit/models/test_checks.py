"""Obvious mistakes are told in the log."""

import pytest

from syncd.document import Document
from syncd.layouts import column
from syncd.models import ColumnDataSource, Slider
from syncd.plotting import figure


def logged(document: Document, caplog: pytest.LogCaptureFixture) -> list[str]:
    caplog.clear()
    document.validate()
    return caplog.messages


def test_what_is_in_order_is_not_mentioned(caplog: pytest.LogCaptureFixture) -> None:
    document = Document()
    plot = figure()
    plot.line([1, 2], [3, 4], color="red")
    plot.scatter([1], [2], size=3, legend_label="a")
    document.add_root(column(plot, Slider()))
    assert logged(document, caplog) == []


def test_what_shows_nothing_is_mentioned(caplog: pytest.LogCaptureFixture) -> None:
    document = Document()
    document.add_root(column())
    document.add_root(figure())
    empty, bare = logged(document, caplog)
    assert "has no children" in empty
    assert "has no renderers" in bare


def test_a_column_that_is_not_there_is_mentioned_with_what_is_near(
    caplog: pytest.LogCaptureFixture,
) -> None:
    document = Document()
    plot = figure()
    source = ColumnDataSource({"time": [1], "value": [2]})
    line = plot.line("time", "value", source=source)
    document.add_root(plot)
    assert logged(document, caplog) == []
    line.glyph.y = "valeu"
    (mistake,) = logged(document, caplog)
    assert "takes 'y' from the column 'valeu'" in mistake
    assert "near it is 'value'" in mistake
