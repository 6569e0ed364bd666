"""People draw in figures, with mouse, fingers and keys, and Python hears what they drew."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.test_accessibility import DARK, LIGHT, violations
from browser.view import box_of
from support.wait import eventually


SELECTED = """({ model }) => {
  const [first] = model.get("renderers");
  return first.get("data_source").get("selected").get("indices");
}"""


@pytest.fixture
def view(open_view, request):
    return open_view(request.node.name, app="editing")


def click(plot, x, y, **options):
    """Tap a place given in the units of the axes, which go from 0 to 10."""
    plot.page.mouse.click(*plot._at(x / 10, y / 10), **options)
    plot.page.wait_for_timeout(380)


def double(plot, x, y):
    plot.click_twice(x / 10, y / 10)
    plot.page.wait_for_timeout(380)


def drag(plot, start, end):
    plot.drag(*((x / 10, y / 10) for x, y in (start, end)))


def test_a_tap_adds_a_point_with_something_in_every_column(view):
    plot = Plot.with_tools(view, "points")
    click(plot, 8, 3)
    view.says("points: kind [a b new], x [2.0 5.0 8.0], y [2.0 5.0 3.0]")


def test_a_point_is_dragged_and_told_of_once(view):
    plot = Plot.with_tools(view, "points")
    drag(plot, (5, 5), (6, 8))
    view.says("points: kind [a b], x [2.0 6.0], y [2.0 8.0]")


def test_a_point_is_selected_while_it_is_dragged(view):
    plot = Plot.with_tools(view, "points")

    def selected():
        return view.named("points").evaluate(SELECTED)

    plot.move(0.5, 0.5)
    plot.page.mouse.down()
    plot.move(0.6, 0.6)
    eventually(lambda: selected() == [1], lambda: str(selected()))
    plot.page.mouse.up()
    eventually(lambda: selected() == [], lambda: str(selected()))


def test_what_is_selected_is_deleted(view):
    plot = Plot.with_tools(view, "points")
    click(plot, 2, 2)
    plot.page.keyboard.press("Backspace")
    view.says("points: kind [b], x [5.0], y [5.0]")


def test_a_point_beside_the_others_frees_what_was_selected(view):
    plot = Plot.with_tools(view, "points")
    click(plot, 2, 2)
    click(plot, 8, 8)
    plot.page.keyboard.press("Delete")
    view.says("points: kind [a b new], x [2.0 5.0 8.0], y [2.0 5.0 8.0]")


def test_what_is_selected_moves_together_and_by_keys(view):
    plot = Plot.with_tools(view, "points")
    click(plot, 2, 2)
    plot.page.keyboard.down("Shift")
    click(plot, 5, 5)
    plot.page.keyboard.up("Shift")
    plot.page.keyboard.press("ArrowRight")
    view.says("points: kind [a b], x [2.1 5.1], y [2.0 5.0]")
    drag(plot, (5.1, 5), (6.1, 7))
    view.says("points: kind [a b], x [3.1 6.1], y [4.0 7.0]")


def test_escape_frees_what_was_selected(view):
    plot = Plot.with_tools(view, "points")
    click(plot, 2, 2)
    plot.page.keyboard.press("Escape")
    plot.page.keyboard.press("Backspace")
    click(plot, 5, 5)
    plot.page.keyboard.press("Backspace")
    view.says("points: kind [a], x [2.0], y [2.0]")


def test_escape_leaves_a_point_where_it_was(view):
    plot = Plot.with_tools(view, "points")
    plot.area.focus()
    plot.move(0.5, 0.5)
    plot.page.mouse.down()
    plot.page.mouse.move(*plot._at(0.8, 0.8), steps=5)
    plot.page.keyboard.press("Escape")
    plot.page.mouse.up()
    drag(plot, (2, 2), (3, 3))
    view.says("points: kind [a b], x [3.0 5.0], y [3.0 5.0]")


def test_the_oldest_point_makes_room_where_there_is_a_limit(view):
    plot = Plot.with_tools(view, "limited")
    click(plot, 2, 2)
    view.says("limited: kind [few], x [2.0], y [2.0]")
    click(plot, 4, 4)
    click(plot, 6, 6)
    view.says("limited: kind [few few], x [4.0 6.0], y [4.0 6.0]")
    drag(plot, (4, 4), (1, 1))
    click(plot, 8, 8)
    view.says("limited: kind [few few], x [6.0 8.0], y [6.0 8.0]")


def test_a_box_is_drawn_with_shift_and_moved_without(view):
    plot = Plot.with_tools(view, "boxes")
    plot.page.keyboard.down("Shift")
    drag(plot, (6, 6), (9, 8))
    plot.page.keyboard.up("Shift")
    view.says("boxes: height [2.0 2.0], width [2.0 3.0], x [3.0 7.5], y [3.0 7.0]")
    drag(plot, (3, 3), (4, 2))
    view.says("boxes: height [2.0 2.0], width [2.0 3.0], x [4.0 7.5], y [2.0 7.0]")
    click(plot, 7.5, 7)
    plot.page.keyboard.press("Backspace")
    view.says("boxes: height [2.0], width [2.0], x [4.0], y [2.0]")


def test_a_box_begins_and_ends_with_double_taps(view):
    plot = Plot.with_tools(view, "boxes")
    double(plot, 6, 6)
    plot.move(0.7, 0.9)
    double(plot, 8, 9)
    view.says("boxes: height [2.0 3.0], width [2.0 2.0], x [3.0 7.0], y [3.0 7.5]")


def test_a_polygon_is_drawn_corner_by_corner(view):
    plot = Plot.with_tools(view, "polys")
    double(plot, 6, 6)
    click(plot, 9, 6)
    double(plot, 9, 9)
    view.says(
        "polys: n [1.0 0.0], xs [[1.0 4.0 4.0 1.0] [6.0 9.0 9.0]],"
        " ys [[1.0 1.0 4.0 4.0] [6.0 6.0 9.0]]",
    )
    drag(plot, (2, 2), (3, 3))
    view.says(
        "polys: n [1.0 0.0], xs [[2.0 5.0 5.0 2.0] [6.0 9.0 9.0]],"
        " ys [[2.0 2.0 5.0 5.0] [6.0 6.0 9.0]]",
    )


def test_escape_keeps_the_corners_that_are_there(view):
    plot = Plot.with_tools(view, "polys")
    double(plot, 6, 6)
    click(plot, 9, 6)
    click(plot, 9, 9)
    plot.move(0.2, 0.9)
    plot.page.keyboard.press("Escape")
    view.says(
        "polys: n [1.0 0.0], xs [[1.0 4.0 4.0 1.0] [6.0 9.0 9.0]],"
        " ys [[1.0 1.0 4.0 4.0] [6.0 6.0 9.0]]",
    )


def test_corners_are_moved_added_and_deleted(view):
    plot = Plot.with_tools(view, "corners")
    double(plot, 7, 4)
    drag(plot, (8, 8), (6, 9))
    view.says("corners: xs [[2.0 8.0 6.0]], ys [[2.0 2.0 9.0]]")
    double(plot, 6, 9)
    plot.move(0.3, 0.8)
    click(plot, 2, 6)
    view.says("corners: xs [[2.0 8.0 6.0 2.0]], ys [[2.0 2.0 9.0 6.0]]")
    plot.page.keyboard.press("Escape")
    click(plot, 8, 2)
    plot.page.keyboard.press("Backspace")
    view.says("corners: xs [[2.0 6.0 2.0]], ys [[2.0 9.0 6.0]]")


def test_a_line_is_drawn_by_hand(view):
    plot = Plot.with_tools(view, "free")
    drag(plot, (1, 1), (8, 6))
    view.says("free: 1")
    drag(plot, (1, 8), (8, 3))
    plot.page.wait_for_timeout(200)
    view.says("free: 1")


def test_the_points_of_a_line_are_moved_in_the_direction_that_is_free(view):
    plot = Plot.with_tools(view, "line")
    double(plot, 4, 3.5)
    drag(plot, (5, 3), (6, 8))
    view.says("line: x [1.0 3.0 5.0 7.0 9.0], y [2.0 4.0 8.0 6.0 5.0]")


def test_the_box_of_a_range_tool_moves_and_shows_what_another_figure_shows(view):
    plot = Plot.with_tools(view, "narrow")
    drag(plot, (3, 5), (5, 5))
    view.says("4.0 6.0 1.0 2.0")
    drag(plot, (6, 5), (8, 5))
    view.says("4.0 8.0 1.0 2.0")
    side = view.named("narrow").get_by_role("slider", name="Left side of the range")
    expect(side).to_have_attribute("aria-valuetext", "4")
    side.press("Shift+ArrowLeft")
    expect(side).not_to_have_attribute("aria-valuetext", "4")
    other = Plot.with_tools(view, "wide")
    before = box_of(side)["x"]
    other.drag((0.5, 0.5), (0.6, 0.5))
    eventually(lambda: box_of(side)["x"] < before - 1)


def test_a_range_is_drawn_anew_where_a_drag_is_to_do_that(view):
    plot = Plot.with_tools(view, "begun")
    drag(plot, (4, 5), (7, 5))
    view.says("2.0 4.0 4.0 7.0")


def test_a_range_box_does_not_leave_the_frame(view):
    plot = Plot.with_tools(view, "narrow")
    drag(plot, (3, 5), (9.9, 5))
    view.says("8.0 10.0 1.0 2.0")


def test_annotations_are_moved_by_hand(view):
    plot = Plot.with_tools(view, "marked")
    drag(plot, (3, 4), (4, 5))
    view.says("box 3.0 5.0 3.0 7.0")
    drag(plot, (5, 5), (6, 5))
    view.says("box 3.0 6.0 3.0 7.0")
    drag(plot, (8.5, 3), (7.5, 3))
    view.says("area [5.0 8.0 8.0]")


def test_what_two_people_draw_at_once_is_there_for_both(open_view):
    one, two = (open_view("both", app="editing") for _ in range(2))
    first, second = (Plot.with_tools(view, "points") for view in (one, two))
    first.page.mouse.click(*first._at(0.8, 0.3))
    second.page.mouse.click(*second._at(0.3, 0.8))
    drag(first, (2, 2), (3, 3))
    drag(second, (5, 5), (6, 6))
    columns = (
        "e => e.document.roots[0].get('renderers')[0].get('data_source').get('data')"
    )
    for view in (one, two):
        eventually(lambda view=view: len(view.document.evaluate(columns)["x"]) == 4)
    eventually(lambda: one.document.evaluate(columns) == two.document.evaluate(columns))
    eventually(
        lambda: (
            sorted(round(x) for x in one.document.evaluate(columns)["x"])
            == [3, 3, 6, 8]
        )
    )


def test_fingers_move_a_range_by_its_sides_and_its_middle(open_view):
    view = open_view("fingers", app="editing", has_touch=True, is_mobile=True)
    plot = Plot.with_tools(view, "narrow")
    plot.touch([(0.3, 0.5), (0.4, 0.5), (0.5, 0.5)])
    view.says("4.0 6.0 1.0 2.0")
    side = view.named("narrow").get_by_role("slider", name="Right side of the range")
    width = "e => parseFloat(getComputedStyle(e, '::after').width)"
    eventually(lambda: side.evaluate(width) >= 44)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_axe_finds_nothing_wrong(open_view, scheme):
    view = open_view(f"axe-edit-{scheme['color_scheme']}", app="editing", **scheme)
    Plot.with_tools(view, "marked")
    view.named("marked").get_by_role("slider", name="Left side of box").focus()
    assert violations(view.page) == []
    assert view.told() == []
