"""Calendars and clocks that dates and times are chosen in, by keys, pointer and touch."""

import re

import pytest
from playwright.sync_api import expect

from browser.test_accessibility import DARK, LIGHT, violations
from browser.test_forced_colours import FORCED
from browser.view import box_of
from support.wait import eventually


WIDE = {"viewport": {"width": 1100, "height": 900}}
PHONE = {
    "viewport": {"width": 390, "height": 800},
    "has_touch": True,
    "is_mobile": True,
}


@pytest.fixture
def view(open_view, request):
    made = open_view(request.node.name, app="calendars", **WIDE)
    yield made
    assert made.violations() == []
    assert made.problems == []


def opened(view, name):
    """Bring up a calendar with its button; returns its dialog."""
    view.page.get_by_role("button", name=f"Choose {name}", exact=True).click()
    dialog = view.page.get_by_role("dialog", name=f"Choose {name}", exact=True)
    expect(dialog).to_be_visible()
    return dialog


def day(place, name):
    return place.get_by_role("gridcell", name=name, exact=True)


def press(view, *keys):
    for key in keys:
        view.page.keyboard.press(key)


def test_keys_go_through_days_weeks_months_and_years(view):
    field = view.page.get_by_label("Day", exact=True)
    field.press("ArrowDown")
    dialog = view.page.get_by_role("dialog", name="Choose Day")
    for keys, where in [
        ((), "Saturday, January 31, 2026"),
        (("ArrowRight",), "Sunday, February 1, 2026"),
        (("End",), "Saturday, February 7, 2026"),
        (("Home",), "Sunday, February 1, 2026"),
        (("ArrowUp", "ArrowLeft"), "Saturday, January 24, 2026"),
        (("PageDown", "PageUp", "ArrowDown"), "Saturday, January 31, 2026"),
        (("PageDown",), "Saturday, February 28, 2026"),
        (("Shift+PageUp", "Shift+PageDown"), "Saturday, February 28, 2026"),
        (("ArrowUp", "ArrowUp", "ArrowLeft"), "Friday, February 13, 2026"),
    ]:
        press(view, *keys)
        expect(day(dialog, where)).to_be_focused()
        expect(dialog.locator("td[tabindex='0']")).to_have_count(1)
    expect(dialog.get_by_role("grid")).to_have_accessible_name("February 2026")
    press(view, "Enter")
    view.says("day 2026-02-13")
    expect(dialog).to_have_count(0)
    expect(field).to_be_focused()
    expect(field).to_have_value("2026-02-13")


def test_escape_changes_nothing_and_gives_the_focus_back(view):
    dialog = opened(view, "Day")
    expect(day(dialog, "Saturday, January 31, 2026")).to_be_focused()
    press(view, "ArrowRight", "Escape")
    expect(dialog).to_have_count(0)
    expect(view.page.get_by_role("button", name="Choose Day")).to_be_focused()
    view.says("nothing yet")


def test_whoever_goes_on_closes_the_calendar(view):
    dialog = opened(view, "Day")
    press(view, "Tab", "Tab")
    expect(dialog.get_by_role("button", name="Today")).to_be_focused()
    press(view, "Tab")
    expect(dialog).to_have_count(0)
    opened(view, "Day")
    view.page.mouse.click(1090, 890)
    expect(dialog).to_have_count(0)


def test_what_cannot_be_chosen_is_reached_and_refused(view):
    dialog = opened(view, "Day")
    press(view, *["ArrowDown", "ArrowRight"] * 2, "ArrowLeft", "ArrowLeft", "ArrowLeft")
    blocked = day(dialog, "Friday, February 13, 2026")
    expect(blocked).to_be_focused()
    expect(blocked).not_to_have_attribute("aria-disabled", "true")
    press(view, "ArrowLeft", "ArrowLeft", "ArrowLeft")
    blocked = day(dialog, "Tuesday, February 10, 2026")
    expect(blocked).to_have_attribute("aria-disabled", "true")
    press(view, "Enter")
    expect(dialog.get_by_role("alert")).to_have_text("Feb 10, 2026 cannot be chosen.")
    press(view, "Shift+PageUp", "Enter")
    expect(dialog.get_by_role("alert")).to_have_text("The earliest is Nov 10, 2025.")
    view.says("nothing yet")
    press(view, "Escape")

    dialog = opened(view, "Weekend")
    expect(dialog.locator("td:not([aria-disabled])")).to_have_count(3)


