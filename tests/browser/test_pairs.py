"""Figures stand side by side on a narrow page if they have to give little for it."""

import pytest

from browser.view import box_of
from support.wait import eventually


def boxes(view, *names):
    return [box_of(view.named(name)) for name in names]


def widths(view, *names):
    return [box["width"] for box in boxes(view, *names)]


def together(view, *names):
    return len({round(box["y"]) for box in boxes(view, *names)}) == 1


@pytest.fixture
def view(open_view, request):
    return open_view(
        request.node.name, app="pairs", viewport={"width": 390, "height": 844}
    )


def test_figures_that_are_a_little_too_wide_stand_side_by_side(view):
    eventually(lambda: together(view, "two0", "two1"))
    eventually(lambda: together(view, "three0", "three1"))
    narrow = ("two0", "two1", "three1")
    eventually(lambda: all(153 <= width <= 180 for width in widths(view, *narrow)))
    for names in (("three0", "three2"), ("large0", "large1")):
        eventually(lambda names=names: not together(view, *names))
    eventually(lambda: widths(view, "three2", "large0") == [180, 300])
    room = view.page.evaluate("document.documentElement.scrollWidth")
    assert room == 390
    assert view.told() == []
    assert view.violations() == []


def test_figures_have_their_widths_again_when_the_page_has(view):
    eventually(lambda: together(view, "two0", "two1"))
    view.page.set_viewport_size({"width": 900, "height": 800})
    names = ("three0", "three1", "three2")
    eventually(
        lambda: widths(view, *names) == [190, 180, 180],
        lambda: boxes(view, *names),
    )
    eventually(lambda: together(view, *names))
