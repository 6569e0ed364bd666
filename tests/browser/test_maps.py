"""Maps of tiles, as people see and move them."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.view import box_of
from support.wait import eventually


SIZE = {"width": 1300, "height": 500}
EAST, WEST = (0.75, 0.75), (0.25, 0.75)
HALF = 20037508.34


def tile(z, x, y):
    """Return the colour of a tile that the site serves."""
    return f"#{40 + 20 * (z % 8):02x}{(x * 60) % 256:02x}{(y * 90) % 256:02x}"


@pytest.fixture
def maps(open_view, request):
    # What one test moves is nothing to the others.
    return open_view(request.node.name, app="maps", viewport=SIZE)


def shown(plot, place, colour):
    eventually(lambda: plot.colour(*place) == colour, lambda: plot.colour(*place))


def test_a_map_has_its_tiles_below_the_data(maps):
    plot = Plot(maps, "world")
    shown(plot, (0.4, 0.7), tile(1, 0, 0))
    shown(plot, (0.6, 0.7), tile(1, 1, 0))
    shown(plot, (0.4, 0.3), tile(1, 0, 1))
    shown(plot, (0.5, 0.5), "#000000")


def square(plot):
    box = box_of(plot.area)
    (left, right), (bottom, top) = plot.ends
    along = (top - bottom) / box["height"]
    return (right - left) / box["width"] == pytest.approx(along, rel=0.01)


def test_a_metre_is_as_long_across_as_upwards(maps):
    plot = Plot(maps, "world")
    eventually(lambda: square(plot), lambda: plot.ends)


def test_a_map_goes_on_beyond_its_ends_and_brings_other_levels(maps):
    plot = Plot(maps, "world")
    shown(plot, (0.6, 0.7), tile(1, 1, 0))
    for _ in range(3):
        plot.drag((0.7, 0.2), (0.2, 0.2))
    eventually(lambda: plot.ends[0][0] > HALF / 2)
    eventually(lambda: plot.colour(0.9, 0.7) in {tile(1, 0, 0), tile(1, 1, 0)})
    maps.named("world").get_by_role("button", name="Reset view").click()
    shown(plot, (0.6, 0.7), tile(1, 1, 0))
    plot.move(0.6, 0.7)
    for _ in range(4):
        plot.page.mouse.wheel(0, -240)
    # A pixel of red says the level: of the first, there were 60.
    eventually(lambda: plot.colour(0.6, 0.7).startswith(("#50", "#64", "#78")))


def test_a_map_shows_as_much_after_its_size_has_changed_and_gone_back(maps):
    plot = Plot(maps, "world")
    shown(plot, (0.6, 0.7), tile(1, 1, 0))

    def resize(width, height):
        box = box_of(plot.area)
        plot.area.evaluate(
            "(area, size) => area.getRootNode().host.model.setAll(size)",
            {"width": width, "height": height},
        )
        eventually(lambda: box_of(plot.area) != box)
        eventually(lambda: square(plot), lambda: plot.ends)

    resize(420, 300)
    first = plot.ends
    for _ in range(3):
        resize(200, 300)
        eventually(lambda: plot.ends != first)
        resize(420, 300)
        eventually(
            lambda: plot.ends == [pytest.approx(ends, rel=0.02) for ends in first],
            lambda: (first, plot.ends),
        )


def test_tiles_come_to_a_plot_that_was_made_anew_while_they_were_fetched(maps):
    page, plot = maps.page, Plot(maps, "world")
    shown(plot, (0.6, 0.7), tile(1, 1, 0))
    held = []
    page.route("**/tiles/**", lambda route: held.append(route))  # noqa: PLW0108 - playwright marks it
    plot.move(0.6, 0.7)
    for _ in range(4):
        page.mouse.wheel(0, -240)
    eventually(lambda: page.evaluate("1") and held)
    old = plot.canvas.element_handle()
    page.emulate_media(color_scheme="dark")
    eventually(lambda: not old.evaluate("canvas => canvas.isConnected"))
    # Those that are held go on now.
    page.unroute("**/tiles/**")
    eventually(lambda: plot.colour(0.6, 0.7).startswith(("#50", "#64", "#78")))


def test_tiles_that_failed_are_asked_for_again(maps):
    page, plot = maps.page, Plot(maps, "world")
    shown(plot, (0.6, 0.7), tile(1, 1, 0))
    failed = []

    def fail(route):
        failed.append(route.request.url)
        route.abort()

    page.route("**/tiles/**", fail)
    plot.move(0.6, 0.7)
    for _ in range(4):
        page.mouse.wheel(0, -240)
    eventually(lambda: page.evaluate("1") and failed)
    page.unroute("**/tiles/**")
    eventually(lambda: plot.colour(0.6, 0.7).startswith(("#50", "#64", "#78")))


@pytest.mark.parametrize("why", ["another part is shown", "the figure is gone"])
def test_tiles_that_nobody_wants_any_more_are_given_up(maps, why):
    """Else what is looked at now would wait behind them."""
    page, plot = maps.page, Plot(maps, "world")
    shown(plot, (0.6, 0.7), tile(1, 1, 0))
    held, given_up = [], []
    page.on("requestfailed", lambda request: given_up.append(request.url))
    page.route("**/tiles/**", lambda route: held.append(route.request.url))
    plot.move(0.6, 0.7)
    for _ in range(4):
        page.mouse.wheel(0, -240)
    eventually(lambda: page.evaluate("1") and held)
    if why == "the figure is gone":
        maps.named("world").evaluate("figure => figure.remove()")
    else:
        maps.named("world").get_by_role("button", name="Reset view").click()
    eventually(
        lambda: page.evaluate("1") and set(held) <= set(given_up),
        lambda: (held, given_up),
    )


def test_other_sources_count_from_below(maps):
    shown(Plot(maps, "below"), (0.4, 0.7), tile(1, 0, 1))


def test_whose_tiles_they_are_is_said_without_what_could_run(maps):
    credit = maps.named("world").locator(".attribution")
    expect(credit).to_have_text("© People")
    expect(credit.get_by_role("link")).to_have_attribute("href", "https://example.org")
    expect(credit.locator("img[onerror]")).to_have_count(0)


def test_nobody_is_named_for_tiles_that_are_hidden(maps):
    figure = maps.named("world")
    expect(figure.locator(".attribution")).to_have_text("© People")
    show = """(figure, shown) => figure.model.get("renderers").forEach((renderer) => {
      if (renderer.type === "TileRenderer") renderer.set("visible", shown);
    })"""
    figure.evaluate(show, False)
    expect(figure.locator(".attribution")).to_have_count(0)
    figure.evaluate(show, True)
    expect(figure.locator(".attribution")).to_have_text("© People")


def test_tiles_that_do_not_come_are_told_of_once_with_what_may_be_the_reason(maps):
    eventually(lambda: any("img-src" in told for told in maps.told()))
    assert sum("img-src" in told for told in maps.told()) == 1
    assert maps.violations() == []


def test_a_map_follows_its_data_and_keeps_its_proportions(open_view):
    view = open_view("map_data", app="map_data", viewport=SIZE)
    plot = Plot(view, "map")

    def shows(low, high):
        (left, right), (bottom, top) = plot.ends
        reach = left < low[0] and right > high[0] and bottom < low[1] and top > high[1]
        return reach and square(plot)

    eventually(lambda: shows((0, 0), (1e6, 1e5)), lambda: plot.ends)
    view.page.get_by_role("button", name="Elsewhere").click()
    eventually(lambda: shows((8e6, 4e6), (9e6, 7e6)), lambda: plot.ends)
    assert plot.ends[0][0] > 4e6
