"""Tooltips of figures that are small documents."""

from playwright.sync_api import expect

from browser.plot import Plot


def test_a_small_document_tells_about_the_row(open_view):
    view = open_view("documented", app="documented")
    Plot(view, "plot").move(0.5, 0.5)
    tip = view.named("plot").get_by_role("tooltip")
    expect(tip).to_have_text("#0 1.00")
    words = tip.locator("b", has_text="#0")
    colour = words.evaluate("element => getComputedStyle(element).color")
    assert colour == "rgb(255, 0, 0)"
    assert view.violations() == []
    assert view.told() == []
