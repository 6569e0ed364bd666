"""A field and a figure that leave the page, and are changed in the same moment."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import Button, SetValue, TextInput, Tooltip
from syncd.plotting import figure


tooltip = Tooltip(content="What others see.")
field = TextInput(name="field", title="Name", description=tooltip)
plot = figure(title="plot", width=300, height=200)
plot.line([1, 2], [1, 2])
around = column(field, plot)

explain = Button(label="Explain")
explain.on_click(lambda: tooltip.update(visible=True))
# The document has them for longer than the page does.
explain.js_on_click(SetValue(obj=field, attr="value", value="Ada"))
explain.js_on_click(SetValue(obj=plot.toolbar, attr="name", value="bar"))


def send_away():
    around.children = []
    field.title = "Gone"
    plot.toolbar.autohide = True


leave = Button(label="Leave")
leave.on_click(send_away)

curdoc().add_root(column(explain, leave, around))
