"""Titles of widgets with formulas, and with values that follow others."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def view(open_view, request):
    return open_view(request.node.name, app="entitled")


def test_formulas_in_titles_are_typeset_and_read_as_they_are_written(view):
    expect(view.named("damping").locator("math")).to_be_visible()
    expect(view.named("both").locator("math")).to_be_visible()
    expect(view.named("plain").locator("math")).to_have_count(0)
    slider = view.page.get_by_role("slider", name=r"$$\delta$$ (damping)", exact=True)
    expect(slider).to_be_visible()
    assert view.violations() == []


def test_titles_say_what_models_hold_now(view):
    choice = view.page.get_by_role("combobox", name="Chosen: one")
    choice.select_option("two")
    expect(view.page.get_by_role("combobox", name="Chosen: two")).to_be_visible()
    # The other title is plain by now, and has a formula again.
    damping = view.named("damping")
    expect(damping.locator("math")).to_have_count(0)
    expect(damping.get_by_text("plain two")).to_be_visible()
    view.page.get_by_role("combobox").select_option("one")
    expect(damping.locator("math")).to_be_visible()
