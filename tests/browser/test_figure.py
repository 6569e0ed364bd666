"""Looking around in a figure: with mouse, fingers and keys, here and elsewhere."""

import base64
import re

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.view import REDDISH, box_of
from support.wait import eventually


RED = "#ff0000"


@pytest.fixture
def plot(open_view, request):
    """A figure with one red point at (50, 50) and two more left and right of it."""
    return Plot(open_view(plain(request.node.name), app="look"))


@pytest.fixture
def touched(open_view, request):
    """The same figure on a screen that feels fingers."""
    return Plot(open_view(plain(request.node.name), app="look", has_touch=True))


def plain(name):
    return re.sub(r"\W", "-", name)


def near(*ends):
    return [pytest.approx(list(pair), abs=1.0) for pair in ends]


def wait_for_ends(plot, *ends):
    eventually(lambda: plot.ends == near(*ends), lambda: str(plot.ends))


def wait_for_python(plot):
    """Wait until Python has heard which part this page shows."""
    eventually(
        lambda: plot.view.heard_range == pytest.approx(plot.ends[0], rel=1e-4),
        lambda: f"{plot.view.heard_range} {plot.ends}",
    )


def test_what_is_drawn_stands_where_the_data_say(plot):
    for x in (0.2, 0.5, 0.8):
        eventually(lambda x=x: plot.colour(x, 0.5) == RED)
        eventually(lambda x=x: plot.colour(x + 0.1, 0.5) != RED)
        eventually(lambda x=x: plot.colour(x, 0.65) != RED)


def test_the_mouse_pans(plot):
    plot.drag((0.5, 0.3), (0.75, 0.3))
    wait_for_ends(plot, (-25, 75), (0, 100))
    eventually(lambda: plot.colour(0.75, 0.5) == RED)
    eventually(lambda: plot.colour(0.5, 0.5) != RED)
    wait_for_python(plot)


def test_what_is_under_the_mouse_stays_there_while_labels_need_other_room(plot):
    at = plot.drag((0.5, 0.3), (0.75, 0.5))
    eventually(
        lambda: plot.value_at(at) == pytest.approx([50, 30], abs=0.5),
        lambda: f"{plot.value_at(at)} {plot.ends}",
    )
    wait_for_python(plot)


@pytest.mark.parametrize(
    ("key", "ends"),
    [
        ("ArrowRight", [(10, 110), (0, 100)]),
        ("ArrowLeft", [(-10, 90), (0, 100)]),
        ("ArrowUp", [(0, 100), (10, 110)]),
        ("ArrowDown", [(0, 100), (-10, 90)]),
        ("+", [(10, 90), (10, 90)]),
        ("-", [(-12.5, 112.5), (-12.5, 112.5)]),
    ],
)
def test_keys_pan_and_zoom_and_zero_resets(plot, key, ends):
    plot.area.focus()
    plot.page.keyboard.press(key)
    wait_for_ends(plot, *ends)
    wait_for_python(plot)
    plot.page.keyboard.press("0")
    wait_for_ends(plot, (0, 100), (0, 100))


def test_the_wheel_scrolls_the_page_until_it_is_asked_to_zoom(plot):
    plot.move(0.5, 0.5)
    plot.page.mouse.wheel(0, -200)
    plot.page.wait_for_timeout(100)
    eventually(lambda: plot.ends == [[0, 100], [0, 100]])
    plot.press("Wheel zoom")
    plot.move(0.2, 0.5)
    plot.page.mouse.wheel(0, -200)
    eventually(lambda: plot.ends[0][1] - plot.ends[0][0] < 80, lambda: str(plot.ends))
    eventually(lambda: plot.colour(0.2, 0.5) == RED, "the place under the mouse moved")
    low, high = plot.ends[0]
    assert (20 - low) / (high - low) == pytest.approx(0.2, abs=0.01)
    wait_for_python(plot)


def test_a_box_becomes_what_is_shown_and_reset_undoes_it(plot):
    plot.press("Box zoom")
    plot.drag((0.4, 0.25), (0.6, 0.75))
    wait_for_ends(plot, (40, 60), (25, 75))
    eventually(lambda: plot.colour(0.5, 0.5) == RED)
    wait_for_python(plot)
    plot.press("Reset view")
    wait_for_ends(plot, (0, 100), (0, 100))
    wait_for_python(plot)


def test_escape_gives_up_a_box(plot):
    plot.press("Box zoom")
    plot.area.focus()
    plot.move(0.4, 0.25)
    plot.page.mouse.down()
    plot.move(0.6, 0.7)
    box = plot.view.document.locator(".selection")
    expect(box).to_be_visible()
    plot.page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    plot.page.mouse.up()
    plot.page.wait_for_timeout(100)
    eventually(lambda: plot.ends == [[0, 100], [0, 100]])


def test_a_finger_pans(touched):
    touched.touch([(0.5, 0.5), (0.55, 0.5), (0.6, 0.5), (0.7, 0.5)])
    wait_for_ends(touched, (-20, 80), (0, 100))
    wait_for_python(touched)


def test_two_fingers_zoom(touched):
    left = [(0.4, 0.5), (0.35, 0.5), (0.3, 0.5), (0.25, 0.5)]
    touched.touch(left, [(1 - x, y) for x, y in left])
    eventually(
        lambda: touched.ends[0][1] - touched.ends[0][0] < 60, lambda: str(touched.ends)
    )
    eventually(lambda: sum(touched.ends[0]) / 2 == pytest.approx(50, abs=3))
    wait_for_python(touched)


