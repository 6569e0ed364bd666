"""Figures of one size under titles of several sizes."""

from syncd.io import curdoc
from syncd.models import Title
from syncd.plotting import figure


def plot(name, **values):
    made = figure(name=name, width=300, height=200, toolbar_location=None, **values)
    made.line([1, 2, 3], [1, 2, 3])
    curdoc().add_root(made)
    return made


plot("none")
plot("usual", title="A title")
plot("below", title="A title", title_location="below")
plot("small", title="A title").title.text_font_size = "8pt"
plot("large", title="A title").title.text_font_size = "32px"
plot("far", title="A title").title.standoff = 20
plot("two", title="A title").add_layout(Title(text="and another"), "above")
