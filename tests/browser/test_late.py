"""What a page shows does not depend on when parts of our code come."""

import re

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.view import View, box_of, hold_back
from support.wait import eventually


def test_a_box_that_is_drawn_gets_the_looks_of_its_tool_late(context_factory, site):
    page = context_factory().new_page()
    release = hold_back(page, "overlay_look")
    page.goto(site.page("late", "dressed-late"))
    view = View(page)
    plot = Plot(view, "wide")
    view.named("wide").get_by_role("button", name="Box zoom").click()
    plot.move(0.2, 0.2)
    page.mouse.down()
    plot.move(0.5, 0.5)
    plot.move(0.6, 0.6)
    box = view.named("wide").locator(".selection")
    red = re.compile(r"^color\(srgb 1 0 0")
    expect(box).not_to_have_css("background-color", red)
    # The pointer rests when the looks come.
    release()
    expect(box).to_have_css("background-color", red)


def test_what_is_drawn_by_hand_before_the_code_for_it_has_come_is_not_lost(
    context_factory, site
):
    page = context_factory().new_page()
    release = hold_back(page, "kinds")
    page.goto(site.page("late", "drawn-late"))
    view = View(page)
    plot = Plot(view, "hand")
    ends = plot.ends
    plot.drag((0.2, 0.2), (0.4, 0.6))
    page.mouse.click(*plot._at(0.8, 0.3))
    # Another drag is under way when the code comes.
    plot.move(0.8, 0.3)
    page.mouse.down()
    plot.move(0.85, 0.4)
    plot.move(0.86, 0.5)
    release()
    expect(view.named("drawn")).to_have_text("4 6, 8 3")
    plot.move(0.9, 0.9)
    page.mouse.up()
    expect(view.named("drawn")).to_have_text("4 6, 9 9")
    assert plot.ends == ends


@pytest.fixture
def unknown(context_factory, site, request):
    """Return a figure whose tools are not known yet, and what makes them known."""
    page = context_factory().new_page()
    release = hold_back(page, "rare")
    with page.expect_request("**/static/rare-*.js"):
        page.goto(site.page("late", request.node.name))
    plot = Plot(View(page), "picked")
    plot.area.scroll_into_view_if_needed()
    return plot, release


def test_a_tool_that_is_dragged_before_it_is_known_selects_then(unknown):
    plot, release = unknown
    plot.drag((0.3, 0.3), (0.7, 0.7))
    release()
    expect(plot.view.named("chosen")).to_have_text("[1, 2]")
    plot.drag((0.5, 0.5), (0.9, 0.9))
    expect(plot.view.named("chosen")).to_have_text("[2, 3]")


def test_a_tool_that_is_known_in_the_midst_of_a_drag_goes_on(unknown):
    plot, release = unknown
    plot.move(0.3, 0.3)
    plot.page.mouse.down()
    plot.move(0.4, 0.4)
    release()
    expect(plot.view.named("picked").locator(".selection")).to_have_count(1)
    plot.move(0.9, 0.9)
    plot.page.mouse.up()
    expect(plot.view.named("chosen")).to_have_text("[1, 2, 3]")


def test_a_tap_before_its_tool_is_known_selects_then(unknown):
    plot, release = unknown
    plot.page.mouse.click(*plot._at(0.4, 0.4))
    release()
    expect(plot.view.named("chosen")).to_have_text("[1]")


def test_a_drag_that_is_given_up_before_its_tool_is_known_leaves_nothing(unknown):
    plot, release = unknown
    plot.move(0.3, 0.3)
    plot.page.mouse.down()
    plot.move(0.4, 0.4)
    plot.move(0.9, 0.9)
    plot.page.keyboard.press("Escape")
    plot.page.mouse.up()
    plot.page.mouse.click(*plot._at(0.2, 0.2))
    release()
    expect(plot.view.named("chosen")).to_have_text("[0]")
    expect(plot.view.named("picked").locator(".selection")).to_have_count(0)


def test_a_legend_stands_at_its_plot_where_that_keeps_room_for_others(open_view):
    """No code may be needed for that which comes for the sake of another figure."""
    view = open_view("kept-near", app="late")

    def gap(name):
        legend = box_of(view.named(name).get_by_role("group", name="Legend"))
        return box_of(Plot(view, name).area)["x"] - legend["x"] - legend["width"]

    plots = [Plot(view, name).area for name in ("wide", "kept", "alone")]
    wide, kept, alone = (box_of(area)["width"] for area in plots)
    assert wide == kept < alone - 5
    eventually(
        lambda: abs(gap("kept") - gap("alone")) < 1,
        lambda: f"{gap('kept')} and {gap('alone')}",
    )


