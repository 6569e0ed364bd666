"""Planes within figures, shapes at ends of lines, named places and scale bars, as drawn."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.view import box_of
from support.wait import eventually


RED, GREEN, BLUE, YELLOW = "#ff0000", "#00ff00", "#0000ff", "#ffff00"
SIZE = {"width": 1000, "height": 900}


@pytest.fixture(scope="module")
def inner(module_view):
    view = module_view("inner", app="inner", viewport=SIZE)
    for name in ("planes", "heads", "named", "bars"):
        eventually(lambda name=name: {RED, BLUE} <= Plot(view, name).colours())
    return view


def test_each_plane_fills_its_part_of_the_figure(inner):
    Plot(inner, "planes").shows(
        {(0.2, 0.25): RED, (0.2, 0.75): BLUE, (0.5, 0.5): GREEN, (0.41, 0.73): GREEN},
    )
    eventually(lambda: Plot(inner, "planes").colour(0.38, 0.5) != GREEN)


def test_a_plane_moves_with_its_target_and_hides_with_its_group(open_view):
    inner = open_view("inner-move", app="inner", viewport=SIZE)
    plot = Plot(inner, "planes")
    plot.shows({(0.5, 0.5): GREEN})
    inner.page.get_by_role("button", name="hide").click()
    eventually(lambda: plot.colour(0.5, 0.5) != GREEN)
    inner.page.get_by_role("button", name="hide").click()
    plot.shows({(0.5, 0.5): GREEN})
    inner.page.get_by_role("button", name="move").click()
    plot.shows({(0.5, 0.05): GREEN})
    eventually(lambda: plot.colour(0.5, 0.5) != GREEN)


def test_panning_moves_planes_with_the_figure_and_reset_brings_them_back(inner):
    plot = Plot(inner, "planes")
    plot.drag((0.1, 0.1), (0.1, 0.35))
    plot.shows({(0.2, 0.5): RED})
    plot.press("Reset view")
    plot.shows({(0.2, 0.25): RED, (0.2, 0.75): BLUE})


SHOWN = """view => view.model.get("renderers").slice(0, 2).map((each) => {
  const range = each.get("coordinates").get("y_source");
  return [range.get("start"), range.get("end")];
})"""


def test_the_wheel_zooms_the_plane_that_is_pointed_at(open_view):
    view = open_view("inner-wheel", app="inner", viewport=SIZE)
    plot = Plot(view, "planes")
    plot.shows({(0.2, 0.25): RED, (0.2, 0.75): BLUE})
    before = plot.ends
    plot.move(0.2, 0.25)
    plot.page.mouse.wheel(0, -240)
    eventually(lambda: view.named("planes").evaluate(SHOWN)[0][1] < 95)
    low, high = view.named("planes").evaluate(SHOWN)[0]
    assert low + high == pytest.approx(100, abs=2)
    eventually(lambda: view.named("planes").evaluate(SHOWN)[1] == [0, 100])
    eventually(lambda: plot.ends == before)
    plot.shows({(0.2, 0.25): RED, (0.2, 0.75): BLUE})


HIT_ALL = """({ model }) => {
  const tools = model.get("toolbar").get("tools");
  tools.find(({ type }) => type === "WheelZoomTool").set("hit_test", false);
}"""


def test_the_wheel_zooms_all_planes_about_their_own_middles(open_view):
    view = open_view("inner-places", app="inner", viewport=SIZE)
    plot = Plot(view, "planes")
    plot.shows({(0.2, 0.25): RED, (0.2, 0.75): BLUE})
    view.named("planes").evaluate(HIT_ALL)
    plot.move(0.2, 0.1)
    plot.page.mouse.wheel(0, -240)
    eventually(lambda: view.named("planes").evaluate(SHOWN)[0][1] < 95)
    for low, high in view.named("planes").evaluate(SHOWN):
        assert low + high == pytest.approx(100, abs=0.1)
    plot.shows({(0.2, 0.25): RED, (0.2, 0.75): BLUE})


def test_a_button_zooms_the_planes_of_its_renderers_alone(open_view):
    view = open_view("inner-button", app="inner", viewport=SIZE)
    plot = Plot(view, "planes")
    plot.shows({(0.2, 0.25): RED})
    before = plot.ends
    plot.press("Zoom in (vertical)")
    eventually(
        lambda: view.named("planes").evaluate(SHOWN) == [[5, 95], [0, 100]],
        lambda: view.named("planes").evaluate(SHOWN),
    )
    eventually(lambda: plot.ends == before)


def test_shapes_stand_at_the_ends_and_in_the_middle(inner):
    plot = Plot(inner, "heads")
    plot.shows(
        {(0.77, 0.8): GREEN, (0.2, 0.84): BLUE, (0.2, 0.76): BLUE, (0.47, 0.3): GREEN},
    )
    eventually(lambda: plot.colour(0.83, 0.8) != GREEN)
    # Where a line lies between two pixels of the screen, one beside it has its colour.
    eventually(lambda: RED in {plot.colour(0.52, y) for y in (0.298, 0.3, 0.302)})


def test_named_places_are_those_of_the_frame_and_of_boxes(inner):
    plot = Plot(inner, "named")
    box = box_of(plot.area)
    x, y = (lambda px: px / box["width"]), (lambda px: 1 - px / box["height"])
    plot.shows({(x(44), y(24)): RED, (0.5 - x(44), 0.51): RED})
    eventually(lambda: plot.colour(x(36), y(24)) != RED)
    eventually(lambda: plot.colour(x(44), y(16)) != RED)
    plot.shows(
        {
            (0.5 - x(36), 0.53): BLUE,
            (1 - x(44), 0.53): BLUE,
            (0.5, y(box["height"] - 20)): GREEN,
        },
    )
    eventually(lambda: plot.colour(0.6, 0.8) != BLUE)
    eventually(lambda: YELLOW in plot.colours())


def test_html_titles_and_labels_are_words(inner):
    expect(inner.named("named").locator(".guide.title")).to_have_text("<i>as it is</i>")
    expect(inner.named("named").locator("i:text-is('as it is')")).to_have_count(0)


def lengths(plot, colour):
    """Return how far across and along a colour reaches, in CSS pixels."""
    return plot.canvas.evaluate(
        """(canvas, wanted) => {
          const { width, height } = canvas;
          const copy = document.createElement("canvas");
          Object.assign(copy, { width, height });
          const context = copy.getContext("2d", { willReadFrequently: true });
          context.drawImage(canvas, 0, 0);
          const { data } = context.getImageData(0, 0, width, height);
          const xs = [], ys = [];
          for (let at = 0; at < data.length; at += 4) {
            if (wanted.every((part, index) => data[at + index] === part)) {
              xs.push((at / 4) % width);
              ys.push(Math.floor(at / 4 / width));
            }
          }
          const reach = (all) => (Math.max(...all) - Math.min(...all) + 1) * canvas.clientWidth / width;
          return [reach(xs), reach(ys)];
        }""",
        [int(colour[at : at + 2], 16) for at in (1, 3, 5)],
    )


def test_scale_bars_are_as_long_as_they_say(inner):
    plot = Plot(inner, "bars")
    box = box_of(plot.area)
    wide, thick = lengths(plot, RED)
    # A fifth of 1000 eV becomes the next value that reads well, 250 eV.
    assert wide == pytest.approx(box["width"] * 0.25, abs=1.5)
    assert thick == pytest.approx(8, abs=1)
    eventually(
        lambda: lengths(plot, BLUE)[1] == pytest.approx(box["height"] * 0.4, abs=1.5)
    )


def test_nothing_goes_wrong(inner):
    assert inner.told() == []
    assert inner.violations() == []
