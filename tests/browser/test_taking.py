"""Columns that take what a row has left are never taken their words apart."""

import pytest

from browser.view import box_of
from support.wait import eventually


@pytest.fixture(scope="module")
def view(module_view):
    view = module_view("taking", app="taking", viewport={"width": 1280, "height": 900})
    view.plot.wait_for()
    return view


def widths(view):
    """Return how wide each column and what stands beside it is."""
    found = {}
    for name in ("fields", "one", "two", "little", "words"):
        column = view.named(name)
        found[name] = box_of(column)["width"]
        figure = column.locator("xpath=preceding-sibling::docsync-figure")
        if figure.count():
            found[f"beside {name}"] = box_of(figure)["width"]
    return found


def shown(view, width, expected):
    view.page.set_viewport_size({"width": width, "height": 900})
    eventually(
        lambda: widths(view) == pytest.approx(expected, abs=2),
        lambda: f"{widths(view)}",
    )


def test_a_row_has_room_for_columns_that_take_its_rest(view):
    expected = {"fields": 310, "beside fields": 800, "one": 310, "two": 310}
    expected |= {"little": widths(view)["little"], "beside little": 800}
    shown(view, 1280, expected | {"words": 464, "beside words": 800})


def test_figures_give_way_to_columns_that_take_the_rest(view):
    little = widths(view)["little"]
    assert 30 < little < 100
    expected = {"fields": 200, "beside fields": 744, "one": 310, "two": 310}
    expected |= {"little": little, "beside little": 800}
    shown(view, 960, expected | {"words": 200, "beside words": 744})
    expected = {"fields": 200, "beside fields": 434, "one": 310, "two": 310}
    expected |= {"little": little, "beside little": 634 - little}
    shown(view, 650, expected | {"words": 200, "beside words": 434})


def test_on_a_phone_columns_stand_below(view):
    view.page.set_viewport_size({"width": 390, "height": 900})
    eventually(lambda: box_of(view.named("fields"))["width"] == pytest.approx(374))
    view.page.set_viewport_size({"width": 1280, "height": 900})
    eventually(lambda: box_of(view.named("fields"))["width"] == pytest.approx(310))
