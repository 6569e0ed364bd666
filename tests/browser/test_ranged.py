"""What ranges that follow the data take into account, and glyphs of values alone."""

import pytest

from browser.plot import Plot
from support.wait import eventually


@pytest.fixture(scope="module")
def ranged(module_view):
    return module_view("ranged", app="ranged", viewport={"width": 400, "height": 900})


@pytest.fixture
def figure(ranged):
    return lambda name: Plot(ranged, name)


def ends(plot, expected):
    eventually(lambda: plot.ends == expected, lambda: plot.ends)


def test_values_alone_make_one_glyph(figure):
    plot = figure("values")
    for at, colour in {
        (0.2, 0.2): "#ff0000",
        (0.6, 0.8): "#00ff00",
        (0.8, 0.2): "#0000ff",
    }.items():
        eventually(lambda at=at, colour=colour: plot.colour(*at) == colour)


def test_areas_count_as_data_do_while_they_are_to_be_seen(figure):
    ends(figure("areas"), [[-5, 20], [0, 40]])


def test_decades_begin_at_what_is_above_zero(figure):
    y = figure("decades").ends[1]
    assert y == [pytest.approx(10), pytest.approx(1000)]


def test_ends_are_within_bounds_and_follow_with_some_room(figure):
    ends(figure("held"), [[7.5, 10.5], [0, 50]])


def test_nothing_went_wrong(ranged):
    assert ranged.told() == []
