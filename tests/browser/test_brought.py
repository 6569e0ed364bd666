"""Scripts that were written elsewhere look as their authors mean them to."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.view import box_of
from support.wait import eventually


BLUE = "#0000ff"


@pytest.fixture(scope="module")
def brought(module_view):
    view = module_view(
        "brought", app="brought", viewport={"width": 1000, "height": 900}
    )
    Plot(view, "dark")
    return view


def width(view, name):
    return box_of(view.named(name))["width"]


def test_buttons_are_as_wide_as_their_words_or_as_somebody_says(brought):
    short, long = width(brought, "short"), width(brought, "long")
    assert 24 <= short < 60
    assert short + 50 < long < 260
    eventually(lambda: width(brought, "given") == pytest.approx(60))
    eventually(lambda: width(brought, "wide") > 400)
    eventually(lambda: width(brought, "toggle") < 60)
    button = brought.named("given").get_by_role("button")
    eventually(lambda: button.evaluate("e => e.scrollWidth <= e.clientWidth"))
    eventually(lambda: box_of(button)["height"] < 45)


def test_a_menu_is_as_wide_as_its_items_need(brought):
    menu = brought.named("menu")
    menu.get_by_role("button", name="M").click()
    item = menu.get_by_role("menuitem").first
    expect(item).to_be_visible()
    eventually(lambda: box_of(item)["height"] < 50)
    eventually(lambda: box_of(item)["width"] > 120)
    brought.page.keyboard.press("Escape")


@pytest.mark.parametrize("kind", ["primary", "success", "warning", "danger"])
def test_buttons_in_groups_show_their_kind_and_which_of_them_is_pressed(brought, kind):
    loose, pressed = brought.named(kind).get_by_role("radio").all()
    color = pressed.evaluate("e => getComputedStyle(e).backgroundColor")
    expect(loose).to_have_css("border-inline-start-color", color)
    expect(loose).to_have_css("color", color)
    expect(loose).to_have_css("background-color", "rgb(255, 255, 255)")
    loose.hover()
    expect(loose).to_have_css("color", color)
    expect(loose).not_to_have_css("background-color", color)
    expect(loose).not_to_have_css("background-color", "rgb(255, 255, 255)")


def test_labels_end_where_the_plotting_area_ends(brought):
    plot = Plot(brought, "plot")
    area, canvas = box_of(plot.area), box_of(plot.canvas)
    right = area["x"] + area["width"] - canvas["x"]
    top = area["y"] - canvas["y"]
    at = area["y"] + area["height"] / 2 - 15 - canvas["y"]
    eventually(
        lambda: brought.pixel(right - 6, at, plot.canvas) == BLUE, "no label inside"
    )
    eventually(lambda: brought.pixel(right + 4, at, plot.canvas) != BLUE)
    across = range(int(area["x"] - canvas["x"]), int(right), 8)
    above = {brought.pixel(x, top - 10, plot.canvas) for x in across}
    assert BLUE not in above


def test_lines_through_the_pointer_look_like_their_spans(brought):
    Plot(brought, "plot").move(0.5, 0.5)
    hairs = brought.named("plot").locator(".hair")
    expect(hairs).to_have_count(2)
    expect(hairs.nth(0)).to_have_css("border-block-start-style", "dashed")
    expect(hairs.nth(0)).to_have_css("border-block-start-width", "2px")
    expect(hairs.nth(1)).to_have_css("border-inline-start", "4px dotted rgb(255, 0, 0)")
    expect(hairs.nth(1)).to_have_css("opacity", "0.5")


def test_grids_show_as_much_as_their_author_chose_of_the_colour_they_know(brought):
    plot = Plot(brought, "dark")
    size = box_of(plot.area)
    start = box_of(plot.canvas)
    x = size["x"] - start["x"] + size["width"] * 0.5
    y = size["y"] - start["y"] + size["height"] * 0.25

    def brightness():
        around = [brought.pixel(x + step, y, plot.canvas) for step in (-1, 0, 1)]
        return max(int(colour[1:3], 16) for colour in around)

    eventually(lambda: brightness() > 0x2F + 30, "no grid")


def test_what_lies_around_the_plotting_area_does_not_lie_behind_it(brought):
    plot = Plot(brought, "clear")
    eventually(lambda: plot.colour(0.5, 0.25) == "#ffffff")


def test_nothing_went_wrong(brought):
    assert brought.problems == []
