"""More words than there is room for: beside each other, and at axes."""

from syncd.io import curdoc
from syncd.layouts import column, row
from syncd.models import (
    Button,
    Checkbox,
    CheckboxGroup,
    ColorPicker,
    Dropdown,
    FactorRange,
    RadioButtonGroup,
    RadioGroup,
    Select,
    Toggle,
)
from syncd.plotting import figure


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
nest = row(
    column(
        Button(
            name="deep", label="Recalculate everything", sizing_mode="stretch_width"
        ),
        sizing_mode="stretch_width",
    ),
    Select(title="Country", options=["Germany"], width=140),
    width=180,
)
menus = row(
    Dropdown(name="menu", label="Recalculations", menu=["one"]),
    Select(title="Country", options=["Germany"]),
    width=180,
)
figures = [figure(name=name, width=150, height=120) for name in ("left", "right")]
words = ["Away with these buttons", "Recalculate everything", "Automatically"]
extra = [Button(label=label) for label in words]
thin = row(*figures, *extra, width=320, height=300, name="thin")
extra[0].on_click(lambda: setattr(thin, "children", figures))
said = column(Toggle(label="On"), ColorPicker(title="Colour"), width=160, name="said")
beside = row(said, Button(label="Beside"), width=600)
curdoc().add_root(column(crowd, pair, nest, menus, thin, beside))

SUBJECTS = [
    "Mathematics and its applications",
    "Physics of condensed matter",
    "Philosophy of the natural sciences",
    "Art",
]
LABEL = "A very long label of what hardly has any room in this legend, nor elsewhere"

upright = figure(name="upright", y_range=SUBJECTS, width=380, height=260)
upright.hbar(y=SUBJECTS, right=[4, 3, 2, 1], height=0.8, legend_label=LABEL)
across = figure(name="across", x_range=SUBJECTS, width=380, height=260)
across.vbar(x=SUBJECTS, top=[4, 3, 2, 1], width=0.8)
years = [(subject, year) for subject in SUBJECTS[:2] for year in ("first", "second")]
nested = figure(name="nested", y_range=FactorRange(*years), width=380, height=160)
nested.hbar(y=years, right=[4, 3, 2, 1], height=0.8)
whole = figure(name="whole", y_range=SUBJECTS, width=900, height=200)
whole.hbar(y=SUBJECTS, right=[4, 3, 2, 1], height=0.8)
aside = figure(name="aside", width=400, height=260)
aside.line([1, 2], [1, 2], legend_label=LABEL)
aside.add_layout(aside.legend[0], "right")
curdoc().add_root(column(upright, across, nested, whole, aside))