TAKEN = """() => {
  window.taken = [];
  addEventListener("touchmove", (event) => {
    if (event.touches.length > 1) window.taken.push(event.defaultPrevented);
  });
}"""


def taken(plot):
    """Return what the figure took of the moves of two fingers, each once."""
    return plot.page.evaluate("[...new Set(window.taken)]")


def test_the_page_stays_while_two_fingers_are_on_a_figure(touched):
    touched.page.evaluate(TAKEN)
    left = [(0.4, 0.5), (0.35, 0.5), (0.3, 0.5), (0.25, 0.5)]
    touched.touch(left, [(1 - x, y) for x, y in left])
    eventually(lambda: taken(touched) == [True], lambda: str(taken(touched)))


def test_the_page_has_a_finger_that_is_beside_a_figure(touched):
    touched.page.evaluate(TAKEN)
    above = [(0.5, 0.5), (0.5, 0.55), (0.5, 0.6), (0.5, 0.65)]
    beside = [(0.5, -0.9), (0.5, -0.95), (0.5, -1.0), (0.5, -1.05)]
    touched.touch(above, beside)
    eventually(lambda: taken(touched) == [False], lambda: str(taken(touched)))


def test_a_tap_shows_the_row_under_the_finger(touched):
    touched.touch([(0.5, 0.5)])
    expect(touched.view.document.get_by_role("tooltip")).to_contain_text("50, 50")


def test_what_a_tap_shows_goes_when_a_finger_is_put_down_elsewhere(touched):
    touched.touch([(0.5, 0.5)])
    tip = touched.view.document.get_by_role("tooltip")
    expect(tip).to_be_visible()
    touched.page.touchscreen.tap(2, 2)
    expect(tip).to_have_count(0)
    # As often as it is shown.
    touched.touch([(0.5, 0.5)])
    expect(tip).to_be_visible()
    touched.page.touchscreen.tap(2, 2)
    expect(tip).to_have_count(0)


def test_the_row_under_the_mouse_is_told(plot):
    tip = plot.view.document.get_by_role("tooltip")
    plot.move(0.8, 0.5)
    expect(tip).to_be_visible()
    words = re.compile(r"place\s*80, 50\s+word\s*c")
    eventually(lambda: words.search(tip.inner_text()), tip.inner_text)
    plot.move(0.8, 0.9)
    expect(tip).to_have_count(0)


def test_a_switched_off_tooltip_stays_away(plot):
    plot.press("Hover")
    plot.move(0.8, 0.5)
    plot.page.wait_for_timeout(100)
    expect(plot.view.document.get_by_role("tooltip")).to_have_count(0)


def test_the_picture_is_saved_under_its_title(plot):
    with plot.page.expect_download() as saved:
        plot.press("Save as picture")
    assert saved.value.suggested_filename == "around.png"
    data = saved.value.path().read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    figure, area = (
        box_of(plot.view.document.locator("docsync-figure")),
        box_of(plot.area),
    )
    left, width = area["x"] - figure["x"], area["width"]
    red = plot.page.evaluate(REDDISH, base64.b64encode(data).decode())
    assert [red[0], red[2]] == pytest.approx(
        [left + 0.2 * width - 12, left + 0.8 * width + 12], abs=2
    )
    assert plot.view.violations() == []


def test_tools_are_toggle_buttons_of_which_one_drags(plot):
    pan, box = plot.tool("Pan"), plot.tool("Box zoom")
    expect(pan).to_have_attribute("aria-pressed", "true")
    expect(box).to_have_attribute("aria-pressed", "false")
    box.click()
    expect(pan).to_have_attribute("aria-pressed", "false")
    expect(box).to_have_attribute("aria-pressed", "true")
    box.click()
    expect(box).to_have_attribute("aria-pressed", "false")
    plot.drag((0.5, 0.3), (0.75, 0.5))
    plot.page.wait_for_timeout(100)
    eventually(lambda: plot.ends == [[0, 100], [0, 100]])
    for name in ("Wheel zoom", "Hover"):
        before = plot.tool(name).get_attribute("aria-pressed")
        plot.press(name)
        after = "false" if before == "true" else "true"
        expect(plot.tool(name)).to_have_attribute("aria-pressed", after)
    for name in ("Reset view", "Save as picture"):
        eventually(
            lambda name=name: plot.tool(name).get_attribute("aria-pressed") is None
        )


def test_every_browser_of_a_session_shows_the_same_part(open_view):
    one, other = (Plot(open_view("same-part", app="look")) for _ in range(2))
    one.drag((0.5, 0.3), (0.75, 0.3))
    wait_for_ends(one, (-25, 75), (0, 100))
    eventually(lambda: other.ends == one.ends, lambda: f"{one.ends} {other.ends}")
    eventually(lambda: other.picture() == one.picture(), "they draw different things")
    eventually(lambda: other.colour(0.75, 0.5) == RED)
    wait_for_python(other)


def test_python_moves_what_is_shown(plot):
    plot.page.get_by_role("button", name="Away").click()
    wait_for_ends(plot, (1000, 1100), (0, 100))
    eventually(lambda: RED not in plot.colours(), "the points are still there")
