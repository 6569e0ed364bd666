"""What further shapes draw: at which places, in which colours."""

import pytest

from browser.plot import BLUE, GREEN, NONE, RED, Plot
from support.wait import eventually


EXPECTED = {
    "boxes": {
        (0.25, 0.5): RED,
        (0.25, 0.8): NONE,
        (0.625, 0.7): GREEN,
        (0.75, 0.5): NONE,
        (0.9, 0.4): BLUE,
    },
    "lines": {
        (0.25, 0.25): RED,
        (0.25, 0.75): GREEN,
        (0.75, 0.75): BLUE,
        (0.5, 0.75): NONE,
        (0.65, 0.125): RED,
        (0.65, 0.375): NONE,
        (0.95, 0.9): GREEN,
    },
    "areas": {
        (0.25, 0.5): RED,
        (0.625, 0.5): GREEN,
        (0.825, 0.5): BLUE,
        (0.875, 0.5): NONE,
    },
    "between": {(0.1, 0.375): RED, (0.1, 0.6): NONE, (0.375, 0.9): GREEN},
    "pie": {
        (0.25, 0.7): RED,
        (0.25, 0.3): GREEN,
        (0.75, 0.85): BLUE,
        (0.75, 0.55): NONE,
        (0.75, 0.15): NONE,
    },
    "image": {
        (0.25, 0.25): RED,
        (0.75, 0.25): GREEN,
        (0.25, 0.75): BLUE,
        (0.75, 0.75): "#808080",
    },
    "colours": {(0.5, 0.25): RED, (0.5, 0.75): BLUE},
    "stacked": {
        (0.25, 0.2): RED,
        (0.25, 0.5): BLUE,
        (0.25, 0.85): NONE,
        (0.75, 0.4): RED,
        (0.75, 0.6): BLUE,
    },
    "piled": {
        (0.125, 0.875): RED,
        (0.375, 0.875): BLUE,
        (0.75, 0.125): GREEN,
        (0.75, 0.375): RED,
        (0.125, 0.25): BLUE,
        (0.3, 0.25): GREEN,
        (0.25, 0.625): BLUE,
        (0.45, 0.25): NONE,
    },
    "origins": {
        (0.125, 0.75): RED,
        (0.375, 0.75): GREEN,
        (0.25, 0.25): BLUE,
        (0.625, 0.25): GREEN,
        (0.875, 0.25): RED,
        (0.75, 0.75): BLUE,
    },
    "dodged": {(0.125, 0.5): RED, (0.375, 0.5): BLUE, (0.25, 0.5): NONE},
    "markers": {
        (0.25, 0.5): RED,
        (0.19, 0.6): RED,
        (0.69, 0.6): NONE,
        (0.75, 0.5): RED,
    },
    "viewed": {(0.25, 0.5): RED, (0.5, 0.5): NONE, (0.75, 0.5): RED},
    "radii": {
        (0.25, 0.5): RED,
        (0.4, 0.5): NONE,
        (0.75, 0.65): BLUE,
        (0.75, 0.5): NONE,
    },
    "paired": {(0.02, 0.02): RED, (0.98, 0.98): RED},
    "parts": {(0.5, 0.95): BLUE},
    "below": {(0.5, 0.9): RED, (0.5, 0.1): NONE},
    "switches": {(0.25, 0.5): BLUE, (0.75, 0.5): RED},
    # Pictures have scales of their own, unless a colour bar tells of one for all.
    "several": {(0.125, 0.5): RED, (0.375, 0.5): BLUE, (0.875, 0.5): BLUE},
    "barred": {(0.125, 0.5): RED, (0.375, 0.5): RED, (0.875, 0.5): BLUE},
    "tiles": {(0.5, 0.5): RED, (0.9, 0.5): BLUE, (0.05, 0.5): NONE},
}


@pytest.fixture(scope="module")
def drawn(module_view):
    return module_view("drawn", app="drawn", viewport={"width": 600, "height": 5200})


@pytest.mark.parametrize("name", EXPECTED)
def test_a_shape_is_drawn_where_its_data_say(drawn, name):
    Plot(drawn, name).shows(EXPECTED[name])


def test_a_hatch_lies_over_the_colour_of_its_area(drawn):
    plot = Plot(drawn, "hatched")
    eventually(lambda: {RED, GREEN} <= plot.colours(), plot.colours)


def test_a_picture_turns_about_its_middle(open_view):
    view = open_view("turned", app="turned", policy="default-src 'self'; img-src data:")
    plot = Plot(view)
    for x, y in ((0.5, 0.9), (0.5, 0.1)):
        eventually(lambda x=x, y=y: plot.colour(x, y) == RED, f"none at {x}, {y}")
    eventually(lambda: {plot.colour(x, 0.5) for x in (0.3, 0.7)}.isdisjoint({RED}))


def test_nothing_went_wrong(drawn):
    assert drawn.problems == []
    assert drawn.violations() == []
