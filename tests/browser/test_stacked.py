"""What stands side by side on a desk goes one below the other on a phone."""

import pytest
from playwright.sync_api import expect

from browser.plot import Plot
from browser.view import View, box_of
from support.wait import eventually


@pytest.fixture(scope="module")
def phone(module_view):
    return module_view("stacked", app="stacked", viewport={"width": 390, "height": 844})


@pytest.fixture(scope="module")
def desk(module_view):
    return module_view(
        "stacked-desk", app="stacked", viewport={"width": 1000, "height": 844}
    )


def parts_of(view: View, name: str):
    tabs = view.named(name)
    content = tabs.get_by_text("About Temperature")
    expect(content).to_be_visible()
    return tabs.get_by_role("tablist"), content


@pytest.mark.parametrize("name", ["left", "right"])
def test_tabs_beside_the_content_go_above_it_on_a_phone(phone, name):
    strip, content = parts_of(phone, name)
    expect(strip).to_have_attribute("aria-orientation", "horizontal")

    def above():
        one, other = box_of(strip), box_of(content)
        return one["y"] + one["height"] <= other["y"]

    eventually(above, "the tabs take room beside the content")


@pytest.mark.parametrize("name", ["left", "right"])
def test_tabs_stay_beside_the_content_on_a_desk(desk, name):
    strip, content = parts_of(desk, name)
    expect(strip).to_have_attribute("aria-orientation", "vertical")
    before = box_of(strip)["x"] < box_of(content)["x"]
    assert before == (name == "left")


def left_of(view: View, *names: str) -> list[float]:
    return [box_of(Plot(view, name).area)["x"] for name in names]


def test_two_columns_of_figures_become_one_on_a_phone(phone, desk):
    one, other = left_of(desk, "a", "b")
    assert other > one + 200
    eventually(lambda: len(set(left_of(phone, "a", "b", "c"))) == 1, "not stacked")
    eventually(lambda: box_of(Plot(phone, "b").area)["width"] > 180)
    tops = [box_of(Plot(phone, name).area)["y"] for name in ("a", "b", "c")]
    assert tops == sorted(tops)
    eventually(
        lambda: phone.page.evaluate("document.documentElement.scrollWidth") <= 390
    )


def test_small_figures_stay_side_by_side_on_a_phone(phone):
    eventually(lambda: left_of(phone, "t")[0] > left_of(phone, "s")[0] + 100)


def test_figures_follow_the_page_as_it_gets_narrow_and_wide_again(open_view):
    view = open_view(
        "stacked-resized", app="stacked", viewport={"width": 1000, "height": 844}
    )
    for width, columns in ((1000, 2), (390, 1), (1000, 2)):
        view.page.set_viewport_size({"width": width, "height": 844})
        eventually(lambda n=columns: len(set(left_of(view, "a", "b", "c"))) == n)
        strip = view.named("left").get_by_role("tablist")
        orientation = "vertical" if width == 1000 else "horizontal"
        expect(strip).to_have_attribute("aria-orientation", orientation)


def test_words_of_legends_that_are_cut_end_in_dots_and_are_told(phone):
    words = phone.named("inside").locator(".item > span").first
    expect(words).to_have_css("text-overflow", "ellipsis")
    expect(words).to_have_attribute("title", "Incomprehensibilities" * 3)
    whole = phone.named("inside").locator(".item > span").last
    expect(whole).to_have_attribute("title", "")


def test_large_words_have_high_lines_and_usual_ones_those_they_had(phone):
    large = phone.named("large").get_by_text("Two lines of")
    eventually(lambda: 84 <= box_of(large)["height"] <= 88, "lines stand tight")
    eventually(lambda: box_of(phone.named("usual"))["height"] == pytest.approx(20))


def test_the_last_of_many_buttons_is_as_wide_as_its_word(phone):
    days = phone.named("days")
    last = days.get_by_role("button", name="Sun")
    first = days.get_by_role("button", name="Mon")
    eventually(lambda: box_of(last)["y"] > box_of(first)["y"] + 10)
    eventually(lambda: box_of(last)["width"] < 80, "it fills its row")
    few = phone.named("few").get_by_role("button", name="Wed")
    eventually(lambda: box_of(few)["width"] > 80, "one row is not filled")


def test_nothing_went_wrong(phone, desk):
    for view in (phone, desk):
        assert view.problems == []
        assert view.violations() == []
