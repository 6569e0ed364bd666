"""What gestures change, what Python hears of them, and in which order."""

import json

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.test_javascript import EVAL
from support.wait import eventually


@pytest.fixture
def view(open_view, request):
    return open_view(request.node.name, app="gestured", policy=EVAL)


@pytest.fixture
def one(view):
    return Plot(view, "one")


def told(view, *names):
    """Return what Python has heard, of some names if any are given."""
    words = view.named("log").locator("pre").inner_text()
    lines = [json.loads(line) for line in words.split("\n") if line.startswith("{")]
    return [line for line in lines if not names or line["event"] in names]


def order(view, *names):
    return [line["event"] for line in told(view, *names)]


def shows(plot, x, y):
    """Wait until a figure shows these parts."""
    expected = [pytest.approx(x, abs=0.06), pytest.approx(y, abs=0.06)]
    eventually(lambda: plot.ends == expected, lambda: f"{plot.ends}, not {x}, {y}")


def test_a_turn_of_the_wheel_takes_a_share_of_what_is_shown(one):
    one.move(0.5, 0.5)
    one.page.mouse.wheel(0, -120)
    shows(one, [0.5, 4.5], [0.5, 4.5])
    one.page.mouse.wheel(0, 300)
    shows(one, [-0.5, 5.5], [-0.5, 5.5])
    # However far it is turned, something is left.
    one.page.mouse.wheel(0, -6000)
    span = pytest.approx(0.3)
    eventually(lambda: [end - start for start, end in one.ends] == [span, span])


def test_the_wheel_over_an_axis_zooms_the_other_direction_about_its_middle(one):
    one.move(0.25, -0.03)
    one.page.mouse.wheel(0, -120)
    shows(one, [0.25, 4.25], [0.5, 4.5])


def test_what_is_shown_is_told_once_to_all_figures_that_show_it(view, one):
    one.drag((0.5, 0.5), (0.7, 0.6))
    eventually(lambda: len(told(view, "rangesupdate")) == 2)
    both = told(view, "rangesupdate")
    assert {line["where"] for line in both} == {"one", "two"}
    for line in both:
        assert [line["x0"], line["x1"]] == pytest.approx([-1, 4], abs=0.02)
    eventually(
        lambda: (
            order(view, "panend", "rangesupdate")
            == [
                "rangesupdate",
                "rangesupdate",
                "panend",
            ]
        )
    )


def test_a_value_that_is_dragged_stays_below_the_pointer(view, one):
    one.drag((0.5, 0.5), (0.7, 0.6))
    eventually(lambda: order(view, "panend"))
    pans = told(view, "pan")
    assert len(pans) > 5
    assert [pan["x"] for pan in pans] == pytest.approx([2.5] * len(pans), abs=0.02)
    assert [pan["y"] for pan in pans] == pytest.approx([2.5] * len(pans), abs=0.02)
    # The pointer moves as well.
    eventually(lambda: len(told(view, "mousemove")) > len(pans))


def test_a_reset_frees_what_was_selected_and_is_told_last(view, one):
    one.press("Box select")
    one.drag((0.1, 0.1), (0.9, 0.9))
    eventually(lambda: [0, 1, 2, 3] in [e.get("rows") for e in told(view, "indices")])
    one.press("Reset view")
    eventually(lambda: order(view, "reset"))
    eventually(lambda: order(view, "indices", "reset")[-2:] == ["indices", "reset"])
    eventually(lambda: told(view, "indices")[-1]["rows"] == [])
    # What Python shows after it stays.
    shows(one, [0, 5], [-1, 6])


def test_a_tap_selects_all_that_lie_there_before_it_is_told(view, one):
    one.page.mouse.click(*one._at(0.2, 0.2))
    eventually(lambda: order(view, "tap"))
    one.page.keyboard.down("Shift")
    one.page.mouse.click(*one._at(0.5, 0.5))
    one.page.keyboard.up("Shift")
    eventually(lambda: order(view, "tap") == ["tap"] * 2)
    eventually(lambda: order(view, "indices", "tap") == ["indices", "tap"] * 2)
    eventually(
        lambda: [line["rows"] for line in told(view, "indices")] == [[0], [0, 2, 3]]
    )


def test_rows_that_are_added_come_last(view, one):
    one.press("Box select")
    one.drag((0.7, 0.7), (0.9, 0.9))
    eventually(lambda: told(view, "indices"))
    one.page.keyboard.down("Shift")
    one.drag((0.1, 0.1), (0.3, 0.3))
    one.page.keyboard.up("Shift")
    eventually(lambda: len(told(view, "indices")) == 2)
    eventually(lambda: told(view, "indices")[-1]["rows"] == [1, 0])
    chosen = told(view, "selectiongeometry")[-1]
    assert chosen["geometry"]["greedy"] is False


def test_boxes_end_at_the_frame(one):
    one.press("Box zoom")
    one.drag((0.2, 0.2), (0.6, 0.8))
    shows(one, [0, 3], [0, 4])


def test_special_values_have_forms_of_their_own(view, one):
    one.move(0.5, 0.5)
    expect(view.named("one").get_by_role("tooltip")).to_contain_text("1970-01-01")


def test_lines_are_met_between_their_points(view):
    two = Plot(view, "two")
    two.area.scroll_into_view_if_needed()
    two.page.mouse.click(*two._at(0.3, 0.3))
    expect(view.named("found")).to_have_text("rows 0")
    two.page.mouse.click(*two._at(0.7, 0.7))
    expect(view.named("found")).to_have_text("rows 1")
    assert view.violations() == []


def test_a_pan_is_told_before_anything_has_moved(view, one):
    one.drag((0.5, 0.5), (0.7, 0.6))
    names = ("lodstart", "panstart", "pan", "panend")
    eventually(lambda: "panend" in order(view, *names))
    assert order(view, *names)[:3] == ["lodstart", "panstart", "pan"]


@pytest.mark.parametrize("tool", ["Pan", "Box select"])
def test_fingers_that_are_lifted_after_a_pinch_end_nothing_else(
    open_view, request, tool
):
    view = open_view(request.node.name, app="gestured", policy=EVAL, has_touch=True)
    one = Plot(view, "one")
    button = view.named("one").get_by_role("button", name=tool, exact=True)
    if button.get_attribute("aria-pressed") != "true":
        button.click()
    one.touch(
        [(0.4, 0.5), (0.35, 0.5), (0.3, 0.5)], [(0.6, 0.5), (0.65, 0.5), (0.7, 0.5)]
    )
    eventually(lambda: order(view, "pinchend") == ["pinchend"])
    one.touch([(0.5, 0.1)])
    eventually(lambda: "tap" in order(view, "tap"))
    # The tap selects, too.
    assert order(view, "panstart", "panend", "selectiongeometry") == [
        "selectiongeometry"
    ]
