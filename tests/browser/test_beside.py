"""Widgets, layouts and other figures stand at the sides of figures, and within their frames."""

from playwright.sync_api import expect

from browser.plot import ENDS
from browser.view import box_of
from support.wait import eventually


def test_elements_stand_where_they_were_put_and_work(open_view):
    view = open_view("beside", app="beside")
    area = view.page.get_by_role("application", name="large.")
    told = view.named("told")
    expect(told).to_have_text("nothing yet")
    press = view.page.get_by_role("button", name="Press")
    small = view.named("small")
    expect(small).to_be_visible()
    slider = view.page.get_by_role("slider", name="inner")

    def around():
        """Tell whether everything is where it was put."""
        frame, left = box_of(area), box_of(small)
        return (
            box_of(told)["y"] < frame["y"]
            and box_of(press)["y"] > frame["y"] + frame["height"]
            and left["x"] + left["width"] < frame["x"]
            and 0 < box_of(slider)["x"] - frame["x"] < frame["width"] / 2
        )

    eventually(around)
    frame, inner = box_of(area), box_of(slider)
    # What is dragged is the slider, and not what lies behind it.
    before = area.evaluate(ENDS)
    middle = inner["y"] + inner["height"] / 2
    view.page.mouse.move(inner["x"] + inner["width"] / 2, middle)
    view.page.mouse.down()
    view.page.mouse.move(inner["x"] + inner["width"] - 1, middle, steps=5)
    view.page.mouse.up()
    eventually(lambda: float(slider.input_value()) > 90)
    after = area.evaluate(ENDS)
    assert after == before
    press.click()
    expect(told).to_contain_text("pressed at 1")
    expect(small).to_have_count(0)
    eventually(lambda: box_of(area)["x"] < frame["x"] - 50)
    assert view.told() == []
    assert view.violations() == []


def test_a_figure_beside_itself_is_a_word_and_no_page_that_hangs(open_view):
    view = open_view("beside-itself", app="beside")
    expect(view.page.get_by_text("A layout cannot contain itself.")).to_have_count(1)
    assert view.told() == []
