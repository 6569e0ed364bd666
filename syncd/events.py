"""What a person did in the browser, as application code hears of it.

Callbacks are registered with ``model.on_event(Tap, callback)``; the names and
the attributes are those that Bokeh's authors know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar


if TYPE_CHECKING:
    from collections.abc import Mapping

    from syncd.model import Model

__all__ = [
    "ButtonClick",
    "ClientReconnected",
    "ConnectionLost",
    "DocumentEvent",
    "DocumentReady",
    "DoubleTap",
    "Event",
    "ModelEvent",
    "MouseEnter",
    "MouseLeave",
    "MouseMove",
    "MouseWheel",
    "Pan",
    "PanEnd",
    "PanStart",
    "PlotEvent",
    "PointEvent",
    "Press",
    "RangesUpdate",
    "Reset",
    "Tap",
    "ValueSubmit",
]

_known: dict[str, type[Event]] = {}


class Event:
    """Something that happened.

    ``model`` is where, and ``detail`` all that the browser told. A class
    names the parts of it that are its attributes; a part that was not told
    is ``None``.
    """

    event_name: ClassVar[str] = ""
    """The name that the browser sends, and that ``on_event`` takes, too."""

    parts: ClassVar[tuple[str, ...]] = ()
    """The parts of the detail that are attributes."""

    def __init_subclass__(cls) -> None:
        if "event_name" in cls.__dict__:
            _known[cls.event_name] = cls

    def __init__(self, model: Model | None, /, **detail: Any) -> None:
        self.model = model
        self.detail = detail
        for name in self.parts:
            setattr(self, name, detail.get(name))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.event_name!r}, model={self.model!r})"

    @staticmethod
    def from_wire(name: str, model: Model | None, detail: Mapping[str, Any]) -> Event:
        """Return the event that a client sent.

        One of a name that is not known here is an `Event` with that name:
        models of other packages have events of their own.
        """
        cls = _known.get(name)
        if cls is not None:
            return cls(model, **detail)
        event = Event(model, **detail)
        event.__dict__["event_name"] = name
        return event


class DocumentEvent(Event):
    """Something that happened to the whole document."""


class DocumentReady(DocumentEvent):
    """A browser shows the document for the first time."""

    event_name = "document_ready"


class ConnectionLost(DocumentEvent):
    """A browser has lost its connection."""

    event_name = "connection_lost"


class ClientReconnected(DocumentEvent):
    """A browser that had lost its connection is back."""

    event_name = "client_reconnected"


class ModelEvent(Event):
    """Something that happened to one model."""


class ButtonClick(ModelEvent):
    """A button was pressed."""

    event_name = "button_click"


class ValueSubmit(ModelEvent):
    """Enter was pressed in a line of text; ``value`` is the text."""

    event_name = "value_submit"
    parts = ("value",)
    value: str | None


class PlotEvent(ModelEvent):
    """Something that happened to a figure."""


class Reset(PlotEvent):
    """The figure was reset to what it showed at first."""

    event_name = "reset"


class RangesUpdate(PlotEvent):
    """The figure shows another part of its directions, in data units."""

    event_name = "rangesupdate"
    parts = ("x0", "x1", "y0", "y1")
    x0: float | None
    x1: float | None
    y0: float | None
    y1: float | None


class PointEvent(PlotEvent):
    """Something that happened at one place of a figure.

    ``x`` and ``y`` are in data units, ``sx`` and ``sy`` in CSS pixels from
    the upper left. ``modifiers`` tells the keys that were held.
    """

    parts: ClassVar[tuple[str, ...]] = ("sx", "sy", "x", "y", "modifiers")
    sx: float | None
    sy: float | None
    x: float | None
    y: float | None
    modifiers: dict[str, bool] | None


class Tap(PointEvent):
    """A click or a tap."""

    event_name = "tap"


class DoubleTap(PointEvent):
    """Two clicks or taps, one soon after the other."""

    event_name = "doubletap"


class Press(PointEvent):
    """A press that was held."""

    event_name = "press"


class MouseEnter(PointEvent):
    """The pointer came into the figure."""

    event_name = "mouseenter"


class MouseLeave(PointEvent):
    """The pointer left the figure."""

    event_name = "mouseleave"


class MouseMove(PointEvent):
    """The pointer moved over the figure."""

    event_name = "mousemove"


class MouseWheel(PointEvent):
    """The wheel was turned over the figure; ``delta`` tells how far."""

    event_name = "wheel"
    parts = (*PointEvent.parts, "delta")
    delta: float | None


class Pan(PointEvent):
    """The figure was dragged; ``delta_x`` and ``delta_y`` are in CSS pixels."""

    event_name = "pan"
    parts = (*PointEvent.parts, "delta_x", "delta_y")
    delta_x: float | None
    delta_y: float | None


class PanStart(PointEvent):
    """A drag began."""

    event_name = "panstart"


class PanEnd(PointEvent):
    """A drag ended."""

    event_name = "panend"
