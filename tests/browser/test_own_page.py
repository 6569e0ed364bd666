"""The pages that syncd serves itself."""

import base64
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.test_accessibility import violations
from browser.view import View, box_of
from support import needs
from support.daemon import daemon
from support.wait import eventually


APPS = Path(__file__).parent / "apps"


@pytest.fixture(scope="module")
def own():
    needs.chromium()
    names = ("titled", "margins", "tall", "filled", "abroad")
    apps = [APPS / f"{name}.py" for name in names]
    with daemon(apps=apps, secret_key=None) as running:
        yield running


@pytest.fixture
def page(context_factory):
    return context_factory().new_page()


def test_the_browser_tab_shows_the_title_and_follows_it(page, own):
    page.goto(f"{own.url}/titled")
    expect(page).to_have_title("First")
    page.get_by_label("title").fill("Second")
    page.keyboard.press("Enter")
    expect(page).to_have_title("Second")
    expect(page.get_by_role("heading", level=1)).to_have_text("Second")


def test_axe_finds_nothing_wrong_and_a_heading_is_heard(context_factory, own):
    page = context_factory(bypass_csp=True).new_page()
    page.goto(f"{own.url}/margins")
    expect(page.get_by_role("button", name="far")).to_be_visible()
    heading = page.get_by_role("heading", name="margins", level=1)
    eventually(lambda: box_of(heading)["width"] == 1)
    assert violations(page) == []


def test_an_untitled_document_leaves_the_name_of_the_application(page, own):
    page.goto(f"{own.url}/margins")
    expect(page.get_by_role("button", name="far")).to_be_visible()
    expect(page).to_have_title("margins")


def test_an_embedded_document_leaves_the_title_of_its_host_alone(open_view):
    view = open_view("host", app="titled")
    view.page.get_by_label("title").fill("Second")
    view.page.keyboard.press("Enter")
    expect(view.page.get_by_label("title")).to_have_value("Second")
    expect(view.page).to_have_title("stage")


def test_what_the_page_was_asked_for_is_not_in_the_sockets_address(page, own):
    addresses = []
    page.on("websocket", lambda socket: addresses.append(socket.url))
    page.goto(f"{own.url}/titled?pin=swordfish")
    expect(page.get_by_label("title")).to_be_visible()
    assert addresses == [f"{own.url.replace('http', 'ws')}/titled/ws"]


def test_a_root_that_stretches_fills_the_window(page, own):
    page.set_viewport_size({"width": 900, "height": 700})
    page.goto(f"{own.url}/tall")
    figure = page.locator("docsync-figure")
    # The page has a margin of 16 pixels.
    expect(figure).to_have_css("height", "668px")
    expect(figure).to_have_css("width", "868px")
    page.set_viewport_size({"width": 800, "height": 500})
    expect(figure).to_have_css("height", "468px")


def test_a_document_below_what_floats_keeps_its_width(page, own):
    page.set_viewport_size({"width": 900, "height": 700})
    page.goto(f"{own.url}/tall")
    figure = page.locator("docsync-figure")
    expect(figure).to_have_css("width", "868px")
    page.evaluate(
        """() => {
          const title = document.createElement("h2");
          title.textContent = "Traffic";
          title.style.float = "left";
          document.querySelector("docsync-document").before(title);
        }"""
    )
    expect(page.get_by_role("heading", name="Traffic")).to_be_visible()
    expect(figure).to_have_css("width", "868px")


def test_figures_of_a_root_that_stretches_share_the_window(page, own):
    page.set_viewport_size({"width": 900, "height": 900})
    page.goto(f"{own.url}/filled")
    figures = page.locator("docsync-figure")
    expect(figures).to_have_count(7)
    boxes = eventually(lambda: [box_of(each) for each in figures.all()])
    lowest = max(box["y"] + box["height"] for box in boxes)
    assert lowest == pytest.approx(884, abs=1)
    # What stands above takes as much as the grid below, whose rows are alike.
    assert [round(box["height"]) for box in boxes] == [434] * 2 + [217] * 5
    assert [round(box["width"]) for box in boxes[4:]] == [289] * 3
    page.set_viewport_size({"width": 900, "height": 300})
    # Nothing is made so low that it could not be read: then the page scrolls.
    eventually(lambda: all(box_of(each)["height"] == 160 for each in figures.all()))


DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP8z4AdMOEQH6QSAM1BAQ/o"
    "QeJvAAAAAElFTkSuQmCC"
)
CLOSED = """canvas => {
  try {
    canvas.getContext("2d").getImageData(0, 0, 1, 1);
  } catch (error) {
    return error.name === "SecurityError";
  }
  return false;
}"""
"""Tells whether a canvas has a picture whose server says nothing of this site."""


def test_a_picture_of_another_server_is_shown_and_said_to_be_in_the_way_of_saving(
    page, own
):
    headers = {"access-control-allow-origin": "https://others.test"}
    page.route(
        "https://pictures.test/**",
        lambda route: route.fulfill(
            body=DOT, content_type="image/png", headers=headers
        ),
    )
    view = View(page)
    page.goto(f"{own.url}/abroad")
    plot = Plot(view, "abroad")
    eventually(lambda: plot.canvas.evaluate(CLOSED), "there is no picture")
    plot.press("Save as picture")
    said = "This shows a picture of a server that does not allow it to be saved"
    expect(view.named("abroad").get_by_text(said)).to_be_visible()
