"""Legends beside small figures leave the data their room."""

import pytest

from browser.plot import Plot
from browser.view import box_of


@pytest.fixture(scope="module")
def view(module_view):
    return module_view(
        "crowded", app="crowded", viewport={"width": 600, "height": 1150}
    )


@pytest.mark.parametrize("place", ["above", "below", "left", "right"])
def test_a_legend_leaves_room_for_the_data(view, place):
    area = box_of(Plot(view, place).area)
    legend = box_of(view.named(place).locator(".legend"))
    assert area["width"] > 90
    assert area["height"] > 90
    figure = box_of(view.named(place))
    assert legend["x"] + legend["width"] <= figure["x"] + figure["width"] + 1
    assert legend["y"] + legend["height"] <= figure["y"] + figure["height"] + 1


def test_entries_that_would_not_fit_below_each_other_stand_in_rows(view):
    entries = view.named("above").get_by_role("listitem")
    boxes = [box_of(entries.nth(at)) for at in range(2)]
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[0]["x"] < boxes[1]["x"]
