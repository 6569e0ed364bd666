"""Numbers and dates chosen by dragging handles."""

from typing import Any, Literal

from syncd.model.specs import Color
from syncd.models.dom import HTML
from syncd.models.enums import Orientation
from syncd.models.formatters import TickFormatter
from syncd.models.on_demand import read_untouched_as
from syncd.models.widgets.widget import Widget


__all__ = ["AbstractSlider", "Slider"]


class AbstractSlider(Widget):
    """What all sliders have."""

    title: str | HTML | None = ""
    "The words beside the value."

    show_value: bool = True
    "Whether the value is written beside the title."

    bar_color: Color = "#e6e6e6"
    "The colour of the bar; the default takes that of the page."

    orientation: Orientation = "horizontal"
    "Whether the handle moves sideways or up and down."

    direction: Literal["ltr", "rtl"] = "ltr"
    "Whether values grow from left to right or from right to left; upright, ``rtl`` is upwards."

    tooltips: bool = True
    "Whether the handle shows the value while it is dragged."

    def __init__(self, **values: Any) -> None:
        if "value" in values:
            values.setdefault("value_throttled", values["value"])
        super().__init__(**values)


# Those who lay out by hand compute with it.
read_untouched_as(AbstractSlider, "width", 300)


class Slider(AbstractSlider):
    """A number chosen by dragging a handle."""

    start: float = 0.0
    "The least value."

    end: float = 1.0
    "The greatest value."

    value: float = 0.0
    "The value under the handle; follows it while it is dragged."

    value_throttled: float = 0.0
    "The value where the handle was last let go."

    step: float = 1
    "The distance between two values that can be chosen."

    format: str | TickFormatter = ""
    "How the value is written, as a numeral pattern such as ``0[.]00``."
