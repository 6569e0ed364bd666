"""What annotations draw, and where they go when Python moves them."""

import pytest

from browser.plot import BLUE, GREEN, NONE, RED, Plot
from browser.view import box_of
from support.wait import eventually


EXPECTED = {
    "lines": {
        (0.25, 0.9): RED,
        (0.75, 0.75): GREEN,
        (0.5, 0.25): BLUE,
        (0.1, 0.5): NONE,
    },
    "boxes": {
        (0.9, 0.95): RED,
        (0.9, 0.05): RED,
        (0.375, 0.5): GREEN,
        (0.375, 0.9): NONE,
        (0.6, 0.5): BLUE,
    },
    "between": {
        (0.25, 0.375): RED,
        (0.25, 0.7): NONE,
        (0.5, 0.375): BLUE,
        (0.875, 0.3): BLUE,
        (0.875, 0.8): GREEN,
    },
    "twin": {(0.375, 0.375): RED, (0.375, 0.6): NONE, (0.1, 0.75): BLUE},
}
MOVED = {
    "lines": {(0.25, 0.9): NONE, (0.5, 0.9): RED},
    "between": {(0.25, 0.7): RED},
    "twin": {(0.375, 0.75): RED, (0.1, 0.75): NONE},
}


@pytest.fixture(scope="module")
def explained(module_view):
    return module_view(
        "explained", app="explained", viewport={"width": 600, "height": 1600}
    )


def test_annotations_stand_where_python_says_and_go_where_it_moves_them(explained):
    for name, expected in EXPECTED.items():
        Plot(explained, name).shows(expected)
    explained.page.get_by_role("button", name="Move").click()
    for name, expected in MOVED.items():
        Plot(explained, name).shows(expected)


def test_labels_are_written_in_their_colours(explained):
    plot = Plot(explained, "words")
    eventually(lambda: {RED, GREEN, BLUE} <= plot.colours(), plot.colours)


def test_a_further_title_stands_above_the_frame(explained):
    words = explained.named("words")
    title = box_of(words.get_by_text("a second title"))
    eventually(lambda: title["y"] < box_of(Plot(explained, "words").area)["y"])


def test_a_colour_bar_has_the_colours_of_its_mapper_from_below(explained):
    bar = explained.named("colours").get_by_role("img", name="how much")
    eventually(lambda: {RED, GREEN, BLUE} <= explained.colours(bar), "no colours")
    size = box_of(bar)
    shares = {0.9: RED, 0.55: GREEN, 0.2: BLUE}
    for share, colour in shares.items():
        eventually(
            lambda colour=colour, share=share: (
                explained.pixel(8, size["height"] * share, bar) == colour
            )
        )


def test_a_colour_bar_leaves_room_for_the_plot_of_a_narrow_figure(open_view):
    narrow = open_view(
        "narrow", app="explained", viewport={"width": 360, "height": 1600}
    )
    area = Plot(narrow, "colours").area
    bar = narrow.named("colours").get_by_role("img", name="how much")
    eventually(lambda: box_of(bar)["width"] > box_of(bar)["height"], "tall")
    eventually(lambda: box_of(area)["height"] > 60, "no room for the plot")


def test_nothing_went_wrong(explained):
    assert explained.problems == []
    assert explained.violations() == []
