"""Words in boxes, axes inside of frames, and legends in one line."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import ColumnDataSource, Label, LabelSet, LinearAxis
from syncd.plotting import figure


def plot(name, **values):
    values = {"width": 420, "height": 240, "toolbar_location": None} | values
    made = figure(name=name, tools="", **values)
    made.line([0, 10], [0, 10], line_alpha=0)
    return made


boxed = plot("boxed", x_range=(0, 10), y_range=(0, 10))
box = {
    "x": 60,
    "y": 80,
    "x_units": "screen",
    "y_units": "screen",
    "padding": 12,
    "border_line_color": "#ff0000",
    "border_line_width": 5,
    "background_fill_color": "#0000ff",
}
boxed.add_layout(Label(text="", **box))
boxed.add_layout(Label(text="one\ntwo", text_color=None, **box))
boxed.add_layout(
    LabelSet(
        x="x",
        y="y",
        text="words",
        source=ColumnDataSource({"x": [6], "y": [6], "words": ["striped"]}),
        border_radius=6,
        padding=10,
        background_fill_color="white",
        background_hatch_pattern="-",
        background_hatch_color="#00ff00",
        background_hatch_weight=6,
    )
)

inside = plot("inside", x_range=(0, 10), y_range=(0, 10))
inside.grid.visible = False
ticks = {
    "major_tick_line_color": "#ff0000",
    "major_tick_line_width": 7,
    "major_tick_out": 24,
    "major_tick_in": 0,
    "ticker": [8],
    "axis_line_color": "#0000ff",
    "axis_line_width": 5,
}
inside.add_layout(LinearAxis(dimension=1, fixed_location=3, **ticks), "center")
inside.add_layout(
    LinearAxis(dimension=1, fixed_location=6, face="back", **ticks), "center"
)
inside.yaxis.visible = False
inside.xaxis.background_hatch_pattern = "-"
inside.xaxis.background_hatch_color = "#00ff00"
inside.xaxis.background_hatch_weight = 6

flat = plot("flat")
for words in ("one", "two words", "three", "a very long name", "e"):
    flat.line([0, 1], [0, 1], legend_label=words)
flat.add_layout(flat.legend[0], "below")
flat.legend.orientation = "horizontal"
flat.legend.background_hatch_pattern = "x"
flat.legend.background_hatch_color = "#ff0000"

factors = [(name, str(at)) for name in ("a", "b", "c") for at in range(3)]
names = plot("names", y_range=factors, height=220)

legible = plot("legible", x_range=(0, 10), y_range=(0, 10))
legible.grid.visible = False
big = {"text_font_size": "60px", "background_fill_color": "#ffff00", "padding": 4}
legible.add_layout(Label(x=1, y=2, text="HHH", **big))

curdoc().add_root(column(boxed, inside, flat, names, legible))
