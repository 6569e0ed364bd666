"""Where legends and titles stand, how they look, and what their entries do."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.view import box_of
from support.wait import eventually


@pytest.fixture(scope="module")
def legends(module_view):
    view = module_view(
        "legends", app="legends", viewport={"width": 600, "height": 1150}
    )
    view.plot.wait_for()
    return view


def legend_of(view, name, label="Legend"):
    return view.named(name).get_by_role("group", name=label)


def css(locator, name):
    return locator.evaluate("(e, name) => getComputedStyle(e)[name]", name)


def test_a_legend_has_the_looks_and_the_place_that_its_author_wants(legends):
    legend = legend_of(legends, "dressed")
    eventually(lambda: css(legend, "padding") == "17px")
    eventually(lambda: css(legend, "borderTopColor") == "color(srgb 1 0 0 / 0.5)")
    eventually(lambda: css(legend, "borderTopWidth") == "3px")
    eventually(lambda: "0 0 0.5" in css(legend, "backgroundColor"))
    entry = legend.get_by_role("listitem").first
    eventually(lambda: css(entry, "color") == "rgb(0, 255, 0)")
    eventually(lambda: css(entry, "fontSize") == "20px")
    box, area = box_of(legend), box_of(Plot(legends, "dressed").area)
    assert box["x"] - area["x"] == pytest.approx(30, abs=1)
    below = area["y"] + area["height"] - box["y"] - box["height"]
    assert below == pytest.approx(20, abs=1)


def test_entries_stand_in_columns(legends):
    entries = legend_of(legends, "dressed").get_by_role("listitem")
    boxes = [box_of(entries.nth(at)) for at in range(3)]
    assert boxes[0]["x"] == boxes[1]["x"] < boxes[2]["x"]
    assert boxes[0]["y"] == boxes[2]["y"] < boxes[1]["y"]


def test_a_legend_beside_the_frame_takes_its_room_and_is_pressed_by_keyboard(legends):
    legend = legend_of(legends, "outside", "Switches")
    area = box_of(Plot(legends, "outside").area)
    eventually(lambda: box_of(legend)["x"] >= area["x"] + area["width"])
    middle = area["y"] + area["height"] / 2
    box = box_of(legend)
    assert box["y"] + box["height"] / 2 == pytest.approx(middle, abs=2)
    entry = legend.get_by_role("button", name="line 1")
    expect(entry).to_have_attribute("aria-pressed", "true")
    entry.focus()
    entry.press("Enter")
    expect(entry).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize("name", ["faded", "unseen"])
def test_an_entry_tells_and_switches_what_its_legend_is_for(legends, name):
    legend = legend_of(legends, name, name.capitalize())
    entry = legend.get_by_role("button", name="line 0")
    expect(entry).to_have_attribute("aria-pressed", "true")
    entry.click()
    expect(entry).to_have_attribute("aria-pressed", "false")
    entry.click()
    expect(entry).to_have_attribute("aria-pressed", "true")


def test_the_pointer_moves_without_legends_being_drawn_again(legends):
    plot = Plot(legends, "outside")
    entry = legend_of(legends, "outside", "Switches").get_by_role("button").nth(1)
    swatch = entry.locator("canvas")
    wipe = """e => {
      e.getContext("2d").clearRect(0, 0, e.width, e.height);
      return e.toDataURL();
    }"""
    plot.move(0.2, 0.2)
    # What pointing is about comes now, and is drawn.
    legends.wait_until_drawn()
    shown = swatch.evaluate("e => e.toDataURL()")
    empty = swatch.evaluate(wipe)
    assert empty != shown
    for step in range(5):
        plot.move(0.2 + step / 10, 0.2)
    left = swatch.evaluate(
        "e => new Promise((say) => requestAnimationFrame(() => say(e.toDataURL())))"
    )
    assert left == empty
    # What concerns them is seen as before.
    entry.click()
    entry.click()
    eventually(lambda: swatch.evaluate("e => e.toDataURL()") == shown)


def test_a_long_legend_stays_in_the_frame_and_scrolls(legends):
    legend = legend_of(legends, "many")
    area = box_of(Plot(legends, "many").area)
    eventually(lambda: box_of(legend)["height"] <= area["height"])
    eventually(lambda: legend.evaluate("e => e.scrollHeight > e.clientHeight"))


def test_legends_made_by_hand_leave_out_what_is_not_visible(legends):
    groups = legends.named("by_hand").get_by_role("group", name="Legend")
    words = [groups.nth(at).inner_text().strip() for at in range(groups.count())]
    assert sorted(words) == ["one", "other"]


def test_titles_of_legends_are_slanted_unless_somebody_says_otherwise(legends):
    words = legends.named("outside").locator(".legend-title")
    assert css(words, "font-style") == "italic"


def test_a_title_on_the_left_is_read_from_below(legends):
    title = legends.named("by_hand").locator(".title > span")
    box, area = box_of(title), box_of(Plot(legends, "by_hand").area)
    assert box["height"] > box["width"]
    assert box["x"] + box["width"] <= area["x"]
    # Its end is above, where the frame ends.
    assert box["y"] == pytest.approx(area["y"], abs=2)
    eventually(lambda: css(title, "color") == "rgb(255, 0, 0)")
    assert legends.told() == []


def test_a_drag_that_begins_on_a_legend_selects_none_of_its_words(legends):
    legend = legend_of(legends, "dressed")
    legend.scroll_into_view_if_needed()
    box = box_of(legend)
    mouse = legends.page.mouse
    middle = box["y"] + box["height"] / 2
    mouse.move(box["x"] + 18, box["y"] + 18)
    mouse.down()
    mouse.move(box["x"] + box["width"] - 18, middle, steps=5)
    mouse.up()
    eventually(lambda: legends.page.evaluate("getSelection().toString()") == "")