def test_a_month_and_a_year_are_gone_to(view):
    dialog = opened(view, "Day")
    dialog.get_by_role("button", name="Next month").click()
    grid = dialog.get_by_role("grid")
    expect(grid).to_have_accessible_name("February 2026")
    dialog.get_by_label("Month", exact=True).select_option("June")
    dialog.get_by_label("Year").fill("2028")
    expect(grid).to_have_accessible_name("June 2028")
    dialog.get_by_label("Year").fill("")
    dialog.get_by_label("Year").press("Tab")
    expect(dialog.get_by_label("Year")).to_have_value("2028")
    day(dialog, "Wednesday, June 28, 2028").click()
    view.says("day 2028-06-28")


def test_a_pattern_is_written_and_read(view):
    worded = view.page.get_by_label("Worded", exact=True)
    expect(worded).to_have_value("Thursday, February 29th, 2024")
    worded.fill("friday, march 1, 2024")
    worded.press("Enter")
    view.says("worded 2024-03-01")
    expect(worded).to_have_value("Friday, March 1st, 2024")
    worded.fill("2024-02-28")
    worded.press("Enter")
    view.says("worded 2024-02-28")
    expect(view.page.get_by_label("Moment", exact=True)).to_have_value(
        "2026-02-05 10:00 AM"
    )


def test_the_day_of_today_and_none(view):
    dialog = opened(view, "Worded")
    dialog.get_by_role("button", name="Today").click()
    view.says(re.compile(r"worded \d{4}-\d\d-\d\d"))
    dialog = opened(view, "Worded")
    expect(dialog.locator("[aria-current=date][aria-selected=true]")).to_have_count(1)
    dialog.get_by_role("button", name="Clear").click()
    view.says("worded None")


def test_hours_go_by_their_increments_and_carry(view):
    dialog = opened(view, "Moment")
    hours, minutes = (
        dialog.get_by_label("Hours", exact=True),
        dialog.get_by_label("Minutes", exact=True),
    )
    expect(hours).to_have_value("10")
    hours.press("ArrowUp")
    view.says(re.compile("moment 1770292800000"))  # 12:00
    expect(dialog.get_by_role("button", name="PM")).to_be_visible()
    minutes.press("ArrowDown")
    expect(minutes).to_have_value("45")
    expect(hours).to_have_value("11")
    expect(view.page.get_by_label("Moment", exact=True)).to_have_value(
        "2026-02-05 11:45 AM"
    )
    dialog.get_by_role("button", name="AM: morning").click()
    dialog.get_by_role("button", name="Minutes up").click()
    expect(view.page.get_by_label("Moment", exact=True)).to_have_value(
        "2026-02-05 12:00 AM"
    )
    hours.fill("99")
    hours.press("Enter")
    expect(hours).to_have_value("12")
    hours.fill("3")
    hours.press("Enter")
    day(dialog, "Sunday, February 8, 2026").click()
    expect(view.page.get_by_label("Moment", exact=True)).to_have_value(
        "2026-02-08 3:00 AM"
    )
    dialog.get_by_role("button", name="Done").click()
    expect(dialog).to_have_count(0)


def test_times_of_day(view):
    dialog = opened(view, "Time")
    expect(dialog.get_by_label("Hours", exact=True)).to_be_focused()
    expect(dialog.get_by_role("grid")).to_have_count(0)
    dialog.get_by_label("Seconds", exact=True).press("ArrowUp")
    view.says("time 12:00:10")
    expect(view.page.get_by_role("textbox", name="Time")).to_have_value("12:00:10")
    press(view, "Escape")

    dialog = opened(view, "Office")
    dialog.get_by_role("button", name="Done").click()
    view.says("office 14:00:00")
    expect(view.page.get_by_label("Office", exact=True)).to_have_value("02.00 PM")
    dialog = opened(view, "Office")
    dialog.get_by_label("Minutes", exact=True).press("ArrowDown")
    expect(dialog.get_by_role("alert")).to_have_text("The earliest is 2:00 PM.")
    expect(view.page.get_by_label("Office", exact=True)).to_have_value("02.00 PM")


