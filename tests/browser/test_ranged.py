"""What ranges that follow the data take into account, and glyphs of values alone."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from support.wait import eventually


@pytest.fixture(scope="module")
def ranged(module_view):
    return module_view("ranged", app="ranged", viewport={"width": 400, "height": 3900})


@pytest.fixture
def figure(ranged):
    return lambda name: Plot(ranged, name)


def ends(plot, expected):
    eventually(lambda: plot.ends == expected, lambda: plot.ends)


def test_values_alone_make_one_glyph(figure):
    plot = figure("values")
    for at, colour in {
        (0.2, 0.2): "#ff0000",
        (0.6, 0.8): "#00ff00",
        (0.8, 0.2): "#0000ff",
    }.items():
        eventually(lambda at=at, colour=colour: plot.colour(*at) == colour)


def test_areas_count_as_data_do_while_they_are_to_be_seen(figure):
    ends(figure("areas"), [[-5, 20], [0, 40]])


def test_an_overview_reaches_to_what_its_tool_shows_and_keeps_still_meanwhile(figure):
    plot = figure("overview")
    ends(plot, [[0, 30], [0, 1]])
    plot.drag((25 / 30, 0.5), (10 / 30, 0.5))
    ends(
        figure("shown"),
        [[pytest.approx(5, abs=0.5), pytest.approx(15, abs=0.5)], [0, 1]],
    )
    ends(plot, [[0, 30], [0, 1]])


def test_decades_begin_at_what_is_above_zero(figure):
    y = figure("decades").ends[1]
    assert y == [pytest.approx(10), pytest.approx(1000)]


def test_ends_are_within_bounds_and_follow_with_some_room(figure):
    ends(figure("held"), [[7.5, 10.5], [0, 50]])


def test_a_range_follows_the_data_in_the_part_that_is_shown(ranged, figure):
    plot = figure("window")
    eventually(lambda: plot.ends == [[0, 10], [0, 10]])
    show = "figure => figure.model.get('x_range').setAll({ start: 40, end: 70 })"
    ranged.named("window").evaluate(show)
    eventually(lambda: plot.ends == [[40, 70], [50, 60]])


def test_factors_that_are_panned_move_in_all_figures_and_python_hears(figure, ranged):
    first, second = figure("first"), figure("second")
    eventually(lambda: second.colour(0.9, 0.5) == "#0000ff")
    first.drag((0.75, 0.5), (0.5, 0.5))
    eventually(lambda: second.colour(0.65, 0.5) == "#0000ff")
    eventually(lambda: second.colour(0.9, 0.5) != "#0000ff")
    expect(ranged.page.get_by_text("from 1.00")).to_be_visible()
    # Whoever sets other factors means all of them to be seen.
    ranged.page.get_by_role("button", name="fewer").click()
    eventually(lambda: second.colour(0.95, 0.5) == "#0000ff")
    eventually(lambda: second.colour(0.55, 0.5) == "#0000ff")
    eventually(lambda: second.colour(0.45, 0.5) != "#0000ff")


def test_a_key_of_what_is_gone_shows_nothing(ranged, figure):
    figure("keys")
    swatches = ranged.named("keys").locator("canvas[data-renderers]")
    expect(swatches).to_have_count(2)
    eventually(lambda: "#00ff00" in ranged.colours(swatches.nth(0)))
    eventually(lambda: "#00ff00" not in ranged.colours(swatches.nth(1)))


def test_an_area_tells_of_the_row_that_is_nearest(ranged, figure):
    figure("pointed").move(0.52, 0.3)
    expect(ranged.named("pointed").get_by_text("at 5", exact=True)).to_be_visible()


def test_an_area_is_told_of_once_it_is_chosen(ranged, figure):
    figure("picked").drag((0.1, 0.1), (0.5, 0.5))
    expect(ranged.page.get_by_text("geometries: [True]")).to_be_visible()


FIRST = "({ model }) => model.get('renderers')[0].get('data_source').get('data').x[0]"
LENGTH = FIRST.removesuffix("[0]") + ".length"


@pytest.fixture
def press(ranged):
    return lambda name: ranged.page.get_by_role("button", name=name).click()


def test_ends_that_a_callback_sets_last_while_data_are_between_them(
    figure, press, ranged
):
    led = figure("led")
    ends(led, [[0, 10], [0, 10]])
    press("lead")
    ends(led, [[2, 6], [0, 10]])
    press("near")
    eventually(lambda: ranged.named("led").evaluate(FIRST) == 5)
    ranged.wait_until_drawn()
    ranged.wait_until_silent()
    assert led.ends[0] == [2, 6]
    press("far")
    ends(led, [[100, 110], [0, 10]])
    press("near")
    ends(led, [[5, 20], [0, 10]])


def test_ends_that_come_with_their_data_or_before_them_stay(figure, press, ranged):
    sent = figure("sent")
    ends(sent, [[0, 10], [0, 10]])
    press("jump")
    ends(sent, [[2020, 2060], [0, 10]])
    ranged.wait_until_drawn()
    ranged.wait_until_silent()
    assert sent.ends == [[2020, 2060], [0, 10]]
    press("ahead")
    ends(sent, [[3000, 3100], [0, 10]])
    press("row")
    eventually(lambda: ranged.named("sent").evaluate(LENGTH) == 3)
    ranged.wait_until_drawn()
    ranged.wait_until_silent()
    assert sent.ends == [[3000, 3100], [0, 10]]


def test_who_has_panned_stays_wherever_data_go(figure, press, ranged):
    panned = figure("panned")
    ends(panned, [[5, 20], [0, 10]])
    panned.drag((0.5, 0.5), (0.2, 0.5))
    ends(panned, [[pytest.approx(9.5, abs=0.2), pytest.approx(24.5, abs=0.2)], [0, 10]])
    shown = panned.ends
    press("away")
    eventually(lambda: ranged.named("panned").evaluate(FIRST) == 100)
    ranged.wait_until_drawn()
    ranged.wait_until_silent()
    assert panned.ends == shown


def test_nothing_went_wrong(ranged):
    assert ranged.told() == []
