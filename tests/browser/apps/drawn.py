"""One figure for each family of shapes; their names say which."""

import numpy as np

from syncd.layouts import column
from syncd.models import BoxAnnotation, CDSView, DataRange1d, GroupFilter
from syncd.plotting import curdoc, figure
from syncd.transform import cumsum, dodge, factor_mark


RED, GREEN, BLUE = "#ff0000", "#00ff00", "#0000ff"
SIZE = {"width": 400, "height": 200, "toolbar_location": None}
plots = []


def plot(name, **options):
    made = figure(
        name=name, tools="", **{**SIZE, "x_range": (0, 4), "y_range": (0, 4)} | options
    )
    made.grid.grid_line_color = None
    plots.append(made)
    return made


boxes = plot("boxes")
boxes.quad([0.5], [1.5], [3], [1], color=RED)
boxes.rect([2.5], [2], [2], [0.4], angle=90, angle_units="deg", color=GREEN)
boxes.block([3.2], [1], [0.6], [1], color=BLUE)

lines = plot("lines")
lines.segment([0.5], [1], [1.5], [1], line_width=8, color=RED)
lines.multi_line(
    [[0.5, 1.5], [2.5, 3.5]], [[3, 3], [3, 3]], line_width=8, color=[GREEN, BLUE]
)
lines.step([2, 3, 3.5], [0.5, 1.5, 1.5], line_width=8, mode="after", color=RED)
lines.vspan([3.8], line_width=8, color=GREEN)

areas = plot("areas")
areas.patches(
    [[0.5, 1.5, 1.5, 0.5], [2, 3, 3, 2]],
    [[1, 1, 3, 3], [1, 1, 3, 3]],
    color=[RED, GREEN],
)
areas.multi_polygons(
    [[[[3.2, 3.8, 3.8, 3.2], [3.4, 3.6, 3.6, 3.4]]]],
    [[[[0.5, 0.5, 3.5, 3.5], [1.5, 1.5, 2.5, 2.5]]]],
    color=BLUE,
)

between = plot("between")
between.varea([0, 4], [1, 1], [2, 2], fill_color=RED)
between.harea_step([1, 1], [2, 2], [3, 4], fill_color=GREEN)

pie = plot("pie", x_range=(-2, 2), y_range=(-1, 1))
slices = {"size": [np.pi, np.pi], "color": [RED, GREEN]}
pie.wedge(
    -1,
    0,
    0.9,
    cumsum("size", include_zero=True),
    cumsum("size"),
    color="color",
    source=slices,
)
pie.annular_wedge([1], [0], 0.5, 0.9, [0], [180], end_angle_units="deg", color=BLUE)

image = plot("image")
image.image(
    [np.array([[0.0, 1.0], [2.0, np.nan]])], 0, 0, 4, 4, palette=[RED, GREEN, BLUE]
)

colours = plot("colours")
rgba = np.zeros((2, 1, 4), dtype=np.uint8)
rgba[0, 0] = 255, 0, 0, 255
rgba[1, 0] = 0, 0, 255, 255
colours.image_rgba([rgba], 0, 0, 4, 4)

stacked = plot("stacked", x_range=["one", "two"], y_range=(0, 4))
stacked.vbar_stack(
    ["a", "b"],
    x="f",
    width=0.8,
    color=[RED, BLUE],
    source={"f": ["one", "two"], "a": [1, 2], "b": [2, 1]},
)

piled = plot("piled")
bars = {"y": [3.5], "a": [1], "b": [1]}
piled.hbar_stack(["a", "b"], y="y", height=0.8, color=[RED, BLUE], source=bars)
areas_up = {"x": [2, 4], "a": [1, 1], "b": [1, 1]}
piled.varea_stack(["a", "b"], x="x", color=[GREEN, RED], source=areas_up)
areas_across = {"y": [0.5, 1.5], "a": [1, 1], "b": [0.5, 0.5]}
piled.harea_stack(["a", "b"], y="y", color=[BLUE, GREEN], source=areas_across)
piled.hspan([2.5], line_width=8, color=BLUE)

origins = plot("origins")
for place, left in (("top_left", 0), ("bottom_right", 2)):
    picture = [np.array([[0, 1], [2, 2]])]
    colours_of_it = {"palette": [RED, GREEN, BLUE], "origin": place}
    origins.image(picture, left, 0, 2, 4, **colours_of_it)

dodged = plot("dodged", x_range=["one", "two"], y_range=(0, 4))
data = {"f": ["one", "two"], "a": [3, 3]}
for by, colour in ((-0.25, RED), (0.25, BLUE)):
    dodged.vbar(
        dodge("f", by, range=dodged.x_range), 0.3, "a", color=colour, source=data
    )

hatched = plot("hatched")
hatched.quad(
    [0],
    [4],
    [4],
    [0],
    fill_color=GREEN,
    hatch_pattern="/",
    hatch_color=RED,
    hatch_weight=3,
)

markers = plot("markers")
kinds = {"x": [1, 3], "y": [2, 2], "k": ["a", "b"]}
mark = factor_mark("k", ["square", "triangle"], ["a", "b"])
markers.scatter("x", "y", size=60, marker=mark, color=RED, source=kinds)

tiles = plot("tiles", x_range=(-2, 2), y_range=(-2, 2))
tiles.hex_tile([0, 1], [0, 0], size=1, color=[RED, BLUE])

viewed = plot("viewed")
rows = {"x": [1, 2, 3], "y": [2, 2, 2], "k": ["a", "b", "a"]}
view = CDSView(filter=GroupFilter("k", "a"))
viewed.scatter("x", "y", size=40, color=RED, source=rows, view=view)

radii = plot("radii", x_range=(0, 4), y_range=(0, 2))
radii.circle([1], [1], radius=0.5, color=RED)
radii.annulus(
    [3],
    [1],
    10,
    40,
    inner_radius_units="screen",
    outer_radius_units="screen",
    color=BLUE,
)

nan = np.nan
for name in ("paired", "parts"):
    plot(
        name, **{side: DataRange1d(range_padding=0) for side in ("x_range", "y_range")}
    )
paired, parts = plots[-2:]
paired.scatter([1, nan, 3], [1, 99, 3], marker="square", size=40, color=RED)
parts.patches([[1, 3, 3, 1, nan]], [[1, 1, 3, 3, 50]], color=BLUE)

switches = plot("switches")
switches.image([np.array([[True, False]])], 0, 0, 4, 4, palette=[RED, BLUE])

several = plot("several")
barred = plot("barred")
for made in (several, barred):
    two = made.image(
        image=[[[0, 1]], [[0, 100]]], x=[0, 2], y=0, dw=2, dh=4, palette=[RED, BLUE]
    )
barred.add_layout(two.construct_color_bar(), "right")

units = {"top_units": "canvas", "bottom_units": "canvas"}
red = {"fill_color": RED, "fill_alpha": 1, "line_color": None}
plot("below").add_layout(BoxAnnotation(top=0, bottom=60, **units, **red))

curdoc().add_root(column(*plots))
