"""Rows of fields and of buttons side by side, in less room than they would like."""

from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import CheckboxButtonGroup, Select, TextInput


def crowd(count: int) -> row:
    labels = [f"Choice {number}" for number in range(count)]
    return row(
        Select(title="Region", options=["All of them"], value="All of them"),
        CheckboxButtonGroup(labels=labels, name=f"of{count}"),
        TextInput(title="Name", value="nobody"),
    )


curdoc().add_root(column(crowd(4), crowd(9)))