def test_words_with_formulas_are_shown_as_written_until_these_can_be_set(
    context_factory, site
):
    page = context_factory().new_page()
    page.route("**/static/typeset-*.js", lambda route: route.abort())
    view = View(page)
    page.goto(site.page("formulas", "not-set"))
    mixed, paragraph = view.named("mixed"), view.named("paragraph")
    expect(mixed).to_contain_text(r"Euler says $$e^{i\pi} + 1 = 0$$, and \(0<x<1\), or")
    expect(mixed.locator("b")).to_have_count(1)
    expect(paragraph).to_contain_text(r"An \(\alpha\) < a")
    # Nobody has to do anything for it.
    page.unroute("**/static/typeset-*.js")
    expect(mixed.locator("math")).to_have_count(3)
    expect(paragraph.locator("math")).to_have_count(2)
    assert view.violations() == []
    assert [told for told in view.told() if "imported module" in told] == []


def test_a_figure_that_was_removed_does_not_mind_that_its_bar_comes(
    context_factory, site
):
    page = context_factory().new_page()
    release = hold_back(page, "bar")
    view = View(page)
    page.goto(site.page("late", "removed-early"))
    Plot(view, "wide")
    view.named("wide").evaluate("figure => figure.remove()")
    release()
    view.named("alone").get_by_role("button", name="Box zoom").wait_for()
    assert view.told() == []


def test_a_view_whose_code_was_lost_on_the_way_comes_by_itself_later(
    context_factory, site
):
    page = context_factory().new_page()
    page.route("**/static/figure-*.js", lambda route: route.abort())
    view = View(page)
    page.goto(site.page("late", "lost-on-the-way"))
    wide = view.named("wide")
    expect(wide).to_have_text(re.compile("could not be loaded"))
    page.unroute("**/static/figure-*.js")
    Plot(view, "wide")
    expect(wide).not_to_have_class(re.compile("failed"))
    assert [told for told in view.told() if "imported module" in told] == []


def test_a_tooltip_of_markup_is_shown_once_its_code_can_be_had(context_factory, site):
    page = context_factory().new_page()
    page.route("**/static/sanitize-*.js", lambda route: route.abort())
    view = View(page)
    page.goto(site.page("tooltips", "had-later"))
    plot = Plot(view, "markup")
    tips = view.named("markup").locator(".tips")

    def told() -> bool:
        for place in (0.2, 0.8):
            plot.move(place, 0.5)
            if tips.count() > 0 and tips.inner_text().strip() != "":
                return True
        return False

    assert not told()
    page.unroute("**/static/sanitize-*.js")
    eventually(told)
    assert [told for told in view.told() if "imported module" in told] == []


def test_a_slider_says_no_wrong_number_before_its_formatter_has_come(
    context_factory, site
):
    page = context_factory().new_page()
    release = hold_back(page, "formats")
    page.goto(site.page("late", "priced-late"))
    value = View(page).named("priced").locator(".value")
    expect(value).to_have_text("\u00a0", use_inner_text=True)
    release()
    expect(value).to_have_text("$1,234")


def test_a_turn_of_the_wheel_before_its_tool_has_come_is_not_lost(
    context_factory, site
):
    page = context_factory().new_page()
    release = hold_back(page, "rare")
    view = View(page)
    page.goto(site.page("rolled", "turned-early"))
    plot = Plot(view, "rolled")
    plot.move(0.5, 0.5)
    page.mouse.wheel(0, -100)
    release()
    eventually(lambda: plot.ends[0] != [0, 10], lambda: str(plot.ends))
    assert plot.ends[1] == [0, 10]


def test_a_page_is_scrolled_by_a_finger_where_tools_cannot_be_had(
    context_factory, site
):
    page = context_factory().new_page()
    page.route("**/static/rare-*.js", lambda route: route.abort())
    view = View(page)
    page.goto(site.page("rolled", "never-had"))
    Plot(view, "rolled")
    area = view.named("rolled").locator(".area")
    expect(area).to_have_css("touch-action", "auto")
    assert view.violations() == []
