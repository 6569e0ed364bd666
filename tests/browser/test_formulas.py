"""Formulas among words: what shows them, and what shows their source."""

import pytest
from playwright.sync_api import expect

from browser.view import box_of
from support.wait import eventually


@pytest.fixture
def view(open_view, request, scheme):
    made = open_view(
        f"{request.node.name}-{scheme['color_scheme']}", app="formulas", **scheme
    )
    expect(made.named("mixed").locator("math")).to_have_count(3)
    expect(made.named("plot").locator(".canvas math")).to_have_count(4)
    yield made
    assert made.violations() == []
    assert [told for told in made.problems if "as it is written" not in told] == []


@pytest.fixture(params=["light", "dark"])
def scheme(request):
    return {"color_scheme": request.param}


def test_texts_show_formulas_among_their_markup(view):
    mixed = view.named("mixed")
    expect(mixed.locator("b math")).to_have_count(1)
    expect(mixed.locator("mfrac")).to_be_visible()
    # What is less is no markup.
    expect(mixed).to_contain_text("0<x<1")
    expect(view.named("paragraph").locator("math")).to_have_count(2)
    expect(view.named("paragraph")).to_contain_text("< a")


def test_what_is_no_formula_is_shown_as_it_is_written(view):
    for name in ("plain", "literal", "written"):
        expect(view.named(name)).to_contain_text(r"$$e^{i\pi} + 1 = 0$$")
    expect(view.named("broken")).to_contain_text(r"What is $$\frac{1$$ here?")
    eventually(lambda: any(r"$$\frac{1$$" in told for told in view.told()))


def test_figures_show_formulas_where_their_words_would_be(view):
    plot = view.named("plot")
    expect(plot.locator("#title math")).to_be_visible()
    canvas = box_of(plot.locator(".canvas").first)
    area = box_of(plot.locator(".area").first)
    boxes = [box_of(each) for each in plot.locator(".formulas > div").all()]
    turned = [box for box in boxes if box["x"] + box["width"] <= area["x"]]
    below = [box for box in boxes if box["y"] >= area["y"] + area["height"]]
    assert len(turned) == 1
    assert turned[0]["height"] > turned[0]["width"]
    assert turned[0]["x"] >= canvas["x"]
    assert len(below) == 2
    tick, title = sorted(below, key=lambda box: box["y"])
    assert tick["y"] + tick["height"] <= title["y"] + 1
    assert title["y"] + title["height"] <= canvas["y"] + canvas["height"]
    assert tick["x"] + tick["width"] / 2 == pytest.approx(
        area["x"] + area["width"] / 5, abs=2
    )


def test_formulas_come_and_go_with_their_words(view):
    plot = view.named("plot")
    view.page.get_by_role("button", name="Change").click()
    expect(plot.locator(".canvas math")).to_have_count(3)
    expect(plot.locator("#title")).to_have_text("\N{GREEK SMALL LETTER GAMMA}")
    expect(view.named("paragraph")).to_have_text("no more")
    expect(view.named("broken").locator("math")).to_have_text(
        "\N{GREEK SMALL LETTER DELTA}"
    )


def test_words_without_formulas_load_nothing_for_them(open_view, request):
    view = open_view(request.node.name, app="worded")
    asked = view.page.evaluate(
        "performance.getEntriesByType('resource').map(each => each.name).join()"
    )
    assert "typeset" not in asked


def test_models_say_how_words_are_read(view):
    said = view.named("said")
    expect(said.locator(".canvas math")).to_have_count(2)
    expect(said.locator(".canvas mfrac")).to_have_text("n2")
    expect(said.locator(".canvas")).to_contain_text("q+1")
    expect(said.locator("#title math")).to_have_count(0)
    expect(said.locator("#title")).to_contain_text("costs")
