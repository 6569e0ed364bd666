"""Code of the application's own computes rows and columns, where the page lets it."""

from playwright.sync_api import expect

from browser.plot import Plot
from browser.test_javascript import EVAL
from support.wait import eventually


RED = "#ff0000"
GREEN = "#00ff00"


def red(view, name, *places):
    """Return at which places, in units of the axes, a figure is red."""
    plot = Plot(view, name)
    return [(x, y) for x, y in places if plot.colour(x / 4, y / 4) == RED]


DIAGONAL = ((1, 1), (2, 2), (3, 3))
HALVED = ((0.5, 3), (1, 2), (1.5, 1))
ALONG = ((1, 2), (2, 2), (3, 2))
# In the corners of a square about a point, and in one corner of another.
MARKED = ((0.95, 3.15), (1.05, 2.85), (2.55, 2.85))
BARE = ((2.45, 3.15),)


def test_code_says_which_rows_and_where(open_view):
    view = open_view("coded", app="coded", policy=EVAL)
    eventually(lambda: red(view, "filter", *DIAGONAL) == [(1, 1)])
    eventually(lambda: red(view, "transform", *HALVED) == [*HALVED])
    eventually(lambda: red(view, "expression", *ALONG) == [*ALONG])
    eventually(lambda: red(view, "markers", *MARKED, *BARE) == [*MARKED])
    view.slider.focus()
    view.page.keyboard.press("ArrowRight")
    eventually(lambda: red(view, "filter", *DIAGONAL) == [(2, 2)])
    assert view.told() == []


def test_nothing_wrong_is_drawn_where_code_may_not_run(open_view):
    view = open_view("coded-not", app="coded")
    for name in ("filter", "transform", "expression", "markers"):
        plot = Plot(view, name)
        eventually(lambda plot=plot: plot.colour(3.7 / 4, 0.3 / 4) == GREEN)
    eventually(lambda: any("--allow-eval" in words for words in view.told()))
    # Another value has everything computed once more.
    view.slider.focus()
    view.page.keyboard.press("ArrowRight")
    expect(view.slider).to_have_value("2")
    view.wait_until_drawn()
    assert red(view, "filter", *DIAGONAL) == []
    assert red(view, "transform", *HALVED, *DIAGONAL) == []
    assert red(view, "expression", *ALONG) == []
    assert red(view, "markers", *MARKED) == []
