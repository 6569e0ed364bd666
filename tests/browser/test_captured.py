"""A saved picture of a figure shows the fields and switches at its sides as they are."""

import base64

import pytest

from browser.plot import Plot
from browser.view import box_of
from support.wait import eventually


INK = """
async ([source, box]) => {
  const bytes = Uint8Array.from(atob(source), (each) => each.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(box.x, box.y, box.width, box.height);
  let [ink, across, down] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 4) {
    const dark = (765 - data[at] - data[at + 1] - data[at + 2]) / 765;
    const [x, y] = [(at / 4) % box.width, Math.floor(at / 4 / box.width)];
    ink += dark; across += dark * x; down += dark * y;
  }
  return [ink, across / ink, down / ink];
}
"""
"""How much ink there is in a part of a picture, and where its middle is."""


@pytest.fixture(scope="module")
def pictures(module_view):
    """Return the view, what is saved of it, and what is on the page."""
    viewport = {"width": 1000, "height": 800}
    view = module_view("captured", app="captured", viewport=viewport)
    plot = Plot(view, "plot")
    eventually(lambda: box_of(view.named("markup"))["height"] > 0)
    with view.page.expect_download() as saved:
        plot.press("Save as picture")
    view.page.mouse.move(1, 1)
    view.page.evaluate("document.activeElement?.blur()")
    whole = box_of(view.named("plot"))
    shown = view.page.screenshot(clip=whole, animations="disabled")
    both = [saved.value.path().read_bytes(), shown]
    return view, whole, [base64.b64encode(each).decode() for each in both]


@pytest.mark.parametrize(
    "name",
    [
        "written",
        "asked",
        "select",
        "password",
        "boxes",
        "circles",
        "switch",
        "listed",
        "slider",
        "button",
        "area",
        "markup",
    ],
)
def test_what_stands_beside_the_data_is_in_the_picture(pictures, name):
    view, whole, both = pictures
    box = box_of(view.named(name))
    part = {side: round(box[side]) for side in ("width", "height")}
    part |= {side: round(box[side] - whole[side]) for side in ("x", "y")}
    saved, shown = (view.page.evaluate(INK, [each, part]) for each in both)
    assert saved[0] == pytest.approx(shown[0], rel=0.25), "there is more, or less"
    assert saved[1:] == pytest.approx(shown[1:], abs=4), "it stands elsewhere"
