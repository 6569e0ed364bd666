"""Several of many options, and numbers that the wheel changes."""

from support.heard import tell
from syncd.io import curdoc
from syncd.layouts import column
from syncd.models import Div, MultiChoice, Spinner


NUMBERS = [(f"n{number}", f"Number {number:02}") for number in range(60)]
heard = Div(name="heard", text="nothing yet")
throttled = Div(name="throttled", text="nothing yet")
widgets = {
    "few": MultiChoice(title="Few", options=NUMBERS, option_limit=5, value=["n0"]),
    "found": MultiChoice(title="Found", options=NUMBERS, search_option_limit=3),
    "two": MultiChoice(title="Two", options=["a", "b", "c"], max_items=2),
    "kept": MultiChoice(
        title="Kept", options=["a", "b"], value=["a"], delete_button=False
    ),
    "off": MultiChoice(title="Off", options=["a", "b"], value=["a"], disabled=True),
    "count": Spinner(title="Count", value=5, low=0, high=8, wheel_wait=300),
}
tell(heard, widgets)


def on_throttled(attr, old, new):
    throttled.text = f"throttled {new}"


widgets["count"].on_change("value_throttled", on_throttled)
curdoc().add_root(
    column(
        heard,
        throttled,
        *widgets.values(),
        Div(text="far below", height=1500),
        sizing_mode="stretch_width",
    )
)
