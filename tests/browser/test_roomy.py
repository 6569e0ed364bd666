"""Numbers stay whole, columns and frames get their room, and more beyond an edge is told of."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.view import box_of
from support.wait import eventually


HIDDEN = "grid => [grid.hasAttribute('data-before'), grid.hasAttribute('data-after')]"


@pytest.fixture
def view(open_view, request):
    return open_view(
        request.node.name, app="roomy", viewport={"width": 640, "height": 900}
    )


def test_numbers_in_a_crowded_row_stay_whole(view):
    for words in ("1,234,567", "12,345,678", "123,456"):
        number = view.page.get_by_role("heading", name=words)
        eventually(lambda number=number: box_of(number)["height"] < 30)
        box, page = box_of(number), view.page.viewport_size["width"]
        assert box["x"] + box["width"] <= page


def test_texts_and_gaps_in_a_row_are_as_high_as_it_is(view):
    def heights():
        cards = [box_of(view.named(name)) for name in ("low", "high", "aligned", "gap")]
        return [card["height"] for card in cards]

    def alike():
        low, high, aligned, gap = heights()
        return low == high > aligned and gap >= high

    eventually(alike, lambda: str(heights()))


def test_a_column_is_widened_for_longer_numbers(view):
    cell = view.named("table").get_by_role("gridcell").nth(1)
    before = box_of(view.named("table"))["width"]
    view.page.get_by_role("button", name="longer").click()
    expect(cell).to_have_text("123456.789")
    eventually(lambda: cell.evaluate("each => each.scrollWidth <= each.clientWidth"))
    eventually(lambda: box_of(view.named("table"))["width"] > before)


def test_a_frame_without_axes_takes_nearly_all_of_its_figure(view):
    area = Plot(view, "bare").area
    eventually(lambda: (box_of(area)["width"], box_of(area)["height"]) == (290, 140))


def test_a_frame_without_a_ground_shows_that_of_its_styles(view):
    canvas = view.named("colored").locator("canvas").first
    frame = {"#90ee90", "#ffffff"}
    eventually(lambda: view.colours(canvas) & frame == {"#90ee90"})


def test_a_grid_that_goes_on_beyond_an_edge_says_so(view):
    view.page.set_viewport_size({"width": 390, "height": 900})
    grid = view.named("grid").locator(".grid")
    eventually(lambda: grid.evaluate(HIDDEN) == [False, True])
    grid.evaluate("grid => grid.scrollTo(40, 0)")
    eventually(lambda: grid.evaluate(HIDDEN) == [True, True])
    grid.evaluate("grid => grid.scrollTo(9999, 0)")
    eventually(lambda: grid.evaluate(HIDDEN) == [True, False])
    view.page.set_viewport_size({"width": 900, "height": 900})
    eventually(lambda: grid.evaluate(HIDDEN) == [False, False])
