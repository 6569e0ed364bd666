"""Boxes, drawers, menus, dialogs and palettes, with the pointer and with keys."""

import re

import pytest
from playwright.sync_api import expect

from browser.test_accessibility import DARK, LIGHT, violations
from browser.view import box_of
from support.wait import eventually


@pytest.fixture
def view(open_view, request):
    return open_view(request.node.name, app="floating")


def test_palettes_stay_on_the_page_of_a_phone(open_view, request):
    phone = {"viewport": {"width": 390, "height": 700}}
    view = open_view(request.node.name, app="floating", **phone)
    button = view.page.get_by_role("button", name="Palette: Viridis")
    button.press("Enter")
    palettes = view.page.get_by_role("listbox", name="Palette")
    expect(palettes).to_be_visible()
    eventually(lambda: box_of(palettes)["x"] + box_of(palettes)["width"] <= 390)
    wide = "document.documentElement.scrollWidth"
    eventually(lambda: view.page.evaluate(wide) <= 390)
    view.page.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_a_field_is_as_high_as_the_colours_in_it(open_view, request):
    view = open_view(request.node.name, app="floating")
    field = box_of(view.named("tall").get_by_role("button"))
    colours = box_of(view.named("tall").locator(".colors"))
    assert colours["height"] == 60
    assert field["y"] < colours["y"]
    assert field["y"] + field["height"] > colours["y"] + 60


def listed(view):
    """Open the list of palettes, and return where it and its field are."""
    button = view.page.get_by_role("button", name="Palette: Viridis")
    button.press("Enter")
    palettes = view.page.get_by_role("listbox", name="Palette")
    expect(palettes).to_be_visible()
    return box_of(palettes), box_of(button)


def test_palettes_stay_on_a_page_that_is_read_from_the_right(open_view, request):
    phone = {"viewport": {"width": 390, "height": 700}}
    view = open_view(request.node.name, app="floating", **phone)
    view.page.evaluate("document.documentElement.dir = 'rtl'")
    view.named("palette").evaluate(
        "e => { e.style.position = 'fixed'; e.style.left = 0 }"
    )
    palettes, button = listed(view)
    assert palettes["width"] > button["width"]
    assert palettes["x"] >= 8


def test_palettes_without_room_below_stand_above_their_field(open_view, request):
    view = open_view(request.node.name, app="floating")
    view.page.set_viewport_size({"width": 1280, "height": 700})
    view.named("palette").evaluate(
        "e => { e.style.position = 'fixed'; e.style.bottom = 0 }"
    )
    palettes, button = listed(view)
    assert palettes["y"] >= 8
    assert palettes["y"] + palettes["height"] <= button["y"]


def test_palettes_without_room_above_or_below_are_within_the_page(open_view, request):
    low = {"viewport": {"width": 1280, "height": 140}}
    view = open_view(request.node.name, app="floating", **low)
    view.named("palette").evaluate(
        "e => { e.style.position = 'fixed'; e.style.top = 0 }"
    )
    palettes, _ = listed(view)
    assert palettes["y"] >= 8
    assert palettes["y"] + palettes["height"] <= 140 - 8


def test_a_palette_is_chosen_by_its_colours(view):
    button = view.page.get_by_role("button", name="Palette: Viridis")
    button.press("ArrowDown")
    options = view.named("palette").get_by_role("option")
    expect(options).to_have_count(3)
    expect(options.first).to_be_focused()
    view.page.keyboard.press("ArrowRight")
    view.page.keyboard.press("Enter")
    expect(view.named("said")).to_have_text("value is Spectral")
    expect(view.page.get_by_role("button", name="Palette: Spectral")).to_be_focused()
    assert view.violations() == []


def test_a_group_is_switched_off_as_a_whole(view):
    level = view.page.get_by_role("slider", name="Level")
    expect(level).to_be_visible()
    view.page.get_by_role("checkbox", name="Settings").uncheck()
    expect(view.named("said")).to_have_text("disabled is True")
    expect(view.named("group").locator(".body")).to_have_attribute("inert", "")


def test_a_box_scrolls_what_is_larger(view):
    inside = view.named("scroll").get_by_role("region")
    sizes = inside.evaluate("e => [e.scrollWidth, e.clientWidth, e.scrollHeight]")
    assert sizes[0] >= 400 > sizes[1]
    assert sizes[2] > 300
    eventually(lambda: box_of(view.named("scroll"))["height"] == 120)


