"""Figures whose frames stand in line, and what stands around them."""

from syncd.io import curdoc
from syncd.layouts import column, gridplot, row
from syncd.models import (
    Button,
    ColorBar,
    CrosshairTool,
    Div,
    HoverTool,
    LinearColorMapper,
)
from syncd.plotting import figure


def plot(name, most=4, **values):
    values = {"width": 420, "height": 240, "tools": "pan,reset"} | values
    made = figure(name=name, **values)
    made.line([1, 2, 3, 4], [most / 4, most, most / 2, most / 3])
    return made


def bare(name, most=4, **values):
    return plot(name, most, **({"toolbar_location": None, "tools": ""} | values))


tools = "pan,box_zoom,wheel_zoom,save,reset,help"
titled = plot("named", toolbar_inner=True, height=150)
titled.line([1, 2], [1, 2], legend_label="one")
bars = row(
    plot("sticky", title="Beside the tools", toolbar_location="above"),
    plot("loose", title="Below", toolbar_location="above", toolbar_sticky=False),
)
inner = row(
    plot("inner", toolbar_inner=True),
    plot("crowded", height=150, tools=tools),
    titled,
    plot("lying", width=150, tools=tools, toolbar_location="above"),
)
around = row(
    bare(
        "lined",
        title="Lined",
        border_line_color="#ff0000",
        border_line_width=6,
        background_hatch_pattern="-",
        background_hatch_color="#00ff00",
        background_hatch_weight=6,
    ),
    bare("roomy", title="Roomy", min_border=60),
)
lined_up = column(
    bare("narrow"),
    bare("wide", 1_234_567, y_axis_label="many"),
    bare("own", frame_align={"left": False}),
)
short = bare("short", width=240)
short.line([1, 2], [1, 2], legend_label="a legend of so many words")
short.add_layout(short.legend[0], "right")
beyond = column(bare("long", width=420), short)
coloured = bare("coloured")
coloured.add_layout(
    ColorBar(color_mapper=LinearColorMapper("Viridis256", low=0, high=1)), "right"
)
stacked = column(
    coloured, bare("beside", 123_456, y_axis_location="right", y_axis_label="a\nb\nc")
)
grid = gridplot(
    [
        [bare("a", width=300), bare("b", 50_000, width=300)],
        [bare("c", 2_000_000, width=300), bare("d", width=300)],
    ],
    toolbar_location=None,
)
events = plot("events", tools="pan,reset", reset_policy="event_only", x_range=(0, 10))
events.add_tools(HoverTool(toggleable=False), CrosshairTool())
events.on_event("reset", lambda event: setattr(said, "text", "reset heard"))
sized = bare("sized", frame_width=200, frame_height=100)
slim = plot("slim", width=300, title="Slim", title_location="left")
slim.line([1, 4], [1, 1], legend_label="flat")
slim.add_layout(slim.legend[0], "right")
said = Div(name="said", text="")
button = Button(label="How large?")


def tell():
    said.text = " ".join(
        str(size)
        for size in (
            sized.inner_width,
            sized.inner_height,
            sized.outer_width,
            sized.outer_height,
        )
    )


button.on_click(tell)
curdoc().add_root(
    column(
        bars,
        inner,
        around,
        row(lined_up, beyond),
        stacked,
        grid,
        row(sized, slim, column(button, said)),
        events,
    )
)
