"""On narrow pages titles and legends leave the data their room."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.view import box_of
from support.wait import eventually


@pytest.fixture(scope="module")
def phone(module_view):
    viewport = {"width": 390, "height": 800}
    return module_view("overviews", app="overviews", viewport=viewport)


def test_a_title_of_two_lines_takes_nothing_of_a_low_plot(phone):
    area = Plot(phone, "low").area
    title = phone.named("low").locator(".title > span")
    eventually(lambda: box_of(title)["height"] > 30, "it has room in one line")
    eventually(lambda: box_of(area)["height"] >= 40, lambda: box_of(area))

    def between():
        """Return how far what comes below is from it."""
        low, deep = box_of(phone.named("low")), box_of(phone.named("deep"))
        return deep["y"] - low["y"] - low["height"]

    eventually(lambda: between() >= -1, between)


def test_where_there_is_room_a_low_figure_is_as_high_as_it_was_made(open_view):
    view = open_view("overviews-wide", app="overviews")
    Plot(view, "low")
    eventually(lambda: box_of(view.named("low"))["height"] == 110)
    view.page.set_viewport_size({"width": 390, "height": 800})
    eventually(lambda: box_of(view.named("low"))["height"] == 130)
    view.page.set_viewport_size({"width": 1000, "height": 800})
    eventually(lambda: box_of(view.named("low"))["height"] == 110)


def test_a_title_begins_sooner_than_its_frame_where_it_then_stands_in_one_line(phone):
    area = Plot(phone, "deep").area
    title = phone.named("deep").locator(".title > span")
    eventually(lambda: box_of(title)["height"] < 30, "it is broken")
    eventually(lambda: box_of(title)["x"] < box_of(area)["x"] - 20)


def overlap(view, name):
    """Return how much of the plotting area lies below the legend, from 0 to 1."""
    area = box_of(Plot(view, name).area)
    legend = box_of(view.named(name).locator(".legend"))

    def along(place, size):
        first = max(area[place], legend[place])
        last = min(area[place] + area[size], legend[place] + legend[size])
        return max(last - first, 0) / area[size]

    return along("x", "width") * along("y", "height")


def test_a_legend_of_many_entries_stands_above_the_data_of_a_narrow_figure(phone):
    eventually(lambda: overlap(phone, "many") == 0, lambda: overlap(phone, "many"))
    eventually(lambda: box_of(Plot(phone, "many").area)["height"] > 150)
    entries = phone.named("many").get_by_role("listitem")
    expect(entries).to_have_count(12)
    eventually(lambda: overlap(phone, "few") > 0)


def test_in_a_wide_figure_it_stands_where_it_was_put(open_view):
    view = open_view("overviews-legend", app="overviews")
    eventually(lambda: overlap(view, "many") > 0)
    view.page.set_viewport_size({"width": 390, "height": 800})
    eventually(lambda: overlap(view, "many") == 0)
    view.page.set_viewport_size({"width": 1000, "height": 800})
    eventually(lambda: overlap(view, "many") > 0)