def test_a_menu_comes_up_where_it_is_asked_for(view):
    view.named("place").click(button="right")
    menu = view.page.get_by_role("menu", name="Menu").first
    expect(menu.get_by_role("menuitem", name="Say")).to_be_focused()
    view.page.keyboard.press("Enter")
    expect(view.named("said")).to_have_text("said by the menu")
    expect(menu).to_have_count(0)

    view.named("place").click(button="right")
    expect(menu.get_by_role("menuitem", name="Say")).to_be_focused()
    view.page.keyboard.press("c")
    expect(menu.get_by_role("menuitem", name="Colours")).to_be_focused()
    view.page.keyboard.press("ArrowRight")
    red = view.page.get_by_role("menuitem", name="red")
    expect(red).to_be_focused()
    expect(red.locator("i")).to_have_css("background-color", "rgb(255, 0, 0)")
    view.page.keyboard.press("ArrowLeft")
    expect(view.page.get_by_role("menuitem", name="Colours")).to_be_focused()
    view.page.get_by_role("menuitemcheckbox", name="Grid").click()
    expect(view.named("said")).to_have_text("checked is False")
    view.named("place").click(button="right")
    expect(menu.get_by_role("menuitem", name="Say")).to_be_focused()
    view.page.keyboard.press("Escape")
    expect(view.page.get_by_role("menu")).to_have_count(0)
    assert view.violations() == []


def test_a_dialog_is_opened_moved_and_closed(view):
    view.page.get_by_role("button", name="Open the dialog").click()
    dialog = view.page.get_by_role("dialog")
    expect(dialog.locator("b")).to_have_text("dialog")
    expect(dialog).to_be_focused()
    before = box_of(dialog)
    view.page.keyboard.press("ArrowRight")
    expect(dialog).to_have_css("left", re.compile(rf"{before['x'] + 16:.0f}"))
    title = dialog.locator(".title")
    title.hover()
    view.page.mouse.down()
    at = box_of(title)
    view.page.mouse.move(at["x"] + at["width"] / 2 - 66, at["y"] + 60)
    view.page.mouse.up()
    eventually(lambda: box_of(dialog)["x"] == pytest.approx(before["x"] - 50, abs=2))
    dialog.get_by_role("button", name="Fill the window").click()
    eventually(lambda: box_of(dialog)["x"] == 8)
    dialog.get_by_role("button", name="Make smaller").click()
    dialog.get_by_role("button", name="Fold").click()
    expect(dialog.get_by_label("Name")).to_be_hidden()
    dialog.get_by_role("button", name="Unfold").click()
    dialog.get_by_role("button", name="Done").click()
    expect(dialog).to_have_count(0)
    expect(view.page.get_by_role("button", name="Open the dialog")).to_be_focused()
    view.page.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    view.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert view.violations() == []
    assert view.told() == []


def test_a_dialog_ends_with_its_session(view, site, request):
    opener = view.page.get_by_role("button", name="Open the dialog")
    opener.click()
    dialog = view.page.get_by_role("dialog")
    expect(dialog).to_be_focused()
    expect(dialog.get_by_label("Name")).to_be_visible()
    expect(dialog.get_by_role("button", name="Alarm")).to_be_visible()
    place = box_of(dialog)
    assert site.destroy(request.node.name, app="floating")
    view.wait_for_status("gone")
    shown = view.document.locator("docsync-dialog")
    expect(shown).to_have_attribute("inert", "")
    eventually(lambda: box_of(shown) == place)
    view.page.get_by_role("button", name="Start anew").click()
    view.wait_for_status("live")
    expect(shown).to_have_count(0)
    opener.click()
    expect(dialog).to_be_focused()
    expect(shown).to_have_count(1)


def test_a_dialog_has_its_own_role_again(view):
    view.page.get_by_role("button", name="Open the dialog").click()
    dialog = view.document.locator("docsync-dialog")
    expect(dialog).to_have_attribute("role", "dialog")
    dialog.get_by_role("button", name="Alarm").click()
    expect(dialog).to_have_attribute("role", "alertdialog")
    dialog.get_by_role("button", name="Alarm").click()
    expect(dialog).to_have_attribute("role", "dialog")


