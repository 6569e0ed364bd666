"""Data in colours that were chosen for a light page are seen on a dark one."""

import pytest

from browser.plot import Plot
from browser.view import PIXEL
from support.wait import eventually


@pytest.fixture(scope="module")
def light(module_view):
    return module_view("dim-light", app="dim", color_scheme="light")


@pytest.fixture(scope="module")
def dark(module_view):
    return module_view("dim-dark", app="dim", color_scheme="dark")


def shade(colour):
    """Return how light a colour is, from 0 to 255."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return (3 * red + 6 * green + blue) / 10


def middle(view, name):
    """Return what is drawn in the middle of a figure, once it is drawn."""

    def seen():
        colour = Plot(view, name).colour(0.5, 0.5)
        return colour if colour != "nowhere" else None

    return eventually(seen)


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [
        ("line", 160, 220),
        ("span", 160, 220),
        ("head", 160, 220),
        ("marker", 110, 220),
        # Of columns, what is thin.
        ("edges", 160, 220),
        ("dots", 160, 220),
        # White words upon it can be read, too.
        ("area", 110, 150),
        ("faint", 40, 90),
        ("track", 40, 90),
        ("words", 110, 220),
    ],
)
def test_what_is_seen_on_a_light_page_is_seen_on_a_dark_one(dark, name, least, most):
    eventually(
        lambda: least < shade(middle(dark, name)) < most, lambda: middle(dark, name)
    )


@pytest.mark.parametrize(
    ("name", "colour"),
    [
        ("line", "#000000"),
        ("span", "#000000"),
        ("head", "#000000"),
        ("marker", "#000080"),
        ("area", "#222222"),
        ("faint", "#d3d3d3"),
        ("track", "#dddddd"),
        ("words", "#000080"),
    ],
)
def test_on_a_light_page_colours_are_as_chosen(light, name, colour):
    eventually(lambda: middle(light, name) == colour, lambda: middle(light, name))


@pytest.mark.parametrize("name", ["outline", "coded", "pictured", "grounded"])
def test_colours_on_grounds_of_their_own_and_of_data_stay(dark, name):
    # By then those are there that change.
    eventually(lambda: shade(middle(dark, "line")) > 160)
    eventually(lambda: middle(dark, name) == "#000000", lambda: middle(dark, name))


def test_words_on_what_is_bright_stay_dark(dark):
    eventually(lambda: shade(middle(dark, "words")) > 110)
    eventually(lambda: middle(dark, "bright") == "#000080")


def test_a_legend_shows_data_as_they_are_drawn(dark):
    swatch = dark.named("keyed").locator(".legend canvas")
    eventually(
        lambda: swatch.evaluate(PIXEL, [10, 7]) == middle(dark, "keyed"),
        lambda: (swatch.evaluate(PIXEL, [10, 7]), middle(dark, "keyed")),
    )
    assert shade(middle(dark, "keyed")) > 160


def test_a_legend_with_a_light_ground_shows_data_as_they_were_written(dark):
    swatch = dark.named("boxed").locator(".legend canvas")
    eventually(lambda: shade(middle(dark, "boxed")) > 160)
    eventually(
        lambda: swatch.evaluate(PIXEL, [10, 7]) == "#000000",
        lambda: swatch.evaluate(PIXEL, [10, 7]),
    )


def test_words_in_a_medium_grey_are_lighter_in_the_dark(dark, light):
    def greys(view):
        colours = view.colours(Plot(view, "named").canvas)
        return {colour for colour in colours if colour[1:3] == colour[3:5]}

    eventually(lambda: "#666666" in greys(light), lambda: greys(light))
    eventually(lambda: "#666666" not in greys(dark), lambda: greys(dark))
    assert max(shade(colour) for colour in greys(dark)) > 140


def test_data_follow_a_page_that_becomes_dark(open_view):
    view = open_view("dim-later", app="dim", color_scheme="light")
    eventually(lambda: middle(view, "line") == "#000000")
    view.page.emulate_media(color_scheme="dark")
    eventually(lambda: shade(middle(view, "line")) > 160, lambda: middle(view, "line"))
    view.page.emulate_media(color_scheme="light")
    eventually(lambda: middle(view, "line") == "#000000")


def test_what_was_drawn_for_a_dark_page_is_printed_on_its_ground(dark, light):
    printed = """element => {
      const { backgroundColor, printColorAdjust } = getComputedStyle(element);
      return [backgroundColor, printColorAdjust];
    }"""
    for view, ground, adjusted in (
        (dark, "rgb(22, 24, 29)", "exact"),
        (light, "rgba(0, 0, 0, 0)", "economy"),
    ):
        middle(view, "line")
        view.page.emulate_media(media="print")
        figure = view.named("line")
        eventually(
            lambda figure=figure, ground=ground, adjusted=adjusted: (
                figure.evaluate(printed) == [ground, adjusted]
            ),
            lambda figure=figure: figure.evaluate(printed),
        )
        view.page.emulate_media(media="screen")
