import pytest

from syncd import events
from syncd.events import Event
from syncd.models import Button


NAMES = {
    "AxisClick": "axis_click",
    "ButtonClick": "button_click",
    "ClearInput": "clear_input",
    "ClientReconnected": "client_reconnected",
    "ConnectionLost": "connection_lost",
    "DocumentReady": "document_ready",
    "DoubleTap": "doubletap",
    "LODEnd": "lodend",
    "LODStart": "lodstart",
    "LegendItemClick": "legend_item_click",
    "MenuItemClick": "menu_item_click",
    "MouseEnter": "mouseenter",
    "MouseLeave": "mouseleave",
    "MouseMove": "mousemove",
    "MouseWheel": "wheel",
    "Pan": "pan",
    "PanEnd": "panend",
    "PanStart": "panstart",
    "Pinch": "pinch",
    "PinchEnd": "pinchend",
    "PinchStart": "pinchstart",
    "Press": "press",
    "PressUp": "pressup",
    "RangesUpdate": "rangesupdate",
    "Reset": "reset",
    "Rotate": "rotate",
    "RotateEnd": "rotateend",
    "RotateStart": "rotatestart",
    "SelectionGeometry": "selectiongeometry",
    "Tap": "tap",
    "ValueSubmit": "value_submit",
}


@pytest.mark.parametrize(("name", "sent"), NAMES.items())
def test_an_event_that_was_sent_is_of_the_class_that_authors_know(
    name: str, sent: str
) -> None:
    model = Button()
    event = Event.from_wire(sent, model, {"sx": 1, "x": 2.5})
    assert type(event) is getattr(events, name)
    assert event.model is model
    assert event.event_name == sent
    assert {part: getattr(event, part) for part in event.parts} == {
        **dict.fromkeys(event.parts),
        **{k: v for k, v in {"sx": 1, "x": 2.5}.items() if k in event.parts},
    }


def test_places_are_told_by_all_that_have_one() -> None:
    for name in ("Tap", "Pan", "Pinch", "Rotate", "MouseWheel", "PressUp"):
        assert {"sx", "sy", "x", "y", "modifiers"} <= set(getattr(events, name).parts)


def test_authors_make_events_with_keywords() -> None:
    button = Button()
    event = events.ButtonClick(model=button)
    assert event.model is button
    assert events.Pan(model=None, delta_x=3).delta_x == 3


def test_what_is_called_model_in_the_detail_does_not_stand_for_where_it_was() -> None:
    assert Event.from_wire("document_ready", None, {"model": 7}).model is None
    button = Button()
    event = Event.from_wire("button_click", button, {"model": 7, "self": 1})
    assert (event.model, event.detail["self"]) == (button, 1)


def test_an_event_of_another_package_keeps_its_name() -> None:
    event = Event.from_wire("sparkle", Button(), {"colour": "red"})
    assert (event.event_name, event.detail) == ("sparkle", {"colour": "red"})
    assert Event.event_name == ""


def test_a_class_of_events_is_found_by_its_name() -> None:
    assert Event.cls_for("doubletap") is events.DoubleTap
    with pytest.raises(
        ValueError, match=r"no event is called 'doubletab'.*'doubletap'"
    ):
        Event.cls_for("doubletab")


def test_an_event_tells_all_that_it_has() -> None:
    button = Button()
    tap = events.Tap(button, sx=1, sy=2, x=3, y=4)
    told = tap.event_values()
    assert told["model"] is button
    assert (told["sx"], told["y"]) == (1, 4)
    assert events.DocumentReady().event_values() == {}
