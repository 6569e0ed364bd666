"""Authors give elements style sheets, attributes and icons."""

import pytest
from playwright.sync_api import expect

from browser.view import box_of, nowhere
from support.wait import eventually


def test_style_sheets_and_attributes_come_and_go(open_view):
    view = open_view("adorned", app="adorned")
    field = view.named("field")
    label, line = field.locator("label"), field.locator("input")
    expect(label).to_have_css("color", "rgb(1, 2, 3)")
    expect(field).to_have_css("font-size", "20px")
    expect(line).to_have_css("border-top-width", "3px")
    expect(line).to_have_css("color", "rgb(0, 0, 128)")
    expect(field).to_have_attribute("title", "a hint")
    expect(field).to_have_attribute("data-kind", "first")
    expect(field).to_have_id("the-field")
    own = "element => getComputedStyle(element).getPropertyValue('--own')"
    eventually(lambda: field.evaluate(own) == "7px")
    assert nowhere(view.document.locator("[onclick]"))

    view.page.get_by_role("button", name="Change").click()
    expect(label).to_have_css("color", "rgb(3, 2, 1)")
    expect(field).to_have_css("font-size", "14px")
    expect(field).not_to_have_attribute("title", "a hint")
    view.page.get_by_role("button", name="Reset").click()
    expect(line).to_have_css("border-top-width", "1px")
    expect(field).not_to_have_id("the-field")
    assert view.violations() == []
    assert [told for told in view.told() if "onclick” is not set" not in told] == []


def test_icons_stand_before_the_words(open_view):
    view = open_view("icons", app="adorned")
    expect(view.named("change").locator("docsync-icon svg path").first).to_be_visible()
    circle = view.named("reset").locator("docsync-icon svg")
    expect(circle).to_be_visible()
    eventually(
        lambda: (
            circle.evaluate("element => element.getBoundingClientRect().width") == 18
        )
    )
    home = view.named("home")
    expect(home.get_by_role("button", name="Home")).to_be_visible()
    expect(home.locator("docsync-icon svg")).to_be_visible()
    night = view.named("night")
    sun = night.locator("docsync-icon path").get_attribute("d")
    view.page.get_by_role("switch", name="Night").click()
    expect(night.locator("docsync-icon path")).not_to_have_attribute("d", sun)
    assert view.violations() == []


def test_icons_are_found_by_the_names_that_authors_know(open_view):
    view = open_view("names-of-icons", app="icons")

    def picture(name):
        return view.named(name).locator("docsync-icon path").get_attribute("d")

    eventually(lambda: picture("plain") == picture("filled") != picture("dashes"))
    eventually(lambda: picture("dashes") == picture("lines") == picture("other"))
    lost = view.named("lost")
    expect(lost.get_by_role("button", name="lost")).to_be_visible()
    expect(lost.locator("docsync-icon")).to_be_hidden()


def test_sheets_may_name_parts_as_bokeh_does(open_view):
    view = open_view("names", app="adorned")
    known = view.named("known").get_by_role("button")
    expect(known).to_have_css("background-color", "rgb(9, 8, 7)")
    expect(known).to_have_css("border-radius", "0px")
    level = view.named("level")
    title = level.locator(".head")
    expect(title).to_have_css("color", "rgb(200, 0, 0)")
    expect(title).to_have_css("font-weight", "700")
    bar = "element => getComputedStyle(element).getPropertyValue('--_bar')"
    eventually(lambda: level.evaluate(bar) == "rgb(0, 100, 0)")
    rules = """element => element.shadowRoot.adoptedStyleSheets.flatMap(
      (sheet) => [...sheet.cssRules].map((rule) => rule.cssText)
    )"""
    eventually(
        lambda: any(
            "slider-thumb { background: gold" in r for r in level.evaluate(rules)
        )
    )


def test_styles_and_classes_reach_the_element(open_view):
    view = open_view("styles", app="adorned")
    large = view.named("large")
    expect(large).to_have_css("font-size", "30px")
    expect(large).to_have_css("color", "rgb(0, 0, 200)")
    expect(large).to_have_class("loud")
    letters = "element => getComputedStyle(element.ownerDocument.body).letterSpacing"
    eventually(lambda: large.evaluate(letters) == "normal")


LOUD = """() => [document, document.querySelector("docsync-document")?.shadowRoot].map(
  (root) => (root?.adoptedStyleSheets ?? []).filter(
    (sheet) => [...sheet.cssRules].some((rule) => rule.selectorText === ".loud")
  ).length
)"""
"""How many sheets of the page and of the document are an author's for all."""


def test_sheets_for_the_page_go_with_who_brought_them(open_view):
    view = open_view("page sheets", app="adorned")
    eventually(lambda: view.page.evaluate(LOUD) == [1, 1])
    there = view.page.evaluate_handle(
        "() => { const e = document.querySelector('docsync-document');"
        " e.remove(); return e; }"
    )
    eventually(lambda: view.page.evaluate(LOUD) == [0, 0])
    there.evaluate("element => document.body.append(element)")
    view.wait_for_status("live")
    eventually(lambda: view.page.evaluate(LOUD) == [1, 1])
    view.page.get_by_role("button", name="Reset").click()
    eventually(lambda: view.page.evaluate(LOUD) == [0, 0])


def test_of_two_addresses_the_last_one_counts(open_view):
    view = open_view("addresses", app="adorned")
    held = []
    view.page.route("**/first.css", lambda route: held.insert(0, route))
    view.page.route("**/second.css", _give("rgb(0, 90, 0)"))
    button = view.named("next").get_by_role("button")
    button.click()
    while not held:
        view.page.wait_for_timeout(10)
    button.click()
    expect(button).to_have_css("color", "rgb(0, 90, 0)")
    _give("rgb(90, 0, 0)")(held.pop())
    view.wait_until_drawn()
    expect(button).to_have_css("color", "rgb(0, 90, 0)")


