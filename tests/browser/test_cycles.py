"""Layouts that contain themselves: an application may build one by mistake."""

from playwright.sync_api import expect


def test_a_layout_within_itself_is_a_word_and_no_page_that_hangs(open_view):
    view = open_view("cycles", app="cyclic")
    expect(view.page.get_by_text("outer")).to_have_count(1)
    expect(view.page.get_by_text("inner")).to_have_count(1)
    cycles = view.page.get_by_text("A layout cannot contain itself.")
    expect(cycles).to_have_count(1)
    view.page.get_by_role("button", name="Tie").click()
    expect(cycles).to_have_count(2)
    expect(view.page.get_by_role("button", name="Tie")).to_have_count(1)
