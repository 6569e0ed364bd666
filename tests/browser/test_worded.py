"""Words in boxes, axes inside of frames, and legends in one line."""

import pytest

from browser.plot import Plot
from browser.view import box_of
from support.wait import eventually


RED, GREEN, BLUE = "#ff0000", "#00ff00", "#0000ff"


@pytest.fixture(scope="module")
def words(module_view):
    view = module_view("worded", app="worded", viewport={"width": 600, "height": 1250})
    view.plot.wait_for()
    return view


def at(plot, x, y):
    """Return the colour at a place in pixels from the lower left of the frame."""
    area = box_of(plot.area)
    return plot.colour(x / area["width"], y / area["height"])


def test_a_label_has_a_box_with_room_around_its_lines(words):
    plot = Plot(words, "boxed")
    eventually(lambda: at(plot, 60, 100) == RED)
    eventually(lambda: at(plot, 80, 80) == RED)
    # Two lines of 16 pixels and the room above and below them.
    eventually(lambda: at(plot, 70, 80 + 12 + 30) == BLUE)
    eventually(lambda: at(plot, 70, 80 + 24 + 48) != BLUE)


def test_what_is_behind_labels_may_be_hatched(words):
    plot = Plot(words, "boxed")
    eventually(lambda: GREEN in plot.colours())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_are_seen_on_what_is_behind_them(open_view, scheme):
    view = open_view(f"worded-{scheme}", app="worded", color_scheme=scheme)
    plot = Plot(view, "legible")
    eventually(lambda: {"#ffff00", "#444444"} <= set(plot.colours()))


def test_axes_inside_of_the_frame_face_either_way(words):
    plot = Plot(words, "inside")
    area = box_of(plot.area)
    aside = 12 / area["width"]
    eventually(lambda: plot.colour(0.3, 0.5) == BLUE)
    eventually(lambda: plot.colour(0.6, 0.5) == BLUE)
    eventually(lambda: plot.colour(0.3 - aside, 0.8) == RED)
    eventually(lambda: plot.colour(0.3 + aside, 0.8) != RED)
    eventually(lambda: plot.colour(0.6 + aside, 0.8) == RED)
    eventually(lambda: plot.colour(0.6 - aside, 0.8) != RED)


def test_what_is_behind_an_axis_may_be_hatched(words):
    plot = Plot(words, "inside")
    eventually(lambda: GREEN in plot.colours())


def test_entries_side_by_side_use_the_room_there_is(words):
    legend = words.named("flat").get_by_role("group", name="Legend")
    entries = legend.get_by_role("listitem")
    boxes = [box_of(entries.nth(index)) for index in range(entries.count())]
    assert len(boxes) == 5
    assert {box["y"] for box in boxes} == {boxes[0]["y"]}


def test_the_background_of_a_legend_may_be_hatched(words):
    legend = words.named("flat").get_by_role("group", name="Legend")
    hatch = legend.locator("canvas.hatch")
    eventually(lambda: RED in words.colours(hatch))
    inner, outer = box_of(hatch), box_of(legend)
    assert inner["width"] == pytest.approx(outer["width"], abs=3)
    assert words.told() == []
