"""What figures draw: at which places, in which colours."""

import pytest

from browser.plot import BLUE, GREEN, RED, Plot
from support.wait import eventually


@pytest.fixture(scope="module")
def shapes(module_view):
    return module_view("shapes", app="shapes", viewport={"width": 600, "height": 2000})


@pytest.fixture
def figure(shapes):
    return lambda name: Plot(shapes, name)


def test_decades_are_equally_long_on_a_logarithmic_axis(figure):
    figure("log").shows({(k / 4, k / 4): RED for k in (1, 2, 3)})
    eventually(lambda: figure("log").colour(0.5, 0.25) not in {RED, GREEN, BLUE})


def test_bars_stand_over_their_factors(figure):
    plot = figure("factor")
    thirds = (1 / 6, 3 / 6, 5 / 6)
    for x, colour, top in zip(thirds, (RED, GREEN, BLUE), (0.2, 0.6, 0.9), strict=True):
        plot.shows({(x, top - 0.05): colour, (x + 0.12, 0.1): colour})
        eventually(
            lambda colour=colour, x=x, top=top: plot.colour(x, top + 0.05) != colour
        )
        eventually(lambda colour=colour, x=x: plot.colour(x + 0.155, 0.1) != colour)


def test_a_moment_stands_where_the_calendar_says(figure):
    figure("time").shows({(0.25, 0.5): RED})


def test_texts_are_written_in_their_colours(figure):
    eventually(lambda: {RED, BLUE} <= figure("text").colours())


def test_a_line_follows_its_rows_even_when_they_go_back(figure):
    plot = figure("unsorted")
    sides = [(0.5, 0.25), (0.75, 0.5), (0.5, 0.75), (0.25, 0.5)]
    plot.shows(dict.fromkeys(sides, RED))
    eventually(lambda: plot.colour(0.5, 0.5) != RED)


def test_lines_of_sources_of_different_length_share_a_plot(figure):
    plot = figure("two")
    plot.shows({(0.5, 0.25): RED, (0.5, 0.75): BLUE, (0.1, 0.25): RED})


def test_a_translucent_line_to_and_fro_is_no_darker_where_it_crosses_itself(figure):
    plot = figure("noise")
    halves = {"#ff7e7e", "#ff7f7f", "#ff8080"}
    for place in ((0.3, 0.3), (0.5, 0.5), (0.71, 0.7)):
        eventually(lambda place=place: plot.colour(*place) in halves)
    eventually(lambda: plot.colour(0.5, 0.2) not in halves)
    eventually(lambda: plot.colour(0.5, 0.8) not in halves)


def test_a_reversed_range_counts_from_the_right(figure):
    plot = figure("reversed")
    plot.shows({(0.8, 0.5): RED})
    eventually(lambda: plot.colour(0.2, 0.5) != RED)


def test_a_line_is_interrupted_where_there_is_no_value(figure):
    plot = figure("gap")
    plot.shows({(0.12, 0.5): RED, (0.88, 0.5): RED})
    eventually(lambda: plot.colour(0.5, 0.5) != RED)


def test_a_plot_without_data_has_axes(figure):
    eventually(lambda: len(figure("empty").colours()) >= 2)


def test_nothing_went_wrong(shapes):
    assert shapes.problems == []
    assert shapes.violations() == []
