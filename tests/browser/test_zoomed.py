"""Figures are as sharp as the screen, also after a page was zoomed or moved to another."""

import pytest

from browser.plot import Plot
from support.wait import eventually


SHARPNESS = "canvas => canvas.width / canvas.getBoundingClientRect().width"


@pytest.mark.parametrize("ratio", [1.25, 2])
def test_figures_of_a_size_of_their_own_are_drawn_anew(open_view, ratio):
    view = open_view(f"zoomed-{ratio}", app="late")
    canvas = Plot(view, "wide").canvas
    eventually(lambda: canvas.evaluate(SHARPNESS) == pytest.approx(1, abs=0.01))
    session = view.page.context.new_cdp_session(view.page)
    # As a zoom does: the page gets fewer pixels, and each of them more of the screen's.
    screen = {"width": int(1280 / ratio) + 400, "height": 500, "mobile": False}
    session.send(
        "Emulation.setDeviceMetricsOverride", screen | {"deviceScaleFactor": ratio}
    )
    eventually(lambda: canvas.evaluate(SHARPNESS) == pytest.approx(ratio, abs=0.01))
    session.detach()
