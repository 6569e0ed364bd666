"""What is typed into fields of dates and refused, and what becomes of it."""

import re

import pytest
from playwright.sync_api import expect

from browser.test_accessibility import LIGHT, violations
from browser.test_calendars import WIDE, day, opened, press
from browser.test_pickers import write
from browser.view import box_of


@pytest.fixture
def view(open_view, request):
    made = open_view(request.node.name, app="refused", **WIDE)
    yield made
    assert made.violations() == []
    assert made.problems == []


def field(view, label):
    return view.page.get_by_label(label, exact=True)


def alert(view, name):
    return view.named(name).get_by_role("alert")


def test_half_a_range_gives_way_to_what_python_sets(view):
    write(view, "Trip, from", "2026-02-03")
    dialog = opened(view, "Trip")
    chosen = day(dialog, "Tuesday, February 3, 2026")
    expect(chosen).to_have_attribute("aria-selected", "true")
    expect(chosen).to_be_focused()
    press(view, "Escape")
    write(view, "Trip, from", "2026-02-03")
    view.page.get_by_role("button", name="Set", exact=True).click()
    expect(field(view, "Trip, from")).to_have_value("2026-05-01")
    write(view, "Trip, to", "2026-05-09")
    view.says("trip ('2026-05-01', '2026-05-09')")


def test_half_a_range_is_ended_in_the_calendar(view):
    write(view, "Trip, to", "2026-02-13")
    dialog = opened(view, "Trip")
    day(dialog, "Monday, February 9, 2026").click()
    view.says("trip ('2026-02-09', '2026-02-13')")


def test_a_range_is_moved_from_its_first_end(view):
    first, last = field(view, "Stay, from"), field(view, "Stay, to")
    first.fill("2026-02-06")
    first.press("Tab")
    expect(last).to_be_focused()
    expect(alert(view, "stay")).to_have_text("The end is before the beginning.")
    for end in (first, last):
        expect(end).to_have_attribute("aria-invalid", "true")
    expect(first).to_have_value("2026-02-06")
    write(view, "Stay, from", "2026-02-06")
    expect(alert(view, "stay")).to_contain_text("before")
    view.says("nothing yet")
    write(view, "Stay, to", "2026-02-10")
    view.says("stay ('2026-02-06', '2026-02-10')")
    expect(alert(view, "stay")).to_have_text("")
    expect(first).not_to_have_attribute("aria-invalid", "true")
    write(view, "Stay, from", "2026-02-11")
    press(view, "Escape")
    expect(first).to_have_value("2026-02-06")
    expect(alert(view, "stay")).to_have_text("")


def test_what_is_wrong_is_told_as_long_as_it_stands_there(view):
    box, told = field(view, "Day"), alert(view, "day")

    def go_wrong(key):
        box.fill("soon")
        box.press(key)
        expect(told).to_contain_text("“soon” is no date")
        expect(box).to_have_attribute("aria-invalid", "true")
        expect(box).to_have_value("soon")

    def is_right(value):
        expect(told).to_have_text("")
        expect(box).not_to_have_attribute("aria-invalid", "true")
        expect(box).to_have_value(value)

    go_wrong("Enter")
    write(view, "Day", "2026-01-31")
    is_right("2026-01-31")
    go_wrong("Tab")
    box.press("Escape")
    is_right("2026-01-31")
    go_wrong("Tab")
    view.page.get_by_role("button", name="Set", exact=True).click()
    is_right("2026-05-01")
    go_wrong("Tab")
    day(opened(view, "Day"), "Friday, May 1, 2026").click()
    is_right("2026-05-01")


def test_several_are_typed_and_added_by_keys(view):
    more = field(view, "Add to Several")
    more.fill("2026-02-01")
    more.press("Tab")
    press(view, "Tab")
    add = view.named("several").get_by_role("button", name="Add this to Several")
    expect(add).to_be_focused()
    expect(more).to_have_value("2026-02-01")
    press(view, "Enter")
    view.says("several ['2026-02-05', '2026-02-01']")
    expect(more).to_be_focused()
    expect(more).to_have_value("")
    chips = view.named("several").get_by_role("button", name="Remove")
    expect(chips.first).to_have_accessible_name("Remove 2026-02-01")
    more.fill("2026")
    press(view, "Escape")
    expect(more).to_have_value("")


