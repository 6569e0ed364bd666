"""Where the system's few colours replace ours, everything is still told apart."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.test_accessibility import violations
from browser.test_tables import cell
from support.wait import eventually


FORCED = {"forced_colors": "active", "bypass_csp": True}
COLOUR = "(element, [field, part]) => getComputedStyle(element, part)[field]"
CLEAR = "rgba(0, 0, 0, 0)"
HIGHLIGHT = """() => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.forcedColorAdjust = "none";
  probe.style.backgroundColor = "Highlight";
  const { backgroundColor } = getComputedStyle(probe);
  probe.remove();
  return backgroundColor;
}"""

schemes = pytest.mark.parametrize("scheme", ["light", "dark"])


@pytest.fixture(scope="module")
def widgets(module_view):
    return module_view("forced-widgets", app="widgets", **FORCED)


def colour(place, field="backgroundColor", part=None):
    return str(place.evaluate(COLOUR, [field, part]))


def comes_to_differ(one, other):
    eventually(lambda: one() != other(), lambda: f"both are {one()}")


def test_a_switch_shows_its_knob(widgets):
    switch = widgets.page.get_by_role("switch", name="Lights")
    expect(switch).to_be_checked()
    comes_to_differ(
        lambda: colour(switch), lambda: colour(switch, "backgroundColor", "::before")
    )
    eventually(lambda: colour(switch, "appearance") == "none")


def test_only_the_tab_that_is_shown_has_a_mark(widgets):
    for name, marked in (("First", True), ("Second", False)):
        tab = widgets.page.get_by_role("tab", name=name).locator("..")
        eventually(
            lambda tab=tab, marked=marked: (
                (colour(tab, "borderBottomColor") != CLEAR) is marked
            ),
            lambda tab=tab: colour(tab, "borderBottomColor"),
        )


def test_pressed_choices_are_filled(widgets):
    bold = widgets.page.get_by_role("button", name="bold", exact=True)
    wide = widgets.page.get_by_role("button", name="wide", exact=True)
    expect(bold).to_have_attribute("aria-pressed", "true")
    comes_to_differ(lambda: colour(bold), lambda: colour(wide))
    comes_to_differ(lambda: colour(bold), lambda: colour(bold, "color"))


def test_choices_that_are_not_pressed_have_words_that_are_seen(widgets):
    wide = widgets.page.get_by_role("button", name="wide", exact=True)
    expect(wide).to_have_attribute("aria-pressed", "false")
    comes_to_differ(lambda: colour(wide), lambda: colour(wide, "color"))


def test_what_can_be_taken_away_has_an_outline(widgets):
    chip = widgets.page.locator(".chip").first
    eventually(lambda: colour(chip, "borderTopColor") != CLEAR)
    expect(chip).to_have_css("border-top-width", "1px")


def test_the_focus_is_seen_on_a_tool_that_is_on(open_view):
    view = open_view("forced-tool", forced_colors="active")
    plot = Plot(view)
    pan = plot.tool("Pan")
    # That of a button that is not on is the page's, however it is called.
    eventually(lambda: colour(pan) == view.page.evaluate(HIGHLIGHT))
    box = plot.tool("Box zoom")
    eventually(lambda: colour(box) != view.page.evaluate(HIGHLIGHT))
    plot.area.focus()
    view.page.keyboard.press("Tab")
    expect(pan).to_be_focused()
    expect(pan).to_have_css("outline-style", "solid")
    comes_to_differ(lambda: colour(pan, "outlineColor"), lambda: colour(pan))


def test_the_active_cell_is_seen_in_a_selected_row(open_view):
    view = open_view("forced-row", app="tables", **FORCED)
    cell(view, 1, 1).click()
    row = view.page.locator(".row.selected").first
    expect(row).to_be_visible()
    active = row.locator(".active")
    view.page.keyboard.press("ArrowRight")
    expect(active).to_have_css("outline-style", "solid")
    comes_to_differ(lambda: colour(active, "outlineColor"), lambda: colour(row))
    assert violations(view.page) == []


@schemes
@pytest.mark.parametrize("app", ["board", "widgets", "pickers", "floating", "look"])
def test_axe_finds_nothing_wrong(open_view, app, scheme):
    name = f"forced-axe-{app}-{scheme}"
    view = open_view(name, app=app, color_scheme=scheme, **FORCED)
    if app == "floating":
        view.page.get_by_role("button", name="Open the dialog").click()
        expect(view.page.get_by_role("dialog").first).to_be_visible()
    assert violations(view.page) == []
