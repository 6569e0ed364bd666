"""Tools that act: pictures in the clipboard, the whole screen, callbacks of authors."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.test_accessibility import DARK, LIGHT, violations
from browser.test_javascript import EVAL
from browser.view import box_of
from support.wait import eventually


PICTURE = """async () => {
  const [item] = await navigator.clipboard.read();
  const picture = await createImageBitmap(await item.getType("image/png"));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, picture.width, picture.height);
  let red = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] > 240 && data[at + 1] < 15 && data[at + 2] < 15) red += 1;
  }
  return [picture.width, picture.height, red];
}"""


@pytest.fixture
def view(open_view, request):
    return open_view(request.node.name, app="acting", policy=EVAL)


@pytest.fixture
def plot(view):
    return Plot(view)


def test_a_copy_is_a_picture_of_the_figure(open_view):
    allowed = ["clipboard-read", "clipboard-write"]
    view = open_view("copied", app="acting", policy=EVAL, permissions=allowed)
    plot = Plot(view)
    plot.press("Copy as picture")
    expect(view.document.get_by_role("status").get_by_text("Copied")).to_be_visible()
    width, height, red = view.page.evaluate(PICTURE)
    assert (width, height) == (420, 300)
    assert red > 3 * 600


def test_a_browser_that_lets_nothing_be_copied_is_told_of(view, plot):
    view.page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(); }")
    plot.press("Copy as picture")
    expect(view.document.get_by_text("does not let this page copy")).to_be_visible()


def test_a_figure_fills_the_screen_and_comes_back(view, plot):
    size = view.page.viewport_size
    before = box_of(plot.area)
    plot.press("Full screen")
    eventually(lambda: box_of(plot.area)["width"] > size["width"] * 0.8)
    eventually(lambda: box_of(plot.area)["height"] > size["height"] * 0.7)
    eventually(lambda: plot.colour(0.5, 0.5) == "#ff0000")
    plot.press("Full screen")
    eventually(lambda: box_of(plot.area)["width"] == before["width"])
    eventually(lambda: plot.colour(0.5, 0.5) == "#ff0000")


def test_who_points_is_told_of_to_the_tools_callback(view, plot):
    plot.move(0.5, 0.5)
    expect(view.page.get_by_text("rows 1 at 5")).to_be_visible()
    plot.move(0.8, 0.8)
    expect(view.page.get_by_text("rows 2 at 8")).to_be_visible()


def test_buttons_look_as_their_callbacks_say(view, plot):
    own = plot.tool("By itself")
    expect(own).to_have_attribute("aria-pressed", "false")
    own.click()
    expect(own).to_have_attribute("aria-pressed", "true")
    expect(view.page.get_by_text("acted")).to_be_visible()
    own.click()
    expect(own).to_have_attribute("aria-pressed", "false")
    title = plot.tool("Of the title")
    expect(title).to_have_attribute("aria-pressed", "false")
    title.click()
    expect(title).to_have_attribute("aria-pressed", "true")
    expect(view.document.get_by_text("Acted", exact=True)).to_be_visible()


def test_python_chooses_who_has_the_drag_and_takes_tools_away(view, plot):
    expect(plot.tool("Pan")).to_have_attribute("aria-pressed", "true")
    view.page.get_by_role("button", name="take").click()
    expect(plot.tool("Box select")).to_have_attribute("aria-pressed", "true")
    expect(plot.tool("Pan")).to_have_attribute("aria-pressed", "false")
    plot.drag((0.1, 0.1), (0.6, 0.6))
    expect(view.page.get_by_text("selected [0, 1]")).to_be_visible()
    view.page.get_by_role("button", name="drop").click()
    expect(plot.tool("Box select")).to_have_count(0)
    assert view.told() == []


def test_what_is_pressed_is_seen_in_the_colours_of_the_system(open_view):
    view = open_view("acting-forced", app="acting", policy=EVAL, forced_colors="active")
    plot = Plot(view)
    colours = "element => [getComputedStyle(element).color, getComputedStyle(element).backgroundColor]"
    pressed = plot.tool("Pan").evaluate(colours)
    other = plot.tool("Box select").evaluate(colours)
    assert pressed != other


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_axe_finds_nothing_wrong(open_view, scheme):
    session = f"axe-acting-{scheme['color_scheme']}"
    view = open_view(session, app="acting", policy=EVAL, **scheme)
    assert violations(view.page) == []
