"""Has layouts that contain themselves, and can be told to have more."""

from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import Button, Div


inner = row(Div(text="inner"))
outer = column(Div(text="outer"), inner)
inner.children = [*inner.children, outer]
button = Button(label="Tie")
late = column(button)
button.on_click(lambda: late.children.append(late))
curdoc().add_root(outer)
curdoc().add_root(late)
