"""Where things stand on the page, and in which colours."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from browser.view import box_of
from support.wait import eventually


PARTS = """() => {
  const found = [];
  const walk = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.localName.startsWith("docsync-") && element.shadowRoot) {
        if (element.model) {
          const { left, top, right, bottom } = element.getBoundingClientRect();
          found.push({ type: element.model.type, left, top, right, bottom });
        }
        walk(element.shadowRoot);
      }
    }
  };
  walk(document);
  return found;
}"""

LAYOUTS = {"Row", "Column"}


def parts(view):
    """Return the views on the page with their boxes, layouts left out."""
    view.plot.wait_for()
    return [part for part in view.page.evaluate(PARTS) if part["type"] not in LAYOUTS]


@pytest.mark.parametrize("width", [390, 1000])
def test_widgets_stand_ten_pixels_apart_with_aligned_edges(open_view, width):
    view = open_view("air", viewport={"width": width, "height": 900})
    widgets = [part for part in parts(view) if part["type"] != "Figure"]
    assert len(widgets) == 6
    assert len({part["left"] for part in widgets}) == 1
    for above, below in pairwise(widgets):
        assert below["top"] - above["bottom"] == pytest.approx(10, abs=0.5)


@pytest.mark.parametrize("width", [280, 320, 390, 1000])
def test_nothing_is_cut_off(open_view, width):
    view = open_view("fits", viewport={"width": width, "height": 900})
    for part in parts(view):
        assert part["left"] >= 0, part
        assert part["right"] <= width, part
    eventually(
        lambda: (
            view.page.evaluate("() => document.documentElement.scrollWidth") <= width
        )
    )


def test_an_explicit_margin_wins_and_figures_have_none(open_view):
    view = open_view("margins", app="margins")
    close, far, figure = parts(view)
    page = box_of(view.document)
    assert (close["left"], close["top"]) == (page["x"], page["y"])
    assert far["top"] - close["bottom"] == pytest.approx(20)
    assert far["left"] - page["x"] == pytest.approx(30)
    assert far["right"] == pytest.approx(page["x"] + page["width"] - 30)
    assert figure["top"] - far["bottom"] == pytest.approx(20)
    assert figure["left"] == page["x"]


BORDERS = """element => ["Top", "Right", "Bottom", "Left"].map(
  (side) => parseFloat(getComputedStyle(element)[`border${side}Width`]))"""


@pytest.mark.parametrize(
    ("side", "inwards"), [("above", 2), ("right", 3), ("below", 0), ("left", 1)]
)
def test_the_line_of_tabs_and_the_mark_on_it_are_beside_what_they_show(
    open_view, side, inwards
):
    view = open_view(f"sides-{side}", app="sides")
    tabs = view.named(side)
    line = tabs.locator(".list").evaluate(BORDERS)
    mark = tabs.locator(".tab").first.evaluate(BORDERS)
    assert [at for at in range(4) if line[at] > 0] == [inwards]
    assert [at for at in range(4) if mark[at] > 0] == [inwards]
    chosen = tabs.locator('.tab:has([aria-selected="true"])')
    other = tabs.locator('.tab:has([aria-selected="false"])')
    colour = "element => getComputedStyle(element).borderColor"
    eventually(lambda: chosen.evaluate(colour) != other.evaluate(colour))


def test_a_row_has_a_margin_at_each_of_its_sides(open_view):
    view = open_view("apart", app="sides")
    names = ("first", "apart", "last")
    first, apart, last = (box_of(view.named(name)) for name in names)
    assert apart["y"] - first["y"] - first["height"] == pytest.approx(11)
    assert last["y"] - apart["y"] - apart["height"] == pytest.approx(33)
    assert apart["x"] - first["x"] == pytest.approx(44)
    eventually(lambda: box_of(view.named("inner"))["x"] == pytest.approx(apart["x"]))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_of_an_author_win_over_those_of_the_page(open_view, scheme):
    view = open_view(f"black-{scheme}", app="myapp", color_scheme=scheme)
    for _ in range(3):
        view.page.get_by_role("button", name="Press Me").click()
    eventually(lambda: view.colours() >= {"#000000", "#91bfdb", "#ffffbf", "#fc8d59"})
    corner = view.pixel(2, 2)
    assert corner == "#000000"


def test_roots_that_only_callbacks_use_take_no_place(open_view, request):
    view = open_view(request.node.name, app="unseen")
    first, last = box_of(view.named("first")), box_of(view.named("last"))
    expect(view.document).not_to_contain_text("No view")
    assert last["y"] - first["y"] - first["height"] < 30, (first, last)
    assert view.told() == []


def test_figures_share_the_height_that_is_given_and_lie_over_nothing(
    open_view, request
):
    view = open_view(request.node.name, app="held")
    high, low, foot = (box_of(view.named(name)) for name in ("high", "low", "foot"))
    assert high["height"] == pytest.approx(low["height"], abs=1)
    assert low["y"] >= high["y"] + high["height"]
    assert foot["y"] >= low["y"] + low["height"]
    assert foot["y"] + foot["height"] <= 900 + high["y"]
    plot = view.named("least").locator(".plot")
    eventually(lambda: box_of(plot)["width"] >= 60)
