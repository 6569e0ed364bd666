"""More words than there is room for: beside each other, and at axes."""

from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import (
    Button,
    Checkbox,
    CheckboxGroup,
    RadioButtonGroup,
    RadioGroup,
    Select,
    Toggle,
)


crowd = row(
    CheckboxGroup(name="boxes", labels=["Number/s", "Percentage of all"]),
    RadioGroup(name="circles", labels=["Kilometres", "Miles"]),
    Button(name="button", label="Recalculate"),
    Toggle(name="toggle", label="Automatically"),
    Checkbox(name="box", label="Confidential"),
    RadioButtonGroup(name="buttons", labels=["Left", "Right", "Everywhere"]),
    width=380,
    name="crowd",
)
pair = row(
    Button(name="first", label="Recalculate everything"),
    Select(name="second", title="Country", options=["Germany"]),
    width=260,
    name="pair",
)
curdoc().add_root(column(crowd, pair))
