"""Titles take about as much of a figure as those of Bokeh do."""

import pytest

from browser.plot import Plot
from browser.view import box_of
from support.wait import eventually


@pytest.fixture(scope="module")
def view(module_view):
    return module_view("headed", app="headed", viewport={"width": 600, "height": 1600})


# What Bokeh 3.9 leaves to the frame of such a figure, in CSS pixels.
FRAMES = {
    "none": 173,
    "usual": 153,
    "below": 148,
    "small": 155,
    "large": 130,
    "far": 143,
    "two": 128,
}


@pytest.mark.parametrize("name", FRAMES)
def test_a_title_leaves_the_frame_its_room(view, name):
    plot = Plot(view, name)
    eventually(
        lambda: box_of(plot.area)["height"] == pytest.approx(FRAMES[name] - 6, abs=6),
        f"the frame is {box_of(plot.area)['height']} px high",
    )


@pytest.mark.parametrize("name", ["usual", "small", "large"])
def test_a_title_keeps_off_the_frame_and_the_edge(view, name):
    plot, words = Plot(view, name), view.named(name).locator("#title > span")

    def above():
        return box_of(words)["y"] - box_of(view.named(name))["y"]

    def below():
        box = box_of(words)
        return box_of(plot.area)["y"] - box["y"] - box["height"]

    eventually(lambda: above() >= 2, lambda: f"{above()} px above")
    eventually(lambda: 6 <= below() <= 10, lambda: f"{below()} px below")
