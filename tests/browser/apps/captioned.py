"""Words that stand beside the frame, each in a colour of its own."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import Button, Label
from syncd.plotting import figure


plot = figure(width=420, height=320, name="captioned", toolbar_location=None)
plot.line([0, 10], [0, 10])


def caption(text, place, color, **more):
    label = Label(
        x=20,
        y=0,
        x_units="screen",
        y_units="screen",
        text=text,
        text_color=color,
        background_fill_color=color,
        **more,
    )
    plot.add_layout(label, place)
    return label


below = caption("Source: a survey", "below", "#ff0000")
above = caption("two\nlines", "above", "#00ff00")
turned = {"angle": 90, "angle_units": "deg", "text_baseline": "top"}
left = caption("turned", "left", "#0000ff", **turned)
right = caption("right", "right", "#ff00ff")


def more():
    below.text = "one\ntwo\nthree"
    above.visible = False


press = Button(label="More")
press.on_click(more)

curdoc().add_root(column(plot, press))
