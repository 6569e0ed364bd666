"""Dates and times are typed into fields; Python hears of them."""

import re

import pytest
from playwright.sync_api import expect

from browser.test_accessibility import DARK, LIGHT, violations
from support.wait import eventually


@pytest.fixture
def view(open_view, request):
    made = open_view(request.node.name, app="pickers")
    yield made
    assert made.violations() == []
    assert made.problems == []


def write(view, label, words):
    """Type a text into a field, and conclude it."""
    field = view.page.get_by_label(label, exact=True)
    field.fill(words)
    field.press("Enter")
    return field


def test_what_is_typed_reaches_python(view):
    write(view, "Day", "2026-02-03")
    view.says("day 2026-02-03")
    write(view, "Time", "08:15")
    view.says("time 08:15:00")
    write(view, "Time", "9:05 pm")
    view.says("time 21:05:00")
    write(view, "Moment", "2026-02-01 10:30")
    view.says(re.compile("moment 1769941800000"))
    write(view, "Moment", "2026-02-01T10:31")
    view.says(re.compile("moment 1769941860000"))
    write(view, "Day", "")
    view.says("day None")


def test_what_cannot_be_chosen_is_refused_with_the_reason(view):
    day = view.page.get_by_label("Day", exact=True)
    told = view.named("day").get_by_role("alert")
    for words, why in {
        "2026-02-02": "Feb 2, 2026 cannot be chosen.",
        "2026-03-15": "Mar 15, 2026 cannot be chosen.",
        "2025-12-31": "The earliest is Jan 1, 2026.",
        "2027-01-01": "The latest is Dec 31, 2026.",
        "2026-02-29": "“2026-02-29” is no date. Write it like 2026-12-31.",
    }.items():
        write(view, "Day", words)
        expect(told).to_have_text(why)
        expect(day).to_have_attribute("aria-invalid", "true")
    day.press("Escape")
    expect(day).to_have_value("2026-01-31")
    view.says("nothing yet")
    write(view, "Day", "2026-02-04")
    view.says("day 2026-02-04")
    expect(told).to_have_text("")

    write(view, "Weekend", "2026-02-02")
    expect(view.named("weekend").get_by_role("alert")).to_contain_text("cannot")
    write(view, "Weekend", "2026-02-07")
    view.says("weekend 2026-02-07")
    write(view, "Time", "07:59")
    expect(view.named("time").get_by_role("alert")).to_contain_text("8:00")
    write(view, "Moment", "2026-01-31 11:59")
    expect(view.named("moment").get_by_role("alert")).to_contain_text("The earliest")


def test_a_date_counts_when_it_is_finished(view):
    day = view.page.get_by_label("Day", exact=True)
    day.fill("")
    day.press_sequentially("2026-04-0")
    day.press_sequentially("5")
    view.says("nothing yet")
    day.press("Tab")
    view.says("day 2026-04-05")
    day.fill("2026-04-06")
    day.press("Escape")
    expect(day).to_have_value("2026-04-05")


def test_both_ends_of_a_span(view):
    page = view.page
    write(view, "Days, to", "2026-01-04")
    expect(view.named("days").get_by_role("alert")).to_contain_text("before")
    view.says("nothing yet")
    write(view, "Days, to", "2026-01-14")
    view.says("days ('2026-01-05', '2026-01-14')")
    write(view, "Span, from", "2026-01-04T10:00:05")
    expect(page.get_by_label("Span, from")).to_have_value("2026-01-04 10:00:05")
    view.says("days ('2026-01-05', '2026-01-14')")
    write(view, "Span, to", "2026-01-04 10:00:06")
    view.says(re.compile("span .1767520805000.*, 1767520806000"))


def test_several_days_are_added_and_taken_away(view):
    page = view.page
    several = view.named("several")
    several.get_by_role("button", name="Remove 2026-02-05").click()
    view.says("several ['2026-01-05']")
    page.get_by_label("Add to Several").fill("2026-01-01")
    several.get_by_role("button", name="Add").click()
    view.says("several ['2026-01-05', '2026-01-01']")
    write(view, "Add to Several", "2026-03-01, 2026-02-01")
    view.says("several ['2026-01-05', '2026-01-01', '2026-03-01', '2026-02-01']")
    expect(page.get_by_label("Add to Several")).to_have_value("")
    write(view, "Add to Moments", "2026-01-01 01:00")
    view.says(re.compile("moments .1769860800000.*, 1767229200000"))


def test_a_field_for_several_days_stands_where_others_do(view):
    """Labels take room only once there are any."""
    chips = view.named("several").locator(".chips")
    margin = "element => getComputedStyle(element).marginBlockEnd"
    eventually(lambda: chips.evaluate(margin) == "8px")
    for _ in range(2):
        chips.get_by_role("button").first.click()
    expect(chips.get_by_role("button")).to_have_count(0)
    eventually(lambda: chips.evaluate(margin) == "0px")


def test_sliders_of_words_and_times(view):
    slider = view.page.get_by_role("slider", name="Size")
    expect(view.named("size")).to_contain_text("medium")
    slider.press("ArrowRight")
    view.says("size large")
    expect(slider).to_have_attribute("aria-valuetext", "large")
    view.page.get_by_role("slider", name="Hours, from").press("ArrowRight")
    view.says(re.compile("hours .1767250800000.*, 1767290400000"))
    expect(view.named("hours")).to_contain_text("01 Jan 2026 07:00:00")


def test_what_python_sets_is_shown(view):
    view.page.get_by_role("button", name="Set", exact=True).click()
    expect(view.page.get_by_label("Time", exact=True)).to_have_value("09:05")
    expect(view.page.get_by_label("Days, to")).to_have_value("2026-05-02")


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_axe_finds_nothing_wrong(open_view, scheme):
    view = open_view(f"axe-pickers-{scheme['color_scheme']}", app="pickers", **scheme)
    write(view, "Day", "2026-02-02")
    expect(view.named("day").get_by_role("alert")).to_contain_text("cannot")
    assert violations(view.page) == []


def test_nothing_is_wider_than_a_phone(open_view):
    view = open_view(
        "phone-pickers", app="pickers", viewport={"width": 390, "height": 800}
    )
    width = "() => document.documentElement.scrollWidth"
    eventually(lambda: view.page.evaluate(width) == 390)
