"""Styles of authors say what they say, and no value says more than one thing."""

import pytest
from playwright.sync_api import expect


GREEN = "rgb(0, 128, 0)"


@pytest.fixture(scope="module")
def view(module_view):
    return module_view("styled", app="styled")


@pytest.mark.parametrize("name", ["ground", "sheet", "by-selector"])
def test_a_shorthand_may_have_a_variable_in_it(view, name):
    expect(view.named(name)).to_have_css("background-color", GREEN)


def test_so_may_one_of_a_border_and_one_in_markup(view):
    expect(view.named("edge")).to_have_css("border-bottom-color", GREEN)
    expect(view.named("edge")).to_have_css("border-bottom-width", "2px")
    expect(view.named("markup").locator(".mine")).to_have_css("background-color", GREEN)


def test_a_value_may_be_important(view):
    expect(view.named("important")).to_have_css("margin-left", "7px")


@pytest.mark.parametrize("name", ["more", "beyond", "variable", "named"])
def test_a_value_that_says_more_than_one_thing_says_nothing(view, name):
    expect(view.named("ground")).to_have_css("background-color", GREEN)
    for place in (view.named(name), view.named(name).locator(".content")):
        expect(place).to_have_css("position", "static")
        expect(place).not_to_have_css("color", "rgb(255, 0, 0)")
