"""A button whose callback fails."""

from syncd.layouts import column
from syncd.models import Button, Div
from syncd.plotting import curdoc


fail = Button(label="Fail", button_type="primary")


def divide() -> None:
    1 / 0  # noqa: B018


fail.on_click(divide)
curdoc().add_root(column(fail, Div(text="still <b>here</b>")))
