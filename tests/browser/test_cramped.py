"""Where there is little room, what a figure shows stays apart and can be read."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.view import box_of
from support.wait import eventually


@pytest.fixture(scope="module")
def phone(module_view):
    return module_view(
        "cramped", app="cramped", viewport={"width": 390, "height": 2000}
    )


@pytest.mark.parametrize("name", ["wide180", "wide250", "wide300"])
def test_tools_and_title_lie_apart(phone, name):
    figure = phone.named(name)
    title = figure.get_by_text(f"Panel {name}", exact=True)
    tools = figure.get_by_role("toolbar")

    def apart():
        one, other = box_of(title), box_of(tools)
        return (
            one["y"] >= other["y"] + other["height"] - 1
            or other["y"] >= one["y"] + one["height"] - 1
            or one["x"] + one["width"] <= other["x"] + 1
        )

    eventually(apart, "the tools lie on the title")
    eventually(lambda: box_of(Plot(phone, name).area)["height"] > 60)


def test_a_grid_of_many_figures_is_scrolled_before_they_show_nothing(phone):
    last = Plot(phone, "cell4").area
    eventually(lambda: box_of(last)["width"] > 100)
    eventually(lambda: box_of(last)["x"] > 390)
    last.focus()
    eventually(lambda: box_of(last)["x"] + box_of(last)["width"] <= 390, "out of sight")
    eventually(
        lambda: phone.page.evaluate("document.documentElement.scrollWidth") <= 390
    )


def test_a_title_is_not_broken_within_its_words(phone):
    title = phone.named("cell0").get_by_text("Panel cell0", exact=True)
    eventually(lambda: box_of(title)["height"] < 30, "the title is broken")


@pytest.mark.parametrize(("name", "shown"), [("flat", 0), ("thin", 0), ("large", 1)])
def test_a_plot_has_room_before_its_legend_has(phone, name, shown):
    plot = Plot(phone, name)
    expect(phone.named(name).locator(".legend")).to_be_attached()
    legend = phone.named(name).get_by_role("group", name="Legend")
    expect(legend.filter(visible=True)).to_have_count(shown)
    eventually(
        lambda: min(box_of(plot.area)[side] for side in ("width", "height")) > 25
    )


def test_a_figure_that_shrinks_in_one_step_gives_up_its_legend(phone):
    vessel = phone.named("vessel")
    vessel.scroll_into_view_if_needed()
    plot = Plot(phone, "elastic")
    eventually(lambda: box_of(plot.canvas)["height"] > 100)
    legend = phone.named("elastic").get_by_role("group", name="Legend")
    expect(legend).to_be_visible()
    vessel.evaluate("element => { element.style.height = '30px' }")
    expect(legend).to_be_hidden()
    vessel.evaluate("element => { element.style.height = '200px' }")
    expect(legend).to_be_visible()


def test_choices_without_room_in_one_row_take_more(phone):
    choices = phone.named("choices")
    fits = """host => {
      const buttons = [...host.shadowRoot.querySelectorAll("button")];
      const places = buttons.map((each) => each.getBoundingClientRect());
      const { right } = host.getBoundingClientRect();
      return buttons.length === 5 && buttons.every((e) => e.scrollWidth <= e.clientWidth)
        && places.every((place) => place.right <= right + 1)
        && new Set(places.map(({ top }) => top)).size > 1;
    }"""
    eventually(lambda: choices.evaluate(fits), "a label is cut")


def test_style_sheets_for_buttons_reach_those_of_groups(phone):
    for name, color in (("Off", "rgb(9, 8, 7)"), ("On", "rgb(1, 2, 3)")):
        button = phone.named("dyed").get_by_role("radio", name=name, exact=True)
        expect(button).to_have_css("background-color", color)


def test_markup_does_not_lie_over_what_stands_beside_it(phone):
    phone.page.get_by_role("button", name="Reachable").click()
    expect(phone.named("reached")).to_have_text("yes")


def test_nothing_went_wrong(phone):
    assert phone.problems == []
    assert phone.violations() == []


def test_a_narrow_number_is_seen_whole_beside_buttons_for_fingers(open_view):
    view = open_view("number", app="cramped", has_touch=True, is_mobile=True)
    field = view.named("number").get_by_role("spinbutton")
    expect(field).to_have_value("300")
    hidden = field.evaluate("input => input.scrollWidth - input.clientWidth")
    assert hidden <= 0
