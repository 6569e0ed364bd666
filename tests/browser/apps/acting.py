"""A figure with tools that act and tell, whose tools Python changes while it is shown."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import (
    BoxSelectTool,
    Button,
    CopyTool,
    CustomAction,
    CustomJS,
    Div,
    FullscreenTool,
    HoverTool,
    PanTool,
)
from syncd.plotting import figure


told = Div(name="told", text="nothing")
pan, select = PanTool(), BoxSelectTool()
plot = figure(
    name="acting",
    width=420,
    height=300,
    x_range=(0, 10),
    y_range=(0, 10),
    title="Acting",
    tools=[pan, select, CopyTool(), FullscreenTool()],
    active_drag=pan,
)
dots = plot.scatter([2, 5, 8], [2, 5, 8], size=30, color="#ff0000")
plot.add_tools(
    HoverTool(
        tooltips=None,
        callback=CustomJS(
            args={"told": told},
            code="""
            const { index, geometry } = cb_data;
            if (index.indices.length > 0)
                told.text = `rows ${index.indices} at ${Math.round(geometry.x)}`;
            """,
        ),
    ),
    CustomAction(
        description="By itself",
        callback=CustomJS(args={"told": told}, code="told.text = 'acted'"),
        active_callback="auto",
    ),
    CustomAction(
        description="Of the title",
        callback=CustomJS(
            args={"title": plot.title},
            code="title.text = title.text === 'Acting' ? 'Acted' : 'Acting'",
        ),
        active_callback=CustomJS(
            args={"title": plot.title}, code="return title.text === 'Acted'"
        ),
    ),
)
dots.data_source.selected.on_change(
    "indices", lambda _, __, new: setattr(told, "text", f"selected {new}")
)


def take():
    plot.toolbar.active_drag = select


def drop():
    plot.remove_tools(select)


buttons = [Button(label="take"), Button(label="drop")]
for button, act in zip(buttons, (take, drop), strict=True):
    button.on_click(act)
curdoc().add_root(column(plot, *buttons, told))
