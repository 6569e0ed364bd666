"""Figures in a grid with one toolbar, and one with tools that few have."""

from syncd.layouts import column, gridplot
from syncd.models import CustomAction, CustomJS, Div, OpenURL, Range1d, Span, TapTool
from syncd.plotting import curdoc, figure


WORDS = "pan,box_zoom,wheel_zoom,undo,redo,reset,save"
SIZE = {"width": 300, "height": 220}

spans = (Span(dimension="width"), Span(dimension="height"))
plots = [
    figure(
        name=name,
        tools=WORDS,
        x_range=Range1d(0, 10, bounds="auto"),
        y_range=(0, 10),
        active_scroll="wheel_zoom",
    )
    for name in ("one", "two")
]
for plot in plots:
    plot.line([0, 10], [0, 10])
    plot.add_tools("crosshair")
    plot.tools[-1].overlay = spans

heard = Div(name="heard", text="nothing")
rare = figure(
    name="rare",
    tools="xwheel_pan,zoom_in,zoom_out,pan_left,undo,help,hover,hover",
    active_scroll="xwheel_pan",
    x_range=(0, 10),
    y_range=(0, 10),
    title="Rare",
    width=300,
    height=460,
)
rare.scatter([5], [5], size=20, name="dot")
rare.renderers[0].data_source.data["page"] = ["#tapped"]
rare.add_tools(
    TapTool(behavior="inspect", callback=OpenURL(url="@page", same_tab=True)),
    CustomAction(
        description="Say",
        callback=CustomJS(args={"heard": heard}, code="heard.text = cb_obj.type"),
    ),
)

small = figure(name="small", width=250, height=180)
small.scatter([1, 2], [1, 2])
curdoc().add_root(column(gridplot([plots], **SIZE), rare, heard, small))
