"""Where there is little room, what a figure shows stays apart and can be read."""

import pytest

from browser.plot import Plot
from browser.view import box_of
from support.wait import eventually


@pytest.fixture(scope="module")
def phone(module_view):
    return module_view(
        "cramped", app="cramped", viewport={"width": 390, "height": 1400}
    )


@pytest.mark.parametrize("name", ["wide180", "wide250", "wide300"])
def test_tools_and_title_lie_apart(phone, name):
    figure = phone.named(name)
    title = figure.get_by_text(f"Panel {name}", exact=True)
    tools = figure.get_by_role("toolbar")

    def apart():
        one, other = box_of(title), box_of(tools)
        return (
            one["y"] >= other["y"] + other["height"] - 1
            or one["x"] + one["width"] <= other["x"] + 1
        )

    eventually(apart, "the tools lie on the title")
    eventually(lambda: box_of(Plot(phone, name).area)["height"] > 60)


def test_a_grid_of_many_figures_is_scrolled_before_they_show_nothing(phone):
    last = Plot(phone, "cell4").area
    eventually(lambda: box_of(last)["width"] > 40)
    eventually(lambda: box_of(last)["x"] > 390)
    last.focus()
    eventually(lambda: box_of(last)["x"] + box_of(last)["width"] <= 390, "out of sight")
    eventually(
        lambda: phone.page.evaluate("document.documentElement.scrollWidth") <= 390
    )


def test_nothing_went_wrong(phone):
    assert phone.problems == []
    assert phone.violations() == []
