"""What is drawn in another way because there is much of it looks the same, and misses nothing."""

import itertools
from collections.abc import Callable

import pytest

from browser.plot import Plot
from browser.view import View
from support.wait import eventually


Opener = Callable[..., View]

# Two pictures are compared where they are: to send one takes longer than all else.
COMPARED = """(many, few) => {
  const [one, other] = [few, many].map((canvas) => {
    const copy = document.createElement("canvas");
    Object.assign(copy, { width: canvas.width, height: canvas.height });
    const context = copy.getContext("2d", { willReadFrequently: true });
    context.drawImage(canvas, 0, 0);
    return context.getImageData(0, 0, canvas.width, canvas.height).data;
  });
  const found = { sizes: [one.length, other.length], inked: 0, sum: 0, far: 0 };
  one.forEach((value, at) => {
    const difference = Math.abs(value - other[at]);
    if (value < 250) found.inked += 1;
    if (difference > 100) found.far += 1;
    found.sum += difference;
  });
  return found;
}"""


@pytest.mark.parametrize("name", ["many", "more"])
def test_many_markers_look_as_few_do(module_view: Opener, name: str) -> None:
    """Places and sizes are rounded to fractions of a pixel, so edges may differ."""
    view = module_view("many-markers", "many_markers")
    few, many = Plot(view, "few"), Plot(view, name)
    eventually(lambda: len(many.colours()) > 5, lambda: str(many.colours()))
    view.wait_until_drawn()

    found = many.canvas.evaluate(COMPARED, few.canvas.element_handle())

    assert found["sizes"][0] == found["sizes"][1]
    assert found["inked"] > 100_000
    assert found["sum"] / found["inked"] < 3
    assert found["far"] < found["inked"] / 500
    assert view.told() == []


# What was asked for before is drawn yet.
HOLD = """() => new Promise((drawn) => {
  const native = window.requestAnimationFrame.bind(window);
  window.held = [];
  window.requestAnimationFrame = (draw) => window.held.push(draw);
  native(() => native(() => drawn()));
})"""
HELD = "() => window.held.length"
SHOW = """() => {
  const held = window.held.splice(0);
  for (const draw of held) draw(performance.now());
  return held.length;
}"""


COUNT = """() => {
  window.calls = { save: 0, fillRect: 0, fillText: 0, lineTo: 0 };
  const prototype = CanvasRenderingContext2D.prototype;
  for (const name of Object.keys(window.calls)) {
    const native = prototype[name];
    prototype[name] = function (...values) {
      window.calls[name] += 1;
      return native.apply(this, values);
    };
  }
}"""
ZERO = "() => Object.keys(window.calls).forEach((name) => (window.calls[name] = 0))"


def grow(view: View, times: int) -> None:
    for _ in range(times):
        before = view.column("x", -1)[0]
        view.page.get_by_role("button", name="grow").click()
        eventually(lambda before=before: view.column("x", -1)[0] > before)


def test_a_stream_is_drawn_as_its_rows_would_be_at_once(open_view: Opener) -> None:
    view = open_view("grown", "stream")
    plot = Plot(view, "growing")
    plot.picture()
    grow(view, 12)

    x = view.column("x")
    assert len(x) == 15_000
    assert [after - before for before, after in itertools.pairwise(x)] == [1] * 14_999
    other = Plot(open_view("grown", "stream"), "growing")
    eventually(lambda: plot.picture() == other.picture())
    assert view.told() == []


def test_a_frame_of_a_stream_takes_few_steps(open_view: Opener) -> None:
    """Of a pixel column there is one stroke, and labels that look alike are prepared for once."""
    view = open_view("steps", "stream")
    plot = Plot(view, "growing")
    plot.picture()
    view.page.evaluate(COUNT)
    grow(view, 1)
    eventually(lambda: view.page.evaluate("() => window.calls.fillText") > 0)
    view.wait_until_drawn()
    view.page.evaluate(HOLD)
    eventually(lambda: view.page.evaluate(SHOW) == 0, "there is always more to draw")
    grow(view, 1)

    def drawn() -> dict[str, int] | None:
        """Return what one frame took, if it drew the plot."""
        view.page.evaluate(ZERO)
        view.page.evaluate(SHOW)
        calls = view.page.evaluate("() => window.calls")
        return calls if calls["lineTo"] > 0 else None

    calls = eventually(drawn, "the plot is not drawn")
    assert calls is not None
    columns = plot.canvas.evaluate("canvas => canvas.width")
    assert calls["fillText"] > 6
    assert calls["fillRect"] <= 2
    assert calls["lineTo"] < 1.5 * columns
    assert calls["save"] < 20
    assert view.told() == []


def test_a_hidden_page_does_not_pile_up_drawings(open_view: Opener) -> None:
    """Browsers call nobody before a frame of a page that is not shown."""
    view = open_view("hidden", "stream")
    plot = Plot(view, "growing")
    view.wait_until_drawn()
    view.page.evaluate(HOLD)
    eventually(lambda: view.page.evaluate(SHOW) == 0, "there is always more to draw")
    before = plot.picture()
    grow(view, 8)

    eventually(lambda: view.page.evaluate(HELD) > 0, "nothing is asked for")
    held, shown = view.page.evaluate(HELD), plot.picture()
    assert held < 4
    assert shown == before
    eventually(lambda: view.page.evaluate(SHOW) >= 0 and plot.picture() != before)
