"""Every event that an application can ask for is told, with what belongs to it."""

import json

import pytest
from playwright.sync_api import expect

import syncd.events
from browser.plot import Plot
from browser.test_javascript import EVAL
from browser.view import box_of
from support.wait import eventually


HELD = {"shift": True, "ctrl": False, "alt": False}
NONE = {"shift": False, "ctrl": False, "alt": False}
MIDDLE = {"x": 2.5, "y": 2.5}


@pytest.fixture
def plot(open_view, request):
    view = open_view(request.node.name, app="events", has_touch=True, policy=EVAL)
    made = Plot(view)
    heard(view, "document_ready")
    return made


def lines(view):
    words = view.named("log").locator("pre").inner_text()
    return [json.loads(line) for line in words.split("\n") if line.startswith("{")]


def heard(view, name):
    """Return what came with the last event of a name, when it has come."""

    def found():
        return [line for line in lines(view) if line["event"] == name]

    eventually(found, lambda: f"{name} is not in {[e['event'] for e in lines(view)]}")
    return found()[-1]


def matches(told, values):
    return all(
        told[name]
        == (pytest.approx(value, abs=0.06) if isinstance(value, float) else value)
        for name, value in values.items()
    )


def arrives(view, name, **values):
    """Wait until an event of a name comes, with these values."""
    eventually(
        lambda: any(
            line["event"] == name and matches(line, values) for line in lines(view)
        ),
        lambda: f"no {name} with {values} in {lines(view)}",
    )


def click(plot):
    plot.move(0.5, 0.5)
    plot.page.mouse.down()
    plot.page.mouse.up()


def click_twice(plot):
    plot.click_twice(0.5, 0.5)


def hold(plot):
    plot.move(0.5, 0.5)
    plot.page.mouse.down()
    heard(plot.view, "press")
    plot.page.mouse.up()


def pan(plot):
    plot.drag((0.5, 0.5), (0.75, 0.5))


def pinch(plot):
    steps = range(8)
    plot.touch(
        [(0.4 - 0.02 * at, 0.5) for at in steps],
        [(0.6 + 0.02 * at, 0.5) for at in steps],
    )


def turn(plot):
    plot.touch([(0.4, 0.5)] * 5, [(0.6, 0.5 + 0.02 * at) for at in range(5)])


def leave(plot):
    plot.move(0.5, 0.5)
    plot.page.mouse.move(2, 2)


def come(plot):
    plot.page.mouse.move(2, 2)
    plot.move(0.5, 0.5)


def wheel(plot):
    plot.move(0.5, 0.5)
    plot.page.mouse.wheel(0, -40)


def reset(plot):
    plot.press("Reset view")


def box(plot):
    plot.press("Box select")
    plot.drag((0.1, 0.1), (0.5, 0.5))


CASES = {
    "tap": (click, MIDDLE | {"modifiers": NONE}),
    "doubletap": (click_twice, MIDDLE | {"modifiers": NONE}),
    "press": (hold, MIDDLE),
    "pressup": (hold, MIDDLE),
    "mouseenter": (come, {}),
    "mousemove": (come, MIDDLE | {"modifiers": NONE}),
    "mouseleave": (leave, {}),
    "wheel": (wheel, MIDDLE | {"delta": 40.0}),
    "panstart": (pan, MIDDLE),
    "pan": (pan, {"direction": 1}),
    "panend": (pan, {}),
    "pinchstart": (pinch, {}),
    "pinch": (pinch, {}),
    "pinchend": (pinch, {}),
    "rotatestart": (turn, {}),
    "rotate": (turn, {}),
    "rotateend": (turn, {}),
    "reset": (reset, {}),
    "lodstart": (pan, {}),
    "lodend": (pan, {}),
    "rangesupdate": (pan, {"x0": -1.25, "x1": 3.75, "y0": 0.0, "y1": 5.0}),
    "selectiongeometry": (box, {"final": True}),
}


def test_the_table_has_every_event_of_figures():
    known = {
        cls.event_name
        for cls in vars(syncd.events).values()
        if isinstance(cls, type)
        and issubclass(cls, syncd.events.PlotEvent)
        and cls.event_name
    }
    assert set(CASES) == known


