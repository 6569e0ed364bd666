"""Legends that name the values of a column, and layouts that inherit or are squeezed."""

import pytest

from browser.view import box_of
from support.wait import eventually


@pytest.fixture(scope="module")
def guides(module_view):
    view = module_view("guides", app="guides", viewport={"width": 1000, "height": 800})
    view.plot.wait_for()
    return view


def test_a_legend_names_every_value_of_a_column_in_its_colour(guides):
    items = guides.page.locator(".legend .item")
    eventually(lambda: items.all_inner_texts() == ["apple", "pear", "plum", "all"])
    middles = items.locator("canvas").evaluate_all(
        """(all) => all.map((each) => [...each.getContext("2d").getImageData(
          each.width / 2, each.height / 2, 1, 1).data].slice(0, 3))"""
    )
    assert middles[:3] == [[255, 0, 0], [0, 255, 0], [0, 0, 255]]


def test_a_figure_fills_a_row_that_inherits_its_width(guides):
    figure = box_of(guides.page.locator("docsync-figure"))
    page = box_of(guides.document)
    assert figure["width"] > 0.45 * page["width"]
    assert figure["x"] + figure["width"] == pytest.approx(page["x"] + page["width"])


def test_what_stretches_is_never_squashed(guides):
    slider = box_of(guides.page.get_by_role("slider", name="three"))
    select = box_of(guides.page.get_by_role("combobox").last)
    assert slider["height"] > 10
    assert select["y"] >= slider["y"] + slider["height"]
