"""Fields that authors seldom set do what they say."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.view import nowhere
from support.wait import eventually


@pytest.fixture(scope="module")
def view(module_view):
    return module_view("rarely", app="rarely", viewport={"width": 900, "height": 800})


def test_no_more_is_typed_than_fits_and_python_hears_of_each_letter(view):
    field = view.page.get_by_label("short", exact=True)
    field.press_sequentially("abcdef")
    expect(field).to_have_value("abc")
    expect(view.named("typed")).to_have_text("abc")


def test_pages_of_a_spinner_are_as_many_steps_as_it_says(view):
    field = view.page.get_by_label("pages", exact=True)
    field.press("PageUp")
    expect(field).to_have_value("18")
    field.press("ArrowDown")
    expect(field).to_have_value("16")


def test_the_wheel_over_an_axis_zooms_only_if_it_may(view):
    plot = Plot(view, "plot")
    before = plot.ends
    plot.move(0.5, -0.06)
    view.page.mouse.wheel(0, -200)
    plot.move(0.5, 0.5)
    assert plot.ends == before
    view.page.mouse.wheel(0, -200)
    eventually(lambda: plot.ends != before)
    across, upwards = plot.ends
    assert across == pytest.approx(upwards, abs=0.2)


def test_a_table_goes_to_what_is_selected_unless_it_is_to_stay(view):
    view.document.evaluate(
        """(element) => [...element.document.models.values()]
          .find((each) => each.get("name") === "choose").set("value", 250)"""
    )
    cell = {"name": "250", "exact": True}
    expect(view.named("follows").get_by_role("gridcell", **cell).first).to_be_visible()
    assert nowhere(view.named("still").get_by_role("gridcell", **cell))


def test_columns_are_sorted_by_only_if_they_may_be(view):
    table = view.named("still")
    first = table.get_by_role("gridcell").nth(1)
    for name, words in [("A", "0"), ("B", "0"), ("B", "299")]:
        table.get_by_role("columnheader", name=name, exact=True).click()
        expect(first).to_have_text(words)


def test_bars_of_a_box_that_scrolls_are_as_it_says(view):
    bars = """(element) => {
      const scroll = [...element.shadowRoot.querySelectorAll("*")]
        .find((each) => getComputedStyle(each).overflowY !== "visible");
      const { overflowX, overflowY } = getComputedStyle(scroll);
      return [overflowX, overflowY];
    }"""
    of = {name: view.named(name) for name in ("bare", "barred")}
    eventually(lambda: of["bare"].evaluate(bars) == ["hidden", "auto"])
    eventually(lambda: of["barred"].evaluate(bars) == ["auto", "scroll"])
    assert view.violations() == []
    assert view.told() == []
