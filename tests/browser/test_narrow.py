"""Cells take what their columns can hold, and say why they do not take anything else."""

import pytest
from playwright.sync_api import expect

from browser.test_accessibility import schemes, violations
from browser.test_tables import cell, grid
from browser.view import box_of
from support.wait import eventually


@pytest.fixture
def view(open_view, request):
    made = open_view(request.node.name, app="narrow")
    grid(made, "narrow").get_by_role("columnheader").last.wait_for()
    return made


def enter(view, name, words):
    editor = view.page.get_by_label(name, exact=True)
    editor.fill(words)
    editor.press("Enter")


def test_what_a_column_cannot_hold_is_told_of_at_once(view):
    cell(view, 1, 1, "narrow").click()
    alert = view.page.get_by_role("alert")
    for words, reason in (
        ("300", "This column holds numbers from -128 to 127"),
        ("2.5", "This column holds whole numbers only, such as 12"),
        ("", "This column has no empty cells"),
    ):
        enter(view, "count", words)
        expect(alert).to_have_text(reason)
        expect(cell(view, 1, 1, "narrow")).to_have_text("1")
    expect(view.named("told")).to_have_text("nothing")
    enter(view, "count", "-7")
    expect(view.named("told")).to_have_text("-7 1.0 08:00:00")
    assert view.told() == []


def test_shares_and_times_have_editors_of_their_own(view):
    cell(view, 1, 2, "narrow").click()
    enter(view, "share", "101")
    expect(view.page.get_by_role("alert")).to_have_text("Only numbers from 0 to 100")
    enter(view, "share", "55")
    expect(view.named("told")).to_have_text("1 55 08:00:00")
    view.page.keyboard.press("Escape")
    cell(view, 1, 3, "narrow").click()
    enter(view, "at", "09:30:15")
    expect(view.named("told")).to_have_text("1 55 09:30:15")


def test_frozen_rows_stay_in_sight(view):
    first = grid(view, "narrow").get_by_role("gridcell", name="0", exact=True).first
    expect(first).to_be_visible()
    top = box_of(first)["y"]
    cell(view, 4, 0, "narrow").hover()
    view.page.mouse.wheel(0, 300)
    eventually(lambda: not cell_of(view, "3").is_visible())
    expect(first).to_be_visible()
    eventually(lambda: box_of(first)["y"] == top)


def cell_of(view, words):
    return grid(view, "narrow").get_by_role("gridcell", name=words, exact=True).first


@schemes
def test_axe_finds_nothing_wrong(open_view, scheme):
    name = f"narrow-{scheme['color_scheme']}"
    view = open_view(name, app="narrow", **scheme)
    cell(view, 1, 1, "narrow").click()
    enter(view, "count", "300")
    assert violations(view.page) == []
