"""Numbers stand where their capital letters would, without room for what hangs below."""

import pytest

from browser.plot import Plot
from support.wait import eventually


ROWS = """(canvas, [left, right]) => {
  const { width, height } = canvas;
  const copy = Object.assign(document.createElement("canvas"), { width, height });
  const context = copy.getContext("2d");
  context.drawImage(canvas, 0, 0);
  const area = canvas.getRootNode().querySelector("[role=application]");
  const from = canvas.getBoundingClientRect();
  const box = area.getBoundingClientRect();
  const ratio = width / canvas.clientWidth;
  const x = (box.left - from.left + box.width * left) * ratio;
  const data = context.getImageData(x, 0, box.width * (right - left) * ratio, height).data;
  const wide = data.length / 4 / height;
  const rows = [];
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] && data[at] > 200 && data[at + 1] < 60) rows.push(Math.floor(at / 4 / wide));
  }
  const middle = box.top - from.top + box.height / 2;
  return rows.length ? [rows[0] / ratio - middle, (rows.at(-1) + 1) / ratio - middle] : null;
}"""


@pytest.mark.parametrize(
    ("place", "expected"),
    [(1, (-44, 0)), (2, (-22, 22)), (3, (0, 44))],
    ids=["bottom", "middle", "top"],
)
def test_a_number_stands_where_its_baseline_says(
    open_view, request, place, expected
) -> None:
    plot = Plot(open_view(request.node.name, app="digits"), "plot")

    def rows():
        share = [(place - 0.4) / 4, (place + 0.4) / 4]
        return plot.canvas.evaluate(ROWS, share)

    eventually(
        lambda: (
            (found := rows()) is not None
            and all(
                abs(got - want) <= 3 for got, want in zip(found, expected, strict=True)
            )
        ),
        rows,
    )
