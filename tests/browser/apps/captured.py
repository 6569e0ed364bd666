"""A figure with fields and switches at its sides, to be saved as a picture."""

from syncd.io import curdoc
from syncd.layouts import row
from syncd.models import (
    Button,
    CheckboxGroup,
    Div,
    MultiSelect,
    PasswordInput,
    RadioGroup,
    Select,
    Slider,
    Switch,
    TextAreaInput,
    TextInput,
)
from syncd.plotting import figure


plot = figure(width=900, height=700, title="captured", name="plot", tools="save")
plot.line([0, 1], [0, 1])
lines = "Many words that stand in more than one line of the field"
sides = {
    "above": [
        TextInput(value="written words", name="written", width=150),
        TextInput(placeholder="what is asked", name="asked", width=150),
        Select(
            options=["chosen words"], value="chosen words", name="select", width=150
        ),
        PasswordInput(value="secret", name="password", width=150),
    ],
    "left": [
        CheckboxGroup(labels=["One", "Two"], active=[0], name="boxes", width=120),
        RadioGroup(labels=["One", "Two"], active=1, name="circles", width=120),
        Switch(active=True, name="switch"),
        MultiSelect(
            options=["first", "second"], value=["first"], name="listed", width=120
        ),
    ],
    "below": [
        Slider(start=0, end=10, value=7, name="slider", width=200),
        Button(label="Press me", name="button"),
        TextAreaInput(value=lines, rows=3, name="area", width=180),
        Div(text="<b>Some markup</b>", name="markup"),
    ],
}
for side, widgets in sides.items():
    for widget in widgets if side == "left" else [row(*widgets)]:
        plot.add_layout(widget, side)
curdoc().add_root(plot)
