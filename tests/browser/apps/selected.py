"""Figures whose selections stay, look like their authors want, and mind corners."""

from syncd.io import curdoc
from syncd.models import (
    BoxSelectTool,
    ColumnDataSource,
    Div,
    LassoSelectTool,
    PolySelectTool,
)
from syncd.plotting import figure


WHERE = {"x_range": (0, 10), "y_range": (0, 10), "width": 420, "height": 320}

heard = Div(name="heard", text="nothing")


def tell(name):
    return lambda attr, old, new: setattr(heard, "text", f"{name} {sorted(new)}")


def canvas(name, tool):
    made = figure(name=name, title=name, tools=[tool], **WHERE)
    made.grid.grid_line_color = None
    source = ColumnDataSource({"x": [2, 4, 6, 8], "y": [2, 4, 6, 8]})
    made.scatter("x", "y", source=source, size=14, color="#0000ff")
    source.selected.on_change("indices", tell(name))
    return made


stays = BoxSelectTool(persistent=True, continuous=True)
styled = BoxSelectTool(
    origin="center",
    overlay={"fill_color": "#00ff00", "fill_alpha": 1, "line_color": None},
)
lasso = LassoSelectTool(persistent=True, overlay={"line_color": "#ff0000"})
pale = LassoSelectTool(overlay={"fill_color": "#00ff00", "line_dash": "dashed"})
# What a plain annotation has: nobody has to be told of it.
pale.overlay.fill_alpha = 0.4
thick = BoxSelectTool(overlay={"line_width": 5, "line_dash": "dashed"})
poly = PolySelectTool(mode="xor")
areas = figure(name="areas", title="areas", tools=[BoxSelectTool()], **WHERE)
source = ColumnDataSource({"xs": [[1, 4, 4], [6, 9, 9]], "ys": [[1, 1, 4], [1, 1, 4]]})
areas.patches("xs", "ys", source=source)
source.selected.on_change("indices", tell("areas"))

for each in (
    canvas("stays", stays),
    canvas("styled", styled),
    canvas("lasso", lasso),
    canvas("pale", pale),
    canvas("thick", thick),
    canvas("poly", poly),
    areas,
    heard,
):
    curdoc().add_root(each)
