"""Hatches that code draws, and hatches that are pictures."""

from browser.plot import Plot
from browser.test_javascript import EVAL
from support.wait import eventually


RED, TILE, NOTHING = "#ff0000", "#3c785a", "#ffffff"


def bars(plot):
    """Return what the four bars are covered with."""
    return [plot.colour(x / 5, 0.5) for x in range(1, 5)]


def test_bars_have_hatches_of_the_applications_own(open_view):
    view = open_view("textures", app="textures", policy=EVAL)
    plot = Plot(view, "textures")
    eventually(lambda: bars(plot) == [RED, TILE, NOTHING, NOTHING])
    assert view.violations() == []


def test_code_is_not_run_where_the_page_forbids_it(open_view):
    view = open_view("textures-not", app="textures")
    plot = Plot(view, "textures")
    eventually(lambda: any("--allow-eval" in words for words in view.told()))
    eventually(lambda: bars(plot) == [NOTHING, TILE, NOTHING, NOTHING])
