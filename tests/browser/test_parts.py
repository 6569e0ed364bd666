"""Graphs and contours, and looks that only some shapes have, as people see and use them."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.test_accessibility import DARK, LIGHT, violations
from browser.view import box_of
from support.wait import eventually


RED, GREEN, BLUE, YELLOW = "#ff0000", "#00ff00", "#0000ff", "#ffff00"
SIZE = {"width": 600, "height": 4250}


@pytest.fixture(scope="module")
def parts(module_view):
    view = module_view("parts", app="parts", viewport=SIZE)
    # Canvases are others when the code for further shapes has come.
    for name in (
        "linked",
        "adjacent",
        "contours",
        "corners",
        "words",
        "pointed",
        "behind",
    ):
        eventually(lambda name=name: BLUE in Plot(view, name).colours())
    return view


@pytest.fixture
def figure(parts):
    def find(name):
        # The page is that of all tests, in any order: nothing is selected or pointed at.
        parts.page.mouse.move(1, 1)
        parts.named(name).locator(".area").press("Escape")
        return Plot(parts, name)

    return find


A, B, C, ALONE = (0.25, 0.25), (0.75, 0.25), (0.75, 0.75), (0.25, 0.75)
AB, BC = (0.5, 0.25), (0.75, 0.5)


def test_nodes_stand_where_their_layout_says_over_the_edges(figure):
    figure("linked").shows(
        {**dict.fromkeys((A, B, C, ALONE), BLUE), AB: GREEN, BC: GREEN},
    )


def test_an_edge_that_is_pointed_at_shows_its_nodes(figure):
    plot = figure("linked")
    plot.move(*AB)
    plot.shows({AB: YELLOW, A: YELLOW, B: YELLOW, BC: GREEN, C: BLUE, ALONE: BLUE})
    expect(plot.view.named("linked").get_by_role("tooltip")).to_contain_text("a")
    plot.move(0.05, 0.05)
    plot.shows({AB: GREEN, A: BLUE})


def test_a_node_that_is_tapped_selects_its_edges(figure, parts):
    plot = figure("linked")
    plot.move(*C)
    plot.page.mouse.down()
    plot.page.mouse.up()
    expect(parts.named("heard")).to_have_text("linked [2] [1]")
    plot.move(0.05, 0.05)
    plot.shows({C: RED, BC: RED, AB: GREEN, A: BLUE})


def test_a_node_that_is_tapped_selects_its_neighbours(figure, parts):
    plot = figure("adjacent")
    plot.move(*A)
    plot.page.mouse.down()
    plot.page.mouse.up()
    expect(parts.named("heard")).to_have_text("adjacent [0, 1] []")
    plot.move(0.05, 0.05)
    plot.shows({A: RED, B: RED, C: BLUE, AB: GREEN})
    # A neighbour that was selected already is one of the next node's, too.
    plot.move(*C)
    plot.page.mouse.down()
    plot.page.mouse.up()
    expect(parts.named("heard")).to_have_text("adjacent [1, 2] []")
    plot.page.wait_for_timeout(600)  # no double click
    plot.page.mouse.down()
    plot.page.mouse.up()
    expect(parts.named("heard")).to_have_text("adjacent [] []")


def test_contours_are_areas_with_holes_and_lines(figure):
    figure("contours").shows({(0.2, 0.5): RED, (0.5, 0.5): GREEN, (0.625, 0.5): BLUE})
    eventually(lambda: figure("contours").colour(0.05, 0.5) not in {RED, GREEN, BLUE})


def test_contours_are_not_selected_unless_a_tool_names_them(figure, parts):
    plot = figure("contours")
    plot.move(0.2, 0.5)
    plot.page.mouse.down()
    plot.page.mouse.up()
    # What is heard comes in order: a later selection has overtaken none of theirs.
    linked = figure("linked")
    linked.move(*B)
    linked.page.mouse.down()
    linked.page.mouse.up()
    expect(parts.named("heard")).to_contain_text("linked [1]")
    plot.shows({(0.2, 0.5): RED, (0.5, 0.5): GREEN, (0.625, 0.5): BLUE})


def test_rows_of_a_glyph_that_was_added_keep_their_lines_as_they_step_back(figure):
    plot = figure("behind")
    plot.shows({(0.25, 0.5): BLUE})
    width = plot.area.evaluate("area => area.getBoundingClientRect().width")
    plot.shows({(0.75 + 30 / width, 0.5): GREEN})
    eventually(lambda: plot.colour(0.75, 0.5) not in {BLUE, GREEN})


def test_polygons_have_corners_and_bars_may_have_none(figure):
    plot = figure("corners")
    plot.shows({(0.25, 0.5): RED, (0.25, 0.68): RED, (0.75, 0.5): BLUE})
    # Beside the upper corner, and where the bar has round ones.
    for place in ((0.15, 0.68), (0.64, 0.86), (0.86, 0.14)):
        eventually(lambda place=place: plot.colour(*place) not in {RED, BLUE})


def test_each_corner_of_a_box_may_be_round(figure):
    plot = figure("corners")
    plot.shows({(0.02, 0.02): GREEN, (0.02, 0.23): GREEN, (0.23, 0.23): GREEN})
    eventually(lambda: plot.colour(0.24, 0.01) != GREEN)


def test_words_stand_in_boxes(figure):
    plot = figure("words")
    plot.shows({(0.53, 0.54): BLUE, (0.6, 0.5): RED})
    eventually(lambda: GREEN in plot.colours())
    eventually(lambda: plot.colour(0.45, 0.45) not in {RED, BLUE})


def test_colours_of_a_stack_are_mixed(figure):
    figure("stack").shows(
        {
            (0.25, 0.25): RED,
            (0.75, 0.25): BLUE,
            (0.25, 0.75): "#800080",
            (0.75, 0.75): GREEN,
        },
    )


def test_each_colour_stands_for_as_many_numbers(figure):
    colours = (RED, GREEN, BLUE, YELLOW)
    figure("ranks").shows(
        {((at + 0.5) / 4, 0.5): color for at, color in enumerate(colours)},
    )


def test_places_by_distance_and_direction(figure):
    figure("polar").shows({(0.02, 0.75): RED, (0.75, 0.02): RED})


def test_values_are_read_off_a_table(figure):
    figure("table").shows({(0.25, 0.25): RED, (0.75, 0.75): RED})


def test_each_row_has_its_dash(figure):
    plot = figure("dashes")
    plot.shows({(0.5, 0.25): RED, (0.05, 0.75): RED})
    eventually(lambda: plot.colour(0.5, 0.75) != RED)


def test_other_columns_may_say_what_colours_stand_for(figure):
    figure("domain").shows({(0.25, 0.25): RED, (0.75, 0.75): GREEN})


def test_what_is_pointed_at_looks_as_its_author_says(figure):
    plot = figure("pointed")
    plot.shows({(0.25, 0.5): BLUE, (0.5, 0.75): GREEN})
    plot.move(0.25, 0.5)
    plot.shows({(0.25, 0.5): YELLOW, (0.75, 0.5): BLUE, (0.5, 0.75): GREEN})
    plot.move(0.02, 0.75)
    plot.shows({(0.25, 0.5): BLUE, (0.5, 0.75): RED})
    plot.move(0.05, 0.05)
    plot.shows({(0.5, 0.75): GREEN})


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_page_of_it_is_accessible(open_view, scheme):
    view = open_view(f"axe-{scheme['color_scheme']}", app="parts", **scheme)
    view.plot.wait_for()
    assert violations(view.page) == []


def test_nothing_went_wrong(parts):
    assert parts.told() == []
    assert parts.violations() == []


def test_a_colour_bar_lies_down_when_the_window_gets_narrow(open_view):
    view = open_view("narrowed", app="parts")
    plot = Plot(view, "contours")
    bar = view.named("contours").locator("canvas.guide")

    def upright():
        box = box_of(bar)
        return box["height"] > box["width"]

    eventually(upright)
    # As high as before it would leave nothing to the plot, above which it goes.
    view.page.set_viewport_size({"width": 390, "height": 800})
    eventually(lambda: not upright(), lambda: f"{box_of(bar)}")
    eventually(lambda: box_of(plot.area)["height"] > 150)
