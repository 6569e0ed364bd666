"""A field that leaves the page, and is changed in the same moment."""

from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import Button, SetValue, TextInput, Tooltip


tooltip = Tooltip(content="What others see.")
field = TextInput(name="field", title="Name", description=tooltip)
around = column(field)

explain = Button(label="Explain")
explain.on_click(lambda: tooltip.update(visible=True))
# The document has the field for longer than the page does.
explain.js_on_click(SetValue(obj=field, attr="value", value="Ada"))


def send_away():
    around.children = []
    field.title = "Gone"


leave = Button(label="Leave")
leave.on_click(send_away)

curdoc().add_root(column(explain, leave, around))
