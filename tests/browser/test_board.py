"""A person moves a slider in a real browser; Python recomputes; the plot follows."""

import re

import pytest
from playwright.sync_api import expect

from browser.view import box_of
from support.wait import eventually


def test_a_dragged_slider_changes_the_plot_on_screen(open_view):
    view = open_view("drag")
    before = view.plot.screenshot()
    view.drag(0.8)
    view.drop()
    value = view.value
    assert value != 0
    eventually(lambda: view.column("y") == [value] * 50, lambda: str(view.column("y")))
    eventually(lambda: view.plot.screenshot() != before, "the plot did not follow")
    eventually(lambda: view.heard == f"heard {value:g}", lambda: view.heard)
    assert view.problems == []


def test_two_browsers_on_one_session_follow_each_other(open_view):
    one, other = open_view("shared"), open_view("shared")
    one.slider.focus()
    for _ in range(5):
        one.page.keyboard.press("ArrowRight")
    eventually(lambda: other.value == one.value, lambda: f"{other.value}")
    eventually(lambda: one.value == pytest.approx(0.5))
    other.page.get_by_role("button", name="Press").click()
    eventually(lambda: one.count == "pressed 1 times", lambda: one.count)
    other.page.get_by_label("caption").fill("renamed")
    other.page.keyboard.press("Enter")
    eventually(lambda: one.page.get_by_label("caption").input_value() == "renamed")
    assert one.problems + other.problems == []


def test_every_widget_reaches_python(open_view):
    view = open_view("widgets")
    before = view.plot.screenshot()
    view.page.get_by_label("shade").select_option("firebrick")
    eventually(lambda: view.plot.screenshot() != before, "the line kept its colour")
    for presses in range(1, 4):
        view.page.get_by_role("button", name="Press").click()
        eventually(lambda n=presses: view.count == f"pressed {n} times")


def test_a_strict_policy_is_never_violated(open_view):
    view = open_view("policy")
    view.drag(0.3)
    view.drop()
    view.page.get_by_role("button", name="Press").click()
    eventually(lambda: view.count == "pressed 1 times")
    box = box_of(view.plot)
    view.page.mouse.move(box["x"] + 200, box["y"] + 100)
    view.page.mouse.wheel(0, 200)
    view.page.mouse.down()
    view.page.mouse.move(box["x"] + 240, box["y"] + 120, steps=4)
    view.page.mouse.up()
    assert view.violations() == []
    assert view.problems == []


def test_a_proxy_killed_in_mid_drag_costs_nothing_acknowledged(open_view, site):
    view = open_view("killed")
    view.page.get_by_role("button", name="Press").click()
    eventually(lambda: view.count == "pressed 1 times")
    view.drag(0.7)
    site.kill_nginx()
    view.wait_for_status("reconnecting")
    banner = view.document.get_by_text(re.compile("econnecting|reached"))
    expect(banner).to_be_visible()
    view.page.mouse.move(*_beside(view, 0.9), steps=5)
    view.drop()
    moved = view.value
    for _ in range(3):
        view.page.get_by_role("button", name="Press").click()
    site.start_nginx()
    view.wait_for_status("live")
    eventually(lambda: view.count == "pressed 4 times", lambda: view.count)
    eventually(lambda: view.heard == f"heard {moved:g}", lambda: view.heard)
    eventually(lambda: view.value == moved)
    eventually(lambda: view.column("y") == [moved] * 50)


def test_a_slider_never_jumps_back_while_its_socket_is_cut(open_view, site):
    view = open_view("cut")
    view.drag(0.55)
    shown = [view.value]
    for share in (0.6, 0.65, 0.7, 0.75, 0.8, 0.85):
        site.cut_sockets()
        view.page.mouse.move(*_beside(view, share), steps=6)
        shown.append(view.value)
        view.page.wait_for_timeout(100)
        shown.append(view.value)
    view.drop()
    assert shown == sorted(shown)
    view.wait_for_status("live")
    moved = view.value
    eventually(lambda: view.heard == f"heard {moved:g}", lambda: view.heard)
    eventually(lambda: view.column("y") == [moved] * 50)


def _beside(view, share):
    box = box_of(view.slider)
    return box["x"] + box["width"] * share, box["y"] + box["height"] / 2


def test_what_others_did_meanwhile_is_there_after_the_proxy_came_back(open_view, site):
    one, other = open_view("both"), open_view("both")
    one.page.get_by_role("button", name="Press").click()
    eventually(lambda: other.count == "pressed 1 times")
    site.kill_nginx()
    one.wait_for_status("reconnecting")
    other.wait_for_status("reconnecting")
    one.page.get_by_role("button", name="Press").click()
    other.page.get_by_role("button", name="Press").click()
    site.start_nginx()
    for view in (one, other):
        view.wait_for_status("live")
        eventually(lambda v=view: v.count == "pressed 3 times", lambda v=view: v.count)


def test_a_session_that_is_gone_offers_to_start_anew(open_view, site):
    view = open_view("gone")
    view.page.get_by_role("button", name="Press").click()
    eventually(lambda: view.count == "pressed 1 times")
    assert site.destroy("gone")
    view.wait_for_status("gone")
    view.page.get_by_role("button", name="Start anew").click()
    view.wait_for_status("live")
    eventually(lambda: view.count == "pressed 0 times", lambda: view.count)


def test_a_forged_id_is_refused_in_words(context_factory, site):
    page = context_factory().new_page()
    page.goto(site.page("board", "forged", token="forged.id"))
    document = page.locator("docsync-document")
    expect(document).to_have_attribute("data-status", "refused")
    expect(document.get_by_role("alert")).to_contain_text("signature")


def test_the_page_fits_a_phone(open_view):
    view = open_view("phone", viewport={"width": 390, "height": 800}, has_touch=True)
    wide = view.page.evaluate("() => document.documentElement.scrollWidth")
    assert wide <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_host_page_decides_on_light_and_dark(open_view, scheme):
    view = open_view(f"scheme-{scheme}", color_scheme=scheme)
    view.page.evaluate(f"() => document.documentElement.style.colorScheme = '{scheme}'")
    words, color = view.page.get_by_text("heard"), "e => getComputedStyle(e).color"

    def brightness():
        parts = words.evaluate(color)[4:-1].split(",")
        return sum(int(part) for part in parts[:3])

    eventually(lambda: (brightness() > 382) is (scheme == "dark"))


def test_the_keyboard_reaches_everything(open_view):
    view = open_view("keyboard")
    names = []
    for _ in range(12):
        view.page.keyboard.press("Tab")
        names.append(
            view.page.evaluate(
                """() => {
                  let element = document.activeElement;
                  while (element?.shadowRoot?.activeElement) {
                    element = element.shadowRoot.activeElement;
                  }
                  return element?.localName + ":" + (element?.ariaLabel ?? element?.labels?.[0]?.innerText ?? element?.innerText ?? "");
                }"""
            )
        )
    joined = " ".join(names)
    for word in ("caption", "level", "shade", "Press"):
        assert word in joined, names
