"""Small documents that stand in a page, with figures and widgets inside."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.view import box_of
from support.wait import eventually


def places(view):
    return [box_of(view.named(name)) for name in ("first", "second")]


def beside(view):
    first, second = places(view)
    return abs(first["y"] - second["y"]) <= 2 and second["x"] > first["x"] + 150


@pytest.fixture(scope="module")
def inside(module_view):
    return module_view("inside", app="inside")


def test_figures_inside_stand_as_the_style_says(inside):
    eventually(lambda: beside(inside), lambda: places(inside))
    for name, colour in (("first", "#ff0000"), ("second", "#008000")):
        canvas = Plot(inside, name).canvas
        eventually(lambda c=colour, at=canvas: c in inside.colours(at), colour)
    eventually(lambda: box_of(inside.named("grid"))["width"] == 400)
    assert inside.violations() == []
    assert inside.told() == []


def test_dark_borders_are_seen_on_a_dark_page(open_view):
    view = open_view("inside-dark", app="inside", color_scheme="dark")
    border = "element => getComputedStyle(element).borderTopColor"
    frame = view.named("frame")
    eventually(lambda: frame.evaluate(border) == "oklch(0.78 0 0)")


def test_markup_inside_is_harmless_and_has_views_among_its_words(inside):
    place = inside.named("markup")
    expect(place.get_by_role("heading", name="Markup")).to_have_css(
        "color", "rgb(255, 0, 0)"
    )
    expect(place.locator(".head")).to_have_css("position", "static")
    expect(place.locator("script, [onclick]")).to_have_count(0)
    expect(inside.named("third")).to_be_visible()


def test_what_is_inside_follows_python_and_nothing_begins_anew(open_view):
    view = open_view("following-inside", app="inside")
    table = view.named("table")
    expect(table.get_by_role("cell").nth(1)).to_have_text("3")
    expect(table.get_by_role("cell").nth(2)).to_have_text("as it is: <b>")
    view.named("first").evaluate("element => { element.marked = true }")
    slider = table.get_by_role("slider", name="level")
    slider.focus()
    slider.press("ArrowRight")
    expect(table.get_by_role("cell").nth(1)).to_have_text("4")
    expect(slider).to_be_focused()
    table.get_by_role("button", name="More").click()
    expect(view.named("fourth")).to_be_visible()
    expect(table.get_by_role("cell").nth(2)).to_have_text("changed")
    eventually(lambda: not beside(view), lambda: places(view))
    first = view.named("first")
    eventually(lambda: first.evaluate("element => element.marked") is True)
    assert view.told() == []
