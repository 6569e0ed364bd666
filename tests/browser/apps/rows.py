"""Rows that code of the browser streams, patches and edits within one callback."""

from syncd.layouts import column
from syncd.models import Button, ColumnDataSource, CustomJS, Div
from syncd.plotting import curdoc


source = ColumnDataSource(data={"x": [1, 2, 3], "y": [1, 2, 3]})
told = Div(text="", name="told")


def tell(*_: object) -> None:
    """Say what Python has."""
    rows = zip(source.data["x"], source.data["y"], strict=True)
    told.text = " ".join(f"{x:g}:{y:g}" for x, y in rows)


source.on_change("data", tell)
tell()

CODES = {
    "Stream and edit": """
        source.stream({ x: [4], y: [4] });
        source.data.y[0] = 9;
        source.change.emit();
    """,
    "Announce": """
        if (source.data.y.length > 9) return;
        source.stream({ x: [4], y: [4] });
        source.change.emit();
    """,
    "Edit and stream": """
        source.data.y[0] = 8;
        source.stream({ x: [5], y: [5] });
        source.change.emit();
    """,
    "Roll and patch": """
        source.stream({ x: [6], y: [6] }, 3);
        source.patch({ y: [[0, 7], [2, 60]] });
    """,
    "Set and patch": """
        source.data = { x: [1, 2], y: [1, 2] };
        source.patch({ y: [[1, 20]] });
        source.stream({ x: [3], y: [3] });
    """,
}

buttons = []
for label, code in CODES.items():
    button = Button(label=label)
    button.js_on_click(CustomJS(args={"source": source}, code=code))
    buttons.append(button)
curdoc().add_root(column(told, *buttons))