@pytest.mark.parametrize("name", CASES)
def test_python_and_scripts_hear_of_it(plot, name):
    act, expected = CASES[name]
    act(plot)
    arrives(plot.view, name, **expected)
    expect(plot.view.named("scripted")).to_contain_text(name)
    assert plot.view.problems == []


def test_what_comes_with_movements(plot):
    pan(plot)
    told = heard(plot.view, "panend")
    moved = heard(plot.view, "pan")
    width = box_of(plot.area)["width"]
    assert moved["delta_x"] == pytest.approx(width / 4, abs=2)
    assert moved["delta_y"] == pytest.approx(0, abs=1)
    assert told["sx"] > heard(plot.view, "panstart")["sx"]


def test_what_comes_with_two_fingers(plot):
    pinch(plot)
    heard(plot.view, "pinchend")
    assert heard(plot.view, "pinch")["scale"] == pytest.approx(0.48 / 0.2, rel=0.1)
    turn(plot)
    eventually(lambda: abs(heard(plot.view, "rotate")["rotation"]) > 5)
    names = [line["event"] for line in lines(plot.view)]
    assert names.index("pinchstart") < names.index("pinch") < names.index("pinchend")
    assert "tap" not in names
    assert "panstart" not in names


def test_keys_that_are_held_are_told(plot):
    plot.page.keyboard.down("Shift")
    click(plot)
    plot.page.keyboard.up("Shift")
    arrives(plot.view, "tap", modifiers=HELD)


def test_a_press_is_no_tap_and_a_double_tap_is_one(plot):
    hold(plot)
    heard(plot.view, "pressup")
    click_twice(plot)
    heard(plot.view, "doubletap")
    names = [line["event"] for line in lines(plot.view)]
    assert names.count("tap") == 1
    assert names.count("doubletap") == 1


def test_a_box_is_told_when_it_is_done(plot):
    box(plot)
    told = heard(plot.view, "selectiongeometry")
    eventually(lambda: heard(plot.view, "selectiongeometry")["final"] is True)
    told = heard(plot.view, "selectiongeometry")["geometry"]
    assert told["type"] == "rect"
    corners = [told[name] for name in ("x0", "x1", "y0", "y1")]
    assert corners == pytest.approx([0.5, 2.5, 0.5, 2.5], abs=0.06)
    finals = [e["final"] for e in lines(plot.view) if e["event"] == "selectiongeometry"]
    assert finals == [True]


def test_a_legend_an_axis_a_button_a_menu_and_a_line_of_text(plot):
    view = plot.view
    view.page.get_by_role("button", name="dots").click()
    arrives(view, "legend_item_click", item="LegendItem")
    canvas = box_of(plot.canvas)
    area = box_of(plot.area)
    view.page.mouse.click(area["x"] + area["width"] / 2, area["y"] + area["height"] + 9)
    arrives(view, "axis_click", value=2.5)
    view.page.mouse.click(canvas["x"] + 9, area["y"] + area["height"] / 5)
    arrives(view, "axis_click", value=4.0)
    view.page.get_by_role("button", name="Press").click()
    heard(view, "button_click")
    field = view.page.get_by_role("textbox", name="words")
    field.fill("yes")
    field.press("Enter")
    arrives(view, "value_submit", value="yes")
    view.page.get_by_role("button", name="Menu").click()
    view.page.get_by_role("menuitem", name="second").click()
    arrives(view, "menu_item_click", item="second")
    # What happens to the document and to parts of it runs scripts as well.
    names = ("document_ready", "legend_item_click", "axis_click", "button_click")
    for name in (*names, "value_submit", "menu_item_click"):
        expect(view.named("scripted")).to_contain_text(name)


def test_nothing_is_sent_that_nobody_asked_for(open_view, request):
    view = open_view(request.node.name, app="selecting")
    plot = Plot(view, "chart")
    sent = []
    view.page.on("websocket", lambda _: None)
    view.page.evaluate("""() => {
      window.sent = [];
      const { send } = WebSocket.prototype;
      WebSocket.prototype.send = function (data) {
        window.sent.push(String(data));
        send.call(this, data);
      };
    }""")
    for act in (come, click_twice, leave):
        act(plot)
    view.page.wait_for_timeout(300)
    sent = view.page.evaluate("() => window.sent")
    assert [message for message in sent if '"event"' in message] == []