def test_a_range_is_begun_and_ended_in_either_order(view):
    stay = view.named("stay")
    expect(stay.locator("td.between")).to_have_count(7)
    day(stay, "Friday, February 13, 2026").click()
    view.says("nothing yet")
    day(stay, "Monday, February 9, 2026").hover()
    expect(stay.locator("td.between")).to_have_count(5)
    day(stay, "Monday, February 9, 2026").click()
    view.says("stay ('2026-02-09', '2026-02-13')")
    expect(stay.get_by_label("Stay, from")).to_have_value("2026-02-09")
    day(stay, "Monday, February 9, 2026").focus()
    press(view, "Enter", "PageDown", "Enter")
    expect(stay.get_by_role("alert")).to_have_text(
        "Feb 20, 2026 lies between and cannot be chosen."
    )
    view.says("stay ('2026-02-09', '2026-02-13')")


def test_both_ends_of_a_span_have_a_clock(view):
    span = view.named("span")
    last = span.get_by_role("group", name="To", exact=True)
    last.get_by_label("Hours", exact=True).press("ArrowDown")
    view.says(re.compile(r"span \(1770285600000.*, 1770399000000"))
    day(span, "Thursday, February 5, 2026").click()
    day(span, "Thursday, February 5, 2026").click()
    expect(span.get_by_label("Span, from")).to_have_value("2026-02-05 10:00:00 AM")
    expect(span.get_by_label("Span, to")).to_have_value("2026-02-05 5:30:00 PM")
    last.get_by_role("button", name="PM: morning").click()
    expect(span.get_by_role("alert")).to_contain_text("before the beginning")


def test_several_days_are_put_in_and_out(view):
    several = view.named("several")
    day(several, "Thursday, February 12, 2026").click()
    view.says("several ['2026-02-05', '2026-02-12']")
    expect(several.get_by_role("button", name="Remove 12 Feb")).to_be_visible()
    day(several, "Thursday, February 5, 2026").click()
    view.says("several ['2026-02-12']")
    dialog = opened(view, "Moments")
    day(dialog, "Monday, February 2, 2026").click()
    view.says(re.compile(r"moments \[1770285600000.*, 1770033600000"))
    expect(dialog).to_be_visible()


def test_limits_that_python_sets_reach_an_open_calendar(view):
    view.named("narrow").get_by_role("button").click()
    dialog = opened(view, "Late")
    early = day(dialog, "Thursday, February 5, 2026")
    expect(early).to_have_attribute("aria-disabled", "true")
    expect(day(dialog, "Tuesday, February 17, 2026")).to_have_attribute(
        "aria-disabled", "true"
    )
    early.click(force=True)
    expect(dialog.get_by_role("alert")).to_have_text("The earliest is Feb 9, 2026.")
    day(dialog, "Monday, February 9, 2026").click()
    view.says("late 2026-02-09")


def test_a_page_that_is_read_from_the_right_goes_the_other_way(view):
    view.page.evaluate("document.documentElement.dir = 'rtl'")
    view.page.get_by_label("Day", exact=True).press("ArrowDown")
    dialog = view.page.get_by_role("dialog", name="Choose Day")
    for keys, where in [
        ((), "Saturday, January 31, 2026"),
        (("ArrowLeft",), "Sunday, February 1, 2026"),
        (("ArrowRight", "ArrowDown"), "Saturday, February 7, 2026"),
        (("Home",), "Sunday, February 1, 2026"),
        (("PageDown",), "Sunday, March 1, 2026"),
    ]:
        press(view, *keys)
        expect(day(dialog, where)).to_be_focused()
    first, second = (
        day(dialog, f"{name}, 2026") for name in ("Sunday, March 1", "Monday, March 2")
    )
    eventually(lambda: box_of(first)["x"] > box_of(second)["x"])
    earlier = dialog.get_by_role("button", name="Previous month")
    later = dialog.get_by_role("button", name="Next month")
    eventually(lambda: box_of(earlier)["x"] > box_of(later)["x"])
    expect(earlier.locator("svg")).to_have_css("scale", "-1 1")
    earlier.click()
    expect(dialog.get_by_label("Month", exact=True)).to_have_value("2")
    later.click()
    expect(dialog.get_by_label("Month", exact=True)).to_have_value("3")
    # What stands at the end of the page reaches to its start, and not beyond.
    eventually(lambda: box_of(dialog)["x"] >= 0)


