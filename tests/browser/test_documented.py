"""Tooltips of figures that are small documents."""

from playwright.sync_api import expect

from browser.plot import Plot


def test_a_small_document_tells_about_the_row(open_view):
    view = open_view("documented", app="documented")
    Plot(view, "plot").move(0.5, 0.5)
    tip = view.named("plot").get_by_role("tooltip")
    expect(tip).to_have_text("#0 1.00")
    words = tip.locator("b", has_text="#0")
    expect(words).to_have_css("color", "rgb(255, 0, 0)")
    assert view.violations() == []
    assert view.told() == []


def test_a_colour_of_the_row_is_written_and_shown_as_its_author_wants(open_view):
    view = open_view("painted", app="documented")
    Plot(view, "painted").move(0.5, 0.5)
    lines = view.named("painted").get_by_role("tooltip").locator("p")
    expect(lines).to_have_text(["#ff6347", "#ff6347", ""])
    swatches = lines.locator("i")
    expect(swatches).to_have_count(2)
    for at, line in ((0, 0), (1, 2)):
        expect(lines.nth(line).locator("i")).to_be_visible()
        expect(swatches.nth(at)).to_have_css("background-color", "rgb(255, 99, 71)")
    assert view.violations() == []
    assert view.told() == []
