"""Rows are selected with boxes, lassos, polygons, taps and keys, and Python hears it."""

import re

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.test_accessibility import DARK, LIGHT, violations
from browser.view import View, box_of, hold_back
from support.wait import eventually


RED, BLUE, GREEN = "#ff0000", "#0000ff", "#00ff00"


@pytest.fixture
def view(open_view, request):
    made = open_view(request.node.name, app="selecting")
    made.page.locator("docsync-figure .toolbar button").last.wait_for()
    return made


@pytest.fixture
def plot(view):
    return Plot(view, "points")


def colours(plot):
    """Return the colours of the four dots, which stand on a diagonal."""
    return [plot.colour(at / 5, at / 5) for at in (1, 2, 3, 4)]


def use(plot, name):
    plot.view.named("points").get_by_role("button", name=name, exact=True).click()


def test_a_box_selects_and_shows_what_is_in_it(plot):
    eventually(lambda: colours(plot) == [BLUE] * 4)
    plot.drag((0.3, 0.3), (0.7, 0.7))
    plot.view.says("dots [1, 2]")
    eventually(lambda: colours(plot) == [GREEN, RED, RED, GREEN])
    plot.drag((0.05, 0.75), (0.15, 0.95))
    plot.view.says("dots []")
    eventually(lambda: colours(plot) == [BLUE] * 4)


def test_a_box_that_is_drawn_before_the_code_has_come_selects_then(
    context_factory, site
):
    page = context_factory().new_page()
    release = hold_back(page, "select")
    page.goto(site.page("selecting", "drawn-early"))
    plot = Plot(View(page), "points")
    plot.drag((0.3, 0.3), (0.7, 0.7))
    release()
    plot.view.says("dots [1, 2]")
    eventually(lambda: colours(plot) == [GREEN, RED, RED, GREEN])


@pytest.mark.parametrize(
    ("keys", "rows"),
    [
        (("Shift",), "[1, 2, 3]"),
        (("Control",), "[2]"),
        (("Control", "Shift"), "[1]"),
    ],
    ids=["appends", "intersects", "subtracts"],
)
def test_keys_say_what_becomes_of_what_was_selected(plot, keys, rows):
    plot.drag((0.3, 0.3), (0.7, 0.7))
    plot.view.says("dots [1, 2]")
    for key in keys:
        plot.page.keyboard.down(key)
    plot.drag((0.5, 0.5), (0.9, 0.9))
    for key in keys:
        plot.page.keyboard.up(key)
    plot.view.says(f"dots {rows}")


def test_a_lasso_selects_what_it_encloses_while_it_is_drawn(plot):
    use(plot, "Lasso select")
    corners = [(0.1, 0.1), (0.5, 0.3), (0.5, 0.5), (0.1, 0.5)]
    plot.move(*corners[0])
    plot.page.mouse.down()
    for corner in corners[1:]:
        plot.page.mouse.move(*plot._at(*corner), steps=5)
    plot.view.says("dots [0, 1]")
    plot.page.mouse.up()
    expect(plot.view.document.locator(".lasso")).to_have_count(0)
    plot.view.says("dots [0, 1]")


def test_a_polygon_selects_what_is_between_its_corners(plot):
    for corner in [(0.5, 0.5), (0.95, 0.5), (0.95, 0.95), (0.5, 0.95)]:
        plot.page.mouse.click(*plot._at(*corner))
    plot.area.press("Enter")
    plot.view.says("dots [2, 3]")


def test_a_tap_selects_and_frees_again(plot):
    use(plot, "Tap to select")
    plot.page.mouse.click(*plot._at(0.4, 0.4))
    plot.view.says("dots [1]")
    plot.page.wait_for_timeout(400)
    plot.page.mouse.click(*plot._at(0.4, 0.4))
    plot.view.says("dots []")
    plot.page.wait_for_timeout(400)
    plot.page.mouse.click(*plot._at(0.8, 0.8))
    plot.view.says("dots [3]")
    plot.page.wait_for_timeout(400)
    plot.page.mouse.click(*plot._at(0.1, 0.9))
    plot.view.says("dots []")


