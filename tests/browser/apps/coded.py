"""Figures of which code of the application's own computes something; names say what.

The green point of each is there without any code.
"""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import (
    CDSView,
    ColumnDataSource,
    CustomJS,
    CustomJSExpr,
    CustomJSFilter,
    CustomJSTransform,
    Slider,
)
from syncd.plotting import figure
from syncd.transform import transform


SIZE = {"width": 400, "height": 200, "toolbar_location": None}
slider = Slider(start=1, end=3, step=1, value=1, title="level")


def plot(name):
    made = figure(name=name, x_range=(0, 4), y_range=(0, 4), **SIZE)
    made.grid.grid_line_color = None
    made.scatter([3.7], [0.3], size=24, color="#00ff00")
    return made


source = ColumnDataSource({"x": [1, 2, 3], "y": [1, 2, 3]})
looks = {"size": 24, "color": "#ff0000"}

chosen = plot("filter")
at_level = CustomJSFilter(
    args={"slider": slider},
    code="return Array.from(source.data.x, (x) => x === slider.value)",
)
chosen.scatter("x", "y", source=source, view=CDSView(filter=at_level), **looks)

moved = plot("transform")
double = CustomJSTransform(func="return 4 - x")
whole = CustomJSTransform(v_func="return xs.map((x) => x / 2)")
moved.scatter(transform("x", whole), transform("y", double), source=source, **looks)

computed = plot("expression")
steps = CustomJSExpr(code="for (const x of this.data.x) yield 4 - x")
computed.scatter(steps, CustomJSExpr(code="return 2"), source=source, **looks)

drawn = plot("markers")
shapes = {
    "@path": """export default (args, obj, {ctx, i, r, visuals}) => {
        const path = new Path2D()
        path.rect(-r, -r, 2 * r, 2 * r)
        return path
    }""",
    "@drawn": """export default (args, obj, {ctx, i, r, visuals}) => {
        ctx.rect(0, 0, r, r)
        visuals.fill.apply(ctx, i)
    }""",
}
marked = ColumnDataSource({"x": [1, 2.5], "y": [3, 3], "kind": list(shapes)})
drawn.scatter(
    "x",
    "y",
    source=marked,
    marker="kind",
    defs={name: CustomJS(code=code) for name, code in shapes.items()},
    **looks,
)

curdoc().add_root(column(slider, chosen, moved, computed, drawn))
