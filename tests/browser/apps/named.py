"""Fields that few applications use: labels with markup, passwords, parts of rows, drawing on hold."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import (
    Button,
    ColumnDataSource,
    Paragraph,
    PasswordInput,
    Range1d,
    SVGIcon,
    Toggle,
)
from syncd.models.dom import HTML
from syncd.plotting import figure


doc = curdoc()
rich = Button(label=HTML("<b>Bold</b> <script>x</script>words"), name="rich")
rich.on_click(lambda: setattr(rich, "label", "plain"))
sign = Button(
    label="",
    name="round_sign",
    icon=SVGIcon(svg='<svg viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'),
)
water = Toggle(label=HTML("H<sub>2</sub>O"), name="water")
secret = PasswordInput(title="Secret", value="hunter2", name="secret")

heard = Paragraph(text="nothing", name="heard")
plot = figure(
    name="plot",
    width=400,
    height=300,
    tools="tap",
    x_range=Range1d(0, 10),
    y_range=Range1d(0, 10),
)
sources = {
    "line": plot.line([1, 3, 5], [2, 2, 2], line_width=6).data_source,
    "lines": plot.multi_line(
        [[1, 3], [1, 3, 5]], [[4, 4], [6, 6, 6]], line_width=6
    ).data_source,
    "image": plot.image(
        [[[0, 1], [2, 3]]], x=6, y=6, dw=4, dh=4, palette=["#112233", "#445566"]
    ).data_source,
}


def tell(attr, old, new) -> None:
    said = []
    for name, source in sources.items():
        chosen = source.selected
        said.append(
            f"{name} {chosen.line_indices} {chosen.multiline_indices}"
            f" {[cell['flat_index'] for cell in chosen.image_indices]}"
        )
    heard.text = "; ".join(said)


for source in sources.values():
    for field in ("line_indices", "multiline_indices", "image_indices"):
        source.selected.on_change(field, tell)

held = figure(name="held", width=300, height=200, hold_render=True)
points = ColumnDataSource({"x": [1], "y": [1]})
held.scatter("x", "y", source=points, size=30, color="#ff0000", line_color=None)
release = Button(label="Release", name="release")
release.on_click(lambda: setattr(held, "hold_render", False))

# Two lines of one source, and several of which each has points of its own.
fixed = {"x_range": (0, 10), "y_range": (0, 10), "width": 400, "height": 300}
pair = figure(name="pair", tools="tap", **fixed)
shared = ColumnDataSource({"x": [1, 9], "low": [2, 2], "high": [8, 8]})
for height, colour in (("low", "#00ff00"), ("high", "#0000ff")):
    pair.line(
        "x",
        height,
        source=shared,
        line_width=8,
        color=colour,
        selection_color="#ff0000",
    )
several = figure(
    name="several",
    tools="hover",
    tooltips=[("point", "$segment_index")],
    **fixed,
)
several.multi_line([[1, 5, 9]], [[5, 5, 5]], line_width=8)
lines = column(pair, several)
doc.add_root(column(rich, sign, water, secret, heard, plot, held, release, lines))
