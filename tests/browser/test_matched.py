"""A unit of one axis is as long as one of the other, however large the figure is."""

import pytest

from browser.plot import Plot
from support.wait import eventually


SHOWN = """element => {
  const { scene } = element.getRootNode().host;
  const spans = [scene.x.ends, scene.y.ends].map(({ start, end }) => end - start);
  return spans[0] / element.clientWidth / (spans[1] / element.clientHeight);
}"""


def test_pages_of_different_sizes_do_not_answer_each_other(open_view):
    views = [
        open_view("matched", app="matched", viewport={"width": width, "height": 500})
        for width in (400, 900)
    ]
    for view in views:
        plot = Plot(view, "plot")
        eventually(
            lambda plot=plot: plot.area.evaluate(SHOWN) == pytest.approx(1, abs=0.02)
        )
    for view in views:
        view.wait_until_silent()
