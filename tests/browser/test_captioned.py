"""Labels at the sides of a figure take room there, and stand in it."""

import pytest

from browser.plot import Plot
from browser.view import box_of
from support.wait import eventually


SPOT = """(canvas, [red, green, blue]) => {
  const { data, width } = canvas.getContext("2d")
    .getImageData(0, 0, canvas.width, canvas.height);
  const near = (at) => Math.abs(data[at] - red) + Math.abs(data[at + 1] - green)
    + Math.abs(data[at + 2] - blue) < 40 && data[at + 3] > 200;
  const xs = [], ys = [];
  for (let at = 0; at < data.length; at += 4) {
    if (near(at)) { xs.push((at / 4) % width); ys.push(Math.floor(at / 4 / width)); }
  }
  if (xs.length === 0) return null;
  const box = canvas.getBoundingClientRect();
  const least = (all) => all.reduce((one, other) => Math.min(one, other));
  const most = (all) => all.reduce((one, other) => Math.max(one, other));
  return {
    left: box.x + least(xs), right: box.x + most(xs) + 1,
    top: box.y + least(ys), bottom: box.y + most(ys) + 1,
  };
}"""
RED, GREEN, BLUE, PINK = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 0, 255)


@pytest.fixture
def plot(open_view, request):
    return Plot(open_view(request.node.name, app="captioned"), "captioned")


def spot(plot, color):
    return plot.canvas.evaluate(SPOT, list(color))


def edges(locator):
    box = box_of(locator)
    right, bottom = box["x"] + box["width"], box["y"] + box["height"]
    return {"left": box["x"], "right": right, "top": box["y"], "bottom": bottom}


def test_labels_stand_in_the_side_that_they_were_added_to(plot):
    eventually(lambda: all(spot(plot, each) for each in (RED, GREEN, BLUE, PINK)))
    below, above, left, right = (spot(plot, each) for each in (RED, GREEN, BLUE, PINK))
    frame, canvas = edges(plot.area), edges(plot.canvas)
    assert frame["bottom"] < below["top"] < below["bottom"] <= canvas["bottom"] + 1
    assert canvas["top"] - 1 <= above["top"] < above["bottom"] <= frame["top"] + 1
    assert canvas["left"] - 1 <= left["left"] < left["right"] < frame["left"]
    assert frame["right"] - 1 <= right["left"] < right["right"] <= canvas["right"] + 1
    # Pixels of the screen count from the lower left of the panel.
    assert below["left"] == pytest.approx(frame["left"] + 20, abs=2)
    assert left["bottom"] == pytest.approx(frame["bottom"], abs=2)
    # Turned words take their height, and not their length.
    assert left["bottom"] - left["top"] > left["right"] - left["left"]


def test_a_side_has_the_room_that_its_labels_need(plot):
    eventually(lambda: spot(plot, RED))
    before, small = edges(plot.area), spot(plot, RED)
    plot.page.get_by_role("button", name="More").click()
    eventually(lambda: edges(plot.area)["top"] < before["top"] - 10)
    eventually(lambda: edges(plot.area)["bottom"] < before["bottom"] - 20)
    assert spot(plot, GREEN) is None
    large = spot(plot, RED)
    assert large["bottom"] - large["top"] > 2 * (small["bottom"] - small["top"])
    assert edges(plot.area)["bottom"] < large["top"]
