"""Figures that have a range in common show the same part, and all data of both."""

import pytest

from browser.plot import Plot
from support.wait import eventually


RED, BLUE = "#ff0000", "#0000ff"


@pytest.fixture
def plots(open_view, request):
    view = open_view(request.node.name, app="linked")
    return Plot(view, "first"), Plot(view, "second")


def stands_at(plot, x, low, high, colour):
    share = (x - low) / (high - low)
    eventually(
        lambda: plot.colour(share, 0.5) == colour,
        lambda: f"{plot.colour(share, 0.5)} at {share:.3f}",
    )


def test_the_range_covers_the_data_of_both(plots):
    first, second = plots
    stands_at(first, 0, -1, 21, RED)
    stands_at(first, 10, -1, 21, RED)
    stands_at(second, 10, -1, 21, BLUE)
    stands_at(second, 20, -1, 21, BLUE)


def test_data_of_one_move_the_other(plots):
    first, second = plots
    stands_at(first, 10, -1, 21, RED)
    first.page.get_by_role("button", name="More").click()
    stands_at(first, 10, -2, 42, RED)
    stands_at(second, 40, -2, 42, BLUE)


def test_what_is_panned_in_one_is_panned_in_the_other(plots):
    first, second = plots
    stands_at(first, 0, -1, 21, RED)
    first.drag((0.3, 0.2), (0.8, 0.2))
    stands_at(first, 0, -12, 10, RED)
    eventually(lambda: second.ends == first.ends, lambda: str(second.ends))
    low, high = second.ends[0]
    assert (low, high) == pytest.approx((-12, 10), abs=0.3)
