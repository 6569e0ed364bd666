"""Sliders grow the way they are told, and pages are read from the right as well."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.view import box_of
from support.wait import eventually


@pytest.fixture(scope="module")
def wide(module_view):
    return module_view("mirrored", app="mirrored")


@pytest.fixture(scope="module")
def mirrored(module_view):
    view = module_view("mirrored-rtl", app="mirrored")
    view.page.evaluate("document.documentElement.dir = 'rtl'")
    return view


def handle(view, name):
    return view.page.get_by_role("slider", name=name, exact=True)


WAYS = {"right": (0.2, 0.5), "left": (0.8, 0.5), "down": (0.5, 0.2), "up": (0.5, 0.8)}


@pytest.mark.parametrize("page", ["wide", "mirrored"])
@pytest.mark.parametrize("way", WAYS)
def test_a_slider_grows_the_way_it_is_told(request, page, way):
    view = request.getfixturevalue(page)
    slider = handle(view, way)
    box = box_of(slider)
    across = way in {"right", "left"}
    assert max(box["width"], box["height"]) > 150
    assert (box["width"] > box["height"]) is across
    x, y = WAYS[way]
    view.page.mouse.click(box["x"] + box["width"] * x, box["y"] + box["height"] * y)
    eventually(lambda: slider.input_value() == "2", slider.input_value)
    share = {"right": 0.6, "left": 0.4, "down": 0.6, "up": 0.4}[way]
    x, y = (share, 0.5) if across else (0.5, share)
    view.page.mouse.click(box["x"] + box["width"] * x, box["y"] + box["height"] * y)
    eventually(lambda: slider.input_value() == "6", slider.input_value)


@pytest.mark.parametrize("page", ["wide", "mirrored"])
@pytest.mark.parametrize("way", WAYS)
def test_a_range_grows_the_way_it_is_told(request, page, way):
    view = request.getfixturevalue(page)
    low, high = (handle(view, f"both {way}, {end}") for end in ("from", "to"))
    box = box_of(low)
    eventually(lambda: box == box_of(high))
    across = way in {"right", "left"}
    assert (box["width"] > box["height"]) is across

    def at(value):
        length = (box["width"] if across else box["height"]) - 18
        share = value / 10 if way in {"right", "down"} else 1 - value / 10
        along = 9 + length * share
        return (
            (box["x"] + along, box["y"] + box["height"] / 2)
            if across
            else (box["x"] + box["width"] / 2, box["y"] + along)
        )

    mouse = view.page.mouse
    mouse.move(*at(float(high.input_value())))
    mouse.down()
    mouse.move(*at(8), steps=4)
    mouse.up()
    eventually(lambda: high.input_value() == "8", high.input_value)
    expect(low).to_have_value("2")


def test_two_handles_that_meet_at_an_end_can_be_parted(wide):
    box = box_of(handle(wide, "met, to"))
    mouse = wide.page.mouse
    mouse.move(box["x"] + box["width"] - 9, box["y"] + box["height"] / 2)
    mouse.down()
    mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=4)
    mouse.up()
    expect(wide.named("told")).to_have_text("met (5, 10)")


@pytest.mark.parametrize("name", ["words", "counted"])
def test_long_words_beside_a_field_leave_room_for_it(wide, name):
    host = wide.named(name)
    field = box_of(host.get_by_role("textbox"))
    assert field["width"] > 40
    outer = box_of(host)
    for words in host.locator(".affixed > span").all():
        box = box_of(words)
        assert box["x"] >= outer["x"]
        assert box["x"] + box["width"] <= outer["x"] + outer["width"] + 1


def test_what_shows_a_password_stands_in_its_field(wide):
    host = wide.named("secret")
    field, eye = (
        box_of(host.locator("input")),
        box_of(host.get_by_role("button", name="Show the password")),
    )
    assert eye["x"] > field["x"]
    assert eye["x"] + eye["width"] <= field["x"] + field["width"]


def test_fingers_reach_the_buttons_of_a_narrow_count(open_view):
    view = open_view(
        "mirrored-touch",
        app="mirrored",
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
    )
    for name in ("Less", "More"):
        box = box_of(view.named("count").get_by_role("button", name=name))
        assert min(box["width"], box["height"]) >= 24
    one, other = (
        box_of(view.named("count").get_by_role("button", name=name))
        for name in ("Less", "More")
    )
    assert one["y"] == other["y"]


def test_left_is_left_in_a_figure_of_any_page(mirrored):
    figure, plot = mirrored.named("plot"), Plot(mirrored, "plot")
    area = box_of(plot.area)
    tools = box_of(figure.get_by_role("toolbar"))
    legend = box_of(figure.get_by_role("group", name="Legend"))
    assert tools["x"] >= area["x"] + area["width"]
    assert legend["x"] + legend["width"] / 2 > area["x"] + area["width"] / 2
    plot.move(1 / 2, 1)
    plot.move(0.5, 0.92)
    tip = box_of(figure.locator(".tips"))
    assert abs(tip["x"] - area["x"] - area["width"] / 2) < 200


def test_arrow_keys_go_where_they_point(mirrored):
    tabs = mirrored.named("tabs")
    one, two = (tabs.get_by_role("tab", name=name) for name in ("one", "two"))
    one.focus()
    mirrored.page.keyboard.press("ArrowLeft")
    expect(two).to_be_focused()
    mirrored.page.keyboard.press("ArrowRight")
    expect(one).to_be_focused()


def test_cells_of_a_table_come_into_sight_where_keys_go(mirrored):
    table = mirrored.named("table")
    grid = table.get_by_role("grid")
    grid.focus()
    outer = box_of(grid)
    for _ in range(4):
        mirrored.page.keyboard.press("ArrowLeft")
    last = table.get_by_role("columnheader", name="fifth")
    eventually(lambda: outer["x"] - 1 <= box_of(last)["x"])
    for _ in range(4):
        mirrored.page.keyboard.press("ArrowRight")
    first = table.get_by_role("columnheader", name="first")
    right = outer["x"] + outer["width"] + 1
    eventually(lambda: box_of(first)["x"] + box_of(first)["width"] <= right)


def test_a_column_is_dragged_to_where_it_is_dropped(mirrored):
    table = mirrored.named("table")
    first, second = (
        table.get_by_role("columnheader", name=name) for name in ("first", "second")
    )
    box, other = box_of(first), box_of(second)
    assert other["x"] < box["x"]
    mouse = mirrored.page.mouse
    mouse.move(box["x"] + box["width"] / 2, box["y"] + 10)
    mouse.down()
    mouse.move(other["x"] + 20, box["y"] + 10, steps=5)
    mouse.up()
    eventually(lambda: box_of(second)["x"] > box_of(first)["x"])


def test_a_slider_shows_a_value_between_two_steps(wide):
    slider = handle(wide, "between")
    expect(slider).to_have_value("1.5")
    expect(handle(wide, "apart, from")).to_have_value("0.5")
    expect(handle(wide, "apart, to")).to_have_value("2.5")


@pytest.mark.parametrize(("key", "value"), [("ArrowRight", "2"), ("ArrowLeft", "1")])
def test_keys_go_to_the_next_step_from_between_two(open_view, key, value):
    view = open_view(f"mirrored-{key}", app="mirrored")
    slider = handle(view, "between")
    slider.press(key)
    expect(slider).to_have_value(value)
    expect(view.named("told")).to_have_text(f"at {value}")
    low = handle(view, "apart, from")
    low.press(key)
    expect(low).to_have_value(str(int(value) - 1))
    slider.press("ArrowRight")
    expect(slider).to_have_value(str(int(value) + 1))


def test_a_mouse_goes_to_steps_from_between_two(open_view):
    view = open_view("mirrored-dragged", app="mirrored")
    slider = handle(view, "between")
    slider.scroll_into_view_if_needed()
    box = box_of(slider)
    mouse, middle = view.page.mouse, box["y"] + box["height"] / 2
    mouse.move(box["x"] + box["width"] / 2, middle)
    mouse.down()
    mouse.move(box["x"] + box["width"] * 0.97, middle, steps=8)
    mouse.up()
    expect(slider).to_have_value("3")
    expect(view.named("told")).to_have_text("at 3")


def test_the_mark_of_a_title_stands_apart_from_it(mirrored):
    title = box_of(mirrored.named("day").locator("label"))
    mark = box_of(mirrored.named("day").get_by_role("button", name="Help: Day"))
    assert title["x"] - mark["x"] - mark["width"] >= 5


def test_what_fields_say_has_room_at_its_beginning(mirrored):
    field = mirrored.named("day").locator(".ends input")
    expect(field).to_have_css("padding-right", "12px")
    expect(field).to_have_css("padding-left", "0px")


def test_a_chosen_word_has_the_colour_of_what_is_chosen(wide):
    option = wide.named("some").locator("option", has_text="b")
    look = option.evaluate(
        """option => {
          const { backgroundImage, webkitTextFillColor } = getComputedStyle(option);
          return [backgroundImage, webkitTextFillColor];
        }"""
    )
    assert look == [
        "linear-gradient(rgb(26, 102, 201) 0px, rgb(26, 102, 201) 0px)",
        "rgb(255, 255, 255)",
    ]


def test_a_slider_is_dragged_to_an_end_that_no_step_reaches(open_view):
    view = open_view("mirrored-far", app="mirrored")
    high = handle(view, "far, to")
    high.scroll_into_view_if_needed()
    box = box_of(high)
    mouse, middle = view.page.mouse, box["y"] + box["height"] / 2
    mouse.move(box["x"] + 9 + (box["width"] - 18) * 0.8, middle)
    mouse.down()
    mouse.move(box["x"] + box["width"] + 5, middle, steps=8)
    expect(high).to_have_value("10")
    mouse.up()
    for key, value in (("ArrowLeft", "8"), ("End", "10"), ("PageDown", "4")):
        high.press(key)
        expect(high).to_have_value(value)


# Where the words of a range stand, from left to right, each line by line.
WORDS = """element => {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node; (node = texts.nextNode()); ) {
    for (const { 0: word, index } of node.data.matchAll(/[0-9A-Za-z.]+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      found.push([range.getBoundingClientRect().x, word]);
    }
  }
  return found.sort((one, other) => one[0] - other[0]).map(each => each[1]).join(" ");
}"""


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("wide", "03 Feb 2026 04 Mar 2026"),
        ("mirrored", "04 Mar 2026 03 Feb 2026"),
    ],
)
def test_the_ends_of_a_range_stand_in_the_direction_of_reading(request, page, shown):
    value = request.getfixturevalue(page).named("days").locator(".value")
    eventually(lambda: value.evaluate(WORDS) == shown, lambda: value.evaluate(WORDS))
