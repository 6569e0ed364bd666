"""Buttons of toolbars do what they say, for one figure or for several."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.test_accessibility import DARK, LIGHT, violations
from browser.test_javascript import EVAL
from browser.view import box_of
from support.wait import eventually


@pytest.fixture
def view(open_view, request):
    return open_view(request.node.name, app="tools", policy=EVAL)


@pytest.fixture
def merged(view):
    return view.document.get_by_role("toolbar").first


def button(bar, name):
    return bar.get_by_role("button", name=name, exact=True)


def rare_bar(view):
    return view.named("rare").get_by_role("toolbar")


def test_one_button_drives_all_figures(view, merged):
    one, two = Plot(view, "one"), Plot(view, "two")
    button(merged, "Box zoom").click()
    for plot in (one, two):
        expect(plot.area).to_have_attribute("data-dragging", "draw")
    expect(button(merged, "Pan")).to_have_attribute("aria-pressed", "false")
    two.drag((0.2, 0.2), (0.6, 0.7))
    eventually(lambda: two.ends[0] == pytest.approx([2, 6], abs=0.1))
    eventually(lambda: one.ends[0] == [0, 10])
    button(merged, "Undo").click()
    eventually(lambda: two.ends[0] == [0, 10])
    button(merged, "Redo").click()
    eventually(lambda: two.ends[0] == pytest.approx([2, 6], abs=0.1))


def edge(place):
    box = box_of(place)
    return box["x"] + box["width"]


def test_the_bar_of_a_grid_ends_where_its_figures_end(view, merged):
    Plot(view, "two")
    eventually(lambda: abs(edge(merged) - edge(view.named("two"))) <= 2)


def test_the_bar_of_a_small_figure_is_not_over_its_data(view):
    small = Plot(view, "small")
    bar = view.named("small").get_by_role("toolbar")

    def apart():
        box, data = box_of(bar), box_of(small.area)
        above = box["y"] + box["height"] <= data["y"] + 0.5
        return above or box["x"] >= data["x"] + data["width"] - 0.5

    eventually(apart, "the bar is over the data")


def test_a_picture_shows_all_figures_of_a_grid(view, merged):
    Plot(view, "two")
    with view.page.expect_download() as download:
        button(merged, "Save as picture").click()
    assert download.value.suggested_filename.endswith(".png")
    assert download.value.path().read_bytes().startswith(b"\x89PNG")
    assert view.violations() == []


def test_figures_share_one_crosshair(view):
    Plot(view, "two")
    Plot(view, "one").move(0.5, 0.5)
    expect(view.named("two").locator(".hair")).to_have_count(2)
    Plot(view, "rare").move(0.5, 0.5)
    expect(view.document.locator(".hair")).to_have_count(0)


def test_nobody_pans_beyond_the_bounds(view):
    one = Plot(view, "one")
    one.drag((0.5, 0.5), (0.8, 0.8))
    eventually(lambda: one.ends[1][0] < -1)
    eventually(lambda: one.ends[0] == [0, 10])


def test_an_axis_moves_alone(view):
    two = Plot(view, "two")
    two.area.scroll_into_view_if_needed()
    two.drag((0.5, -0.1), (0.5, 0.4))
    view.page.wait_for_timeout(100)
    eventually(lambda: two.ends[1] == [0, 10])
    two.drag((-0.05, 0.5), (-0.05, 0.75))
    eventually(lambda: two.ends[1] == pytest.approx([-2.5, 7.5], abs=0.2))


def test_steps_move_and_zoom(view):
    plot, bar = Plot(view, "rare"), rare_bar(view)
    button(bar, "Zoom in").click()
    eventually(lambda: plot.ends[0] == pytest.approx([0.5, 9.5]))
    # One takes back what the other has done.
    button(bar, "Zoom out").click()
    eventually(lambda: plot.ends[0] == pytest.approx([0, 10]))
    button(bar, "Undo").click()
    eventually(lambda: plot.ends[0] == pytest.approx([0.5, 9.5]))
    button(bar, "Undo").click()
    eventually(lambda: plot.ends[0] == [0, 10])
    button(bar, "Zoom out").click()
    eventually(lambda: plot.ends[1] == pytest.approx([-5 / 9, 10 + 5 / 9]))
    button(bar, "Undo").click()
    eventually(lambda: plot.ends[1] == [0, 10])
    button(bar, "Pan left").click()
    eventually(lambda: plot.ends[0] == pytest.approx([-1, 9]))
    plot.move(0.5, 0.5)
    view.page.mouse.wheel(0, 100)
    eventually(lambda: plot.ends[0] == pytest.approx([0, 10]))


def test_actions_and_taps_run_callbacks(view):
    plot, bar = Plot(view, "rare"), rare_bar(view)
    button(bar, "Say").click()
    expect(view.named("heard")).to_have_text("CustomAction")
    plot.move(0.5, 0.5)
    view.page.mouse.down()
    view.page.mouse.up()
    view.page.wait_for_url("**#tapped")


def test_a_toolbar_is_one_stop_of_the_tab_key(view):
    bar = rare_bar(view)
    first = bar.get_by_role("button").first
    first.focus()
    view.page.keyboard.press("End")
    last = bar.get_by_role("button").last
    expect(last).to_be_focused()
    expect(last).to_have_attribute("aria-expanded", "false")
    view.page.keyboard.press("Enter")
    expect(button(bar, "Hover 2")).to_be_visible()
    view.page.keyboard.press("Escape")
    expect(button(bar, "Hover 2")).to_have_count(0)
    eventually(lambda: bar.locator("button[tabindex='0']").count() == 1)


def test_help_says_what_tools_are_for(view):
    button(rare_bar(view), "Help").click()
    dialog = view.document.get_by_role("dialog")
    expect(dialog).to_contain_text("Zooms in by a step.")
    view.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_axe_finds_nothing_wrong(open_view, scheme):
    session = f"axe-tools-{scheme['color_scheme']}"
    view = open_view(session, app="tools", policy=EVAL, **scheme)
    button(rare_bar(view), "Help").click()
    expect(view.document.get_by_role("dialog")).to_be_visible()
    assert violations(view.page) == []
