"""Bars tell how far something has come; Markdown becomes markup that is safe."""

import re

import pytest
from playwright.sync_api import expect

from browser.test_accessibility import schemes, violations
from browser.view import box_of
from support.wait import eventually


APP = "progressing"


@pytest.fixture
def view(open_view, request):
    made = open_view(request.node.name, app=APP)
    yield made
    assert made.violations() == []
    assert made.page.title() != "hacked"


def bar(view, name):
    return view.named(name).get_by_role("progressbar")


def filled(view, name):
    """Return what part of a bar is hidden: from the top, the right, below and the left."""
    clip = (
        view.named(name)
        .locator(".value")
        .evaluate("element => getComputedStyle(element).clipPath")
    )
    sides = [float(part.rstrip("%px")) for part in clip[len("inset(") : -1].split()]
    top, right, bottom, left = (sides + sides[len(sides) - 2 :] * 2)[:4]
    return top, right, bottom, left


def test_a_bar_fills_as_python_says(view):
    job = bar(view, "job")
    expect(job).to_have_attribute("aria-valuenow", "25")
    expect(job.locator("> .label")).to_have_text("25%")
    expect(job).to_have_accessible_name("job")
    view.named("more").get_by_role("button").click()
    expect(job).to_have_attribute("aria-valuenow", "50")
    expect(job).to_have_attribute("aria-valuetext", "50%")
    eventually(lambda: filled(view, "job")[1] == 50)


def test_what_is_not_known_is_not_told(view):
    job = bar(view, "job")
    height = box_of(job)["height"]
    view.named("wait").get_by_role("button").click()
    told = re.compile("")
    expect(job).not_to_have_attribute("aria-valuenow", told)
    expect(job).not_to_have_attribute("aria-valuetext", told)
    eventually(lambda: box_of(job)["height"] == height)
    expect(job.locator("> .label")).to_be_hidden()


def test_bars_fill_from_their_sides(view):
    assert filled(view, "plain")[1] == 40
    assert filled(view, "back")[3] == 25
    assert filled(view, "up")[0] == 70
    assert filled(view, "down")[2] == 70
    box = box_of(bar(view, "up"))
    assert box["height"] == 200
    assert box["width"] < 40


def test_labels_have_numbers_and_formats(view):
    expect(bar(view, "steps").locator("> .label")).to_have_text("2 of 7")
    expect(bar(view, "exact").locator("> .label")).to_have_text("33.33 %")
    expect(bar(view, "plain").locator(".label")).to_have_count(0)
    expect(bar(view, "plain")).to_have_attribute("aria-valuetext", "60%")


def test_descriptions_come_up_at_the_pointer_and_the_focus(view):
    steps = bar(view, "steps")
    told = view.named("steps").get_by_role("tooltip")
    expect(told).to_be_hidden()
    steps.hover()
    expect(told).to_have_text("step 2, 28.6 %")
    view.page.mouse.move(0, 0)
    expect(told).to_be_hidden()
    steps.focus()
    expect(told).to_be_visible()
    view.page.keyboard.press("Escape")
    expect(told).to_be_hidden()
    # It has no question mark beside it.
    expect(view.named("steps").get_by_role("button")).to_have_count(0)


def moving(locator):
    return locator.evaluate("element => element.getAnimations().length")


def test_nothing_moves_for_those_who_want_that(open_view):
    view = open_view("still-progress", app=APP, reduced_motion="reduce")
    value = view.named("waiting").locator(".value")
    assert moving(value) == 0
    eventually(lambda: box_of(value)["width"] == box_of(bar(view, "waiting"))["width"])
    other = open_view("moving-progress", app=APP).named("waiting").locator(".value")
    assert moving(other) == 1


def test_markdown_is_shown_as_markup(view):
    report = view.named("report")
    expect(report.get_by_role("heading", level=1)).to_have_text("A report")
    expect(report.get_by_role("cell", name="12.5")).to_have_css("text-align", "right")
    expect(report.get_by_role("img", name="done")).to_be_visible()
    expect(report.locator("pre code")).to_have_text('print("a < b")\n')
    expect(report.locator("math")).to_have_count(2)
    expect(report.locator("em")).to_have_css("color", "rgb(200, 0, 0)")
    expect(view.named("literal")).to_have_text("so $$x_1$$")


def test_markdown_has_nothing_that_acts(view):
    report = view.named("report")
    expect(report.get_by_role("link", name="the site")).to_be_visible()
    expect(report.get_by_text("no site")).not_to_have_attribute("href", re.compile(""))
    expect(report.locator("script, [onerror], [onclick]")).to_have_count(0)


def test_markdown_is_written_anew(view):
    view.named("rewrite").get_by_role("button").click()
    report = view.named("report")
    expect(report.get_by_role("heading")).to_have_text("Another")
    expect(report.get_by_role("table")).to_have_count(0)


@schemes
def test_everybody_can_read_them(open_view, scheme):
    view = open_view(f"axe-progress-{scheme['color_scheme']}", app=APP, **scheme)
    # The author has chosen the colour of these words, and a picture that is none.
    view.named("report").evaluate(
        "report => report.shadowRoot.querySelectorAll('em, img').forEach((one) => one.remove())"
    )
    assert violations(view.page) == []
