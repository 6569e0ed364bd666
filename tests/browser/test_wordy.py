"""Words that have little room stay words."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.view import View, box_of, hold_back
from support.wait import eventually


CROWD = ["boxes", "circles", "button", "toggle", "box", "buttons"]

LABEL = "A very long label of what hardly has any room in this legend, nor elsewhere"

BROKEN = """element => {
  const words = document.createTreeWalker(element.shadowRoot, NodeFilter.SHOW_TEXT);
  const broken = [];
  while (words.nextNode()) {
    for (const { 0: word, index } of words.currentNode.data.matchAll(/\\S+/g)) {
      const range = document.createRange();
      range.setStart(words.currentNode, index);
      range.setEnd(words.currentNode, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) broken.push(word);
    }
  }
  return broken;
}"""


@pytest.fixture(scope="module")
def desk(module_view):
    return module_view("wordy", app="wordy")


@pytest.mark.parametrize("name", [*CROWD, "first", "deep", "menu"])
def test_words_to_press_are_not_broken_in_a_crowded_row(desk, name):
    eventually(
        lambda: desk.named(name).evaluate(BROKEN) == [],
        lambda: f"broken: {desk.named(name).evaluate(BROKEN)}",
    )


def test_a_crowded_row_goes_on_below(desk):
    row = box_of(desk.named("crowd"))

    def inside():
        places = [box_of(desk.named(name)) for name in CROWD]
        ends = [place["x"] + place["width"] for place in places]
        lines = {place["y"] for place in places}
        return len(lines) > 1 and max(ends) <= row["x"] + row["width"] + 1

    eventually(inside)


def test_what_can_be_narrower_makes_room_for_words(desk):
    def beside():
        first, second = box_of(desk.named("first")), box_of(desk.named("second"))
        return second["x"] >= first["x"] + first["width"] and second["width"] < 170

    eventually(beside)


def test_fields_make_no_column_wider_than_its_author_did(desk):
    eventually(
        lambda: box_of(desk.named("said"))["width"] == 160,
        lambda: box_of(desk.named("said")),
    )


def test_a_row_goes_on_below_for_no_longer_than_it_has_to(desk):
    first, second = desk.named("left"), desk.named("right")
    extra = desk.page.get_by_role("button", name="Away with these buttons")
    wrap = "element => element.shadowRoot.querySelector('.box').style.flexWrap"
    row = desk.named("thin")
    eventually(lambda: row.evaluate(wrap) == "wrap", lambda: row.evaluate(wrap))
    extra.click()
    expect(extra).to_have_count(0)
    eventually(lambda: row.evaluate(wrap) == "", lambda: row.evaluate(wrap))
    eventually(lambda: box_of(first)["y"] == box_of(second)["y"])


def test_data_take_the_room_of_names_that_are_shortened_late(context_factory, site):
    page = context_factory().new_page()
    release = hold_back(page, "short")
    page.goto(site.page("wordy", "wordy-late"))
    view = View(page)
    area = Plot(view, "upright").area
    # Nothing else that comes later may have the figure look again.
    page.wait_for_timeout(1_000)
    narrow = box_of(area)["width"]
    release()
    described(view, "upright")
    eventually(
        lambda: box_of(area)["width"] > narrow + 40,
        lambda: f"{narrow} -> {box_of(area)}",
    )


def described(view, name):
    """Return what tells the names at a plot's axes to those who do not see them."""
    area = Plot(view, name).area
    eventually(lambda: area.get_attribute("aria-description"))
    return area.get_attribute("aria-description")


def test_shortened_names_are_told_to_those_who_see_no_axis(desk):
    words = described(desk, "upright")
    assert "Mathematics and its applications" in words
    assert "Philosophy of the natural sciences" in words
    whole = Plot(desk, "whole").area
    eventually(lambda: whole.get_attribute("aria-description") is None)


def test_shortened_names_are_told_whole_to_fingers(open_view):
    view = open_view("wordy-fingers", app="wordy", has_touch=True)
    area = Plot(view, "upright").area
    area.scroll_into_view_if_needed()
    described(view, "upright")
    box = box_of(area)
    view.page.touchscreen.tap(box["x"] - 40, box["y"] + box["height"] * 0.9)
    told = view.document.get_by_role("tooltip")
    expect(told).to_have_text("Mathematics and its applications")
    view.page.touchscreen.tap(box["x"] + 40, box["y"] + 40)
    expect(told).to_have_count(0)


@pytest.mark.parametrize(
    ("name", "side"), [("upright", "width"), ("across", "height"), ("aside", "width")]
)
def test_long_names_leave_room_for_the_data(desk, name, side):
    figure, area = desk.named(name), Plot(desk, name).area
    eventually(lambda: box_of(area)[side] > 0.4 * box_of(figure)[side])


def point_at(view, name, share):
    """Point to the left of a plot's frame, at a share of its height from below."""
    area = Plot(view, name).area
    area.scroll_into_view_if_needed()
    box = box_of(area)
    view.page.mouse.move(box["x"] - 40, box["y"] + box["height"] * (1 - share))
    return view.named(name).locator(".canvas")


def test_a_shortened_name_is_told_whole_to_who_points_at_it(desk):
    canvas = point_at(desk, "upright", 0.1)
    expect(canvas).to_have_attribute("title", "Mathematics and its applications")
    point_at(desk, "upright", 0.9)
    expect(canvas).to_have_attribute("title", "Art")
    desk.named("upright").get_by_role("application").hover()
    canvas = point_at(desk, "nested", 0.1)
    expect(canvas).to_have_attribute("title", "Mathematics and its applications, first")


def test_names_that_have_room_stay_whole(desk):
    canvas = point_at(desk, "whole", 0.1)
    Plot(desk, "whole").move(0.5, 0.5)
    eventually(lambda: not canvas.get_attribute("title"))


@pytest.mark.parametrize("name", ["upright", "aside"])
def test_a_label_without_room_in_its_legend_is_told_whole(desk, name):
    words = desk.named(name).get_by_text(LABEL)
    expect(words).to_have_attribute("title", LABEL)
    eventually(lambda: box_of(words)["height"] < 40)
