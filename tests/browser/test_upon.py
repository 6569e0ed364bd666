"""Elements stand at places of figures, and menus come up for what these show."""

import re

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.view import View, box_of, hold_back
from support.wait import eventually


@pytest.fixture
def view(open_view, request):
    view = open_view(request.node.name, app="upon")
    yield view
    assert view.told() == []
    assert view.violations() == []


def boxes(*places):
    """Return where several things are."""
    found = [box_of(place) for place in places]
    return [
        {**box, "right": box["x"] + box["width"], "bottom": box["y"] + box["height"]}
        for box in found
    ]


def menu(view, plot, x, y):
    plot.page.mouse.click(*plot._at(x, y), button="right")
    return view.document.get_by_role("menuitem")


def test_a_mark_looks_different_while_it_is_pointed_at(view):
    plot = Plot(view, "marked")
    eventually(lambda: {"#0000ff", "#00ff00"} <= plot.colours())
    plot.move(0.6, 0.4)
    expect(view.named("marked")).to_be_visible()
    wait(lambda: "#ff0000" in plot.colours() and "#0000ff" not in plot.colours())
    plot.move(0.1, 0.4)
    wait(lambda: "#ff00ff" in plot.colours() and "#0000ff" in plot.colours())
    plot.move(0.3, 0.1)
    wait(lambda: "#00ff00" in plot.colours())


def test_the_sides_of_a_line_are_filled(view):
    plot = Plot(view, "marked")
    # Yellow at an opacity of 0.4 over white.
    wait(lambda: plot.colour(0.5, 0.95) == "#ffff99")
    eventually(lambda: plot.colour(0.5, 0.85) != "#ffff99")


def test_what_is_under_the_pointer_has_its_own_menu(view):
    plot = Plot(view, "marked")
    expect(menu(view, plot, 0.6, 0.4)).to_have_text("of the box")
    view.page.keyboard.press("Escape")
    expect(menu(view, plot, 0.2, 0.8)).to_have_text("of the dot")
    view.page.keyboard.press("Escape")
    expect(menu(view, plot, 0.5, -0.05)).to_have_text("of the axis")


def test_elements_stand_at_boxes_and_rows_and_move_with_them(view):
    plot = Plot(view, "marked")
    tip = view.named("marked").get_by_role("tooltip").filter(has_text="Box")
    row = view.named("marked").get_by_role("tooltip").filter(has_text="Row")
    for place in (tip, row):
        expect(place).to_be_visible()

    def stands(shift):
        above, beside = boxes(tip, row)
        x, y = plot._at(0.6 + shift, 0.6)
        assert above["x"] + above["width"] / 2 == pytest.approx(x, abs=3)
        assert above["bottom"] == pytest.approx(y - 10, abs=4)
        x, y = plot._at(0.2 + shift, 0.8)
        assert beside["x"] == pytest.approx(x + 10, abs=4)
        assert beside["y"] + beside["height"] / 2 == pytest.approx(y, abs=3)
        return True

    wait(lambda: stands(0))
    plot.drag((0.3, 0.1), (0.5, 0.1))
    wait(lambda: stands(0.2))
    plot.drag((0.9, 0.1), (0.1, 0.1))
    # Beyond the frame, there is no place for it.
    expect(row).to_be_hidden()


def test_a_panel_stands_in_a_corner_and_knows_how_wide_the_frame_is(view):
    plot = Plot(view, "marked")
    panel = view.named("credit")
    expect(panel).to_be_visible()

    def fits():
        inner, outer = boxes(panel, plot.area)
        assert inner["x"] == pytest.approx(outer["x"], abs=2)
        assert inner["bottom"] == pytest.approx(outer["bottom"], abs=2)
        assert inner["width"] == pytest.approx(outer["width"], abs=2)
        return True

    wait(fits)


def test_a_selection_that_stays_has_looks_a_menu_and_elements(view):
    plot = Plot(view, "kept")
    bar = view.named("bar")
    plot.drag((0.3, 0.3), (0.7, 0.7))
    expect(bar).to_be_visible()
    expect(view.named("visible")).to_have_text("shown")

    def fits():
        (below,) = boxes(bar)
        left, bottom = plot._at(0.3, 0.3)
        assert below["x"] == pytest.approx(left, abs=2)
        assert below["y"] == pytest.approx(bottom, abs=2)
        width = 0.4 * box_of(plot.area)["width"]
        assert below["width"] == pytest.approx(width, abs=2)
        return True

    wait(fits)
    look = view.named("kept").locator(".look")
    plot.move(0.6, 0.6)
    expect(look).to_have_css("background-color", "color(srgb 1 1 0)")
    middle = view.named("kept").locator(".handle.middle")
    expect(middle).to_have_css("background-color", "color(srgb 1 0 0)")
    side = view.named("kept").locator(".handle.left:not(.top, .bottom)")
    colour = "element => getComputedStyle(element, '::before').backgroundColor"
    eventually(lambda: side.evaluate(colour) == "color(srgb 0 1 0)")
    expect(menu(view, plot, 0.6, 0.6)).to_have_text("of the selection")
    view.page.keyboard.press("Escape")
    bar.get_by_role("button", name="Clear").click()
    expect(bar).to_have_count(0)
    expect(look).to_have_count(0)
    expect(view.named("visible")).to_have_text("hidden")


