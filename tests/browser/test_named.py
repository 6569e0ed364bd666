"""Fields that few applications use do what their names say."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from support.wait import eventually


@pytest.fixture
def view(open_view, request):
    view = open_view(request.node.name, app="named")
    yield view
    assert view.told() == []
    assert view.violations() == []


def test_a_label_may_be_a_small_document_that_is_sanitised(view):
    button = view.named("rich").get_by_role("button")
    expect(button).to_have_text("Bold words")
    expect(button.locator("b")).to_have_text("Bold")
    expect(button.locator("script")).to_have_count(0)
    expect(view.named("water").locator("sub")).to_have_text("2")
    button.click()
    expect(button).to_have_text("plain")
    expect(button.locator("b")).to_have_count(0)


def test_a_button_with_nothing_but_a_picture_has_a_name(view):
    button = view.named("round_sign").get_by_role("button", name="round sign")
    expect(button).to_have_count(1)


def test_a_password_is_shown_to_those_who_ask(view):
    field = view.named("secret").locator("input")
    eye = view.named("secret").get_by_role("button", name="Show the password")
    expect(field).to_have_attribute("type", "password")
    eye.press("Enter")
    expect(field).to_have_attribute("type", "text")
    expect(eye).to_have_attribute("aria-pressed", "true")
    expect(field).to_have_value("hunter2")
    eye.click()
    expect(field).to_have_attribute("type", "password")


def test_taps_tell_which_points_and_cells_they_hit(view):
    plot = Plot(view, "plot")
    plot.area.scroll_into_view_if_needed()
    heard = view.named("heard")
    plot.page.mouse.click(*plot._at(0.3, 0.2))
    expect(heard).to_have_text("line [1] {} []; lines [] {} []; image [] {} []")
    plot.page.mouse.click(*plot._at(0.46, 0.6))
    expect(heard).to_have_text("line [] {} []; lines [] {'1': [1]} []; image [] {} []")
    plot.page.mouse.click(*plot._at(0.9, 0.7))
    expect(heard).to_have_text("line [] {} []; lines [] {} []; image [] {} [1]")
    plot.area.press("Escape")
    expect(heard).to_have_text("line [] {} []; lines [] {} []; image [] {} []")


def test_nothing_is_drawn_while_drawing_is_on_hold(view):
    held = view.named("held")
    held.scroll_into_view_if_needed()
    expect(held.get_by_role("application")).to_be_attached()
    expect(held.locator(".canvas > canvas")).to_have_count(0)
    view.named("release").get_by_role("button").click()
    plot = Plot(view, "held")
    eventually(lambda: "#ff0000" in plot.colours(), "the points were never drawn")


LINES = {"#00ff00", "#0000ff", "#ff0000"}


def test_of_lines_with_one_source_the_tapped_one_looks_selected(view):
    plot = Plot(view, "pair")
    plot.area.scroll_into_view_if_needed()
    eventually(lambda: {"#00ff00", "#0000ff"} <= plot.colours())
    plot.page.mouse.click(*plot._at(0.3, 0.2))
    eventually(lambda: "#ff0000" in plot.colours(), "no line looks selected")
    eventually(lambda: {"#ff0000", "#0000ff"} == plot.colours() & LINES)
    plot.page.mouse.click(*plot._at(0.3, 0.8))
    eventually(lambda: {"#ff0000", "#00ff00"} == plot.colours() & LINES)


def test_a_tooltip_knows_the_point_of_one_of_several_lines(view):
    plot = Plot(view, "several")
    plot.area.scroll_into_view_if_needed()
    plot.move(0.82, 0.5)
    expect(view.named("several").locator("dd")).to_have_text("2")
