"""Hatches that code draws, and hatches that are pictures."""

from browser.plot import Plot
from browser.test_javascript import EVAL
from browser.view import FRAMES
from support.wait import eventually


RED, TILE, NOTHING = "#ff0000", "#3c785a", "#ffffff"


def bars(plot):
    """Return what the four bars are covered with."""
    return [plot.colour(x / 5, 0.5) for x in range(1, 5)]


def test_bars_have_hatches_of_the_applications_own(open_view):
    view = open_view("textures", app="textures", policy=EVAL)
    plot = Plot(view, "textures")
    eventually(lambda: bars(plot) == [RED, TILE, NOTHING, NOTHING])
    assert view.violations() == []


def test_code_is_not_run_where_the_page_forbids_it(open_view):
    view = open_view("textures-not", app="textures")
    plot = Plot(view, "textures")
    eventually(lambda: any("--allow-eval" in words for words in view.told()))
    eventually(lambda: bars(plot) == [NOTHING, TILE, NOTHING, NOTHING])


def test_signs_of_the_applications_own_are_no_others(open_view):
    view = open_view("signs", app="textures", policy=EVAL)
    plot = Plot(view, "signs")
    eventually(lambda: plot.colour(1 / 5, 0.5) == RED)
    # What is crossed has gaps, and what no pattern is called has nothing.
    spots = [(x + dx, 0.5 + dx) for x in (2 / 5,) for dx in (0, 0.01, 0.02)]
    eventually(lambda: {plot.colour(x, y) for x, y in spots} != {RED})
    eventually(lambda: bars(plot)[2:] == [NOTHING, NOTHING])
    assert view.violations() == []


def test_pictures_that_come_late_are_in_legends_too(open_view):
    view = open_view("late", app="textures", policy=EVAL)
    plot = Plot(view, "late")
    swatch = view.named("late").locator(".legend canvas")
    held = []
    view.page.route("**/tiles/1/2/2.svg", lambda route: held.append(route))  # noqa: PLW0108 - playwright marks it
    view.page.get_by_role("button", name="Hang").click()
    eventually(lambda: view.page.evaluate(FRAMES) is None and held)
    view.page.evaluate(FRAMES)
    eventually(lambda: "#3c78b4" not in view.colours(swatch))
    held[0].continue_()
    eventually(lambda: plot.colour(1 / 5, 0.5) == "#3c78b4")
    eventually(lambda: "#3c78b4" in view.colours(swatch))


def test_a_texture_that_is_changed_later_is_drawn_anew(open_view):
    view = open_view("changed", app="textures", policy=EVAL)
    plot = Plot(view, "textures")
    eventually(lambda: bars(plot)[:2] == [RED, TILE])
    view.page.get_by_role("button", name="Renew").click()
    eventually(lambda: bars(plot)[:2] == ["#0000ff", "#3c78b4"])