def test_a_template_shows_the_group_of_the_row_that_is_pointed_at(view):
    plot = Plot(view, "pointed")
    plot.area.scroll_into_view_if_needed()
    eventually(lambda: not {"#ff0000", "#0000ff"} & plot.colours())
    plot.move(0.2, 0.5)
    wait(lambda: {"#ff0000", "#0000ff"} & plot.colours() == {"#ff0000"})
    plot.move(0.8, 0.5)
    wait(lambda: {"#ff0000", "#0000ff"} & plot.colours() == {"#0000ff"})


def test_an_examiner_finds_models_and_shows_what_they_hold_now(view):
    examiner = view.named("examiner")
    examiner.get_by_role("searchbox").fill("HoverTool")
    expect(examiner.locator("summary")).to_have_text(["HoverTool"])
    examiner.get_by_role("searchbox").fill("x_range")
    expect(examiner.get_by_role("status")).to_contain_text("of")
    examiner.locator("summary", has_text="Figure pointed").click()
    expect(examiner.locator("dl")).to_contain_text("Range1d")
    expect(examiner.locator("dt.chosen", has_text="name")).to_have_count(1)


def test_an_examiner_lists_what_is_known_only_later(context_factory, site):
    page = context_factory().new_page()
    release = hold_back(page, "figure")
    page.goto(site.page("upon", "examined-early"))
    count = View(page).named("examiner").get_by_role("status")
    expect(count).to_have_text(re.compile(r"^\d+ of \d+ models$"))
    before = count.inner_text()
    release()
    expect(count).not_to_have_text(before)


def wait(condition):
    eventually(lambda: quiet(condition), "what was expected never came")


def quiet(condition):
    try:
        return condition()
    except AssertionError:
        return False


def test_the_tools_of_a_figure_are_a_menu_if_it_is_to_have_one_by_itself(view):
    plot = Plot(view, "offered")
    eventually(lambda: "#888888" in plot.colours())
    view.named("offered").scroll_into_view_if_needed()
    plot.page.mouse.click(*plot._at(0.5, 0.1), button="right")
    tools = view.document.get_by_role("menu", name="Plot tools")
    expect(tools.get_by_role("menuitemcheckbox")).to_have_text(
        ["Pan", "Box zoom", "Hover"]
    )
    expect(tools.get_by_role("menuitem")).to_have_text(["Zoom in"])
    expect(tools.get_by_role("menuitemcheckbox", checked=True)).to_have_text(
        ["Pan", "Hover"]
    )
    tools.get_by_role("menuitemcheckbox", name="Box zoom").click()
    expect(tools).to_have_count(0)
    plot.page.mouse.click(*plot._at(0.5, 0.1), button="right")
    expect(tools.get_by_role("menuitemcheckbox", checked=True)).to_have_text(
        ["Box zoom", "Hover"]
    )


def test_a_menu_of_tools_follows_those_of_a_figure_elsewhere(view):
    plot = Plot(view, "offered")
    eventually(lambda: "#888888" in plot.colours())
    page = view.page
    view.named("elsewhere").click(button="right")
    expect(view.document.get_by_role("menuitem", name="Tools")).to_be_focused()
    page.keyboard.press("ArrowRight")
    tools = view.document.get_by_role("menu", name="Plot tools")
    expect(tools.get_by_role("menuitemcheckbox", checked=True)).to_have_text(
        ["Pan", "Hover"]
    )
    expect(tools.get_by_role("menuitemcheckbox", name="Pan")).to_be_focused()
    page.keyboard.press("z")
    expect(tools.get_by_role("menuitem", name="Zoom in")).to_be_focused()
    page.keyboard.press("Enter")
    expect(view.document.get_by_role("menu")).to_have_count(0)
    # What was at 2 of 10 is farther from the middle.
    eventually(lambda: "#888888" not in (plot.colour(0.2, 0.5), plot.colour(0.8, 0.5)))
