"""Question marks beside titles, and tooltips that stand at other views."""

import pytest
from playwright.sync_api import expect

from browser.test_accessibility import schemes, violations
from browser.view import box_of, nowhere
from support.wait import eventually


@pytest.fixture
def view(open_view, request):
    made = open_view(request.node.name.partition("[")[0], app="hints")
    expect(made.named("words").get_by_role("button")).to_be_attached()
    yield made
    assert made.violations() == []
    assert made.told() == []


def test_words_come_up_while_they_are_pointed_at_and_escape_sends_them_away(view):
    mark = view.page.get_by_role("button", name="Help: Name")
    bubble = view.named("words").get_by_role("tooltip")
    expect(bubble).to_be_hidden()
    mark.hover()
    expect(bubble).to_have_text("What others see.")
    expect(bubble).to_be_visible()
    view.page.keyboard.press("Escape")
    expect(bubble).to_be_hidden()
    view.page.get_by_label("Name", exact=True).click()
    view.page.keyboard.press("Shift+Tab")
    expect(mark).to_be_focused()
    expect(bubble).to_be_visible()


def test_words_that_stay_go_along_with_what_they_belong_to(view):
    view.page.get_by_role("button", name="Help: Name").click()
    bubble = view.named("words").get_by_role("tooltip")
    expect(bubble).to_be_visible()
    at = box_of(bubble)["y"]
    view.page.evaluate("() => { document.body.style.paddingBlockStart = '90px' }")
    eventually(lambda: box_of(bubble)["y"] > at + 40, lambda: box_of(bubble))


def test_inputs_are_described_by_what_comes_up(view):
    field = view.page.get_by_label("Name", exact=True)
    expect(field).to_have_accessible_description("What others see.")


def test_markup_of_a_tooltip_acts_on_nothing_and_follows_other_models(view):
    view.page.get_by_role("button", name="Help: Place").click()
    bubble = view.named("markup").get_by_role("tooltip")
    expect(bubble).to_have_text("HTML with a link, and Ada.")
    expect(bubble.get_by_role("link")).to_be_visible()
    assert nowhere(bubble.locator("script, [onclick]"))
    name = view.page.get_by_label("Name", exact=True)
    name.fill("Grace")
    name.press("Enter")
    expect(bubble).to_have_text("HTML with a link, and Grace.")


def test_a_tooltip_stands_at_its_target_until_it_is_closed(view):
    bubble = view.named("standing").get_by_role("tooltip")
    expect(bubble).to_have_text("Start here")
    target = view.named("target")
    expect(bubble).to_have_attribute("data-side", "right")

    def beside():
        box, at = box_of(bubble), box_of(target)
        right = box["x"] >= at["x"] + at["width"]
        return (
            right and abs(box["y"] + box["height"] / 2 - at["y"] - at["height"] / 2) < 3
        )

    eventually(beside, lambda: f"at {box_of(bubble)}")
    bubble.get_by_role("button", name="Close").click()
    expect(bubble).to_be_hidden()
    expect(view.named("heard")).to_have_text("visible False")


def test_a_tooltip_stands_at_what_a_selector_finds_on_the_page(view):
    bubble = view.named("around").get_by_role("tooltip")
    title = view.page.get_by_role("heading", name="Stage")

    def below():
        box, at = box_of(bubble), box_of(title)
        gap = box["y"] - at["y"] - at["height"]
        middles = [part["x"] + part["width"] / 2 for part in (box, at)]
        return 0 <= gap < 20 and abs(middles[0] - middles[1]) < 3

    eventually(below, lambda: f"at {box_of(bubble)} of {box_of(title)}")


@pytest.mark.parametrize(
    ("change", "back"),
    [
        ("h1.style.display = 'none'", "h1.style.display = ''"),
        ("h1.remove()", "document.querySelector('main').prepend(h1)"),
    ],
    ids=["hidden", "removed"],
)
def test_a_tooltip_hides_with_what_it_stands_at(view, change, back):
    bubble = view.named("around").get_by_role("tooltip")
    expect(bubble).to_be_visible()
    view.page.evaluate(f"window.h1 = document.querySelector('main > h1'); {change}")
    expect(bubble).to_be_hidden()
    view.page.evaluate(back)
    expect(bubble).to_be_visible()


@schemes
def test_hints_are_accessible(open_view, scheme):
    phone = {"viewport": {"width": 390, "height": 844}, **scheme}
    made = open_view(f"hints-{scheme['color_scheme']}", app="hints", **phone)
    made.named("helper").get_by_role("button").click()
    bubble = made.named("helper").get_by_role("tooltip")
    expect(bubble).to_be_visible()
    box = box_of(bubble)
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert violations(made.page) == []