def test_a_click_takes_a_moment_away(view):
    dialog = opened(view, "Moments")
    dialog.get_by_label("Hours", exact=True).press("ArrowUp")
    day(dialog, "Thursday, February 5, 2026").click()
    view.says("moments []")
    day(dialog, "Friday, February 6, 2026").click()
    view.says("moments [1770382800000.0]")


def test_keys_conclude_and_leave(view):
    dialog = opened(view, "Moment")
    hours = dialog.get_by_label("Hours", exact=True)
    hours.focus()
    hours.press_sequentially("15")
    press(view, "Escape")
    expect(dialog).to_have_count(0)
    expect(field(view, "Moment")).to_have_value("2026-02-05 12:00")
    view.says("nothing yet")
    field(view, "Moment").click()
    expect(dialog).to_be_visible()
    write(view, "Moment", "soon")
    expect(dialog.get_by_role("alert")).to_contain_text("“soon”")
    write(view, "Moment", "2026-02-05 13:00")
    expect(dialog).to_have_count(0)
    expect(field(view, "Moment")).to_be_focused()
    view.says("moment 1770296400000.0")


def test_a_span_of_one_day_is_all_of_it(view):
    dialog = opened(view, "Span")
    cell = dialog.locator("td:not(.outside)").first
    cell.click()
    cell.click()
    expect(field(view, "Span, from")).to_have_value(re.compile(" 00:00$"))
    expect(field(view, "Span, to")).to_have_value(re.compile(" 23:59$"))


def test_a_calendar_opens_where_days_can_be_chosen(view):
    for name, month in {"Past": "May 2019", "Once": "July 2031"}.items():
        dialog = opened(view, name)
        expect(dialog.get_by_role("grid")).to_have_accessible_name(month)
        expect(dialog.locator("td[tabindex='0']:not([aria-disabled])")).to_be_focused()
        press(view, "Escape")


@pytest.mark.parametrize(
    ("size", "apart"),
    [((1100, 900), True), ((390, 800), False), ((800, 320), True)],
    ids=["desk", "phone", "flat"],
)
def test_the_calendar_of_a_span_leaves_its_field_and_its_end_in_sight(
    view, size, apart
):
    width, height = size
    view.page.set_viewport_size({"width": width, "height": height})
    dialog, frame = opened(view, "Span"), view.named("span").locator(".field")
    panel, room = box_of(dialog), box_of(frame)
    assert (panel["x"] >= room["x"] + room["width"]) is apart
    assert panel["height"] < 500
    done = box_of(dialog.get_by_role("button", name="Done"))
    assert done["y"] + done["height"] <= panel["y"] + panel["height"] <= height
    if width > 1000:
        down = box_of(dialog.get_by_role("button", name="Hours down").first)
        assert down["y"] + down["height"] <= done["y"]
    if (width, height) == (390, 800):
        # On a phone what has no room is scrolled to: nothing lies over the field.
        over = panel["y"] + panel["height"] <= room["y"]
        assert over or panel["y"] >= room["y"] + room["height"]
        dialog.get_by_role("button", name="Hours down").last.click()
        expect(dialog.get_by_role("spinbutton", name="Hours").last).to_be_in_viewport()
    assert panel["x"] + panel["width"] <= width


def test_numbers_and_years_are_those_of_the_fields(open_view, request):
    view = open_view(request.node.name, app="pickers", locale="th-TH", **WIDE)
    write(view, "Day", "2025-12-31")
    expect(alert(view, "day")).to_contain_text("2026")
    arabic = open_view(
        f"{request.node.name}-ar", app="refused", locale="ar-EG", **WIDE, **LIGHT
    )
    dialog = opened(arabic, "Day")
    cell = dialog.locator("[aria-selected=true]")
    expect(cell).to_have_accessible_name(re.compile("31"))
    assert violations(arabic.page) == []