def test_items_of_menus_are_of_one_class_and_may_be_on_or_off(view):
    view.named("place").click(button="right")
    menu = view.page.get_by_role("menu", name="Menu").first
    expect(menu.get_by_role("separator")).to_have_count(2)
    frame = menu.get_by_role("menuitemcheckbox", name="Frame")
    expect(frame).to_have_attribute("aria-checked", "false")
    frame.click()
    expect(view.named("said")).to_contain_text("True")
    view.named("place").click(button="right")
    expect(frame).to_have_attribute("aria-checked", "true")
    menu.get_by_role("menuitem", name="Plain").click()
    expect(view.named("said")).to_have_text("plainly")


def test_a_right_click_on_a_menu_opens_no_other(view):
    view.named("place").click(button="right")
    menus = view.page.get_by_role("menu")
    expect(menus.get_by_role("menuitem", name="Say")).to_be_focused()
    view.page.evaluate(
        "() => addEventListener('contextmenu', () => (window.menus ??= []).push(1))"
    )
    menus.get_by_role("menuitem", name="Never").click(button="right", force=True)
    view.wait_until_drawn()
    expect(menus).to_have_count(1)
    eventually(lambda: view.page.evaluate("() => window.menus ?? []") == [])
    view.named("place").dispatch_event("contextmenu", {"clientX": 9, "clientY": 9})
    view.wait_until_drawn()
    expect(menus).to_have_count(1)
    view.page.keyboard.press("Escape")
    expect(menus).to_have_count(0)


def test_a_dialog_is_as_wide_as_what_is_in_it(view):
    view.page.set_viewport_size({"width": 390, "height": 700})
    view.page.get_by_role("button", name="Open the dialog").click()
    dialog = view.page.get_by_role("dialog")
    expect(dialog.get_by_label("Name")).to_be_visible()
    expect(dialog).to_have_css("left", re.compile(r"^\d"))
    box = box_of(dialog)
    assert box["x"] >= 8
    assert box["x"] + box["width"] <= 390 - 8
    view.page.set_viewport_size({"width": 1200, "height": 700})
    expect(dialog).to_have_css("left", re.compile(r"^[34]\d\d"))
    eventually(lambda: box_of(dialog)["width"] < 400)


def test_a_drawer_is_reached_by_its_handle_first(view):
    tools = view.named("tools")
    tools.get_by_role("button", name="Open tools").click()
    view.page.keyboard.press("Tab")
    expect(tools.locator(".handle")).not_to_be_focused()
    inside = "element => element.shadowRoot.activeElement !== null"
    eventually(lambda: tools.evaluate(inside))


def test_drawers_come_out_of_the_window_and_of_views(view):
    tools = view.named("tools")
    expect(tools.get_by_text("In the drawer")).to_be_hidden()
    tools.get_by_role("button", name="Open tools").click()
    expect(tools.get_by_text("In the drawer")).to_be_visible()
    edge = tools.get_by_role("separator")
    eventually(lambda: box_of(tools.locator(".body"))["width"] == 220)
    edge.press("ArrowRight")
    expect(view.named("said")).to_have_text("size is 236")
    notes = view.named("notes")
    notes.get_by_role("button", name="Open notes").click()
    expect(notes.get_by_text("Notes")).to_be_visible()
    around, box = box_of(view.named("framed")), box_of(notes)
    assert box["x"] + box["width"] == pytest.approx(
        around["x"] + around["width"], abs=2
    )
    assert box["height"] == pytest.approx(around["height"], abs=3)


def test_escape_closes_the_drawer_that_one_is_in(view):
    tools, notes = view.named("tools"), view.named("notes")
    notes.get_by_role("button", name="Open notes").click()
    tools.get_by_role("button", name="Open tools").click()
    tools.get_by_role("button", name="Press").press("Escape")
    expect(tools.get_by_text("In the drawer")).to_be_hidden()
    expect(tools.get_by_role("button", name="Open tools")).to_be_focused()
    expect(notes.get_by_text("Notes")).to_be_visible()


def test_boxes_of_columns_and_rows(view):
    one, two, up, down = (
        box_of(view.named(name)) for name in ("one", "two", "up", "down")
    )
    assert two["x"] - one["x"] == 110
    assert two["y"] == one["y"]
    assert down["x"] == up["x"]
    assert down["y"] > up["y"]


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_axe_finds_nothing_wrong(open_view, scheme):
    view = open_view(f"axe-floating-{scheme['color_scheme']}", app="floating", **scheme)
    view.page.get_by_role("button", name="Open the dialog").click()
    dialog = view.page.get_by_role("dialog")
    expect(dialog.get_by_label("Name")).to_be_visible()
    assert violations(view.page) == []