def _give(color):
    css = f"button {{ color: {color} }}"
    return lambda route: route.fulfill(body=css, content_type="text/css")


def test_sizes_follow_policies_and_proportions(open_view):
    view = open_view("sizes", app="adorned", viewport={"width": 1000, "height": 800})
    wide, scaled, grows, fixed, dragged = (
        box_of(view.named(name))
        for name in ("wide", "scaled", "grows", "fixed", "dragged")
    )
    assert (wide["width"], wide["height"]) == (400, 100)
    assert scaled["width"] > 900
    assert scaled["height"] == pytest.approx(scaled["width"] / 4, abs=1)
    assert fixed["width"] == 120
    assert grows["width"] == pytest.approx(scaled["width"] - 120, abs=1)

    mouse = view.page.mouse
    view.named("dragged").scroll_into_view_if_needed()
    dragged = box_of(view.named("dragged"))
    right, bottom = dragged["x"] + 100, dragged["y"] + 60
    mouse.move(right - 3, bottom - 3)
    mouse.down()
    mouse.move(right + 47, bottom + 17)
    mouse.up()
    expect(view.named("dragged")).to_have_css("width", "150px")
    expect(view.named("dragged")).to_have_css("height", "80px")


def test_words_are_seen_on_a_background_of_their_author(open_view):
    view = open_view("pale", app="adorned", color_scheme="dark")
    words = view.named("pale").get_by_text("Read me")
    expect(words).to_have_css("color", "rgb(29, 33, 41)")


def test_words_are_seen_on_backgrounds_that_sheets_give(open_view):
    view = open_view("sheets", app="adorned", color_scheme="dark")
    words = view.named("sheets").get_by_text("Read this")
    expect(words).to_have_css("color", "rgb(29, 33, 41)")
    inputs = view.named("sheets").get_by_role("textbox")
    expect(inputs.first).to_have_css("color", "rgb(29, 33, 41)")
    expect(inputs.last).to_have_css("color", "rgb(200, 0, 0)")


def test_words_are_seen_on_a_background_that_a_sheet_gives_the_page(open_view):
    view = open_view("night", app="adorned", color_scheme="light")
    document = view.page.locator("docsync-document")
    press = view.page.get_by_role("button", name="Darken")
    for scheme in ("dark", "dark", "light dark"):
        press.click()
        expect(document).to_have_css("color-scheme", scheme)


def test_styles_of_a_layout_say_where_its_children_are(open_view):
    view = open_view("centred", app="adorned")
    outer = box_of(view.named("centred"))
    inner = box_of(view.named("middle"))
    for start, size in (("x", "width"), ("y", "height")):
        middle = outer[start] + outer[size] / 2
        assert abs(inner[start] + inner[size] / 2 - middle) < 12


MOVED = """element => element.shadowRoot.addEventListener(
  "transitionrun",
  (event) => (window.moved ??= []).push(`${element.dataset.name} ${event.propertyName}`)
)"""


def test_nothing_moves_when_colours_are_looked_at(open_view):
    view = open_view("still", app="moving", color_scheme="light")
    for name in ("dressed", "inner", "alone", "within"):
        view.named(name).evaluate(MOVED)
    view.page.get_by_role("button", name="Dress", exact=True).click()
    expect(view.named("done").get_by_text("dressed")).to_be_visible()
    expect(view.named("box")).to_have_css("margin-left", "4px")
    view.wait_until_drawn()
    eventually(lambda: view.page.evaluate("window.moved") is None)


WRITTEN = """button => new MutationObserver(
  (records) => { window.written = (window.written ?? 0) + records.length; }
).observe(button, { childList: true })"""


def test_a_button_follows_the_document_that_is_on_it_alone(open_view):
    view = open_view("worded", app="moving")
    worded, done = view.named("worded"), view.named("done")
    button = worded.locator("button")
    expect(button).to_have_text("one")
    view.page.get_by_role("button", name="Replace").click()
    expect(button).to_have_text("two")
    button.evaluate(WRITTEN)
    say = view.page.get_by_role("button", name="Say")
    say.click()
    expect(button).to_have_text("two more")
    view.wait_until_drawn()
    # The words before went, these came.
    eventually(lambda: view.page.evaluate("window.written") == 2)

    around = worded.evaluate_handle(
        "element => { const around = element.parentNode; element.remove();"
        " window.away = element; return around; }"
    )
    say.click()
    expect(done).to_have_text("plain..")
    view.wait_until_drawn()
    words = "window.away.shadowRoot.querySelector('button').textContent.trim()"
    eventually(lambda: view.page.evaluate(words) == "two more")
    around.evaluate("around => around.append(window.away)")
    expect(button).to_have_text("two more more")


@pytest.mark.parametrize(
    "name",
    ["send all", "Button", "Toggle", "Dropdown", "Stop"],
)
def test_buttons_without_words_have_names(open_view, name):
    view = open_view(f"names-{name}", app="icons")
    expect(view.page.get_by_role("button", name=name, exact=True)).to_be_visible()


def test_a_button_that_gets_words_is_called_by_them(open_view):
    view = open_view("name-of-words", app="icons")
    button = view.named("send_all").get_by_role("button")
    expect(button).to_have_accessible_name("send all")
    view.named("send_all").evaluate("view => view.model.set('label', 'Send')")
    expect(button).to_have_accessible_name("Send")
