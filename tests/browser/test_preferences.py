"""What a person has asked the system for: less motion, colours of their own."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from support.wait import eventually


MOVING = """element => {
  const roots = [element.shadowRoot];
  for (const root of roots) {
    for (const inner of root.querySelectorAll("*")) {
      if (inner.shadowRoot) roots.push(inner.shadowRoot);
    }
  }
  return roots.flatMap((root) => root.getAnimations())
    .filter((animation) => animation.playState === "running").length;
}"""


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), (None, True)])
def test_nothing_moves_for_those_who_asked_for_it(open_view, site, motion, moves):
    view = open_view(f"motion-{motion}", reduced_motion=motion)
    site.kill_nginx()
    view.wait_for_status("reconnecting")
    view.page.wait_for_timeout(400)
    eventually(lambda: (view.document.evaluate(MOVING) > 0) is moves)


# What has been told to last longer than an eye notices.
LASTING = """element => {
  const roots = [element.getRootNode()], found = [];
  for (const root of roots) {
    for (const inner of root.querySelectorAll("*")) {
      if (inner.shadowRoot) roots.push(inner.shadowRoot);
      for (const part of [undefined, "::before", "::after"]) {
        const style = getComputedStyle(inner, part);
        const times = `${style.transitionDuration},${style.animationDuration}`.split(",");
        if (Math.max(...times.map(parseFloat)) > 0.001) found.push(inner.className || inner.localName);
      }
    }
  }
  return found;
}"""


@pytest.mark.parametrize("app", ["floating", "tools", "tables", "pickers", "editing"])
@pytest.mark.parametrize("motion", ["reduce", None])
def test_no_view_takes_its_time_for_those_who_asked_for_it(open_view, app, motion):
    """Dialogs, drawers, menus and handles among them, which have style sheets of their own."""
    view = open_view(f"still-{app}-{motion}", app=app, reduced_motion=motion)
    if app == "floating":
        view.page.get_by_role("button", name="Open the dialog").click()
        expect(view.page.get_by_role("dialog").first).to_be_visible()
    lasting = view.page.locator("body").evaluate(LASTING)
    assert (lasting == []) is (motion == "reduce"), lasting


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_plots_have_the_colours_of_the_system(open_view, scheme):
    view = open_view(f"forced-{scheme}", forced_colors="active", color_scheme=scheme)
    plot = Plot(view)
    ink = "#ffffff" if scheme == "dark" else "#000000"
    eventually(lambda: ink in plot.colours(), lambda: str(plot.colours()))
    assert view.violations() == []


def test_a_page_that_waits_has_outlines_in_the_colours_of_the_system(
    context_factory, site
):
    page = context_factory(forced_colors="active").new_page()
    page.route_web_socket("**/ws", lambda socket: None)
    page.goto(site.page("board", "waiting"))
    block = page.locator(".skeleton .block")
    expect(block).to_have_css("border-top-width", "1px")


def test_a_first_view_that_takes_long_shows_where_it_will_be(context_factory, site):
    page = context_factory().new_page()
    page.route_web_socket("**/ws", lambda socket: None)
    page.goto(site.page("board", "skeleton"))
    document = page.locator("docsync-document")
    expect(document.locator(".skeleton")).to_be_visible()
    expect(document.locator(".roots")).to_have_attribute("aria-busy", "true")
    expect(document.get_by_role("status")).to_have_text("Connecting…")
    wide = page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert wide


def test_an_error_is_told_with_its_number_once(open_view):
    view = open_view("number", app="fails")
    view.page.get_by_role("button", name="Fail").click()
    alert = view.document.get_by_role("alert")
    expect(alert).to_contain_text("its log has details (error")
    expect(alert.locator(".id")).to_have_count(0)
    view.page.get_by_role("button", name="Dismiss").click()
    expect(alert).to_have_count(0)
