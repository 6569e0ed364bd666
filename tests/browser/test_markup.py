"""Markup in texts, and what it may bring."""

import pytest
from playwright.sync_api import expect

from support.stage import POLICY


@pytest.fixture
def view(open_view, request):
    policy = f"{POLICY}; base-uri 'none'"
    made = open_view(request.node.name, app="markup", policy=policy)
    expect(made.named("styled").get_by_text("of all times")).to_be_visible()
    yield made
    assert made.violations() == []
    assert made.problems == []


def test_style_sheets_reach_their_own_markup_and_no_further(view):
    title = view.named("styled").get_by_role("heading")
    expect(title).to_have_css("color", "rgb(1, 2, 3)")
    box = view.named("styled").locator(".box")
    expect(box).to_have_css("color", "rgb(4, 5, 6)")
    expect(box).to_have_css("letter-spacing", "3px")
    other = view.named("other").get_by_text("another")
    expect(other).not_to_have_css("font-size", "99px")


def test_style_sheets_neither_fetch_nor_cover_the_page(view):
    box = view.named("styled").locator(".box")
    expect(box).to_have_css("position", "static")
    expect(box).to_have_css("background-image", "none")
    asked = view.page.evaluate(
        "performance.getEntriesByType('resource').map(each => each.name).join()"
    )
    assert "nope" not in asked


def test_styles_say_how_parts_stand_beside_each_other(view):
    cards = view.named("cards").locator(".cards")
    expect(cards).to_have_css("column-gap", "12px")
    expect(cards).to_have_css("justify-content", "space-between")
    expect(cards).to_have_css("align-items", "center")
    expect(cards).to_have_css("box-shadow", "rgb(0, 0, 0) 0px 1px 2px 0px")
    words = cards.get_by_text("Bright")
    expect(words).to_have_css("background-clip", "text")
    expect(words).to_have_css("-webkit-text-fill-color", "rgba(0, 0, 0, 0)")


def test_styles_neither_fetch_nor_cover_the_page(view):
    cards = view.named("cards").locator(".cards")
    expect(cards).to_have_css("position", "static")
    expect(cards).to_have_css("transform", "none")
    expect(cards).to_have_css("background-image", "none")


def test_nothing_is_drawn_far_around_a_part(view):
    styled = "parts => parts.map(part => part.style.cssText)"
    around = view.named("around")
    bold = around.get_by_text("bold").evaluate_all(styled)
    assert len(bold) == 10
    assert set(bold) == {""}
    modest = around.get_by_text("modest").evaluate_all(styled)
    assert len(modest) == 6
    assert "" not in modest


def test_nothing_stands_far_before_its_place(view):
    styled = "parts => parts.map(part => part.style.cssText)"
    beside = view.named("beside")
    near = beside.get_by_text("near").evaluate_all(styled)
    assert len(near) == 3
    assert "" not in near
    farther = beside.get_by_text("farther").evaluate_all(styled)
    assert len(farther) == 5
    assert set(farther) == {""}


@pytest.mark.parametrize("number", range(4))
def test_nothing_lies_over_what_stands_before(view, number):
    expect(view.named(f"over-{number}").get_by_text("over")).to_be_visible()
    before = view.page.get_by_role("button", name=f"Before {number}")
    before.click(trial=True, timeout=5000)


def test_what_its_author_puts_elsewhere_is_seen_there(view):
    pinned = view.named("pinned").get_by_text("pinned")
    expect(pinned).to_have_css("position", "fixed")
    pinned.click(trial=True, timeout=5000)


def test_frames_leave_the_rest_and_fail_at_nothing(view):
    expect(view.named("framed").get_by_text("kept")).to_be_visible()
    expect(view.named("unseen")).to_have_text("")
    assert view.told() == []


def test_a_style_sheet_goes_with_its_text(view):
    view.page.get_by_role("button", name="Plain").click()
    title = view.named("styled").get_by_role("heading")
    expect(title).not_to_have_css("color", "rgb(1, 2, 3)")


def test_nothing_is_seen_of_an_empty_text(view):
    block = view.named("empty").locator("pre")
    expect(block).to_be_hidden()
    view.page.get_by_role("button", name="Plain").click()
    expect(block).to_be_visible()


def test_a_table_of_text_keeps_its_lines_and_scrolls_where_it_is_too_wide(view):
    block = view.named("table").locator("pre")
    expect(block).to_have_css("white-space-collapse", "preserve")
    lines, seen, whole = block.evaluate(
        """pre => {
          const style = getComputedStyle(pre);
          const inner = pre.clientHeight
            - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
          return [inner / parseFloat(style.lineHeight), pre.clientWidth, pre.scrollWidth];
        }"""
    )
    assert round(lines) == 2
    assert whole > seen <= 200
