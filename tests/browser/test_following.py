"""What stands around the data goes with them, though a stream draws only the canvas anew where that is enough."""

from collections.abc import Callable

from playwright.sync_api import expect

from browser.plot import Plot
from browser.view import View
from support.wait import eventually


Opener = Callable[..., View]

TITLE_MIDDLE = """element => {
  const range = document.createRange();
  range.selectNodeContents(element.querySelector("#title > span"));
  const { left, width } = range.getBoundingClientRect();
  return left + width / 2;
}"""


def press(view: View, name: str) -> None:
    view.page.get_by_role("button", name=name, exact=True).click()


def middle_of_frame(plot: Plot) -> float:
    box = plot.area.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2


def title_is_over(view: View, plot: Plot) -> bool:
    figure = view.named("growing").locator(".figure")
    return abs(figure.evaluate(TITLE_MIDDLE) - middle_of_frame(plot)) < 2


def test_a_legend_has_the_groups_of_new_rows(open_view: Opener) -> None:
    view = open_view("legend", "following")
    entries = view.named("growing").locator(".entries > li")
    expect(entries).to_have_text(["first"])

    press(view, "grow")

    expect(entries).to_have_text(["first", "second"])


def test_a_frame_that_gets_narrower_takes_its_title_along(open_view: Opener) -> None:
    view = open_view("title", "following")
    plot = Plot(view, "growing")
    before = middle_of_frame(plot)
    eventually(lambda: title_is_over(view, plot))

    press(view, "grow")

    eventually(lambda: middle_of_frame(plot) > before + 5)
    eventually(lambda: title_is_over(view, plot))


def test_a_table_that_is_open_has_new_rows(open_view: Opener) -> None:
    view = open_view("table", "following")
    figure = view.named("growing")
    figure.locator("summary").press("Enter")
    rows = figure.locator(".twin tbody tr")
    expect(rows).to_have_count(2)

    press(view, "grow")

    expect(rows).to_have_count(3)


def test_a_pointer_at_rest_is_told_about_the_rows_that_come(open_view: Opener) -> None:
    view = open_view("tooltip", "following")
    plot = Plot(view, "growing")
    plot.move(0.98, 0.5)
    told = view.named("growing").get_by_role("tooltip")
    expect(told).to_contain_text("1")

    view.page.get_by_role("button", name="grow").press("Enter")

    expect(told).to_contain_text("2")


def test_rows_that_come_into_an_empty_source_have_the_colours_of_a_mapper(
    open_view: Opener,
) -> None:
    """Before there were rows, nothing has read what their colours depend on."""
    view = open_view("mapper", "following")
    plot = Plot(view, "mapped")
    press(view, "grow")
    eventually(lambda: {"#ff0000", "#0000ff"} <= plot.colours())

    press(view, "recolour")

    eventually(lambda: {"#00ff00", "#000000"} <= plot.colours())
