"""What those perceive and do who use no mouse, or no eyes."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.view import FRAMES
from support.wait import eventually


AXE = Path(__file__).parents[2] / "browser" / "node_modules" / "axe-core" / "axe.min.js"

# What turns or pulsates does so for ever.
MOVING = """() => {
  const roots = [document], moving = [];
  for (const root of roots) {
    moving.push(...root.getAnimations());
    for (const { shadowRoot } of root.querySelectorAll("*")) {
      if (shadowRoot) roots.push(shadowRoot);
    }
  }
  return moving
    .filter(({ effect, playState }) =>
      playState === "running" && effect.getTiming().iterations !== Infinity)
    .map(({ effect }) => `${effect.target.localName}.${effect.target.className}`);
}"""

RUN_AXE = """async () => {
  const { violations, passes } = await axe.run(document);
  return {
    passed: passes.length,
    violations: violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`)
    ),
  };
}"""

# The strict policy of the page would keep the checker out, too.
LIGHT = {"color_scheme": "light", "bypass_csp": True}
DARK = {"color_scheme": "dark", "bypass_csp": True}
schemes = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])


def stands_still(page):
    """Tell whether nothing moves in a frame and in the next; one change may begin another."""
    page.evaluate(FRAMES)
    if page.evaluate(MOVING):
        return False
    page.evaluate(FRAMES)
    return not page.evaluate(MOVING)


def violations(page):
    """Return what axe finds wrong with a page that stands still."""
    page.add_script_tag(path=AXE)
    eventually(lambda: stands_still(page), lambda: f"moving: {page.evaluate(MOVING)}")
    report = page.evaluate(RUN_AXE)
    assert report["passed"] > 10
    return report["violations"]


@schemes
@pytest.mark.parametrize("app", ["board", "explained", "formulas", "look", "margins"])
def test_a_live_page(open_view, app, scheme):
    view = open_view(f"axe-{app}-{scheme['color_scheme']}", app=app, **scheme)
    view.plot.wait_for()
    assert violations(view.page) == []


@schemes
def test_a_tooltip_and_the_data_table(open_view, scheme):
    view = open_view(f"axe-tip-{scheme['color_scheme']}", app="look", **scheme)
    plot = Plot(view)
    view.page.get_by_text("Data table of around").focus()
    view.page.keyboard.press("Enter")
    plot.move(0.5, 0.5)
    expect(view.document.get_by_role("table")).to_be_visible()
    expect(view.document.get_by_role("tooltip")).to_be_visible()
    assert violations(view.page) == []


@schemes
def test_a_page_that_reconnects(open_view, site, scheme):
    view = open_view(f"axe-reconnecting-{scheme['color_scheme']}", **scheme)
    site.kill_nginx()
    view.wait_for_status("reconnecting")
    expect(view.document.get_by_role("status")).to_contain_text("cannot be reached")
    assert violations(view.page) == []


@schemes
def test_a_page_that_is_refused(context_factory, site, scheme):
    page = context_factory(**scheme).new_page()
    page.goto(site.page("board", "forged", token="forged.id"))
    expect(page.get_by_role("alert")).to_be_visible()
    assert violations(page) == []


@schemes
def test_a_page_whose_session_is_gone(open_view, site, scheme):
    session = f"axe-gone-{scheme['color_scheme']}"
    view = open_view(session, **scheme)
    assert site.destroy(session)
    view.wait_for_status("gone")
    assert violations(view.page) == []


@schemes
def test_a_page_whose_callback_failed(open_view, scheme):
    view = open_view(f"axe-error-{scheme['color_scheme']}", app="fails", **scheme)
    view.page.get_by_role("button", name="Fail").click()
    expect(view.document.get_by_role("alert")).to_be_visible()
    assert violations(view.page) == []


def test_every_widget_and_the_plot_without_a_mouse(open_view):
    view = open_view("keys-only", app="board")
    plot = Plot(view)
    keyboard = view.page.keyboard

    def tab_to(locator):
        for _ in range(20):
            keyboard.press("Tab")
            if locator.evaluate("e => e.getRootNode().activeElement === e"):
                return
        raise AssertionError(f"Tab never reached {locator}")

    tab_to(view.page.get_by_label("caption"))
    keyboard.press("Control+a")
    keyboard.type("renamed")
    keyboard.press("Enter")
    expect(view.document.get_by_role("figure")).to_have_accessible_name("renamed")

    tab_to(view.slider)
    keyboard.press("End")
    eventually(lambda: view.heard == "heard 5", lambda: view.heard)

    tab_to(view.page.get_by_label("shade"))
    keyboard.press("f")
    before = plot.picture()
    eventually(lambda: plot.picture() != before or "#b22222" in plot.colours())

    press = view.page.get_by_role("button", name="Press")
    tab_to(press)
    keyboard.press("Enter")
    keyboard.press("Space")
    eventually(lambda: view.count == "pressed 2 times", lambda: view.count)

    tab_to(plot.area)
    keyboard.press("+")
    eventually(lambda: plot.ends[1] == pytest.approx([-4.8, 4.8]))

    tab_to(plot.tool("Pan"))
    keyboard.press("End")
    keyboard.press("ArrowLeft")
    expect(plot.tool("Reset view")).to_be_focused()
    keyboard.press("Enter")
    eventually(lambda: plot.ends[1] == [-6, 6])


def test_focus_is_seen(open_view):
    view = open_view("focus", app="board")
    for locator in (view.slider, view.page.get_by_role("button", name="Press")):
        view.page.mouse.click(2, 2)
        before = locator.screenshot(style="* { animation: none }")
        locator.focus()
        view.page.keyboard.press("Shift")
        after = locator.screenshot(style="* { animation: none }")
        assert before != after


def test_roles_and_names_as_they_are_heard(open_view):
    view = open_view("heard")
    Plot(view)
    expect(view.document).to_match_aria_snapshot("""
        - text: caption
        - textbox "caption": the plot
        - text: level
        - slider "level": "0"
        - text: shade
        - combobox "shade":
          - option "navy" [selected]
          - option "firebrick"
        - button "Press"
        - text: pressed 0 times heard 0
        - figure "the plot":
          - text: the plot
          - application "the plot. Arrow keys move, plus and minus zoom, zero resets."
          - toolbar "Plot tools":
            - button "Pan" [pressed]
            - button "Box zoom"
            - button "Wheel zoom"
            - button "Save as picture"
            - button "Reset view"
            - button "Help"
          - group: Data table of the plot
        - status
    """)


def test_the_numbers_behind_a_plot_are_a_table_away(open_view):
    view = open_view("table", app="look")
    Plot(view)
    view.page.get_by_text("Data table of around").focus()
    view.page.keyboard.press("Enter")
    table = view.document.get_by_role("table")
    expect(table).to_be_visible()
    expect(table.get_by_role("columnheader")).to_have_text(["x", "y", "word"])
    expect(table.get_by_role("row")).to_have_count(4)
    expect(table.get_by_role("row").nth(3)).to_contain_text("c")


def told_after_a_step(view):
    """Return what tells of a plot that a key has moved."""
    Plot(view).area.focus()
    view.page.keyboard.press("ArrowRight")
    return view.document.locator("[aria-live=polite]")


def test_what_keys_did_to_a_plot_is_told(open_view):
    told = told_after_a_step(open_view("told", app="look"))
    expect(told).to_have_text("Shown: x from 10 to 110, y from 0 to 100")


def test_times_are_told_as_times(open_view):
    view = open_view("told-times", app="dated")
    told = told_after_a_step(view)
    expect(told).to_have_text(
        "Shown: x from 2 January 2026 to 12 January 2026, y from 0 to 10"
    )
    view.page.get_by_text("Data table of dated").focus()
    view.page.keyboard.press("Enter")
    rows = view.document.get_by_role("table").get_by_role("row")
    expect(rows.nth(1).get_by_role("cell")).to_have_text(["2026-01-03", "4"])
    expect(rows.nth(2).get_by_role("cell")).to_have_text(["2026-01-04 18:30:00", "6"])
