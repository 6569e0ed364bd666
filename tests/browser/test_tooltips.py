"""What a figure tells about the row under the pointer."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.test_javascript import EVAL
from browser.view import box_of, nowhere
from support.wait import eventually


@pytest.fixture
def told(open_view):
    """Point at a row of a figure, and return the view and what is told."""
    view = open_view(
        "tooltips", app="tooltips", viewport={"width": 600, "height": 2500}
    )

    def point(name, x=0.5, y=0.5):
        plot = Plot(view, name)
        plot.move(x, y)
        tip = view.named(name).get_by_role("tooltip")
        expect(tip).to_be_visible()
        return view, tip

    return point


def test_values_are_formatted_and_never_markup(told):
    view, tip = told("pairs")
    expect(tip.locator("dd")).to_have_text(["1970-01-02", "<i>two</i>"])
    assert nowhere(tip.locator("i"))
    assert view.told() == []


def test_a_template_is_markup_without_what_could_act(told):
    view, tip = told("markup")
    words = tip.locator("b", has_text="<i>two</i>")
    expect(words).to_be_visible()
    expect(tip).to_contain_text("at 1, 50.0")
    eventually(
        lambda: (
            words.evaluate("element => getComputedStyle(element).color")
            == "rgb(255, 0, 0)"
        )
    )
    assert nowhere(tip.locator("script"))
    assert view.page.title() != "run"
    assert [each for each in view.told() if "404" not in each] == []


def test_a_tooltip_stands_on_the_side_that_its_tool_wants(told):
    view, tip = told("markup")
    expect(tip.locator("b", has_text="<i>two</i>")).to_be_visible()
    box, area = box_of(tip), box_of(Plot(view, "markup").area)
    middle = (area["x"] + area["width"] / 2, area["y"] + area["height"] / 2)
    assert box["y"] + box["height"] < middle[1]
    assert box["x"] < middle[0] < box["x"] + box["width"]


def test_an_arrow_points_at_the_row_unless_it_is_not_to(told):
    _, tip = told("pairs")
    eventually(lambda: tip.locator(".tip-arrow").count() == 1)
    _, tip = told("code")
    assert nowhere(tip.locator(".tip-arrow"))


def test_values_are_plain_where_the_page_forbids_code_and_the_console_says_so(told):
    view, tip = told("code")
    expect(tip.locator("dd")).to_have_text("50")
    Plot(view, "code").move(0.8, 0.5)
    expect(tip.locator("dd")).to_have_text("80")
    problems = view.told()
    assert (
        sum("unsafe-eval" in each and "CustomJSHover" in each for each in problems) == 1
    )


def test_rows_that_lie_over_each_other_are_all_told_about(told):
    view, tip = told("over")
    expect(tip.locator("dd")).to_have_text(["0", "3", "0"])
    expect(tip.locator(".more")).to_be_hidden()
    set_limit = """figure => {
      const hover = figure.model.get("toolbar").get("tools")[0];
      hover.set("limit", null);
    }"""
    view.named("over").evaluate(set_limit)
    Plot(view, "over").move(0.501, 0.5)
    expect(tip.locator("dd")).to_have_count(8)
    expect(tip.locator(".more")).to_be_visible()
    # The only row of the other renderer is among them.
    numbers = [0, 3, 6, 9, 1, 4, 7, 0]
    expect(tip.locator("dd")).to_have_text([str(number) for number in numbers])


def test_all_rows_at_the_place_of_the_pointer_are_told_about(told):
    view, tip = told("spans", y=0.1)
    expect(tip.locator("dd")).to_have_text(["1", "3", "4", "5", "7"])
    Plot(view, "spans").move(0.795, 0.1)
    expect(tip.locator("dd")).to_have_text(["2", "7"])


def test_a_line_is_met_where_it_is_drawn(told):
    view, tip = told("wide", y=0.7)
    expect(tip.locator("dd")).to_have_text("1")
    # Beside a thin line there is nothing, and all of a wide one can be met.
    plot = Plot(view, "wide")
    plot.move(0.5, 0.73)
    expect(tip).to_have_count(0)
    plot.move(0.5, 0.38)
    expect(tip.locator("dd")).to_have_text("0")


def test_rows_are_left_out_that_a_filter_refuses(open_view):
    viewport = {"width": 600, "height": 2500}
    view = open_view("filtered", app="tooltips", policy=EVAL, viewport=viewport)
    plot = Plot(view, "filtered")
    tip = view.named("filtered").get_by_role("tooltip")
    plot.move(0.5, 0.1)
    expect(tip.locator("dd")).to_have_text("<i>two</i>")
    plot.move(0.2, 0.1)
    expect(tip).to_have_count(0)
    plot.move(0.8, 0.1)
    expect(tip.locator("dd")).to_have_text("c")


def test_a_line_is_told_about_between_its_points(told):
    _, tip = told("lines", x=0.3, y=0.9)
    expect(tip.locator("dd")).to_have_text("30.0")


def test_beside_a_peak_the_points_of_the_nearest_side_are_told(told):
    """The nearest point is that of the peak, to which both sides belong."""
    _, tip = told("peak", x=0.43, y=0.713)
    expect(tip.locator("dt")).to_have_text(["prev", "next", "none"])
    expect(tip.locator("dd")).to_have_text(["20", "50", "20"])
