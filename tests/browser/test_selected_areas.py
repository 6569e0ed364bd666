"""Areas that select stay if they are to, can be moved then, and look as they are to."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot


@pytest.fixture
def view(open_view, request):
    return open_view(request.node.name, app="selected")


def drag(plot, start, end):
    plot.drag(*((x / 10, y / 10) for x, y in (start, end)))


def draw_corner(plot):
    """Draw around the lower left of the middle, and hold the button."""
    plot.move(0.3, 0.3)
    plot.page.mouse.down()
    for x, y in ((0.5, 0.3), (0.5, 0.5), (0.3, 0.5)):
        plot.page.mouse.move(*plot._at(x, y), steps=4)


def test_a_box_that_stays_is_moved_and_changed_and_taken_away(view):
    plot = Plot.with_tools(view, "stays")
    drag(plot, (3, 3), (5, 5))
    view.says("stays [1]")
    drag(plot, (4.5, 3.5), (6.5, 5.5))
    view.says("stays [2]")
    drag(plot, (7, 6), (9, 6))
    drag(plot, (6, 7), (6, 9))
    view.says("stays [2, 3]")
    side = view.named("stays").get_by_role("slider", name="Left side of the selection")
    expect(side).to_have_attribute("aria-valuetext", "5")
    view.named("stays").get_by_role("button", name="Move the selection").press("Delete")
    expect(side).to_have_count(0)
    view.says("stays [2, 3]")


def test_a_reset_takes_the_box_and_the_selection_away(view):
    plot = Plot.with_tools(view, "stays")
    drag(plot, (3, 3), (5, 5))
    view.says("stays [1]")
    plot.area.press("0")
    view.says("stays []")
    expect(view.named("stays").locator(".handles")).to_have_count(0)


def test_escape_takes_the_box_away_and_once_more_the_selection(view):
    plot = Plot.with_tools(view, "stays")
    drag(plot, (3, 3), (5, 5))
    view.says("stays [1]")
    plot.area.press("Escape")
    expect(view.named("stays").locator(".handles")).to_have_count(0)
    view.says("stays [1]")
    plot.area.press("Escape")
    view.says("stays []")


def test_alt_turns_over_whether_rows_are_selected_while_an_area_is_drawn(view):
    plot = Plot.with_tools(view, "stays")
    view.page.keyboard.down("Alt")
    plot.move(0.3, 0.3)
    view.page.mouse.down()
    view.page.mouse.move(*plot._at(0.7, 0.7), steps=5)
    view.says("nothing")
    view.page.mouse.up()
    view.says("stays [1, 2]")
    plot = Plot.with_tools(view, "thick")
    plot.move(0.3, 0.3)
    view.page.mouse.down()
    view.page.mouse.move(*plot._at(0.5, 0.5), steps=5)
    view.says("thick [1]")
    view.page.mouse.up()
    view.page.keyboard.up("Alt")


def test_alt_selects_with_each_corner_of_a_polygon(view):
    plot = Plot.with_tools(view, "poly")
    view.page.keyboard.down("Alt")
    for corner in ((0.1, 0.05), (0.1, 0.45), (0.55, 0.45)):
        view.page.mouse.click(*plot._at(*corner))
    view.says("poly [0, 1]")
    view.page.keyboard.up("Alt")


def test_a_box_has_the_looks_and_the_origin_that_its_tool_has(view):
    plot = Plot.with_tools(view, "styled")
    plot.move(0.4, 0.4)
    plot.page.mouse.down()
    plot.page.mouse.move(*plot._at(0.65, 0.65), steps=5)
    box = view.named("styled").locator(".selection")
    expect(box).to_have_css("background-color", "color(srgb 0 1 0)")
    expect(box).to_have_css("border-style", "none")
    plot.page.mouse.up()
    view.says("styled [0, 1, 2]")


def test_an_outline_has_all_looks_of_its_overlay(view):
    plot = Plot.with_tools(view, "pale")
    draw_corner(plot)
    outline = view.named("pale").locator(".lasso polygon")
    expect(outline).to_have_css("fill", "color(srgb 0 1 0 / 0.4)")
    expect(outline).to_have_css("stroke-dasharray", "6px")
    plot.page.mouse.up()


def test_a_box_is_as_wide_and_dashed_as_its_overlay_says(view):
    plot = Plot.with_tools(view, "thick")
    plot.move(0.3, 0.3)
    plot.page.mouse.down()
    plot.page.mouse.move(*plot._at(0.5, 0.5), steps=4)
    box = view.named("thick").locator(".selection")
    expect(box).to_have_css("border-style", "dashed")
    expect(box).to_have_css("border-width", "5px")
    plot.page.mouse.up()


def test_an_outline_that_stays_is_moved(view):
    plot = Plot.with_tools(view, "lasso")
    draw_corner(plot)
    plot.page.mouse.up()
    view.says("lasso [1]")
    outline = view.named("lasso").locator(".look polygon")
    expect(outline).to_have_css("stroke", "color(srgb 1 0 0)")
    drag(plot, (3.5, 3.5), (5.5, 5.5))
    view.says("lasso [2]")


def test_a_polygon_changes_what_was_selected_as_its_mode_says(view):
    plot = Plot.with_tools(view, "poly")
    for corners in (((1, 1), (5, 1), (5, 5), (1, 5)), ((3, 3), (7, 3), (7, 7), (3, 7))):
        for x, y in corners:
            plot.page.mouse.click(*plot._at(x / 10, y / 10))
            plot.page.wait_for_timeout(20)
        plot.area.press("Enter")
    view.says("poly [0, 2]")


def test_a_press_that_is_held_finishes_a_polygon(view):
    plot = Plot.with_tools(view, "poly")
    for corner in ((0.1, 0.05), (0.1, 0.45), (0.55, 0.45)):
        view.page.mouse.click(*plot._at(*corner))
    view.says("nothing")
    plot.move(0.9, 0.1)
    view.page.mouse.down()
    view.says("poly [0, 1]")
    view.page.mouse.up()
    expect(view.named("poly").locator(".lasso")).to_have_count(0)


def test_areas_are_selected_when_all_of_their_corners_are(view):
    plot = Plot.with_tools(view, "areas")
    drag(plot, (0.5, 0.5), (7, 5))
    view.says("areas [0]")
