"""Bars of sizes show circles as large as those of the data."""

from playwright.sync_api import expect

from browser.plot import Plot
from browser.view import box_of
from support.wait import eventually


RED, GREEN = "#ff0000", "#00ff00"
SIZE = {"width": 700, "height": 800}

REACH = """(canvas, wanted) => {
  const { width, height } = canvas;
  if (width * height === 0) return null;
  const copy = document.createElement("canvas");
  Object.assign(copy, { width, height });
  const context = copy.getContext("2d", { willReadFrequently: true });
  context.drawImage(canvas, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const xs = [];
  for (let at = 0; at < data.length; at += 4) {
    if (wanted.every((part, index) => data[at + index] === part)) xs.push((at / 4) % width);
  }
  return xs.length === 0 ? null : (Math.max(...xs) - Math.min(...xs) + 1) * canvas.clientWidth / width;
}"""


def reach(canvas, colour):
    """Return how far a colour reaches across, in CSS pixels; None if it is nowhere."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return canvas.evaluate(REACH, parts)


def settled(plot, canvas, colour, wanted):
    """Wait until a colour reaches as far as a share of the plotting area, about."""

    def close():
        box, now = box_of(plot.area), reach(canvas, colour)
        return bool(box and now) and abs(now - box["width"] * wanted) <= 3

    eventually(close, lambda: f"{reach(canvas, colour)} in {box_of(plot.area)}")


def test_a_bar_shows_a_radius_as_large_as_it_is_and_grows_with_a_zoom(open_view):
    view = open_view("sized", app="sized", viewport=SIZE)
    plot = Plot(view, "circles")
    bar = view.named("circles").get_by_role("img", name="Radius in km")
    expect(bar).to_be_visible()
    settled(plot, bar, RED, 8 / 100)
    view.page.get_by_role("button", name="zoom").click()
    # Twice as large there is no room for all of it: the bar is as thick as it says.
    eventually(lambda: (reach(bar, RED) or 0) >= 48)
    view.page.get_by_role("button", name="empty").click()
    expect(bar).to_be_hidden()
    assert view.told() == []


def test_a_bar_in_the_frame_finds_its_renderer_and_keeps_to_its_bounds(open_view):
    view = open_view("sized-in", app="sized", viewport=SIZE)
    bar = view.named("shapes").get_by_role("img", name="Sizes")
    expect(bar).to_be_visible()
    low = eventually(lambda: reach(bar, GREEN))
    area = Plot(view, "shapes").area
    wide = box_of(area)["width"]
    # It may take three fifths of the frame, and not less than half of it.
    assert wide * 0.4 < low < wide * 0.7
    assert view.violations() == []
