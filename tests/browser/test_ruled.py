"""Where ticks, bands and the ticks of colour bars are drawn."""

import pytest

from browser.plot import Plot
from browser.view import HEX, box_of
from support.wait import eventually


RED, GREEN, BLUE, YELLOW, CYAN = "#ff0000", "#00ff00", "#0000ff", "#ffff00", "#00ffff"

RUNS = (
    "(canvas, x) => {"
    + HEX
    + """
  const ratio = canvas.width / canvas.clientWidth;
  const { data } = context.getImageData(Math.round(x * ratio), 0, 1, canvas.height);
  const runs = [];
  for (let y = 0; y < canvas.height; y += 1) {
    const colour = data[4 * y + 3] === 255 ? hex(data, 4 * y) : "none";
    if (runs.at(-1)?.[0] === colour) runs.at(-1)[2] = (y + 1) / ratio;
    else runs.push([colour, y / ratio, (y + 1) / ratio]);
  }
  return runs;
}"""
)
"""Which colours follow one another down a canvas, and from where to where."""


@pytest.fixture(scope="module")
def ruled(module_view):
    view = module_view("ruled", app="ruled", viewport={"width": 1200, "height": 340})
    view.wait_until_drawn()
    return view


@pytest.fixture(scope="module")
def plot(ruled):
    return Plot(ruled, "ruled")


def test_minor_ticks_stand_between_the_major_ones_below_the_frame(plot):
    below = -6 / box_of(plot.area)["height"]
    eventually(lambda: plot.colour(0.5, below) == RED, lambda: plot.colour(0.5, below))
    eventually(lambda: [plot.colour(at, below) for at in (0.25, 0.75)] == [BLUE, BLUE])
    eventually(lambda: plot.colour(0.4, below) not in {RED, BLUE})
    above = 6 / box_of(plot.area)["height"]
    eventually(lambda: plot.colour(0.5, above) not in {RED, BLUE})


def test_minor_ticks_reach_into_the_frame_where_they_are_told_to(plot):
    width = box_of(plot.area)["width"]
    inside, outside = 6 / width, -6 / width
    eventually(lambda: plot.colour(inside, 0.25) == BLUE)
    eventually(lambda: plot.colour(inside, 0.75) == BLUE)
    eventually(lambda: plot.colour(outside, 0.25) != BLUE)


def test_every_second_band_of_a_grid_is_filled(plot):
    eventually(lambda: plot.colour(0.4, 0.75) == YELLOW)
    eventually(lambda: plot.colour(0.9, 0.55) == plot.colour(0.1, 0.95) == YELLOW)
    eventually(lambda: plot.colour(0.4, 0.25) != YELLOW)


def test_lines_at_minor_ticks_have_looks_of_their_own(plot):
    eventually(lambda: plot.colour(0.25, 0.4) == GREEN)
    eventually(lambda: plot.colour(0.75, 0.3) == GREEN)
    eventually(lambda: plot.colour(0.5, 0.4) != GREEN)


def test_ticks_reach_into_the_colours_of_a_bar_at_their_numbers(ruled):
    bar = ruled.named("barred").get_by_role("img", name="levels")
    wanted = [YELLOW, RED, CYAN, BLUE, CYAN]

    def runs(x):
        found = bar.evaluate(RUNS, x)
        return [run for run in found if run[0] in wanted and run[2] - run[1] > 2]

    eventually(lambda: [run[0] for run in runs(35)] == wanted, lambda: str(runs(35)))
    shown = runs(35)
    top, bottom = shown[0][1], shown[-1][2]
    assert bottom - top == pytest.approx(160, abs=1)
    shares = [((run[1] + run[2]) / 2 - top) / (bottom - top) for run in shown]
    assert shares[1] == pytest.approx(1 / 2, abs=0.02)
    assert shares[3] == pytest.approx(3 / 4, abs=0.02)
    assert [run[0] for run in runs(15)] == [YELLOW, CYAN]


def test_a_bar_above_a_narrow_figure_is_as_thick_as_beside_a_wide_one(ruled):
    bar = ruled.named("narrow").get_by_role("img", name="levels")
    eventually(lambda: {CYAN, YELLOW} <= ruled.colours(bar), "no colours")
    [run] = [run for run in bar.evaluate(RUNS, 30) if run[0] == CYAN]
    assert run[2] - run[1] == pytest.approx(40, abs=1)
    width = box_of(Plot(ruled, "narrow").area)["width"]
    eventually(lambda: box_of(bar)["width"] >= width)


def test_nothing_went_wrong(ruled):
    assert ruled.told() == []
