"""A document whose title a person can change."""

from syncd.layouts import column
from syncd.models import TextInput
from syncd.plotting import curdoc


title = TextInput(title="title", value="First")


def rename(attr: str, old: str, new: str) -> None:
    curdoc().title = new


title.on_change("value", rename)
curdoc().add_root(column(title))
curdoc().title = "First"
