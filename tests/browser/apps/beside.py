"""A figure with widgets and another figure at its sides, and with itself."""

from syncd.io import curdoc
from syncd.layouts import row
from syncd.models import Button, Div, Slider
from syncd.plotting import figure


told = Div(text="nothing yet", name="told")
press = Button(label="Press", width=80)
inner = Slider(start=0, end=100, value=50, title="inner", width=120)
small = figure(width=90, height=90, toolbar_location=None, name="small")
small.scatter([1], [1])

plot = figure(width=600, height=400, x_range=(0, 10), y_range=(0, 5), name="large")
plot.line([1, 9], [1, 4])
plot.add_layout(told, "above")
plot.add_layout(row(press), "below")
plot.add_layout(small, "left")
plot.add_layout(inner, "center")
plot.add_layout(plot, "right")


@press.on_click
def pressed():
    told.text = f"pressed at {inner.value:g}"
    plot.left = [item for item in plot.left if item is not small]


curdoc().add_root(plot)
