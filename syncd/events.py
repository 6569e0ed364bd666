"""What a person did in the browser, as application code hears of it.

Callbacks are registered with ``model.on_event(Tap, callback)``; the names and
the attributes are those that Bokeh's authors know.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any, ClassVar


if TYPE_CHECKING:
    from collections.abc import Mapping

    from syncd.model import Model

__all__ = [
    "AxisClick",
    "ButtonClick",
    "ClearInput",
    "ClientReconnected",
    "ConnectionEvent",
    "ConnectionLost",
    "DocumentEvent",
    "DocumentReady",
    "DoubleTap",
    "Event",
    "LODEnd",
    "LODStart",
    "LegendItemClick",
    "MenuItemClick",
    "MessageSent",
    "ModelEvent",
    "MouseEnter",
    "MouseLeave",
    "MouseMove",
    "MouseWheel",
    "Pan",
    "PanEnd",
    "PanStart",
    "Pinch",
    "PinchEnd",
    "PinchStart",
    "PlotEvent",
    "PointEvent",
    "Press",
    "PressUp",
    "RangesUpdate",
    "Reset",
    "Rotate",
    "RotateEnd",
    "RotateStart",
    "SelectionGeometry",
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

    def __init__(
        self, model: Model | None = None, /, *told: Any, **detail: Any
    ) -> None:
        self.model = detail.pop("model", None) if model is None else model
        if len(told) > len(self.parts):
            expected = ", ".join(("model", *self.parts))
            message = f"{type(self).__name__} takes {expected}; {len(told)} came after"
            raise TypeError(f"{message} the model")
        detail = {**dict(zip(self.parts, told, strict=False)), **detail}
        self.detail = detail
        for name in self.parts:
            setattr(self, name, detail.get(name))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.event_name!r}, model={self.model!r})"

    @staticmethod
    def cls_for(event_name: str) -> type[Event]:
        """Return the class of events of a name.

        Raises:
            ValueError: There is none.
        """
        if event_name not in _known:
            near = difflib.get_close_matches(event_name, _known, 1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            message = f"no event is called {event_name!r}{hint}"
            raise ValueError(message)
        return _known[event_name]

    def event_values(self) -> dict[str, Any]:
        """Return the attributes of the event, by name; the model is one."""
        model = {} if self.model is None else {"model": self.model}
        return {**{name: getattr(self, name) for name in self.parts}, **model}

    @staticmethod
    def from_wire(name: str, model: Model | None, detail: Mapping[str, Any]) -> Event:
        """Return the event that a client sent.

        One of a name that is not known here is an `Event` with that name:
        models of other packages have events of their own.
        """
        event = _known.get(name, Event)(model, **detail)
        event.model = model
        if event.event_name != name:
            event.__dict__["event_name"] = name
        return event


class DocumentEvent(Event):
    """Something that happened to the whole document."""


class DocumentReady(DocumentEvent):
    """A browser shows the document for the first time."""

    event_name = "document_ready"


class ConnectionEvent(DocumentEvent):
    """Something that happened to the connection of a browser."""


class ConnectionLost(ConnectionEvent):
    """A browser has lost its connection."""

    event_name = "connection_lost"


class ClientReconnected(ConnectionEvent):
    """A browser that had lost its connection is back."""

    event_name = "client_reconnected"


class MessageSent(DocumentEvent):
    """Code in the browser sent a message of its own.

    ``msg_type`` is its name and ``msg_data`` what came with it; callbacks of
    ``doc.on_message`` get the latter.
    """

    event_name = "message_sent"
    parts = ("msg_type", "msg_data")
    msg_type: str | None
    msg_data: Any


class ModelEvent(Event):
    """Something that happened to one model."""


class ButtonClick(ModelEvent):
    """A button was pressed."""

    event_name = "button_click"


class MenuItemClick(ModelEvent):
    """An entry of a menu was chosen; ``item`` is its value."""

    event_name = "menu_item_click"
    parts = ("item",)
    item: str | None


class AxisClick(ModelEvent):
    """An axis was clicked; ``value`` is the place, in data units or a factor."""

    event_name = "axis_click"
    parts = ("value",)
    value: Any


class LegendItemClick(ModelEvent):
    """An entry of a legend was clicked; ``item`` is the `LegendItem`."""

    event_name = "legend_item_click"
    parts = ("item",)
    item: Model | None


class ClearInput(ModelEvent):
    """A field that files or texts are chosen in is to be emptied."""

    event_name = "clear_input"


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


class LODStart(PlotEvent):
    """While the figure is moved it is drawn with fewer points from now on."""

    event_name = "lodstart"


class LODEnd(PlotEvent):
    """The figure is drawn with all its points again."""

    event_name = "lodend"


class SelectionGeometry(PlotEvent):
    """An area was chosen with a tool.

    ``geometry`` describes it in data units, and ``final`` tells whether the
    tool has let go of it.
    """

    event_name = "selectiongeometry"
    parts = ("geometry", "final")
    geometry: dict[str, Any] | None
    final: bool | None


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


class PressUp(PointEvent):
    """A press that was held has ended."""

    event_name = "pressup"


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
    """The figure was dragged; ``delta_x`` and ``delta_y`` are in CSS pixels.

    ``direction`` is 1 to the right and -1 to the left.
    """

    event_name = "pan"
    parts = (*PointEvent.parts, "delta_x", "delta_y", "direction")
    delta_x: float | None
    delta_y: float | None
    direction: int | None


class PanStart(PointEvent):
    """A drag began."""

    event_name = "panstart"


class PanEnd(PointEvent):
    """A drag ended."""

    event_name = "panend"


class Pinch(PointEvent):
    """Two fingers moved apart or together; ``scale`` tells how much."""

    event_name = "pinch"
    parts = (*PointEvent.parts, "scale")
    scale: float | None


class PinchStart(PointEvent):
    """Two fingers began to move apart or together."""

    event_name = "pinchstart"


class PinchEnd(PointEvent):
    """Two fingers have moved apart or together."""

    event_name = "pinchend"


class Rotate(PointEvent):
    """Two fingers turned; ``rotation`` is in degrees."""

    event_name = "rotate"
    parts = (*PointEvent.parts, "rotation")
    rotation: float | None


class RotateStart(PointEvent):
    """Two fingers began to turn."""

    event_name = "rotatestart"


class RotateEnd(PointEvent):
    """Two fingers have turned."""

    event_name = "rotateend"
