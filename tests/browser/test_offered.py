"""What bars, tabs and handles offer, and where the focus is afterwards."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.test_accessibility import schemes, violations
from browser.view import box_of
from support.wait import eventually


SIDES = ["left", "right"]


@pytest.fixture(scope="module")
def desk(module_view):
    return module_view(
        "offered", app="offered", viewport={"width": 900, "height": 1200}
    )


def test_of_names_is_told_which_are_shown(desk):
    desk.named("named").get_by_role("application").focus()
    told = desk.named("named").locator(".told")
    desk.page.keyboard.press("+")
    desk.page.keyboard.press("+")
    desk.page.keyboard.press("+")
    expect(told).to_contain_text("Shown: x from b to c, y from")
    desk.page.keyboard.press("0")
    expect(told).to_contain_text("Shown: x from a to d, y from")


@pytest.mark.parametrize(
    ("name", "words"),
    [("named", "of the bar"), ("left", "of the left"), ("place", "of the place")],
)
def test_a_menu_that_was_asked_for_gives_the_focus_back(desk, name, words):
    focused = desk.named("focused").get_by_role("button")
    focused.focus()
    place = desk.named(name)
    bar = place.get_by_role("toolbar").first
    (place if name == "place" else bar).click(button="right", position={"x": 3, "y": 3})
    item = desk.page.get_by_role("menuitem", name=words)
    expect(item).to_be_focused()
    desk.page.keyboard.press("Escape")
    expect(item).to_have_count(0)
    expect(focused).to_be_focused()


def test_a_field_for_which_a_menu_opens_has_the_caret(desk):
    desk.named("focused").get_by_role("button").focus()
    field = desk.named("written").get_by_role("textbox")
    field.click(button="right")
    item = desk.page.get_by_role("menuitem", name="of the field")
    expect(item).to_be_focused()
    desk.page.keyboard.press("Escape")
    expect(item).to_have_count(0)
    expect(field).to_be_focused()


HELD = """(element) => ["shiftKey", "none"].map((key) => !element.dispatchEvent(
  new MouseEvent("mousedown", { button: 2, cancelable: true, bubbles: true, [key]: true })))"""


def test_the_menu_of_the_browser_finds_the_focus_as_it_always_does(desk):
    place = desk.named("place")
    eventually(lambda: place.evaluate(HELD) == [False, True])


def test_linked_contents_have_one_size(desk):
    tabs = desk.named("tabs")
    eventually(lambda: box_of(tabs)["width"] >= 320)
    small = box_of(tabs)
    tabs.get_by_role("tab", name="Large").click()
    expect(tabs.get_by_text("much")).to_be_visible()
    expect(tabs.get_by_text("little")).to_be_hidden()
    eventually(lambda: box_of(tabs) == small)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_bar_of_a_grid_stands_at_the_side_that_was_chosen(open_view, direction):
    view = open_view(f"offered-{direction}", app="offered")
    view.page.evaluate(f"document.documentElement.dir = '{direction}'")

    def place_of(side):
        bar = view.named(side).get_by_role("toolbar")
        area = view.named(side).get_by_role("application")
        return "left" if box_of(bar)["x"] < box_of(area)["x"] else "right"

    eventually(lambda: [place_of(side) for side in SIDES] == SIDES)


@pytest.mark.parametrize(("outside", "moved"), [(8, True), (25, False)])
def test_an_edge_is_reached_from_beside_it(open_view, outside, moved):
    view = open_view(f"offered-{outside}", app="offered")
    plot = Plot(view, "ranged")
    plot.area.scroll_into_view_if_needed()
    slider = view.named("ranged").locator(".handle.left:not(.top, .bottom)")
    before = box_of(slider)
    edge = before["x"] + before["width"] / 2
    y = before["y"] + before["height"] * 0.3
    ends = plot.ends
    view.page.mouse.move(edge - outside, y)
    view.page.mouse.down()
    view.page.mouse.move(edge - outside - 40, y, steps=5)
    view.page.mouse.up()
    if moved:
        eventually(lambda: box_of(slider)["x"] < before["x"] - 30)
        eventually(lambda: plot.ends == ends)
    else:
        eventually(lambda: plot.ends[0][0] > ends[0][0])


@schemes
def test_axe_finds_nothing_wrong(open_view, scheme):
    view = open_view(f"offered-{scheme['color_scheme']}", app="offered", **scheme)
    assert violations(view.page) == []
