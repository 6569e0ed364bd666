"""Widgets whose titles are more than plain words."""

from syncd.layouts import column
from syncd.models import RangeSlider, Select, Slider, TextInput
from syncd.models.dom import HTML, ValueOf
from syncd.plotting import curdoc


damping = Slider(
    title=r"$$\delta$$ (damping)", start=0, end=10, value=1, name="damping"
)
both = RangeSlider(title=r"\(x^2\)", start=0, end=10, value=(1, 2), name="both")
plain = TextInput(title="plain", value=r"$$\alpha$$", name="plain")
choice = Select(options=["one", "two"], value="one", name="choice")
choice.title = HTML("Chosen: <b>", ValueOf(choice, "value"), "</b>")


def change(attr, old, new):
    damping.title = f"plain {new}" if new == "two" else r"$$\gamma$$"


choice.on_change("value", change)
curdoc().add_root(column(damping, both, plain, choice))
