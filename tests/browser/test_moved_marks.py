"""Lines and words over the data are moved by hand, and Python hears where to."""

import re

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.view import View, box_of
from support.wait import eventually


RED, GREEN = "#ff0000", "#00ff00"


@pytest.fixture
def view(open_view, request):
    view = open_view(request.node.name, app="moved_marks")
    expect(handle(view, "limit")).to_be_visible()
    expect(handle(view, "Peak")).to_be_visible()
    return view


def handle(view: View, name: str):
    return view.named("plot").get_by_role("button", name=re.compile(f"Move .*{name}"))


def test_a_line_is_dragged_across_itself_only(view):
    plot = Plot(view, "plot")
    plot.drag((0.4, 0.2), (0.6, 0.8))
    view.says(re.compile(r"line 6\.0, label 6\.0 5\.0"))
    plot.drag((0.6, 0.3), (1.3, 0.3))
    view.says(re.compile(r"line 10\.0, "))
    expect(handle(view, "limit")).to_have_accessible_name(re.compile(": 10$"))
    expect(handle(view, "limit")).to_be_visible()


def test_what_is_out_of_sight_cannot_be_taken_hold_of(view):
    plot = Plot(view, "plot")
    plot.drag((0.8, 0.85), (0.3, 0.85))
    expect(handle(view, "limit")).to_be_hidden()
    expect(handle(view, "Peak")).to_be_visible()
    plot.drag((0.8, 0.85), (0.3, 0.85))
    expect(handle(view, "Peak")).to_be_hidden()


def test_a_label_is_dragged_and_stays_in_the_frame(view):
    plot = Plot(view, "plot")
    plot.drag((0.62, 0.52), (0.32, 0.72))
    view.says(re.compile(r"line 4\.0, label 3\.0 7\.0"))
    plot.drag((0.32, 0.72), (-0.3, 0.72))
    view.says(re.compile(r"label -?0\.0 7\.0"))


def test_keys_move_both(view):
    handle(view, "limit").focus()
    view.page.keyboard.press("Shift+ArrowRight")
    view.says(re.compile(r"line 4\.[3-9], label 6\.0 5\.0"))
    expect(handle(view, "limit")).to_have_accessible_name(re.compile(r": 4\.[3-9]"))
    handle(view, "Peak").focus()
    view.page.keyboard.press("Shift+ArrowUp")
    view.says(re.compile(r"label 6\.0 5\.[4-9]"))
    assert view.told() == []
    assert view.violations() == []


def test_fingers_take_hold_of_a_line_beside_it(open_view):
    view = open_view("line-touch", app="moved_marks", has_touch=True, is_mobile=True)
    expect(handle(view, "limit")).to_be_visible()
    plot = Plot(view, "plot")
    plot.touch([(0.43, 0.2), (0.53, 0.2), (0.63, 0.2)])
    view.says(re.compile(r"line 6\.0, "))


def test_areas_may_stand_at_pixels_of_the_canvas_or_the_frame(view):
    plot = Plot(view, "plot")
    eventually(lambda: view.pixel(120, 120, plot.canvas) == RED)
    eventually(lambda: view.pixel(145, 120, plot.canvas) != RED)
    box = box_of(plot.area)
    eventually(lambda: plot.colour(0.8, 40 / box["height"]) == GREEN)
    eventually(lambda: plot.colour(0.8, 66 / box["height"]) != GREEN)
