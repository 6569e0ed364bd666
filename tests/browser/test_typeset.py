"""Formulas that are data, in legends and colour bars, and in saved pictures."""

import base64

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.view import REDDISH, box_of
from support.wait import eventually


@pytest.fixture(scope="module")
def view(module_view):
    view = module_view("typeset", app="typeset")
    expect(view.named("glyphs").locator(".canvas math")).to_have_count(5)
    expect(view.named("around").locator("math")).to_have_count(4)
    yield view
    assert view.violations() == []
    assert view.problems == []


def glyph(view, index):
    return view.named("glyphs").locator(".formulas > div").nth(index)


def test_rows_are_formulas_where_their_positions_are(view):
    area = box_of(Plot(view, "glyphs").area)
    box = box_of(glyph(view, 0))
    assert box["x"] + box["width"] / 2 == pytest.approx(
        area["x"] + area["width"] * 0.2, abs=2
    )
    assert box["y"] + box["height"] / 2 == pytest.approx(
        area["y"] + area["height"] / 2, abs=4
    )
    expect(glyph(view, 0)).to_have_css("color", "rgb(255, 0, 0)")
    expect(glyph(view, 0).locator("mfrac")).to_have_count(1)


def test_words_may_stand_around_a_formula_and_commands_are_known_in_it(view):
    expect(glyph(view, 1)).to_have_text("so \N{DOUBLE-STRUCK CAPITAL C} is")
    expect(glyph(view, 3).locator("mfrac")).to_have_text("x2")


def test_mathml_is_sanitised(view):
    expect(glyph(view, 4).locator("msqrt")).to_have_text("b")
    eventually(lambda: glyph(view, 4).locator("[onclick]").count() == 0)


def test_nothing_is_seen_beyond_the_frame(view):
    layer = view.named("glyphs").locator(".formulas").first
    expect(layer).to_have_css("overflow", "hidden")
    area, box = box_of(Plot(view, "glyphs").area), box_of(layer)
    for side in ("x", "y", "width", "height"):
        assert box[side] == pytest.approx(area[side], abs=1)


def test_legends_have_formulas_and_still_are_buttons(view):
    legend = view.named("around").locator(".legend")
    expect(legend.locator(".legend-title math")).to_have_count(1)
    expect(legend.locator(".item mfrac")).to_have_count(1)
    entry = legend.get_by_role("button")
    entry.click()
    expect(entry).to_have_attribute("aria-pressed", "false")
    expect(legend.locator(".item mfrac")).to_have_count(1)
    entry.click()


def test_colour_bars_have_formulas_beside_their_colours(view):
    around = view.named("around")
    bar = box_of(around.locator("canvas.guide"))
    boxes = [box_of(each) for each in around.locator(".side .formulas > div").all()]
    assert len(boxes) == 2
    title, label = sorted(boxes, key=lambda box: box["y"])
    assert title["y"] >= bar["y"] - 1
    assert label["y"] > title["y"] + title["height"]
    assert label["x"] > bar["x"] + 18
    assert label["x"] + label["width"] <= bar["x"] + bar["width"] + 1


def test_saved_pictures_have_formulas(view):
    toolbar = view.named("glyphs")
    with view.page.expect_download() as download:
        toolbar.get_by_role("button", name="Save").click()
    own, box = box_of(toolbar), box_of(glyph(view, 0))
    picture = base64.b64encode(download.value.path().read_bytes()).decode()
    left, top, right, bottom = view.page.evaluate(REDDISH, picture)
    assert left >= box["x"] - own["x"] - 1
    assert right <= box["x"] - own["x"] + box["width"] + 1
    # Its source would be one line of words, and several times as wide as it is high.
    assert bottom - top > right - left


def test_formulas_go_along_with_what_is_shown(view):
    plot = Plot(view, "glyphs")
    before = box_of(glyph(view, 0))
    plot.drag((0.6, 0.9), (0.5, 0.9))
    eventually(
        lambda: (
            box_of(glyph(view, 0))["x"]
            == pytest.approx(before["x"] - box_of(plot.area)["width"] / 10, abs=3)
        )
    )
    plot.drag((0.5, 0.9), (0.6, 0.9))
    eventually(lambda: box_of(glyph(view, 0))["x"] == pytest.approx(before["x"], abs=1))