def test_a_box_of_one_direction_takes_the_bars_that_it_touches(view):
    chart = Plot(view, "chart")
    before = chart.colour(0.6, 0.2)
    chart.drag((0.25, 0.9), (0.5, 0.95))
    chart.view.says("bars [0, 1]")
    eventually(lambda: chart.colour(0.6, 0.2) != before)
    eventually(lambda: chart.colour(0.2, 0.2) == BLUE)


def test_what_python_selects_is_shown_to_all(open_view):
    one, two = (open_view("both", app="selecting") for _ in range(2))
    first, second = Plot(one, "points"), Plot(two, "points")
    first.drag((0.3, 0.3), (0.7, 0.7))
    eventually(lambda: colours(second) == [GREEN, RED, RED, GREEN])


def test_rows_are_selected_without_a_mouse(plot):
    keyboard = plot.page.keyboard
    plot.area.focus()
    keyboard.press("Enter")
    plot.view.says("dots [0, 1, 2, 3]")
    keyboard.press("Escape")
    plot.view.says("dots []")
    plot.view.page.get_by_text("Data table of Points").focus()
    keyboard.press("Enter")
    expect(plot.page.get_by_role("checkbox", name="Select row 1")).to_be_visible()
    keyboard.press("Tab")
    keyboard.press("Space")
    plot.view.says("dots [0]")
    keyboard.press("Tab")
    keyboard.press("Tab")
    keyboard.press("Space")
    plot.view.says("dots [0, 2]")


def test_escape_gives_up_a_box_that_is_being_drawn(plot):
    plot.area.focus()
    plot.move(0.3, 0.3)
    plot.page.mouse.down()
    plot.page.mouse.move(*plot._at(0.7, 0.7), steps=5)
    box = plot.view.document.locator(".selection")
    expect(box).to_have_count(1)
    plot.page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    plot.page.mouse.up()
    plot.page.wait_for_timeout(200)
    plot.view.says("dots nothing")


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_axe_finds_nothing_wrong(open_view, scheme):
    view = open_view(f"axe-select-{scheme['color_scheme']}", app="selecting", **scheme)
    plot = Plot(view, "points")
    plot.drag((0.3, 0.3), (0.7, 0.7))
    view.page.get_by_text("Data table of Points").focus()
    view.page.keyboard.press("Enter")
    expect(view.document.get_by_role("checkbox").first).to_be_visible()
    assert violations(view.page) == []


def test_code_for_selecting_is_loaded_only_where_there_are_tools_for_it(
    context_factory, site
):
    page = context_factory().new_page()
    loaded = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(site.page("linked", "unselected"))
    expect(page.locator("canvas").first).to_be_visible()
    page.wait_for_timeout(200)
    assert any("/figure-" in url for url in loaded)
    assert not any("/select-" in url for url in loaded)


def test_the_box_that_is_zoomed_into_looks_as_its_tool_says(view):
    free = Plot(view, "free")
    view.named("free").get_by_role("button", name="Box zoom").click()
    free.area.scroll_into_view_if_needed()
    free.move(0.2, 0.2)
    view.page.mouse.down()
    free.move(0.5, 0.5)
    free.move(0.6, 0.6)
    view.wait_until_drawn()
    free.move(0.7, 0.7)
    box = view.named("free").locator(".selection")
    expect(box).to_have_css(
        "background-color", re.compile(r"^color\(srgb 1 0 0 / 0\.5\)")
    )
    view.page.mouse.up()
    expect(box).to_have_count(0)


# Ranges


def ends(view):
    return view.named("ends").locator(".content").inner_text()


def test_python_is_told_the_ends_that_follow_from_the_data(view):
    eventually(lambda: ends(view) == "ends -0.5 10.5", lambda: ends(view))


def test_and_those_that_a_person_pans_to_until_they_are_reset(view):
    free = Plot(view, "free")
    eventually(lambda: ends(view) == "ends -0.5 10.5", lambda: ends(view))
    free.area.scroll_into_view_if_needed()
    free.drag((0.5, 0.5), (0.75, 0.5))
    eventually(lambda: ends(view).startswith("ends -3.2"), lambda: ends(view))
    view.named("free").get_by_role("button", name="Reset view").click()
    eventually(lambda: ends(view) == "ends -0.5 10.5", lambda: ends(view))


