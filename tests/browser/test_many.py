"""What is drawn in another way because there is much of it looks the same."""

from collections.abc import Callable

import pytest

from browser.plot import Plot
from browser.view import View


Opener = Callable[..., View]

PIXELS = """canvas => {
  const copy = document.createElement("canvas");
  Object.assign(copy, { width: canvas.width, height: canvas.height });
  const context = copy.getContext("2d", { willReadFrequently: true });
  context.drawImage(canvas, 0, 0);
  return [...context.getImageData(0, 0, canvas.width, canvas.height).data];
}"""


@pytest.mark.parametrize("name", ["many", "more"])
def test_many_markers_look_as_few_do(module_view: Opener, name: str) -> None:
    """Places and sizes are rounded to fractions of a pixel, so edges may differ."""
    view = module_view("many-markers", "many_markers")
    few, many = Plot(view, "few"), Plot(view, name)
    for _ in range(100):
        if len(many.colours()) > 5:
            break
        view.page.wait_for_timeout(20)

    one, other = few.canvas.evaluate(PIXELS), many.canvas.evaluate(PIXELS)

    differences = [abs(a - b) for a, b in zip(one, other, strict=True)]
    inked = sum(value < 250 for value in one)
    assert inked > 100_000
    assert sum(differences) / inked < 3
    assert sum(each > 100 for each in differences) < inked / 500
    assert view.told() == []
