"""Lists that complete what is typed, by keys, pointer and touch."""

import pytest
from playwright.sync_api import expect

from browser.test_accessibility import DARK, LIGHT, violations
from browser.test_forced_colours import FORCED
from browser.view import box_of


PHONE = {
    "viewport": {"width": 390, "height": 800},
    "has_touch": True,
    "is_mobile": True,
}


@pytest.fixture
def view(open_view, request):
    made = open_view(request.node.name, app="completing")
    yield made
    assert made.violations() == []
    assert made.problems == []


def field_of(view, name):
    return view.page.get_by_role("combobox", name=name, exact=True)


def options(view):
    return view.page.get_by_role("option")


def active(field):
    """Return what the field says is about to be chosen."""
    return field.evaluate(
        """field => {
          const id = field.getAttribute("aria-activedescendant");
          return id && field.getRootNode().getElementById(id).textContent.trim();
        }"""
    )


def test_arrows_and_enter_choose(view):
    field = field_of(view, "Pet")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.press_sequentially("c")
    expect(options(view)).to_have_text(["canary"])
    field.fill("")
    field.press_sequentially("n")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(options(view)).to_have_text(["newt"])
    assert active(field) == "newt"
    field.press("Enter")
    view.says("pet newt, meant newt")
    expect(field).to_have_value("newt")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(options(view)).to_have_count(0)


def test_arrows_go_round_the_list_and_escape_closes_it(view):
    field = field_of(view, "All")
    field.click()
    expect(options(view)).to_have_text(["Cat", "canary", "dog"])
    for key, where in [
        ("ArrowDown", "canary"),
        ("ArrowUp", "Cat"),
        ("ArrowUp", "dog"),
        ("ArrowDown", "Cat"),
    ]:
        field.press(key)
        assert active(field) == where
        expect(view.page.get_by_role("option", selected=True)).to_have_text(where)
    field.press("Escape")
    expect(options(view)).to_have_count(0)
    view.says("nothing yet")
    field.press("ArrowUp")
    assert active(field) == "dog"
    field.press("Enter")
    view.says("all dog")


def test_only_what_fits_is_offered_and_only_that_is_taken(view):
    field = field_of(view, "Pet")
    field.press_sequentially("x")
    expect(options(view)).to_have_count(0)
    field.press("Enter")
    expect(field).to_have_value("")
    view.says("nothing yet, meant")


def test_loose_lists_find_parts_and_let_other_texts_be(view):
    field = field_of(view, "Loose")
    field.press_sequentially("C")
    expect(options(view)).to_have_count(0)
    field.press_sequentially("A")
    expect(options(view)).to_have_text(["Cat", "canary", "wild cat"])
    assert active(field) is None
    field.press("Enter")
    view.says("loose CA")
    field.press_sequentially("T")
    field.press("ArrowDown")
    field.press("ArrowDown")
    assert active(field) == "wild cat"
    field.press("Tab")
    view.says("loose wild cat")


def test_the_pointer_chooses_and_keeps_the_focus_in_the_field(view):
    field = field_of(view, "Loose")
    field.press_sequentially("cat")
    view.page.get_by_role("option", name="wild cat").click()
    view.says("loose wild cat")
    expect(field).to_have_value("wild cat")
    expect(field).to_be_focused()
    expect(options(view)).to_have_count(0)


def test_whoever_goes_elsewhere_closes_the_list(view):
    field = field_of(view, "Pet")
    field.press_sequentially("d")
    expect(options(view)).to_have_count(1)
    view.page.mouse.click(5, 600)
    expect(options(view)).to_have_count(0)
    expect(field).to_have_value("")
    view.says("nothing yet")


def test_what_is_active_is_in_sight(view):
    field = field_of(view, "Long")
    field.click()
    field.press("ArrowUp")
    assert active(field) == "entry 39"
    expect(view.page.get_by_role("option", selected=True)).to_be_in_viewport()


@pytest.mark.parametrize(
    "options_of", [LIGHT, DARK, FORCED], ids=["light", "dark", "forced"]
)
def test_lists_are_accessible(open_view, options_of, request):
    view = open_view(request.node.name, app="completing", **options_of)
    field = field_of(view, "All")
    field.click()
    expect(options(view)).to_have_count(3)
    chosen = view.page.get_by_role("option", selected=True)
    other = options(view).nth(1)
    grounds = [
        each.evaluate("e => getComputedStyle(e).backgroundColor")
        for each in (chosen, other)
    ]
    assert grounds[0] != grounds[1]
    assert violations(view.page) == []


def test_a_finger_has_room_on_a_phone(open_view):
    view = open_view("completing-phone", app="completing", **PHONE)
    field = field_of(view, "All")
    field.tap()
    option = options(view).nth(1)
    box = box_of(option)
    assert box["height"] >= 40
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    option.tap()
    view.says("all canary")