COUNT_DRAWINGS = """element => {
  const context = element.getRootNode().host.shadowRoot.querySelector(".canvas > canvas").getContext("2d");
  const clear = context.clearRect;
  window.drawings = 0;
  context.clearRect = (...box) => { window.drawings += 1; clear.apply(context, box); };
}"""
GROW = """element => {
  const renderer = element.getRootNode().host.model.get("renderers").find(({ type }) => type === "GlyphRenderer");
  renderer.get("data_source").set("data", { x: [0, 20], y: [0, 20] });
}"""


def test_ends_that_are_told_are_not_drawn_once_more(view):
    free = Plot(view, "free")
    eventually(lambda: ends(view) == "ends -0.5 10.5", lambda: ends(view))
    free.area.evaluate(COUNT_DRAWINGS)
    free.area.evaluate(GROW)
    eventually(lambda: ends(view) == "ends -1 21", lambda: ends(view))
    view.wait_until_drawn()
    eventually(lambda: view.page.evaluate("window.drawings") == 1)


def test_pages_that_follow_the_same_data_tell_it_once(open_view):
    one, two = (open_view("told-once", app="selecting") for _ in range(2))
    for view in (one, two):
        eventually(lambda view=view: ends(view) == "ends -0.5 10.5")
        view.wait_until_silent()


def test_what_is_not_selected_fades_with_its_outline(open_view):
    dots = Plot(open_view("receding", app="receding"), "dots")
    eventually(lambda: dots.colour(0.25, 0.25) == RED)
    side = 36 / box_of(dots.area)["width"]  # where there is only the outline
    eventually(lambda: dots.colour(0.75 + side, 0.75) in {"#ffe5e5", "#ffe6e6"})


def test_areas_only_fade_of_what_is_put_together_by_hand(open_view):
    dots = Plot(open_view("receding", app="receding"), "by_hand")
    eventually(lambda: dots.colour(0.25, 0.25) == RED)
    side = 36 / box_of(dots.area)["width"]  # where there is only the outline
    eventually(lambda: dots.colour(0.75 + side, 0.75) == RED)


def test_a_line_that_is_muted_fades(open_view):
    view = open_view("receding", app="receding")
    lines = Plot(view, "lines")
    eventually(lambda: lines.colour(0.3, 0.75) == RED)
    view.named("lines").get_by_role("button", name="third").click()
    eventually(lambda: lines.colour(0.3, 0.75) == "#ffcccc")
    eventually(lambda: lines.colour(0.3, 0.25) == RED)


def test_a_picture_that_is_muted_fades(open_view):
    view = open_view("receding", app="receding")
    image = Plot(view, "image")
    eventually(lambda: image.colour(0.3, 0.75) == RED)
    view.named("image").get_by_role("button", name="all").click()
    eventually(lambda: image.colour(0.3, 0.75) == "#ffcccc")


@pytest.mark.parametrize("height", [0.25, 0.5], ids=["line", "steps"])
def test_of_a_line_what_is_between_selected_points_stays(open_view, height):
    path = Plot(open_view("receding", app="receding"), "path")
    eventually(lambda: path.colour(0.375, height) == BLUE)
    faded = {"#ffe5e5", "#ffe6e6"}
    eventually(lambda: {path.colour(at, height) for at in (0.1, 0.6, 0.9)} <= faded)


def test_an_area_is_selected_with_a_row_of_it(open_view):
    path = Plot(open_view("receding", app="receding"), "path")
    eventually(lambda: path.colour(0.9, 0.9) == BLUE)


def test_a_line_that_is_tapped_looks_selected(open_view):
    view = open_view("tapped", app="receding")
    path = Plot(view, "path")
    view.page.locator("docsync-figure .toolbar button").last.wait_for()
    eventually(lambda: path.colour(0.375, 0.75) == RED)
    path.area.scroll_into_view_if_needed()
    path.move(0.5, 0.75)
    path.page.mouse.down()
    path.page.mouse.up()
    eventually(lambda: path.colour(0.375, 0.75) == BLUE)


def test_a_lasso_is_drawn_over_the_plot(plot):
    use(plot, "Lasso select")
    plot.move(0.1, 0.1)
    plot.page.mouse.down()
    plot.move(0.5, 0.1)
    plot.move(0.5, 0.5)
    lasso = plot.view.named("points").locator(".lasso")
    expect(lasso).to_have_css("position", "absolute")
    expect(lasso).to_have_css("pointer-events", "none")
    plot.page.mouse.up()
    expect(lasso).to_have_count(0)
