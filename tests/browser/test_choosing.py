"""Options are found by typing, as many are offered as the author says; the wheel counts."""

import pytest
from playwright.sync_api import expect

from browser.test_accessibility import DARK, LIGHT, violations
from browser.view import box_of
from support.wait import eventually


APP = "choosing"


@pytest.fixture
def view(open_view, request):
    made = open_view(request.node.name, app=APP)
    yield made
    assert made.violations() == []
    assert made.problems == []


def field(view, title):
    return view.page.get_by_role("combobox", name=f"Add to {title}")


def options(view, name):
    return view.named(name).get_by_role("option")


def numbers(*given):
    return [f"Number {number:02}" for number in given]


def test_as_many_options_are_offered_as_the_author_says(view):
    few = field(view, "Few")
    expect(few).to_have_attribute("aria-expanded", "false")
    few.click()
    expect(few).to_have_attribute("aria-expanded", "true")
    expect(options(view, "few")).to_have_text(numbers(1, 2, 3, 4, 5))
    few.fill("number 5")
    expect(options(view, "few")).to_have_count(10)
    # The list lies over what is below it, until the focus has gone on.
    few.press("Tab")
    expect(options(view, "few")).to_have_count(0)
    field(view, "Found").click()
    expect(options(view, "found")).to_have_count(60)
    field(view, "Found").fill("2")
    expect(options(view, "found")).to_have_text(numbers(2, 12, 20))
    field(view, "Found").fill("zebra")
    expect(options(view, "found")).to_have_text("Nothing found")
    field(view, "Found").press("Enter")
    view.says("nothing yet")


def test_keys_choose_and_take_back(view):
    few = field(view, "Few")
    few.focus()
    for key in ["ArrowDown", "ArrowDown"]:
        few.press(key)
    expect(options(view, "few").nth(1)).to_have_attribute("aria-selected", "true")
    expect(few).to_have_attribute("aria-activedescendant", "option-1")
    few.press("Enter")
    view.says("few ['n0', 'n2']")
    expect(few).to_be_focused()
    expect(options(view, "few")).to_have_text(numbers(1, 3, 4, 5, 6))
    few.press_sequentially("59")
    few.press("Enter")
    view.says("few ['n0', 'n2', 'n59']")
    expect(few).to_have_value("")
    few.press("Backspace")
    view.says("few ['n0', 'n2']")
    few.press_sequentially("4")
    few.press("Escape")
    expect(few).to_have_value("")
    expect(few).to_have_attribute("aria-expanded", "false")
    few.press("Backspace")
    view.says("few ['n0']")


def test_a_key_that_is_held_takes_no_choices_away(view):
    few = field(view, "Few")
    few.focus()
    before = view.named("few").locator(".chip")
    expect(before).not_to_have_count(0)
    count = before.count()
    few.press_sequentially("zz")
    for _ in range(6):  # a key that was not released is repeated
        view.page.keyboard.down("Backspace")
    view.page.keyboard.up("Backspace")
    expect(few).to_have_value("")
    expect(before).to_have_count(count)


def test_a_pointer_chooses_and_the_field_goes_when_all_are_chosen(view):
    field(view, "Two").click()
    options(view, "two").filter(has_text="b").click()
    view.says("two ['b']")
    options(view, "two").filter(has_text="a").click()
    view.says("two ['b', 'a']")
    expect(field(view, "Two")).to_have_count(0)
    expect(view.named("two").get_by_role("button", name="Remove a")).to_be_focused()
    view.page.keyboard.press("Enter")
    view.says("two ['b']")
    expect(field(view, "Two")).to_have_attribute("aria-expanded", "false")


def test_what_may_not_be_taken_away_stays(view):
    kept = field(view, "Kept")
    kept.focus()
    kept.press("Backspace")
    kept.press_sequentially("b")
    kept.press("Enter")
    view.says("kept ['a', 'b']")
    expect(view.named("kept").get_by_role("button")).to_have_count(0)
    expect(field(view, "Off")).to_be_disabled()


def test_the_wheel_counts_in_a_field_with_the_focus(view):
    count = view.page.get_by_role("spinbutton", name="Count")
    count.hover()
    view.page.mouse.wheel(0, 40)
    scroll = "() => scrollY"
    eventually(lambda: view.page.evaluate(scroll) == 40)
    expect(count).to_have_value("5")
    count.click()
    view.page.mouse.wheel(0, -40)
    view.page.mouse.wheel(0, -40)
    expect(count).to_have_value("7")
    view.says("count 7")
    expect(view.named("throttled")).to_have_text("throttled 7")
    view.page.mouse.wheel(0, 40)
    view.says("count 6")
    # Whoever leaves the field is done.
    count.press("Tab")
    expect(view.named("throttled")).to_have_text("throttled 6")
    eventually(lambda: view.page.evaluate(scroll) == 40)


WHEEL = """async (input) => {
  const { model } = input.getRootNode().host;
  const heard = [];
  const hearing = model.observe(() => heard.push([model.get("value"), model.get("value_throttled")]));
  input.focus();
  for (let at = 0; at < 3; at += 1) {
    input.dispatchEvent(new WheelEvent("wheel", { deltaY: -100, bubbles: true, cancelable: true }));
    await new Promise((done) => setTimeout(done, 50));
  }
  const meanwhile = heard.length;
  await new Promise((done) => setTimeout(done, 600));
  hearing.cancel();
  return [meanwhile, heard];
}"""


def test_a_wheel_that_turns_is_not_told_as_come_to_rest(view):
    count = view.page.get_by_role("spinbutton", name="Count")
    meanwhile, heard = count.evaluate(WHEEL)
    assert meanwhile == 3
    assert heard == [[6, None], [7, None], [8, None], [8, 8]]


SWIPE = """(input) => {
  const { model } = input.getRootNode().host;
  input.focus();
  const turn = (deltaY) => {
    input.dispatchEvent(new WheelEvent("wheel", { deltaY, bubbles: true, cancelable: true }));
  };
  for (let at = 0; at < 60; at += 1) turn(2);
  turn(-2);
  return model.get("value");
}"""


def test_a_swipe_of_fingers_counts_by_its_length(view):
    """It is told in many small parts; a wheel in notches."""
    count = view.page.get_by_role("spinbutton", name="Count")
    value = count.evaluate(SWIPE)
    assert value == 2


def test_fingers_have_room(open_view):
    view = open_view(
        "choosing-touch",
        app=APP,
        viewport={"width": 390, "height": 800},
        has_touch=True,
        is_mobile=True,
    )
    box = view.named("few").locator(".box")
    eventually(lambda: box_of(box)["height"] >= 44)
    for button in [view.named("few").get_by_role("button", name="Remove Number 00")]:
        eventually(lambda button=button: box_of(button)["height"] >= 24)
    field(view, "Found").tap()
    eventually(lambda: box_of(options(view, "found").first)["height"] >= 44)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_axe_finds_nothing_wrong(open_view, request, look):
    view = open_view(request.node.name, app=APP, **look)
    field(view, "Few").click()
    expect(options(view, "few")).to_have_count(5)
    # What is off may be pale.
    view.named("off").evaluate("element => element.remove()")
    assert violations(view.page) == []
