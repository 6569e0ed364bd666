"""What stands around the data goes with them, though a stream draws only the canvas anew where that is enough."""

from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.view import View
from support.wait import eventually


# Notes in each frame how far the title is from the middle of the plot, and where that is.
WATCH = """figure => {
  const root = figure.shadowRoot;
  const middle = (box) => box.left + box.width / 2;
  window.seen = [];
  const look = () => {
    const words = document.createRange();
    words.selectNodeContents(root.querySelector("#title > span"));
    const frame = middle(root.querySelector(".area").getBoundingClientRect());
    window.seen.push([frame, Math.abs(frame - middle(words.getBoundingClientRect()))]);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""


@pytest.fixture
def view(open_view: Callable[..., View], request: pytest.FixtureRequest) -> View:
    """Show the figures as they stay: their sizes have been told."""
    shown = open_view(request.node.name, "following")
    for name in ("growing", "level"):
        told = "figure => figure.model.get('inner_width')"
        figure = shown.named(name)
        eventually(partial(figure.evaluate, told))
    return shown


def press(view: View, name: str) -> None:
    view.page.get_by_role("button", name=name, exact=True).click()


def test_a_legend_has_the_groups_of_new_rows(view: View) -> None:
    entries = view.named("level").locator(".entries > li")
    expect(entries).to_have_text(["first"])

    press(view, "grow")

    expect(entries).to_have_text(["first", "second"])


def test_a_frame_that_gets_narrower_takes_its_title_along(view: View) -> None:
    view.named("growing").evaluate(WATCH)
    eventually(lambda: view.page.evaluate("window.seen.length"))

    press(view, "grow")

    moved = "window.seen.at(-1)[0] > window.seen[0][0] + 5"
    eventually(lambda: view.page.evaluate(moved))
    eventually(
        lambda: view.page.evaluate("Math.max(...window.seen.map(([, far]) => far))") < 2
    )


def test_a_table_that_is_open_has_new_rows(view: View) -> None:
    figure = view.named("level")
    figure.locator("summary").press("Enter")
    rows = figure.locator(".twin tbody tr")
    expect(rows).to_have_count(2)

    press(view, "grow")

    expect(rows).to_have_count(3)


def test_a_pointer_at_rest_is_told_about_the_rows_that_come(view: View) -> None:
    plot, told = Plot(view, "level"), view.named("level").get_by_role("tooltip")
    plot.move(1 / 3, 0.5)
    expect(told).to_contain_text("1")
    # Where the next row will be, there is none yet.
    plot.move(2 / 3, 0.5)
    expect(told).to_have_count(0)

    view.page.get_by_role("button", name="grow").press("Enter")

    expect(told).to_contain_text("2")


def test_rows_that_come_into_an_empty_source_have_the_colours_of_a_mapper(
    view: View,
) -> None:
    """Before there were rows, nothing has read what their colours depend on."""
    plot = Plot(view, "mapped")
    press(view, "grow")
    eventually(lambda: {"#ff0000", "#0000ff"} <= plot.colours())

    press(view, "recolour")

    eventually(lambda: {"#00ff00", "#000000"} <= plot.colours())