def test_the_halves_of_a_day_have_their_names(open_view):
    view = open_view("japanese", app="calendars", locale="ja-JP", **WIDE)
    field = view.page.get_by_label("Moment", exact=True)
    expect(field).to_have_value("2026-02-05 10:00 午前")
    dialog = opened(view, "Moment")
    dialog.get_by_role("button", name="午前: morning or afternoon").click()
    expect(field).to_have_value("2026-02-05 10:00 午後")
    field.fill("2026-02-05 9:15 AM")
    field.press("Enter")
    expect(field).to_have_value("2026-02-05 9:15 午前")


def test_a_disabled_calendar_takes_nothing(view):
    off = view.named("off")
    expect(off.locator(".panel")).to_have_js_property("inert", value=True)


def test_a_calendar_stands_where_it_has_room(view):
    def sides(name):
        dialog, field = opened(view, name), view.named(name.lower()).locator(".field")
        found = box_of(dialog), box_of(field)
        press(view, "Escape")
        return found

    below, field = sides("Day")
    assert below["y"] >= field["y"] + field["height"]
    above, field = sides("Worded")
    assert above["y"] >= 0
    view.page.set_viewport_size({"width": 1100, "height": 560})
    opened(view, "Moment")
    box = box_of(view.page.get_by_role("dialog", name="Choose Moment", exact=True))
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 560


@pytest.mark.parametrize("look", [LIGHT, DARK, FORCED], ids=["light", "dark", "forced"])
def test_axe_finds_nothing_wrong(open_view, request, look):
    view = open_view(request.node.name, app="calendars", **WIDE, **look)
    opened(view, "Moment")
    assert violations(view.page) == []


def test_on_a_phone_it_opens_by_a_tap_and_fits(open_view):
    view = open_view("phone-calendars", app="calendars", **PHONE)
    page = view.page
    width = "() => document.documentElement.scrollWidth"
    eventually(lambda: page.evaluate(width) == 390)
    page.get_by_label("Day", exact=True).tap()
    dialog = page.get_by_role("dialog", name="Choose Day")
    cell = day(dialog, "Saturday, January 31, 2026")
    expect(cell).to_be_focused()
    box = box_of(cell)
    assert min(box["width"], box["height"]) >= 44
    day(dialog, "Friday, January 30, 2026").tap()
    view.says("day 2026-01-30")
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("button", name="Choose Day")).to_be_focused()
    page.get_by_role("button", name="Choose Moment", exact=True).tap()
    box = box_of(page.get_by_role("dialog", name="Choose Moment", exact=True))
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    eventually(lambda: page.evaluate(width) == 390)


def test_on_a_phone_a_long_calendar_leaves_its_field_in_sight(open_view):
    view = open_view("phone-pickers", app="pickers", **PHONE)
    page = view.page
    field = view.named("span").locator(".field")
    field.evaluate("field => field.scrollIntoView({ block: 'center' })")
    page.get_by_role("button", name="Choose Span", exact=True).tap()
    dialog = page.get_by_role("dialog", name="Choose Span", exact=True)

    def is_clear():
        panel, below = box_of(dialog), box_of(field)
        over = panel["y"] + panel["height"] <= below["y"]
        under = panel["y"] >= below["y"] + below["height"]
        return (over or under) and 0 <= panel["y"] <= 800 - panel["height"]

    eventually(is_clear, lambda: (box_of(dialog), box_of(field)))
    # What has no room is scrolled to, and stays there.
    spinner = dialog.get_by_role("spinbutton", name="Minutes").last
    spinner.fill("7")
    spinner.press("Tab")
    expect(spinner).to_have_value("07")
    done = dialog.get_by_role("button", name="Done")
    done.tap()
    expect(dialog).to_have_count(0)
